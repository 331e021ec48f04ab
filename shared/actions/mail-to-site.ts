import { dayOf } from '../calendar';
import type { SubjectId } from '../ids';
import type { MailIn } from '../consent/decide/received-mail';
import { alongMoves } from './along-moves';
import { readHistory } from '../ledger/ledger';
import { mailIdFor, subjectId } from '../ledger/subject-id';
import { purposesOf } from '../links/inbox-address';
import type { Entry } from '../consent/entry';
import type { AnyEntry } from '../consent/read-entry';
import type { Mail } from '../ledger/part';
import type { Site } from '../policy/schema';
import { isWrittenTo, type Addressee, type Inbox } from '../inbox/addressees';
import type { ReceivedMail } from '../inbox/received-mail';
import type { Receipt } from '../inbox/receipt';
import type { Deps } from './deps';
import { siteOf } from './site-of';

/** A mail as one of those whom it was sent to has it. */
export interface Letterbox {
  readonly receipt: Receipt;
  readonly mail: ReceivedMail;
  /** Whether it is certain that it is from whom it names, word for word. */
  readonly isProven: boolean;
  /** What the vault keeps of it. */
  readonly kept: Mail;
  readonly now: Date;
}

/** A person at one of the addresses that they had. */
export interface Place {
  readonly subject: SubjectId;
  readonly entries: readonly Entry[];
  /** The entries and those that this version does not understand. */
  readonly all: readonly AnyEntry[];
}

/** What a mail says to a site, and on whose behalf. */
export interface Word extends Letterbox {
  readonly site: Site;
  /** Whose word it is, and where that person moved to since. */
  readonly places: readonly [Place, ...Place[]];
  /** What it is about; empty for all that there is. */
  readonly purposes: readonly string[];
  readonly known: MailIn;
}

/** Undefined where nothing is left of the person whose address to unsubscribe by it was sent to. */
export async function wordTo(
  deps: Pick<Deps, 'ledger' | 'subjectKey' | 'sites'>,
  addressee: Addressee,
  box: Letterbox,
  inbox: Inbox,
): Promise<Word | undefined> {
  const { mail, receipt, now } = box;
  const messageId = await mailIdFor(deps.subjectKey, mail.messageId ?? receipt.id);
  const subject =
    addressee.kind === 'site' ? await writerOf(deps, addressee.site, mail, messageId) : addressee.to.subject;
  const places = await alongMoves(subject, async (at): Promise<Place> => {
    const { entries, all } = await readHistory(deps.ledger, at, now);
    return { subject: at, entries, all };
  });
  const known = places.flatMap(({ all }) => all);
  const site = addressee.kind === 'site' ? addressee.site : siteOf(deps, known);
  if (!site) return undefined;
  const isProven = box.isProven && isWrittenTo(site, mail.to, inbox);
  const provenBy = addressee.kind === 'unsubscribing' ? 'address' : isProven ? 'sender' : undefined;
  const all = site.purposes.map(({ id }) => id);
  const purposes = addressee.kind === 'unsubscribing' ? purposesOf(addressee.to.mark, all) : [];
  const day = dayOf(receipt.receivedAt);
  const receivedOn = day < dayOf(now) ? day : undefined;
  return { ...box, site, places, purposes, known: { site: site.id, messageId, provenBy, receivedOn, now } };
}

/** Who wrote. A mail that does not say so is a person of its own, whom nobody else can be. */
function writerOf(
  deps: Pick<Deps, 'subjectKey'>,
  site: Site,
  { from }: ReceivedMail,
  messageId: string,
): Promise<SubjectId> {
  return subjectId(deps.subjectKey, site.id, from?.canonical ?? messageId);
}

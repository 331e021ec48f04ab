import type { Digest, RecordId, SubjectId } from '../ids';
import { entriesOf, type Actor, type Entry, type EntryPurpose, type Facts, type MailKind } from '../consent/entry';
import { identitiesOf, identityName } from '../consent/identity';
import { canonicalHash } from '../canonical';
import { endOfUnclaimed } from '../consent/keep/birth-ends';
import { takeStep } from './take-step';
import { errorName, logger } from '../logger';
import { sealParts, type SealedPart } from '../ledger/part';
import { noteSent, putPart, readMailable, withoutErased, type MadeMail } from '../ledger/vault';
import { mailboxOf, whoIs } from '../ledger/who-is';
import type { Language, Site } from '../policy/schema';
import { compose } from '../mail/compose';
import type { Letter } from '../mail/letters';
import { send } from '../mail/send';
import type { Deps } from './deps';

export interface Delivery {
  readonly site: Site;
  readonly subject: SubjectId;
  /** The subject's history; the address is found by it. */
  readonly entries: readonly Entry[];
  /** The record that the mail is about, if any; and the language that it is in. */
  readonly record: { readonly recordId?: RecordId; readonly language: Language };
  /** @default the address that the person goes by, or else the record */
  readonly to?: string | undefined;
  readonly kind: MailKind;
  /** What it asks about, where the answer is about that alone. */
  readonly purposes?: readonly EntryPurpose[];
  readonly letter: Letter;
  readonly now: Date;
  /** @default the system */
  readonly actor?: Actor;
  /** What else the entry says. */
  readonly facts?: Facts;
  /** When entry and copy go unless that is changed later. */
  readonly end?: Date | undefined;
  /** @default there is time enough */
  readonly isInTime?: () => boolean;
}

type DeliverDeps = Pick<Deps, 'ledger' | 'vault' | 'links' | 'mail'>;

/**
 * Sends a mail and says so in the ledger.
 *
 * 1. Save its copy, which has no link that somebody could use. Where that is impossible nothing is sent. A crash leaves a copy that
 *    no entry names; whoever comes again makes the same mail, and takes that copy.
 * 2. Send. A crash after it sends the mail once more: that is the price of never losing one. Its links are made anew, and the same.
 * 3. Add the entry. Where that fails, the copy is given a note that it was sent: whoever comes again adds the entry, and sends nothing.
 *
 * @returns whether there was still an address to send it to
 * @throws {TimeIsUp}, {@link MailWaits} where nothing was sent
 */
export async function deliver(deps: DeliverDeps, delivery: Delivery): Promise<boolean> {
  const { site, subject, entries, record, now } = delivery;
  const { parts, made } = await readMailable(deps.vault, subject, now);
  const to = delivery.to ?? addressIn(withoutErased(parts, entries), delivery);
  if (to === undefined) {
    // An address that is gone at its end has nothing left to be mailed about; lost ones are found by `audit`.
    logger.warn('no address to mail', { site: site.id });
    return false;
  }
  const occasion = occasionOf(delivery, to);
  const before = made.get(occasion);
  const sent = before?.mailing.sent ? before : await sendMail(deps, delivery, to, { occasion, before });
  await addEntry(deps, delivery, sent).catch(async (error: unknown) => {
    await noteSent(deps.vault, subject, record.recordId, sent).catch((lost: unknown) =>
      logger.error('mail sent, and not noted', { site: site.id, error: errorName(lost) }),
    );
    throw error;
  });
  return true;
}

/** The same for each try to send one mail; after its entry, the next mail of that kind has another. */
function occasionOf(
  { entries, record, kind, purposes = [], facts = {}, actor = SYSTEM }: Delivery,
  to: string,
): string {
  const last = entriesOf('MailSent', entries).findLast((entry) => entry.facts.mail === kind);
  const { recordId = '', language } = record;
  return canonicalHash({ to, recordId, language, kind, purposes, facts, actor, last: last?.hash ?? '' });
}

const SYSTEM: Actor = { kind: 'system' };
const endOf = ({ end, now }: Delivery): Date => end ?? endOfUnclaimed(now);

interface Sending {
  readonly occasion: string;
  /** The copy that an earlier try saved. */
  readonly before: MadeMail | undefined;
}

async function sendMail(
  deps: DeliverDeps,
  delivery: Delivery,
  to: string,
  { occasion, before }: Sending,
): Promise<MadeMail> {
  const { site, subject, record, kind, letter, now, isInTime = () => true } = delivery;
  const madeAt = before?.mailing.madeAt ?? now.toISOString();
  const { mime, copy } = await compose(deps.links, site, to, letter, { id: occasion, date: new Date(madeAt) });
  const [made] = sealParts({ mail: copy }) as [SealedPart];
  const isSaved = before?.part.data === made.data;
  const { part, end } = isSaved ? before : { part: made, end: endOf(delivery) };
  if (!isSaved) await putPart(deps.vault, subject, record.recordId, part, end, { occasion, madeAt });
  const messageId = await send(deps.mail, { from: site.sender.address, to, subject, kind, isInTime }, mime);
  return { part, end, mailing: { occasion, madeAt, sent: { messageId, at: now.toISOString() } } };
}

async function addEntry(deps: DeliverDeps, delivery: Delivery, { part, mailing: { sent } }: MadeMail): Promise<void> {
  const { site, subject, record, kind, now, end } = delivery;
  await takeStep(deps, {
    subject,
    now: sent ? new Date(sent.at) : now,
    decide: (_, __, moment) => ({
      type: 'MailSent',
      site: site.id,
      ...(record.recordId !== undefined && { recordId: record.recordId }),
      at: moment.toISOString(),
      actor: delivery.actor ?? SYSTEM,
      language: record.language,
      purposes: delivery.purposes ?? [],
      facts: { mail: kind, ...(sent && { messageId: sent.messageId }), ...delivery.facts },
    }),
    saved: [part],
    ...(end && { entryEnd: end }),
  });
}

/**
 * Where mail goes; undefined where the address was deleted. A form that anybody can fill in does not decide how the address is
 * spelled of a person who confirmed it before.
 */
function addressIn(
  kept: ReadonlyMap<Digest, SealedPart>,
  { entries, record: { recordId } }: Delivery,
): string | undefined {
  const own = entries.filter((entry) => entry.recordId === recordId).flatMap((entry) => identityName(entry) ?? []);
  const identity = whoIs([...identitiesOf(entries), ...own.reverse()], kept);
  return identity && mailboxOf(identity);
}

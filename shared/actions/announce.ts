import { languageFor } from '../consent/decide/language';
import { entriesOf, type Actor, type Entry } from '../consent/entry';
import { byWeight, isInForce, purposesInForce } from '../consent/fold';
import { stateAt } from '../consent/keep/state-at';
import { mayMail } from '../consent/permissions';
import { standingOf } from '../consent/standing';
import type { Announcement, Place } from '../http/announcement-body';
import { positionAfter, readMembers, type Member } from '../ledger/audience';
import { readHistory } from '../ledger/ledger';
import { linkUrl } from '../links/link';
import { MailWaits } from '../mail/mail-waits';
import { noticeChangedLetter } from '../mail/letters';
import type { Site } from '../policy/schema';
import { deliver } from './deliver';
import type { Deps } from './deps';

/** As many people as are looked at while the gateway waits. */
const PAGE = 25;

/** After that no mail is begun: the gateway waits for 30 seconds, and a mail takes ten at most. */
const PATIENCE_MS = 15_000;

type AnnouncingDeps = Pick<Deps, 'ledger' | 'vault' | 'audience' | 'links' | 'mail'>;

/** What became of a person: told now, or would be; told before; the address is gone; counted with another purpose. */
type Outcome = 'told' | 'toldBefore' | 'unreachable' | 'elsewhere';

interface Announced extends Readonly<Record<Exclude<Outcome, 'elsewhere'>, number>> {
  /** Where the next call goes on; undefined after the last. */
  readonly next: Place | undefined;
}

/**
 * Tells some of the people concerned that the privacy notice changes, and says where to go on. The ledger says who was told of
 * which version, so calls can be repeated, and an interrupted announcement begun again.
 *
 * @throws {MailWaits} when the mail service did not take the first mail; later ones are left to the next call
 */
export async function announceToSome(
  deps: AnnouncingDeps,
  site: Site,
  { dryRun, place = firstPlace(site) }: Announcement,
  actor: Actor,
): Promise<Announced> {
  const { members, next } = await readMembers(deps.audience, site.id, place.purpose, place.from, PAGE);
  const outcomes: Outcome[] = [];
  const begun = Date.now();
  for (const member of members) {
    if (Date.now() - begun > PATIENCE_MS) break;
    const outcome = await announce(deps, site, member, actor, dryRun).catch((error: unknown) => {
      if (error instanceof MailWaits && outcomes.length > 0) return undefined;
      throw error;
    });
    if (!outcome) break;
    outcomes.push(outcome);
  }
  const count = (wanted: Outcome): number => outcomes.filter((outcome) => outcome === wanted).length;
  const last = members[outcomes.length - 1];
  return {
    told: count('told'),
    toldBefore: count('toldBefore'),
    unreachable: count('unreachable'),
    next:
      last && outcomes.length < members.length
        ? { purpose: place.purpose, from: positionAfter(last.subject) }
        : next
          ? { purpose: place.purpose, from: next }
          : placeAfter(site, place),
  };
}

const firstPlace = ({ purposes }: Site): Place => ({ purpose: purposes[0]?.id ?? '', from: { shard: 0 } });

function placeAfter({ purposes }: Site, { purpose }: Place): Place | undefined {
  const next = purposes[purposes.findIndex(({ id }) => id === purpose) + 1];
  return next && { purpose: next.id, from: { shard: 0 } };
}

async function announce(
  deps: AnnouncingDeps,
  site: Site,
  { subject, purpose }: Member,
  actor: Actor,
  dryRun: boolean,
): Promise<Outcome> {
  const now = new Date();
  const { entries } = await readHistory(deps.ledger, subject, now);
  const state = stateAt(entries, site, now);
  const standing = standingOf(entries);
  // As the audience has it, whatever became of the person since.
  const mailed = new Set(
    [...purposesInForce(state).values()].filter((purpose) => mayMail(purpose, standing)).map(({ id }) => id),
  );
  const record = byWeight(state).findLast(({ purposes }) =>
    purposes.some((purpose) => isInForce(purpose) && mailed.has(purpose.id)),
  );
  // Whoever is in several audiences is met in each; the first of them counts.
  if (!record || site.purposes.find(({ id }) => mailed.has(id))?.id !== purpose) return 'elsewhere';
  const { version } = site.controller.privacyNotice;
  if (wasTold(entries, version)) return 'toldBefore';
  if (dryRun) return 'told';
  const oneClick = { kind: 'unsubscribe', subject, recordId: record.recordId, purposes: [] } as const;
  const language = languageFor(entries, state, record);
  const letter = noticeChangedLetter(site, language, { withdrawUrl: await linkUrl(deps.links, oneClick), oneClick });
  const about = { record: { ...record, language }, kind: 'notice-changed', facts: { privacyNotice: version } } as const;
  const sent = await deliver(deps, { site, subject, entries, ...about, letter, now, actor });
  return sent ? 'told' : 'unreachable';
}

function wasTold(entries: readonly Entry[], version: string): boolean {
  return entriesOf('MailSent', entries).some(
    ({ facts }) => facts.mail === 'notice-changed' && facts.privacyNotice === version,
  );
}

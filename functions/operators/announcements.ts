import { readAnnouncement, writeCursor, type Place } from '../../shared/http/announcement-body';
import { announce as contract } from '../../shared/http/operations/announce';
import { on, serve } from '../../shared/http/serve';
import { entriesOf, type Actor, type Entry } from '../../shared/consent/entry';
import { byWeight, isInForce, purposesInForce } from '../../shared/consent/fold';
import { languageFor } from '../../shared/consent/decide/language';
import { stateAt } from '../../shared/consent/keep/registration-maximum';
import { readMembers, type Member } from '../../shared/ledger/audience';
import { readHistory } from '../../shared/ledger/ledger';
import { linkUrl } from '../../shared/links/link';
import { deliver } from '../../shared/actions/deliver';
import { noticeChangedLetter } from '../../shared/mail/letters';
import type { Site } from '../../shared/policy/schema';
import { mail } from '../deps/mail';
import { links } from '../deps/secrets';
import { sites } from '../deps/sites';
import { audience, ledger, vault } from '../deps/tables';

const deps = { sites, ledger: ledger(), vault: vault(), audience: audience(), links: links(), mail: mail() };

/** As many mails as are surely sent while the gateway waits. */
const PAGE = 25;

/** What became of a person: told now, or would be; told before; the address is gone; counted with another purpose. */
type Outcome = 'told' | 'toldBefore' | 'unreachable' | 'elsewhere';

/**
 * Tells the people concerned that the privacy notice changes: some at each call, which says where the next has to go on.
 * The ledger says who was told of which version, so calls can be repeated, and an interrupted announcement begun again.
 */
const announceToSome = on(contract, async ({ site, body, operator }, answer) => {
  const { dryRun, place = firstPlace(site) } = readAnnouncement(site, body);
  const actor: Actor = { kind: 'operator', id: operator };
  const { members, next } = await readMembers(deps.audience, site.id, place.purpose, place.from, PAGE);
  const outcomes: Outcome[] = [];
  for (const member of members) outcomes.push(await announce(site, member, actor, dryRun));
  const then = next ? { purpose: place.purpose, from: next } : placeAfter(site, place);
  const count = (wanted: Outcome): number => outcomes.filter((outcome) => outcome === wanted).length;
  return answer.json(200, {
    privacyNotice: site.controller.privacyNotice,
    dryRun,
    told: count('told'),
    toldBefore: count('toldBefore'),
    unreachable: count('unreachable'),
    ...(then && { cursor: writeCursor(then) }),
  });
});

const firstPlace = ({ purposes }: Site): Place => ({ purpose: purposes[0]?.id ?? '', from: { shard: 0 } });

function placeAfter({ purposes }: Site, { purpose }: Place): Place | undefined {
  const next = purposes[purposes.findIndex(({ id }) => id === purpose) + 1];
  return next && { purpose: next.id, from: { shard: 0 } };
}

async function announce(site: Site, { subject, purpose }: Member, actor: Actor, dryRun: boolean): Promise<Outcome> {
  const now = new Date();
  const { entries } = await readHistory(deps.ledger, subject, now);
  const state = stateAt(entries, site, now);
  const inForce = purposesInForce(state);
  const record = byWeight(state).findLast(({ purposes }) => purposes.some(isInForce));
  // Whoever is in several audiences is met in each; the first of them counts.
  if (!record || site.purposes.find(({ id }) => inForce.has(id))?.id !== purpose) return 'elsewhere';
  const { version } = site.controller.privacyNotice;
  if (wasTold(entries, version)) return 'toldBefore';
  if (dryRun) return 'told';
  const oneClick = { kind: 'unsubscribe', subject, recordId: record.recordId, purposes: [] } as const;
  const language = languageFor(entries, state, record);
  const letter = noticeChangedLetter(site, language, { withdrawUrl: await linkUrl(deps.links, oneClick), oneClick });
  const facts = { privacyNotice: version };
  const sent = await deliver(deps, {
    site,
    subject,
    entries,
    record: { ...record, language },
    kind: 'notice-changed',
    letter,
    now,
    actor,
    facts,
  });
  return sent ? 'told' : 'unreachable';
}

function wasTold(entries: readonly Entry[], version: string): boolean {
  return entriesOf('MailSent', entries).some(
    ({ facts }) => facts.mail === 'notice-changed' && facts.privacyNotice === version,
  );
}

export const handler = serve(deps.sites, announceToSome);

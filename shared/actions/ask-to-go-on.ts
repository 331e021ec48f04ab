import { languageFor } from '../consent/decide/language';
import type { Entry } from '../consent/entry';
import { entryPurpose, fold } from '../consent/fold';
import { addressGone, answerBy, wanted, type InactivityDue } from '../consent/keep/inactivity';
import { dueByTime } from '../consent/keep/next-look';
import type { SubjectId } from '../ids';
import { readHistory } from '../ledger/ledger';
import { lease } from '../ledger/leases';
import { linkUrl } from '../links/link';
import { stillInterestedLetter } from '../mail/letters';
import type { Site } from '../policy/schema';
import { requirements } from '../policy/sites';
import { deliver } from './deliver';
import type { Deps } from './deps';

type AskingDeps = Pick<Deps, 'ledger' | 'vault' | 'limits' | 'links' | 'mail'>;

/** Longer than a batch may take, and shorter than a message rests until it comes again. */
const ASKING_MS = 60_000;

/**
 * Asks somebody of whom nothing was heard for long whether to go on, where their history still calls for it: by each rule of the site
 * that is due, in a mail of its own. However many messages there are about them, each question is asked once.
 *
 * @throws {Leased} where another message about the same person is being worked off, and whatever `deliver` throws
 */
export async function askToGoOn(
  deps: AskingDeps,
  site: Site,
  subject: SubjectId,
  isInTime: () => boolean,
): Promise<void> {
  if (!(await toAsk(deps, site, subject))) return;
  await lease(deps.limits, `asking#${subject}`, new Date(), ASKING_MS);
  for (;;) {
    // Also the first time: whoever was ahead may just have asked.
    const asked = await toAsk(deps, site, subject);
    if (!asked || !(await ask(deps, asked, isInTime))) return;
  }
}

interface Asked {
  readonly site: Site;
  readonly subject: SubjectId;
  readonly entries: readonly Entry[];
  readonly now: Date;
  readonly question: Extract<InactivityDue, { due: 'question' }>;
}

async function toAsk({ ledger }: Pick<Deps, 'ledger'>, site: Site, subject: SubjectId): Promise<Asked | undefined> {
  const now = new Date();
  const { entries } = await readHistory(ledger, subject, now);
  const due = dueByTime(entries, site, requirements(site), now);
  return due?.due === 'question' ? { site, subject, entries, now, question: due } : undefined;
}

/** @returns whether there was an address to ask at */
async function ask(
  deps: AskingDeps,
  { site, subject, entries, now, question }: Asked,
  isInTime: () => boolean,
): Promise<boolean> {
  const { purposes, lastActive, rule } = question;
  const state = fold(entries, now);
  const record = { ...question.record, language: languageFor(entries, state, question.record) };
  const all = wanted(state);
  const link = { subject, recordId: record.recordId, purposes: all.size === purposes.length ? [] : purposes };
  const about = [...all.values()].filter(({ id }) => purposes.includes(id)).map(entryPurpose);
  const oneClick = { ...link, kind: 'unsubscribe' } as const;
  const letter = stillInterestedLetter(site, record.language, {
    purposes,
    lastActive,
    answerBy: answerBy(now, rule),
    addressGone: addressGone(answerBy(now, rule), rule),
    keepUrl: await linkUrl(deps.links, { ...link, kind: 'keep' }),
    withdrawUrl: await linkUrl(deps.links, oneClick),
    oneClick,
  });
  const mail = { site, subject, entries, record, purposes: about, letter, now, isInTime };
  return deliver(deps, { ...mail, kind: 'still-interested' });
}

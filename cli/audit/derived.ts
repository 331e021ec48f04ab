import { eachOf } from '../../shared/ledger/batches';
import type { MemberItem } from '../../shared/ledger/audience';
import { lacksOfProjector } from '../derived/audience';
import { lacksOfMailer } from '../derived/mails';
import { lacksOfMover } from '../derived/moves';
import type { Lack, Looking, Person } from '../derived/person';
import { straysAmong } from '../derived/strays';
import { lacksOfSummary } from '../derived/summaries';
import { lacksOfNotifier } from '../derived/told';
import { walkPages } from '../tables/pages';
import type { Place } from '../tables/walk';
import type { Finding } from './finding';
import { rulesOf, type Audit } from './journal';

/** What was not sent by then nobody waits for. */
const WAITED_MS = 30 * 24 * 60 * 60 * 1000;

/** What should have followed from these people's steps, and did not: messages of theirs were lost. */
export async function findLacks(
  found: readonly Person[],
  looking: Looking,
  filed: Parameters<typeof lacksOfProjector>[2],
): Promise<Finding[]> {
  const people = found.filter(({ isGone }) => !isGone);
  const since = new Date(looking.now.getTime() - WAITED_MS);
  const others = await eachOf(people, async (person) => [
    ...lacksOfMailer(person, since, looking.now),
    ...(await lacksOfMover(person, looking)),
    ...(await lacksOfNotifier(person, looking)),
    ...(await lacksOfSummary(person, looking)),
  ]);
  return [...(await lacksOfProjector(people, looking, filed)), ...others.flat()].map(findingOf);
}

/** Looks for people in the audience of whom nothing is left. */
export async function walkAudience(audit: Audit, begun: Place): Promise<void> {
  const { journal, audience, ledger } = audit;
  const reached = (place: Place): Promise<void> => journal.reached({ phase: 'audience', ...place });
  await walkPages<MemberItem, Place>(audience, begun, { ...journal.run, reached }, async (items, place) => {
    journal.report((await straysAmong(items, { ledger, ...rulesOf(audit) })).map(findingOf));
    return place;
  });
}

function findingOf({ consumer, code, site, subject, seq, text }: Lack): Finding {
  const since = code === 'mailMissing' ? ' --since DAY' : '';
  const place = { site, subject, ...(seq !== undefined && { seq }) };
  const remedy = `npm run cli -- replay --consumer ${consumer}${since} --apply`;
  return { code, place, text: `${text} To have it done: ${remedy}` };
}

import type { Context } from 'aws-lambda';
import { errorName, logger } from '../shared/api/logger';
import { answerBy, review, type InactivityRule, type Review } from '../shared/consent/review';
import type { Entry } from '../shared/consent/entry';
import { addDuration } from '../shared/duration';
import { readMembers, readReviewPosition, saveReviewPosition, type Member } from '../shared/ledger/audience';
import type { ReviewPosition } from '../shared/ledger/audience';
import { readHistory } from '../shared/ledger/ledger';
import { takeStep } from '../shared/ledger/take-step';
import { linkUrl } from '../shared/links/link';
import { deliver } from '../shared/mail/deliver';
import { stillInterestedLetter } from '../shared/mail/letters';
import type { Site } from '../shared/policy/schema';
import { allSites, findSite } from '../shared/policy/sites';

type Question = Extract<Review, { due: 'question' }>;

const PAGE = 25;
/** A page, with a mail to each of its members, takes less. */
const RESERVE_MS = 10_000;

/** By which what is due can be late, as a round may take more than one run. */
const LAG = 'P7D';

/** Somebody could not be reviewed. The others were, and the next round comes by again. */
class ReviewIncomplete extends Error {
  override readonly name = 'ReviewIncomplete';
}

/**
 * Once a day, asks who has not been heard of for long whether to go on, and ends what was not answered.
 *
 * Goes through the audience, which holds ids alone, page by page, and keeps its place after each: so a round that does not
 * fit into one run goes on with the next. A page done twice does no harm, as each person's history says what was done.
 *
 * @throws {ReviewIncomplete} so that somebody hears of it
 */
export async function handler(_event: unknown, context: Pick<Context, 'getRemainingTimeInMillis'>): Promise<void> {
  let failed = 0;
  let position = (await readReviewPosition()) ?? firstPosition();
  while (position && context.getRemainingTimeInMillis() > RESERVE_MS) {
    const { site, purpose, from } = position;
    const { members, next } = await readMembers(site, purpose, from, PAGE);
    failed += await reviewAll(members);
    position = next ? { site, purpose, from: next } : positionAfter(position);
    await saveReviewPosition(position);
  }
  if (failed > 0) throw new ReviewIncomplete();
}

/** Every purpose whose site asks; its members are one after the other in the audience. */
function lanes(): ReviewPosition[] {
  return allSites
    .filter(({ retention }) => retention.inactivity)
    .flatMap(({ id: site, purposes }) => purposes.map(({ id: purpose }) => ({ site, purpose, from: { shard: 0 } })));
}

const firstPosition = (): ReviewPosition | undefined => lanes()[0];

/** Where the purpose is no longer there, the round is over. */
function positionAfter({ site, purpose }: ReviewPosition): ReviewPosition | undefined {
  const all = lanes();
  const here = all.findIndex((lane) => lane.site === site && lane.purpose === purpose);
  return here < 0 ? undefined : all[here + 1];
}

/**
 * Reads side by side, as most need nothing; acts one after the other, as the mail service takes so many mails in a second.
 *
 * @returns how many failed
 */
async function reviewAll(members: readonly Member[]): Promise<number> {
  const looks = await Promise.allSettled(members.map(lookAt));
  const acts: PromiseSettledResult<unknown>[] = [];
  for (const look of looks) {
    if (look.status === 'fulfilled' && look.value) acts.push(...(await Promise.allSettled([act(look.value)])));
  }
  const failures = [...looks, ...acts].filter((result) => result.status === 'rejected');
  for (const { reason } of failures) logger.error('will be tried again', { error: errorName(reason) });
  return failures.length;
}

/** Somebody for whom there is something to do. */
interface Found {
  readonly site: Site;
  readonly rule: InactivityRule;
  readonly subject: string;
  readonly entries: readonly Entry[];
  readonly review: Review;
  readonly now: Date;
}

async function lookAt({ site: siteId, subject }: Member): Promise<Found | undefined> {
  const site = findSite(siteId);
  const rule = site?.retention.inactivity;
  if (!site || !rule) return undefined;
  const now = new Date();
  const { entries } = await readHistory(subject, now);
  const found = review(entries, rule, now);
  return found && { site, rule, subject, entries, review: found, now };
}

async function act(found: Found): Promise<void> {
  if (found.review.due === 'lapse') await lapse(found);
  else await ask(found, found.review);
}

async function ask(found: Found, { record, purposes, lastActive }: Question): Promise<void> {
  const { site, rule, subject, entries, now } = found;
  const link = (kind: 'keep' | 'unsubscribe'): Promise<string> =>
    linkUrl({ kind, subject, recordId: record.recordId, purposes: [] });
  const letter = stillInterestedLetter(site, record.language, {
    purposes,
    lastActive,
    answerBy: answerBy(now, rule),
    addressGone: addDuration(addDuration(answerBy(now, rule), rule.addressAfter), LAG),
    keepUrl: await link('keep'),
    withdrawUrl: await link('unsubscribe'),
  });
  await deliver({ site, subject, entries, record, kind: 'still-interested', letter, now });
}

/** Decided anew on what is there then, as the answer may come at the same moment. */
async function lapse({ subject, rule, now }: Found): Promise<void> {
  await takeStep({
    subject,
    now,
    decide: (_, entries) => {
      const found = review(entries, rule, now);
      return found?.due === 'lapse' ? found.step : undefined;
    },
  });
}

import { marshall } from '@aws-sdk/util-dynamodb';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { sites } from '../../examples/sites';
import { reviewPeople } from '../../shared/actions/review-people';
import { addDays, dayOf } from '../../shared/calendar';
import type { Site } from '../../shared/policy/schema';
import { codes, replayOf } from '../promises/replaying';
import { newsOf } from './news';
import { CONTEXT, runFunction } from './run-function';
import { operatorIn } from './subject-orders';
import { startWorld, tokenOf, type World } from './world';

const SITE = 'notice-002';
const EMAIL = 'anna@example.org';
const YEAR_MS = 365.25 * 24 * 60 * 60 * 1000;
let world: World;
let consume: () => Promise<void>;

beforeAll(async () => {
  world = await startWorld();
  consume = newsOf(world);
});
beforeEach(() => world.renew());
afterAll(() => world.stop());

async function subscribe(): Promise<void> {
  const body = { email: EMAIL, purposes: ['course-software'], language: 'de' };
  await world.call('signup', 'signup-json', { params: { site: SITE }, headers: { origin: undefined }, body });
  await consume();
  const asks = (await world.mails(EMAIL)).filter(({ links }) => links.some((link) => link.includes('/confirm/')));
  const token = tokenOf(asks[0], 'confirm');
  expect((await world.call('confirm', 'confirm-button', { params: { token } })).statusCode).toBe(200);
  await consume();
}

async function review(): Promise<void> {
  await runFunction('review', {}, { ...CONTEXT, getRemainingTimeInMillis: () => 60_000 });
  await consume();
}

/** By sites whose people are asked after a time, or never. */
async function reviewBy(askAfter: string | undefined, remainingMs = (): number => 60_000): Promise<void> {
  const inactivity = askAfter === undefined ? undefined : { askAfter, answerWithin: 'P30D', addressAfter: 'P1Y' };
  const purposes = (site: Site) =>
    site.purposes.map((one) => ({
      ...one,
      endsOn: undefined,
      measures: undefined,
      retention: inactivity && { inactivity },
    }));
  const changed = sites.map((site) =>
    site.id === SITE
      ? { ...site, retention: { ...site.retention, review: undefined }, purposes: purposes(site) }
      : site,
  );
  await reviewPeople({ ...world.deps, sites: changed as typeof sites }, remainingMs);
  await consume();
}

async function daysOf(askAfter: string, days: number): Promise<void> {
  for (let n = 0; n < days; n += 1) {
    world.advance('P1D');
    await reviewBy(askAfter);
  }
}

const rows = async (kind: 'day' | 'place') =>
  (await world.items('audience')).filter(({ pk }) => pk.startsWith(`review#${kind}#`));
const questions = async (): Promise<number> =>
  (await world.mails(EMAIL)).filter(({ links }) => links.some((link) => link.includes('/keep/'))).length;

/** As if the days before were worked off, so that there are not thousands to read. */
async function reviewedUntilDaysAgo(days: number): Promise<void> {
  const [progress] = (await world.items('audience')).filter(({ pk, sk }) => pk === 'review' && sk === 'progress');
  const Item = marshall({ ...progress!, from: addDays(dayOf(new Date()), -days) }, { removeUndefinedValues: true });
  await world.dynamo.send(new PutItemCommand({ TableName: process.env['AUDIENCE_TABLE'], Item }));
}

/** Does something right before a review gives somebody the day of the next look. */
async function meeting(work: () => Promise<void>, running: () => Promise<void>): Promise<void> {
  const { middlewareStack } = world.deps.ledger.client;
  let isMet = false;
  middlewareStack.add(
    (next) => async (args) => {
      const { ConditionExpression } = args.input as { ConditionExpression?: string };
      if (ConditionExpression === 'turns = :before' && !isMet) {
        isMet = true;
        await work();
      }
      return next(args);
    },
    { step: 'initialize', name: 'meeting' },
  );
  await running().finally(() => middlewareStack.remove('meeting'));
  expect(isMet).toBe(true);
}

test('who confirms while a review that is late looks at them is asked again when it is time', async () => {
  await subscribe();
  await review();
  world.advance('P3Y');
  await reviewedUntilDaysAgo(1);
  await review();
  expect(await questions()).toBe(1);
  // The review does not run for five days after the last day to answer on.
  world.advance('P35D');
  await meeting(subscribe, review);
  for (let n = 0; n < 3; n += 1) {
    world.advance('P1D');
    await review();
  }
  expect(codes(await replayOf(world, 'projector'))).toEqual([]);
  expect((await rows('day')).filter(({ expiresAt }) => expiresAt === undefined)).toHaveLength(1);
  world.advance('P3Y');
  await reviewedUntilDaysAgo(5);
  await review();
  expect(await questions()).toBe(2);
});

test('a row of a day that nobody reads any more is none, for whoever acts next and for the audit', async () => {
  await subscribe();
  await review();
  const [place] = await rows('place');
  const Item = marshall({ ...place!, day: addDays(dayOf(new Date()), -9) });
  await world.dynamo.send(new PutItemCommand({ TableName: process.env['AUDIENCE_TABLE'], Item }));
  world.advance('PT16M');
  expect(codes(await replayOf(world, 'projector'))).toEqual(['lookMissing']);
  await world.dynamo.send(new PutItemCommand({ TableName: process.env['AUDIENCE_TABLE'], Item }));
  world.advance('P1Y');
  const used = await world.call('reports', 'activity', { params: { site: SITE }, body: { emails: [EMAIL] } });
  expect(used.statusCode).toBe(200);
  await consume();
  expect(await rows('place')).toMatchObject([{ day: dayOf(new Date(Date.now() + 3 * YEAR_MS)) }]);
});

test('rules that were switched off, and come back as they were, have everybody looked at by them', async () => {
  await subscribe();
  await reviewBy('P3Y');
  world.advance('P3Y');
  await reviewedUntilDaysAgo(1);
  await reviewBy(undefined);
  await daysOf('P3Y', 5);
  expect(await questions()).toBe(1);
});

test('rules that were changed, and come back before all were looked at by the others, have everybody looked at', async () => {
  await subscribe();
  await reviewBy('P3Y');
  world.advance('P3Y');
  await reviewedUntilDaysAgo(1);
  let left = 60_000;
  const endsTheRun = (): Promise<void> => Promise.resolve(void (left = 0));
  await meeting(endsTheRun, () => reviewBy('P9Y', () => left));
  await daysOf('P3Y', 5);
  expect(await questions()).toBe(1);
});

test('a place that ended, and has a day again, has no end', async () => {
  await subscribe();
  await reviewBy('P3Y');
  world.advance('P3Y');
  await reviewedUntilDaysAgo(1);
  await reviewBy(undefined);
  expect(await rows('place')).toMatchObject([{ expiresAt: expect.any(Number) as number }]);
  await reviewBy('P4Y');
  const [place] = await rows('place');
  expect([place?.['day'] !== undefined, place?.['expiresAt']]).toEqual([true, undefined]);
});

test('of whoever was erased nothing stays in the index after the next review', async () => {
  await subscribe();
  await review();
  await operatorIn(world).ordered('erasures', EMAIL, { despiteDuty: true }, SITE);
  await consume();
  world.advance('P1D');
  await review();
  const there = [...(await rows('day')), ...(await rows('place'))];
  expect(there.length).toBeGreaterThan(0);
  expect(there.filter(({ expiresAt }) => expiresAt === undefined)).toEqual([]);
});

import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { othersOf } from '../../cli/close-site/others';
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

const rows = async (kind: 'days' | 'place') =>
  (await world.items('audience')).filter(({ pk }) => pk.startsWith(`review#${kind}#`));
const questions = async (): Promise<number> =>
  (await world.mails(EMAIL)).filter(({ links }) => links.some((link) => link.includes('/keep/'))).length;

const today = (): string => dayOf(new Date());

async function put(item: object): Promise<void> {
  const Item = marshall(item, { removeUndefinedValues: true });
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
  expect((await rows('days')).filter(({ expiresAt }) => expiresAt === undefined)).toHaveLength(1);
  world.advance('P3Y');
  await review();
  expect(await questions()).toBe(2);
});

test('whoever is due while the review does not run for weeks is asked when it does', async () => {
  await subscribe();
  await review();
  world.advance('P3Y');
  world.advance('P40D');
  await review();
  expect(await questions()).toBe(1);
});

test('whoever is due behind more than fit on a page is asked in the same run', async () => {
  await subscribe();
  await review();
  const [row] = await rows('days');
  const first = Buffer.from(row!['subject'] as string, 'base64url')[0]!;
  for (let n = 0; n < 60; n += 1) {
    const subject = Buffer.alloc(16, n).fill(first, 0, 1).toString('base64url');
    await put({ ...row!, sk: `2027-01-01#${subject}`, day: '2027-01-01', subject, purposes: [] });
  }
  world.advance('P3Y');
  await review();
  expect(await questions()).toBe(1);
});

test('however many have their day, those who may have one by new rules are looked at, too', async () => {
  await subscribe();
  const [row] = await rows('days');
  for (const { pk, sk } of [...(await rows('days')), ...(await rows('place'))])
    await world.dynamo.send(
      new DeleteItemCommand({ TableName: process.env['AUDIENCE_TABLE'], Key: marshall({ pk, sk }) }),
    );
  const first = Buffer.from(row!['subject'] as string, 'base64url')[0]!;
  // 20 pages, and one for each of the other shards.
  for (let n = 0; n < 500; n += 1) {
    const subject = Buffer.alloc(16).fill(first, 0, 1);
    subject.writeUInt16BE(n, 4);
    const id = subject.toString('base64url');
    await put({ ...row!, site: 'gone', sk: `2026-01-01#${id}`, day: '2026-01-01', subject: id, purposes: [] });
  }
  const sites = world.deps.sites
    .filter(({ id }) => id === SITE)
    .map((site) => ({ ...site, purposes: site.purposes.filter(({ id }) => id === 'course-software') }));
  // Each page takes a moment, and a run is over before all had their turn whose day has come.
  const left = [100_000, ...new Array<number>(4).fill(30_000), ...new Array<number>(18).fill(20_000)];
  await reviewPeople({ ...world.deps, sites }, () => left.shift() ?? 10_000);
  expect(await rows('place')).toContainEqual(expect.objectContaining({ pk: expect.stringContaining(SITE) as string }));
});

test('a use that was reported puts the day off when that day comes', async () => {
  await subscribe();
  const [before] = await rows('place');
  world.advance('P1Y');
  const used = await world.call('reports', 'activity', { params: { site: SITE }, body: { emails: [EMAIL] } });
  expect(used.statusCode).toBe(200);
  await consume();
  // A use of today puts things off, and moves nothing.
  expect(await rows('place')).toMatchObject([{ day: before!['day'] as string }]);
  world.advance('P2Y');
  await review();
  expect(await questions()).toBe(0);
  expect(await rows('place')).toMatchObject([{ day: addDays(before!['day'] as string, 365) }]);
});

test('a use that is reported brings a day forward that is too late for it', async () => {
  await subscribe();
  const [row] = await rows('days');
  const [place] = await rows('place');
  await put({ ...row!, sk: `2031-01-01#${place!.sk}`, day: '2031-01-01' });
  await put({ ...place!, day: '2031-01-01' });
  world.advance('P30D');
  await world.call('reports', 'activity', { params: { site: SITE }, body: { emails: [EMAIL] } });
  await consume();
  expect(await rows('place')).toMatchObject([{ day: addDays(place!['day'] as string, 30) }]);
});

test('of whom nothing is left is in no audience, whatever their row says that they agreed to', async () => {
  await subscribe();
  await review();
  const member = async () =>
    (await world.items('audience')).find(({ pk }) => pk.startsWith(`${SITE}#course-software#`));
  expect(await member()).toMatchObject({ active: true });
  const [row] = await rows('days');
  await put({ ...row!, purposes: [], at: new Date().toISOString(), sk: row!.sk.replace(/^[\d-]{10}/, today()) });
  for (const { pk, sk } of await world.items('ledger')) {
    const Key = marshall({ pk, sk });
    if (pk.startsWith('subject#'))
      await world.dynamo.send(new DeleteItemCommand({ TableName: process.env['LEDGER_TABLE'], Key }));
  }
  await runFunction('review', {}, { ...CONTEXT, getRemainingTimeInMillis: () => 60_000 });
  expect(await member()).toMatchObject({ active: false });
});

test('rules that are new leave no row of the old ones', async () => {
  await subscribe();
  await reviewBy('P3Y');
  await reviewBy('P9Y');
  const there = (await rows('days')).filter(({ expiresAt }) => expiresAt === undefined);
  expect(there.map(({ day }) => day)).toEqual((await rows('place')).map(({ day }) => day));
});

test('the rows and places of a site go with the site', async () => {
  await subscribe();
  const going: string[] = [];
  for await (const { kind, keys } of othersOf(world.deps, SITE))
    if (kind === 'looks') going.push(...keys.map(({ pk }) => pk));
  expect(going.sort()).toEqual([...(await rows('days')), ...(await rows('place'))].map(({ pk }) => pk).sort());
  expect(going).toHaveLength(2);
});

test('rules that were switched off, and come back as they were, have everybody looked at by them', async () => {
  await subscribe();
  await reviewBy('P3Y');
  world.advance('P3Y');
  await reviewBy(undefined);
  await daysOf('P3Y', 5);
  expect(await questions()).toBe(1);
});

test('rules that were changed, and come back before all were looked at by the others, have everybody looked at', async () => {
  await subscribe();
  await reviewBy('P3Y');
  world.advance('P3Y');
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
  const there = [...(await rows('days')), ...(await rows('place'))];
  expect(there.length).toBeGreaterThan(0);
  expect(there.filter(({ expiresAt }) => expiresAt === undefined)).toEqual([]);
});

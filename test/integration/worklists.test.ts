import { BatchWriteItemCommand, DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { personIn, type Lack } from '../../cli/derived/person';
import { lacksOfNotifier } from '../../cli/derived/told';
import { chunks, eachOf } from '../../shared/ledger/batches';
import { findSite } from '../../shared/policy/sites';
import { audit } from './audit';
import { operatorIn, TOLD } from './subject-orders';
import { OTHER, Reviewing, SITE, unused } from './reviewing';
import { CONTEXT, runFunction } from './run-function';
import { ofType, Telling } from './telling';
import { startWorld, type World } from './world';

/*
 * What waits for operators, list by list: the counts of the start page, the lists behind them, and what comes off them.
 */

let world: World;
let desk: Reviewing;
let people: Telling;
let ordered: ReturnType<typeof operatorIn>['ordered'];

beforeAll(async () => {
  world = await startWorld();
  desk = new Reviewing(world);
  people = new Telling(world);
  ({ ordered } = operatorIn(world));
});
beforeEach(() => world.renew());
afterEach(() => world.processors.behave(undefined));
afterAll(() => world.stop());

interface Count {
  readonly list: string;
  readonly open: number;
  readonly overdue: number;
  readonly nextDue?: string;
}

/** Lists on which something is. */
async function counts(site: string): Promise<Count[]> {
  const answer = await world.call('cases', 'worklists', { params: { site } });
  expect(answer.statusCode).toBe(200);
  return (JSON.parse(answer.body) as { lists: Count[] }).lists.filter(({ open }) => open > 0);
}

interface Page {
  readonly waiting: readonly { readonly id: string; readonly what: string; readonly reviewBy?: string }[];
  readonly cursor?: string;
}

async function page(site: string, query: Record<string, string>): Promise<Page> {
  const answer = await world.call('cases', 'reviews-list', { params: { site }, query });
  expect(answer.statusCode).toBe(200);
  return JSON.parse(answer.body) as Page;
}

const HOLD = { label: '12 O 345/26' };

/** As many rows as that in the index of people of whom something is held. */
async function holdRows(site: string, count: number): Promise<void> {
  const TableName = process.env['AUDIENCE_TABLE'] as string;
  const rows = Array.from({ length: count }, (_, n) => {
    const sk = Buffer.alloc(16).fill(`${n}`).toString('base64url');
    const held = [{ what: 'hold', day: '2027-03-01' }];
    return { pk: `worklist#${site}`, sk: `${n}${sk}`.slice(0, 22), seen: '2026-11-22T09:15:30.000Z', held };
  });
  await eachOf(chunks(rows, 25), (some) =>
    world.dynamo.send(
      new BatchWriteItemCommand({
        RequestItems: { [TableName]: some.map((row) => ({ PutRequest: { Item: marshall(row) } })) },
      }),
    ),
  );
}

describe('counts', () => {
  test('stop where they say enough, so that no look at them reads all of a list', async () => {
    await holdRows(OTHER, 4990);
    expect(await counts(OTHER)).toMatchObject([{ list: 'holds', open: 4990 }]);
    expect((await counts(OTHER))[0]).not.toHaveProperty('areMore');
    await holdRows(OTHER, 5200);
    const answer = await world.call('cases', 'worklists', { params: { site: OTHER } });
    const { lists } = JSON.parse(answer.body) as { lists: (Count & { areMore?: true })[] };
    expect(lists.find(({ list }) => list === 'holds')).toMatchObject({ open: 5000, areMore: true });
    // Of what else is in that index nobody knows; the others were read to their end.
    expect(lists.filter(({ areMore }) => areMore).map(({ list }) => list)).toEqual([
      'weighings',
      'review',
      'holds',
      'restrictions',
    ]);
  });

  test('say of each list how much waits, what is overdue and what comes next', async () => {
    await desk.subscriber('anna@example.org', ['newsletter'], OTHER);
    await desk.subscriber('berta@example.org', ['newsletter'], OTHER);
    expect(await counts(OTHER)).toEqual([]);
    await ordered('holds', 'anna@example.org', { ...HOLD, reviewBy: '2026-12-01' }, OTHER);
    await ordered('holds', 'berta@example.org', { ...HOLD, reviewBy: '2027-03-01' }, OTHER);
    await ordered('restrictions', 'berta@example.org', {}, OTHER);
    const heard = {
      email: 'carla@example.org',
      via: 'letter',
      receivedOn: '2026-11-20',
      wish: 'access',
      note: 'a letter',
    };
    expect((await world.call('cases', 'cases-open', { params: { site: OTHER }, body: heard })).statusCode).toBe(201);
    await desk.consume();
    expect(await counts(OTHER)).toEqual([
      { list: 'requests', open: 1, overdue: 0, nextDue: '2026-12-20' },
      { list: 'holds', open: 2, overdue: 0, nextDue: '2026-12-01' },
      { list: 'restrictions', open: 1, overdue: 0, nextDue: '2027-11-22' },
    ]);
    world.advance('P30D');
    expect(await counts(OTHER)).toEqual([
      { list: 'requests', open: 1, overdue: 1 },
      { list: 'holds', open: 2, overdue: 1, nextDue: '2027-03-01' },
      { list: 'restrictions', open: 1, overdue: 0, nextDue: '2027-11-22' },
    ]);
  });

  test('follow what operators decide: a new day, what is let go, and the yearly review', async () => {
    const [kept, letGo] = [await desk.subscriber('anna@example.org'), await desk.subscriber('berta@example.org')];
    await desk.untilRound();
    await ordered('restrictions', 'anna@example.org', {}, SITE);
    await desk.consume();
    expect(await counts(SITE)).toMatchObject([
      { list: 'review', open: 2 },
      { list: 'restrictions', open: 1 },
    ]);
    const items = [{ id: kept, what: 'restriction' }];
    expect((await desk.decide({ decision: 'keep', items, reviewBy: '2028-05-01' }))[0]).toBe(200);
    expect((await desk.decide({ decision: 'let-go', items: unused(letGo) }))[0]).toBe(200);
    await desk.consume();
    expect(await counts(SITE)).toMatchObject([
      // Anna is restricted, and so nothing of her is decided about; the daily review takes her off.
      { list: 'review', open: 1 },
      { list: 'restrictions', open: 1, nextDue: '2028-05-01' },
    ]);
    await desk.review();
    expect(await counts(SITE)).toMatchObject([{ list: 'restrictions', open: 1 }]);
    const informedOn = new Date().toISOString().slice(0, 10);
    expect((await desk.decide({ decision: 'let-go', items, informedOn }))[0]).toBe(200);
    await desk.consume();
    expect((await counts(SITE)).filter(({ list }) => list === 'restrictions')).toEqual([]);
  });

  test('go by the history again after the daily review, where a message was lost', async () => {
    await desk.subscriber('anna@example.org', ['newsletter'], OTHER);
    await desk.subscriber('berta@example.org', ['newsletter'], OTHER);
    await ordered('holds', 'anna@example.org', { ...HOLD, reviewBy: '2027-03-01' }, OTHER);
    await ordered('holds', 'berta@example.org', { ...HOLD, reviewBy: '2027-03-01' }, OTHER);
    await desk.consume();
    await ordered('holds', 'anna@example.org', { ...HOLD, lift: true }, OTHER);
    await ordered('holds', 'berta@example.org', { ...HOLD, reviewBy: '2027-06-01' }, OTHER);
    expect(await counts(OTHER)).toEqual([{ list: 'holds', open: 2, overdue: 0, nextDue: '2027-03-01' }]);
    // No consumer hears of any of it.
    await runFunction('review', {}, { ...CONTEXT, getRemainingTimeInMillis: () => 60_000 });
    expect(await counts(OTHER)).toEqual([{ list: 'holds', open: 1, overdue: 0, nextDue: '2027-06-01' }]);
  });
});

describe('one list alone', () => {
  test('has what is due first before the rest, page by page, each once', async () => {
    const days = ['2027-04-01', '2027-01-01', '2027-03-01', '2027-02-01', '2027-05-01'];
    for (const [n, reviewBy] of days.entries()) {
      await desk.subscriber(`many-${n}@example.org`, ['newsletter'], OTHER);
      await ordered('holds', `many-${n}@example.org`, { ...HOLD, reviewBy }, OTHER);
    }
    await ordered('restrictions', 'many-0@example.org', {}, OTHER);
    await desk.consume();
    const seen: (string | undefined)[] = [];
    let cursor: string | undefined;
    do {
      const { waiting, cursor: next } = await page(OTHER, { what: 'hold', limit: '2', ...(cursor && { cursor }) });
      expect(waiting.length).toBeLessThanOrEqual(2);
      seen.push(...waiting.map(({ reviewBy }) => reviewBy));
      cursor = next;
    } while (cursor !== undefined);
    expect(seen).toEqual([...days].sort());
    expect(await page(OTHER, { what: 'restriction' })).toMatchObject({ waiting: [{ what: 'restriction' }] });
    const refused = { params: { site: OTHER }, query: { what: 'hold', cursor: 'bm9uZQ' } };
    expect((await world.call('cases', 'reviews-list', refused)).statusCode).toBe(400);
  });
});

describe('deletions that nobody confirmed', () => {
  async function askedToDelete(email: string): Promise<string> {
    await people.subscribed('demo', email, ['newsletter-product']);
    await people.notify('demo', email);
    await people.ordered('withdrawals', email, TOLD);
    world.processors.behave({ status: 202, body: {} });
    expect(await people.notify('demo', email)).toBe(true);
    return people.subjectOf('demo', email);
  }

  async function list(
    query = {},
  ): Promise<{ deletions: { id: string; processor: string; due: string }[]; cursor?: string }> {
    const answer = await world.call('cases', 'deletions-list', { query });
    expect([answer.statusCode, answer.body]).toEqual([200, expect.not.stringContaining('@')]);
    return JSON.parse(answer.body) as Awaited<ReturnType<typeof list>>;
  }

  const note = (id: string, processor = 'brieftapir') =>
    world.call('cases', 'deletions-note', { body: { id, processor, reason: 'their letter of 3 December' } });

  test('are listed with their day, the oldest first, until an operator writes down that they are', async () => {
    const first = await askedToDelete('anna@example.org');
    world.advance('PT1H');
    const second = await askedToDelete('berta@example.org');
    const { deletions, cursor } = await list({ limit: '1' });
    expect(deletions).toMatchObject([{ id: first, processor: 'brieftapir', due: '2026-12-22', overdue: false }]);
    expect((await list({ limit: '1', cursor })).deletions.map(({ id }) => id)).toEqual([second]);
    expect(await counts('demo')).toMatchObject([{ list: 'deletions', open: 2, overdue: 0, nextDue: '2026-12-22' }]);
    for (let n = 0; n < 2; n++) expect((await note(first)).statusCode).toBe(200);
    expect(ofType(await people.history('demo', 'anna@example.org'), 'DeletionConfirmed')).toMatchObject([
      {
        actor: { kind: 'operator' },
        facts: { processor: 'brieftapir' },
        parts: { reason: expect.any(String) as string },
      },
    ]);
    expect(JSON.stringify(await world.items('ledger'))).not.toContain('letter of 3');
    expect((await list()).deletions.map(({ id }) => id)).toEqual([second]);
    expect(await counts('demo')).toMatchObject([{ list: 'deletions', open: 1 }]);
    world.advance('P2M');
    expect(await list()).toMatchObject({ deletions: [{ id: second, overdue: true }] });
    await audit(world);
  });

  test('are off it once the processor says so, and once the person came back; nobody else can be written down', async () => {
    const [first, second] = [await askedToDelete('anna@example.org'), await askedToDelete('berta@example.org')];
    const body = { id: first, processor: 'brieftapir' };
    expect((await world.call('deletions', 'deletions', { body, operator: 'brieftapir-client' })).statusCode).toBe(200);
    world.processors.behave(undefined);
    world.advance('PT1H');
    await people.subscribed('demo', 'berta@example.org', ['newsletter-product']);
    await people.notify('demo', 'berta@example.org');
    expect([(await list()).deletions, await counts('demo')]).toEqual([[], []]);
    expect((await note(second)).statusCode).toBe(404);
    expect((await note('A'.repeat(22))).statusCode).toBe(404);
    expect((await note(first, 'nobody')).statusCode).toBe(422);
  });

  /** What an audit says that the notifier has to do. */
  async function lacksAbout(id: string): Promise<readonly Lack[]> {
    const { sites } = world.deps;
    const looking = { ...world.deps, siteOf: (site: string) => findSite(sites, site), now: new Date() };
    const items = (await world.items('ledger')).filter(({ pk }) => pk === `subject#${id}`);
    return lacksOfNotifier(personIn(items, looking)!, looking);
  }

  test('are listed again by what the notifier is told once more, should the list be lost', async () => {
    const id = await askedToDelete('anna@example.org');
    const { client, name: TableName } = world.deps.audience;
    for (const { pk, sk } of await world.items('audience'))
      await client.send(new DeleteItemCommand({ TableName, Key: marshall({ pk, sk }) }));
    expect(await counts('demo')).toEqual([]);
    world.advance('PT16M');
    expect((await lacksAbout(id)).map(({ code }) => code)).toEqual(['deletionMissing']);
    await people.notify('demo', 'anna@example.org');
    expect((await list()).deletions.map((one) => one.id)).toEqual([id]);
    expect(await lacksAbout(id)).toEqual([]);
  });
});

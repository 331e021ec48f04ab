import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { codes, replayOf } from '../promises/replaying';
import { failCall } from './fault';
import { newsOf } from './news';
import { CONTEXT, runFunction } from './run-function';
import { startWorld, tokenOf, type World } from './world';

const SITE = 'notice-002';
let world: World;
let consume: () => Promise<void>;

beforeAll(async () => {
  world = await startWorld();
  consume = newsOf(world);
});
beforeEach(() => world.renew());
afterAll(() => world.stop());

async function subscriber(email: string): Promise<void> {
  const body = { email, purposes: ['course-software'], language: 'de' };
  await world.call('signup', 'signup-json', { params: { site: SITE }, headers: { origin: undefined }, body });
  await consume();
  const token = tokenOf((await world.mails(email))[0], 'confirm');
  expect((await world.call('confirm', 'confirm-button', { params: { token } })).statusCode).toBe(200);
  await consume();
}

async function review(): Promise<void> {
  await runFunction('review', {}, { ...CONTEXT, getRemainingTimeInMillis: () => 60_000 });
  await consume();
}

/** What a review asks of the database: calls by table, and read units. */
async function costOf(work: () => Promise<void>): Promise<{ calls: Record<string, number>; readUnits: number }> {
  const { client } = world.deps.ledger;
  const calls: Record<string, number> = {};
  let readUnits = 0;
  client.middlewareStack.add(
    (next) => async (args) => {
      const input = args.input as { TableName?: string; ReturnConsumedCapacity?: string };
      const isRead = !/Put|Update|Delete/.test(JSON.stringify(Object.keys(input)));
      const table = input.TableName ?? 'batch';
      calls[table] = (calls[table] ?? 0) + 1;
      const answer = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } });
      const { ConsumedCapacity } = answer.output as { ConsumedCapacity?: { CapacityUnits?: number } };
      if (isRead) readUnits += ConsumedCapacity?.CapacityUnits ?? 0;
      return answer;
    },
    { step: 'initialize', name: 'counting' },
  );
  await work().finally(() => client.middlewareStack.remove('counting'));
  return { calls, readUnits };
}

const run = () => runFunction<void>('review', {}, { ...CONTEXT, getRemainingTimeInMillis: () => 60_000 });
const rows = async (kind: 'days' | 'place') =>
  (await world.items('audience')).filter(({ pk }) => pk.startsWith(`review#${kind}#`));
const daysThere = async (): Promise<string[]> =>
  (await rows('days')).filter(({ expiresAt }) => expiresAt === undefined).map(({ sk }) => sk.split('#')[0]!);
const stepsOf = async (): Promise<string[]> => (await world.entries()).map(({ type }) => type);
const questions = async (email: string): Promise<number> =>
  (await world.mails(email)).filter(({ links }) => links.some((link) => link.includes('/keep/'))).length;

const remove = ({ pk, sk }: { pk: string; sk: string }) =>
  world.dynamo.send(new DeleteItemCommand({ TableName: process.env['AUDIENCE_TABLE'], Key: marshall({ pk, sk }) }));

test('a run costs what is due, and not what there is: with nobody due, no history is read', async () => {
  await subscriber('first@example.org');
  await review();
  const few = await costOf(run);
  for (let n = 0; n < 12; n += 1) await subscriber(`person-${n}@example.org`);
  const more = await costOf(run);
  process.stdout.write(`review, nobody due: ${JSON.stringify(few)}\n`);
  expect(more).toEqual(few);
  expect(more.calls[process.env['LEDGER_TABLE'] as string] ?? 0).toBeLessThanOrEqual(world.deps.sites.length * 3);
  world.advance('P3Y');
  const due = await costOf(run);
  process.stdout.write(`review, thirteen due: ${JSON.stringify(due)}\n`);
  await consume();
  expect(await questions('person-7@example.org')).toBe(1);
});

test('everybody has one row, of the day on which they may be asked; once asked, of the day by which they have to answer', async () => {
  await subscriber('anna@example.org');
  expect(await daysThere()).toEqual(['2029-11-22']);
  expect(await rows('place')).toMatchObject([{ day: '2029-11-22' }]);
  world.advance('P3Y');
  await review();
  // Until the mailer asked, every day.
  expect(await daysThere()).toEqual(['2029-11-23']);
  world.advance('P1D');
  await review();
  expect(await daysThere()).toEqual(['2029-12-22']);
  world.advance('P29D');
  await review();
  world.advance('P1D');
  await review();
  expect([await daysThere(), (await rows('place')).map(({ day }) => day)]).toEqual([[], [undefined]]);
  // Of whom nothing is left, no place stays for ever.
  expect(await rows('place')).toMatchObject([{ expiresAt: expect.any(Number) as number }]);
  // Who comes back has theirs again.
  await subscriber('anna@example.org');
  const [place] = await rows('place');
  expect([place?.day !== undefined, place?.['expiresAt']]).toEqual([true, undefined]);
});

test('a row that was lost is found by replay, with its place or without, and made anew', async () => {
  await subscriber('anna@example.org');
  world.advance('PT16M');
  expect(await replayOf(world, 'projector')).toEqual([]);
  for (const kind of ['days', 'place'] as const) {
    for (const row of await rows(kind)) await remove(row);
    expect(codes(await replayOf(world, 'projector'))).toEqual(['lookMissing']);
    expect(await replayOf(world, 'projector')).toEqual([]);
    expect(await daysThere()).toEqual(['2029-11-22']);
  }
});

test('a row says nothing by itself: whoever left, or was heard of since, is not asked', async () => {
  await subscriber('anna@example.org');
  world.advance('P2Y');
  const used = await world.call('reports', 'activity', {
    params: { site: SITE },
    body: { emails: ['anna@example.org'] },
  });
  expect(used.statusCode).toBe(200);
  await consume();
  world.advance('P1Y');
  await review();
  expect(await questions('anna@example.org')).toBe(0);
  expect(await daysThere()).toEqual(['2031-11-22']);
});

test('rules that are new have everybody looked at once', async () => {
  await subscriber('anna@example.org');
  await review();
  for (const row of [...(await rows('days')), ...(await rows('place'))]) await remove(row);
  const TableName = process.env['AUDIENCE_TABLE'] as string;
  const [progress] = (await world.items('audience')).filter(({ pk, sk }) => pk === 'review' && sk === 'progress');
  const rules = { ...(progress!['rules'] as object), [SITE]: 'others' };
  await review();
  expect(await daysThere()).toEqual([]);
  await world.dynamo.send(new PutItemCommand({ TableName, Item: marshall({ ...progress!, rules }) }));
  await review();
  expect(await daysThere()).toEqual(['2029-11-22']);
});

test.each(['not saved', 'saved'] as const)(
  'a run that fails at any call, which was %s, loses nobody: the next asks, and nobody is asked twice or never',
  async (outcome) => {
    let isAny = true;
    for (let nth = 0; isAny; nth += 4) {
      await world.renew();
      await subscriber('anna@example.org');
      await review();
      world.advance('P3Y');
      const fault = failCall(world.deps.ledger.client, nth, outcome, 'for good');
      await run().catch(() => undefined);
      fault.heal();
      isAny = fault.fired();
      await consume();
      for (let day = 0; day < 3; day += 1) {
        world.advance('P1D');
        await review();
      }
      expect(await questions('anna@example.org')).toBe(1);
      world.advance('P30D');
      await review();
      expect((await stepsOf()).filter((type) => type === 'ConsentLapsed')).toHaveLength(1);
    }
  },
);

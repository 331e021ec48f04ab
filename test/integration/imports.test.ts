import { consent, Elsewhere, SITE } from './elsewhere';
import { failCallsAbout } from './fault';
import { everything, expectProblem, MARK, observe } from './observe';
import { startWorld, type Answer, type World } from './world';

let world: World;
let elsewhere: Elsewhere;

beforeAll(async () => {
  world = await startWorld();
  elsewhere = new Elsewhere(world);
  process.env['POWERTOOLS_LOG_LEVEL'] = 'INFO';
});
afterAll(() => world.stop());

interface Result {
  readonly status?: string;
  readonly recordId?: string;
  readonly problem?: { readonly status: number; readonly type: string; readonly errors?: object };
}

const send = (rows: readonly object[]): Promise<Answer> =>
  world.call('reports', 'imports', { body: { rows }, params: { site: SITE }, operator: 'shop-1' });

async function results(rows: readonly object[]): Promise<Result[]> {
  const answer = await send(rows);
  expect(answer.statusCode).toBe(200);
  return (JSON.parse(answer.body) as { results: Result[] }).results;
}

const given = (email: string, change: object = {}): object => ({
  consent: consent(email, { source: 'import', doubleOptIn: true, ...change }),
});
const left = (email: string, change: object = {}): object => ({ optOut: { email, kind: 'withdrawal', ...change } });

const typesOf = async (email: string): Promise<string[]> => (await world.history(email, SITE)).map(({ type }) => type);

test('each row has its own answer in its place, and what is wrong with one stops no other', async () => {
  await results([left('gone@example.com')]);
  const found = await results([
    given('first@example.com'),
    given('gone@example.com'),
    given(`${MARK}@`),
    left('out@example.com'),
    given('second@example.com', { fields: { shoeSize: MARK } }),
    given('third@example.com'),
  ]);
  expect(found).toMatchObject([
    { status: 'recorded', recordId: expect.any(String) as string },
    { problem: { status: 409, type: 'urn:consent-ledger:withdrawn' } },
    { problem: { status: 422, errors: [{ pointer: '/email' }] } },
    { status: 'recorded', kept: [] },
    { problem: { status: 422, errors: [{ pointer: '/fields/shoeSize' }] } },
    { status: 'recorded' },
  ]);
  expect(await typesOf('third@example.com')).toEqual(['ConsentRecorded']);
  expect(await typesOf('second@example.com')).toEqual([]);
});

test('a row becomes what a call of its own becomes', async () => {
  const said = { source: 'import', doubleOptIn: true, visitor: { ip: '198.51.100.23' }, note: 'List of 2024' };
  await elsewhere.report(consent('single@example.com', said));
  await results([given('batch@example.com', said)]);
  const what = async (email: string): Promise<object[]> =>
    (await world.history(email, SITE)).map((entry) => {
      const { type, actor, language, purposes, facts, parts } = entry;
      return { type, actor, language, purposes, facts: { ...facts, address: 'its own' }, parts: Object.keys(parts) };
    });
  expect(await what('batch@example.com')).toEqual(await what('single@example.com'));
});

test('the same rows once more change nothing, whether or not they have a name, and after a dry run, too', async () => {
  const rows = [
    given('again-1@example.com'),
    given('again-2@example.com', { reference: 'subscriber 2' }),
    left('again-3@example.com', { saidAt: '2024-05-01T10:00:00Z' }),
    left('again-4@example.com'),
  ];
  const dry = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([kind, report]) => [kind, { ...(report as object), dryRun: true }])),
  );
  const before = await everything(world);
  expect((await results(dry)).map(({ status }) => status)).toEqual(Array(4).fill('recorded'));
  expect(await everything(world)).toEqual(before);
  expect((await results(rows)).map(({ status }) => status)).toEqual(Array(4).fill('recorded'));
  const written = await everything(world);
  expect((await results(rows)).map(({ status }) => status)).toEqual(Array(4).fill('already-recorded'));
  expect((await results(dry)).map(({ status }) => status)).toEqual(Array(4).fill('already-recorded'));
  expect(await everything(world)).toEqual(written);
});

test('rows of one address, however it is spelt, are taken in their order', async () => {
  const rows = Array.from({ length: 20 }, (_, n) => [
    given(`order-${n}@example.com`, { givenAt: undefined }),
    left(` ORDER-${n}@Example.com`),
  ]).flat();
  expect((await results(rows)).map(({ status }) => status)).toEqual(Array(40).fill('recorded'));
  const histories = await Promise.all(Array.from({ length: 20 }, (_, n) => typesOf(`order-${n}@example.com`)));
  expect(histories).toEqual(Array(20).fill(['ConsentRecorded', 'ConsentWithdrawn']));
});

test('a row that cannot be written for now says so by itself; sent again, all are there once', async () => {
  const rows = ['a', 'b', 'c'].map((name) => given(`broken-${name}@example.com`, { note: `note of ${name}` }));
  const fault = failCallsAbout(world.deps.vault.client, 'note of b');
  const { answer, log } = await observe(() => send(rows));
  fault.heal();
  const found = (JSON.parse(answer.body) as { results: Result[] }).results;
  expect(found).toMatchObject([{ status: 'recorded' }, { problem: { status: 503 } }, { status: 'recorded' }]);
  expect(log).toContain('TimeoutError');
  expect((await results(rows)).map(({ status }) => status)).toEqual([
    'already-recorded',
    'recorded',
    'already-recorded',
  ]);
  expect(await typesOf('broken-b@example.com')).toEqual(['ConsentRecorded']);
});

test.each([
  ['more than a hundred', Array.from({ length: 101 }, (_, n) => given(`many-${n}@example.com`)), '/rows'],
  ['a row that is both', [{ ...given('both@example.com'), ...left('both@example.com') }], '/rows/0'],
  ['a row that is neither', [given('fine@example.com'), {}], '/rows/1'],
])('%s: nothing is written', async (_, rows, pointer) => {
  const before = await everything(world);
  expectProblem(await send(rows), { status: 422, code: 'invalid', pointers: [pointer] });
  expect(await everything(world)).toEqual(before);
});

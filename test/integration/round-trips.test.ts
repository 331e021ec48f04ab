import { randomBytes } from 'node:crypto';
import { recordIdOf } from '../../shared/ids';
import { subjectId } from '../../shared/ledger/subject-id';
import { linkUrl } from '../../shared/links/link';
import { CallLog, type Call } from './calls';
import { failCallsAbout } from './fault';
import { confirmed, journey, type Journey } from './journey';
import { newsOf } from './news';
import { startWorld, type Answer, type Item, type World } from './world';

let world: World;
let consume: () => Promise<void>;
let log: CallLog;

beforeAll(async () => {
  world = await startWorld();
  consume = newsOf(world);
  log = new CallLog(world.deps.ledger.client);
});
afterAll(() => world.stop());

let people = 0;
const somebody = (): Journey => journey(world, consume, `trips-${(people += 1)}@example.com`);
const nameOf = ({ email }: Journey) => subjectId(world.deps.subjectKey, 'demo', email);
const leave = (token: string): Promise<Answer> =>
  world.call('unsubscribe', 'unsubscribe-one-click', { params: { token } });

/** Round trip by round trip: which calls to which tables. */
function shape(calls: readonly Call[]): string[][] {
  const trips = Math.max(0, ...calls.map(({ roundTrip }) => roundTrip));
  return Array.from({ length: trips }, (_, n) =>
    calls
      .filter((call) => call.roundTrip === n + 1)
      .map(({ command, table }) => `${command} ${table}`)
      .sort(),
  );
}

/** What the vault holds from pressing buttons that no entry names, and that is more than nothing. */
async function leftBehind(): Promise<Item[]> {
  const named = new Set((await world.entries()).flatMap(({ parts }) => Object.values<string>(parts)));
  const parts = (await world.items('vault')).filter(({ pk }) => pk.startsWith('subject#'));
  return parts.filter(({ digest, data }) => !named.has(String(digest)) && data !== '0');
}

test('a confirmation takes two round trips: the ends are put off while the entry is added', async () => {
  const person = somebody();
  await person.signUp();
  const token = await person.token('confirm');
  log.take();
  expect((await person.press(token)).statusCode).toBe(200);
  const calls = shape(log.take());
  expect(calls[0]).toEqual(['PutItem Vault', 'Query Ledger']);
  expect(calls.slice(1)).toEqual([
    ['PutItem Ledger', ...Array<string>(2).fill('UpdateItem Ledger'), ...Array<string>(3).fill('UpdateItem Vault')],
  ]);
});

test('a withdrawal takes two round trips and two writes', async () => {
  const { unsubscribe } = await confirmed(somebody());
  log.take();
  expect((await leave(unsubscribe)).statusCode).toBe(200);
  expect(shape(log.take())).toEqual([['PutItem Vault', 'Query Ledger'], ['PutItem Ledger']]);
});

test('where nothing came of a press, nothing that it brought along stays', async () => {
  const { unsubscribe, confirm } = await confirmed(somebody());
  await leave(unsubscribe);
  log.take();
  expect((await leave(unsubscribe)).statusCode).toBe(200);
  expect(shape(log.take())).toEqual([['PutItem Vault', 'Query Ledger'], ['PutItem Vault']]);
  await world.call('confirm', 'confirm-button', { params: { token: confirm } });
  expect(await leftBehind()).toEqual([]);
  const replaced = (await world.items('vault')).filter(({ pk, data }) => pk.startsWith('subject#') && data === '0');
  expect(replaced).toHaveLength(2);
  for (const { expiresAt } of replaced) expect(Number(expiresAt)).toBeLessThanOrEqual(Date.now() / 1000);
});

test('whoever comes second of ten at once leaves nothing behind', async () => {
  const { unsubscribe } = await confirmed(somebody());
  const answers = await Promise.all(Array.from({ length: 10 }, () => leave(unsubscribe)));
  expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(10).fill(200));
  expect(await leftBehind()).toEqual([]);
});

test('sign-ups that overtook each other at a cap leave nothing behind', async () => {
  const sign = (n: number): Promise<Answer> =>
    world.call('signup', 'signup-json', {
      body: { email: `capped+${n}@gmail.com`, purposes: ['newsletter-product'], language: 'de' },
    });
  await Promise.all(Array.from({ length: 20 }, (_, n) => sign(n)));
  expect((await world.entries()).filter(({ type }) => type === 'ConsentRequested').length).toBeGreaterThan(6);
  expect(await leftBehind()).toEqual([]);
});

test('a link whose own record is gone: what it brought along is saved for the record that the step is of', async () => {
  const person = somebody();
  await confirmed(person);
  const subject = await nameOf(person);
  const recordId = recordIdOf(randomBytes(16));
  const url = await linkUrl(world.deps.links, { kind: 'unsubscribe', subject, recordId, purposes: [] });
  await leave(url.split('/').at(-1)!);
  const step = (await world.entries()).find((entry) => entry.subject === subject && entry.type === 'ConsentWithdrawn')!;
  const places = (await world.items('vault')).map(({ pk, sk }) => `${pk} ${sk}`);
  expect(places).toContain(`subject#${subject} ${step.recordId}#network#${step.parts['network']}`);
  expect(await leftBehind()).toEqual([]);
});

describe('a confirmation whose ends could not be put off', () => {
  const DAY_S = 24 * 60 * 60;

  test('is not acknowledged, and the next press puts them off', async () => {
    const person = somebody();
    await person.signUp();
    const token = await person.token('confirm');
    const fault = failCallsAbout(world.deps.ledger.client, 'SET expiresAt = :to');
    expect((await person.press(token)).statusCode).toBe(503);
    fault.heal();
    const subject = await nameOf(person);
    expect((await world.entries()).filter((entry) => entry.subject === subject).map(({ type }) => type)).toContain(
      'ConsentGiven',
    );
    const ends = async (): Promise<number[]> => {
      const items = [...(await world.items('ledger')), ...(await world.items('vault'))];
      const own = items.filter(({ pk, data }) => pk === `subject#${subject}` && data !== '0');
      const ending = own.filter(({ expiresAt }) => expiresAt !== undefined);
      return ending.map(({ expiresAt }) => Math.round((Number(expiresAt) - Date.now() / 1000) / DAY_S));
    };
    // The network part of the press is born with the later end.
    expect((await ends()).sort((one, other) => one - other)).toEqual([8, 8, 8, 8, 8, 22]);
    expect((await person.press(token)).statusCode).toBe(200);
    expect(await ends()).toEqual([22, 22, 22, 22, 22, 22]);
  });
});

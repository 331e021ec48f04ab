import { sites } from '../../examples/sites';
import { dayOf, plus } from '../../shared/calendar';
import type { Entry } from '../../shared/consent/entry';
import { CONSUMERS } from '../../shared/consent/consumers';
import { putOperatorName } from '../../shared/ledger/operator-names';
import { findSite } from '../../shared/policy/sites';
import { replayOf } from '../promises/replaying';
import { startCorrespondence, type Correspondence } from './correspondence';
import { as, journalOf, type Line } from './journal-calls';
import { expectProblem } from './observe';
import { operatorIn, REASON, TOLD } from './subject-orders';
import type { Answer } from './world';

let all: Correspondence;
let ordered: ReturnType<typeof operatorIn>['ordered'];

beforeAll(async () => {
  all = await startCorrespondence();
  ({ ordered } = operatorIn(all.world));
});
afterEach(() => all.check());
afterAll(() => all.world.stop());

const read = <T>({ body }: Answer): T => JSON.parse(body) as T;
const { ask, page, journal, look } = journalOf(() => all.world);

const LATEST_FIRST = (one: Line, other: Line): number => (one.at < other.at ? 1 : -1);
const named = ({ subject, at, type }: Entry): string => `${at} ${subject} ${type}`;

/** What the ledger has of operators, by the entries themselves. */
async function byHand(): Promise<string[]> {
  const entries = await all.world.entries();
  const own = entries.filter(({ site, actor }) => site === 'demo' && actor.kind === 'operator');
  return own
    .filter(({ type }) => type !== 'ActivityReported')
    .map(named)
    .sort();
}
const found = (lines: readonly Line[]): string[] =>
  lines.map(({ at, person, type }) => `${at} ${person} ${type}`).sort();

test('is what operators did by the ledger: each step once, the latest first, also when consumers are told twice and replayed', async () => {
  const people = [await all.subscriber(), await all.subscriber(), await all.subscriber()];
  all.world.advance('P8D');
  for (const { email } of people) {
    // What a program passes on is no act of its own.
    expect((await all.world.call('reports', 'activity', { body: { emails: [email] } })).statusCode).toBe(200);
    await ordered('holds', email, { label: 'dispute', reviewBy: '2027-06-30' });
    await ordered('restrictions', email);
    await look(email, 'auditor-1');
    await ordered('withdrawals', email, TOLD);
  }
  const lines = await journal();
  const expected = await byHand();
  expect((await all.world.entries()).some(({ type }) => type === 'ActivityReported')).toBe(true);
  expect(expected.length).toBeGreaterThanOrEqual(12);
  expect(found(lines)).toEqual(expected);
  expect([...lines].sort(LATEST_FIRST).map(({ at }) => at)).toEqual(lines.map(({ at }) => at));
  await all.world.consume();
  await all.world.consume();
  all.world.advance('PT16M');
  for (const { name } of CONSUMERS) await replayOf(all.world, name);
  expect(found(await journal())).toEqual(await byHand());
  expect(found(lines).every((line) => expected.includes(line))).toBe(true);
});

test('says who, why, about whom and for which request, and by what operators are called as long as that is kept', async () => {
  const { vault } = all.world.deps;
  await putOperatorName(
    vault,
    'auditor-2',
    { name: 'Rita Revision', at: new Date().toISOString() },
    new Date('2099-01-01'),
  );
  const { email } = await all.subscriber();
  const person = await all.world.subjectId(email);
  const opened = await all.world.call('cases', 'cases-open', {
    body: { via: 'letter', wish: 'access', note: 'a letter', email, receivedOn: new Date().toISOString().slice(0, 10) },
  });
  await look(email, 'auditor-2', 'audit of November', 'evidence');
  await ordered('holds', email, { label: 'dispute', reviewBy: '2027-06-30' });
  const [held, looked, received] = (await journal({ limit: '50' })).filter((line) => line.person === person);
  expect(held).toMatchObject({ type: 'HoldPlaced', reason: REASON, known: true });
  // By the id of a hold nobody finds a request.
  expect(held).not.toHaveProperty('case');
  expect(looked).toMatchObject({
    ...{ type: 'EvidenceDisclosed', operator: 'auditor-2', name: 'Rita Revision', client: 'desk' },
    reason: 'audit of November',
  });
  expect(received).toMatchObject({ type: 'RequestReceived', case: read<{ case: string }>(opened).case });
});

test('is filtered by who, by what and by day, each alone and together', async () => {
  const { email } = await all.subscriber();
  await look(email, 'auditor-3');
  await look(email, 'auditor-4');
  all.world.advance('P1D');
  await look(email, 'auditor-3');
  await all.world.call('subjects', 'subjects-restrictions', { body: { email, reason: REASON }, ...as('auditor-3') });
  const lines = await journal();
  const today = new Date().toISOString().slice(0, 10);
  const by = (query: Record<string, string>) => journal({ limit: '1', ...query });
  const where = (is: (line: Line) => boolean): Line[] => lines.filter(is);
  expect(await by({ operator: 'auditor-3' })).toEqual(where(({ operator }) => operator === 'auditor-3'));
  expect(await by({ type: 'ProcessingRestricted' })).toEqual(where(({ type }) => type === 'ProcessingRestricted'));
  const both = await by({ type: 'AccessGiven', operator: 'auditor-3', from: today, to: today });
  expect(both).toEqual(
    where(({ at, type, operator }) => type === 'AccessGiven' && operator === 'auditor-3' && at.startsWith(today)),
  );
  expect(both).toHaveLength(1);
  expect(await by({ operator: 'nobody' })).toEqual([]);
});

test('a day begins and ends by the clock of the site', async () => {
  const { email } = await all.subscriber();
  // In November, Germany is an hour ahead: 23:30 UTC is the next day there.
  const night = `${new Date().toISOString().slice(0, 10)}T23:30:00.000Z`;
  all.world.advance(`PT${Math.ceil((Date.parse(night) - Date.now()) / 1000)}S`);
  const [before, after] = [0, 1].map((days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10));
  await look(email, 'night-owl');
  const on = (day: string) => journal({ from: day, to: day, operator: 'night-owl' });
  expect(await on(before!)).toEqual([]);
  expect(await on(after!)).toHaveLength(1);
});

test('an erasure ends the reasons of what was done before it with its answer, and is in it itself, when the person is gone, too', async () => {
  const { email } = await all.subscriber();
  const person = await all.world.subjectId(email);
  const own = async () => (await journal({ limit: '50' })).filter((line) => line.person === person);
  await ordered('restrictions', email);
  expect((await own()).map(({ reason }) => reason)).toEqual([REASON]);
  await ordered('erasures', email, { despiteDuty: true });
  const [erased, ...earlier] = await own();
  expect(erased).toMatchObject({ type: 'DataErased', reason: REASON });
  expect(earlier.map(({ type }) => type)).toEqual(['ConsentWithdrawn', 'ProcessingRestricted']);
  for (const line of earlier) expect(line).not.toHaveProperty('reason');
});

test('comes as a table in parts that make one file, whose reasons are no formulas', async () => {
  const { email } = await all.subscriber();
  for (const reason of ['first look', '=HYPERLINK(1)', 'line; "quoted"']) {
    await look(email, 'auditor-6', reason);
  }
  const csv = async (query: Record<string, string>) =>
    all.world.call('desk', 'journal', { query, headers: { accept: 'text/csv' } });
  const parts: string[] = [];
  let query: Record<string, string> | undefined = { limit: '2', operator: 'auditor-6', language: 'de', bom: 'yes' };
  while (query) {
    const answer: Answer = await csv(query);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers?.['Content-Disposition']).toMatch(
      /^attachment; filename="journal-demo-[\d-]{21}-\w{16}\.csv"$/,
    );
    parts.push(answer.body);
    const [, next] = /^<\?(.*)>; rel="next"$/.exec(String(answer.headers?.['Link'])) ?? [];
    query = next === undefined ? undefined : Object.fromEntries(new URLSearchParams(next));
  }
  expect(parts).toHaveLength(2);
  const rows = parts.join('').split('\r\n');
  expect(rows[0]).toBe(
    '\ufeff"at";"operator";"name";"client";"type";"mail";"person";"purposes";"case";"reason";"letter"',
  );
  expect(rows.slice(1, 4).map((row) => row.split('";"').at(-2))).toEqual([
    expect.stringContaining('quoted'),
    `'=HYPERLINK(1)`,
    'first look',
  ]);
});

test('refuses what it cannot answer, a place of another time, and whoever may not read evidence', async () => {
  const { email } = await all.subscriber();
  await look(email, 'auditor-7');
  await look(email, 'auditor-7');
  const { cursor = '' } = await page({ limit: '1' });
  expectProblem(await ask({ cursor, from: '2026-01-01', to: '2026-01-31' }), { status: 400, code: 'cursor' });
  expectProblem(await ask({ cursor: 'x' }), { status: 400, code: 'cursor' });
  expectProblem(await ask({ from: '2026-11-02', to: '2026-11-01' }), { status: 400, code: 'period' });
  expectProblem(await ask({ type: 'Erasure' }), { status: 400, code: 'type' });
  expectProblem(await ask({ operator: 'two words' }), { status: 400, code: 'operator' });
  const marketing = { scope: 'person:read@sites audience:read@sites site=demo' };
  expectProblem(await ask({}, { claims: marketing }), { status: 403, code: 'grant' });
});

test('what is past its end is not in it, whether or not it was deleted, and nobody is known of whom only looks are left', async () => {
  const waiting = all.another('never-confirmed@example.com');
  await waiting.signUp();
  // Somebody of whom there is more, for longer.
  const { email } = await all.subscriber();
  await look(email, 'auditor-8');
  await look(waiting.email, 'auditor-5');
  const [line] = await journal({ operator: 'auditor-5' });
  expect(line).toMatchObject({ known: true });
  const { accessLog } = findSite(sites, 'demo')!.retention;
  const end = plus(new Date(line!.at), accessLog).getTime();
  const day = dayOf(new Date(line!.at));
  all.world.advance('P60D');
  expect(await journal({ operator: 'auditor-5', from: day, to: day })).toEqual([{ ...line, known: false }]);
  all.world.advance(`PT${Math.ceil((end - Date.now()) / 1000)}S`);
  expect(await journal({ operator: 'auditor-5', from: day, to: day })).toEqual([]);
  expect(await journal({ operator: 'auditor-8', from: day, to: day })).toEqual([]);
  expect((await all.world.history(email)).length).toBeGreaterThan(0);
});

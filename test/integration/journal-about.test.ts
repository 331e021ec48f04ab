import { putOperatorName } from '../../shared/ledger/operator-names';
import { startCorrespondence, type Correspondence } from './correspondence';
import { as, journalOf } from './journal-calls';
import { expectProblem, observe } from './observe';
import { operatorIn } from './subject-orders';

let all: Correspondence;
let ordered: ReturnType<typeof operatorIn>['ordered'];

beforeAll(async () => {
  all = await startCorrespondence();
  ({ ordered } = operatorIn(all.world));
});
afterEach(() => all.check());
afterAll(() => all.world.stop());

const { ask, page, journal, look } = journalOf(() => all.world);

test('is filtered by person, with all other filters and page by page, and holds nobody else', async () => {
  const [one, other] = [await all.subscriber(), await all.subscriber()];
  await look(one.email, 'auditor-9');
  await look(other.email, 'auditor-9');
  await ordered('holds', one.email, { label: 'dispute', reviewBy: '2027-06-30' });
  await look(one.email, 'auditor-10');
  const person = await all.world.subjectId(one.email);
  const lines = (await journal({ limit: '50' })).filter((line) => line.person === person);
  expect(lines).toHaveLength(3);
  expect(await journal({ limit: '1', person })).toEqual(lines);
  expect(await journal({ person, operator: 'auditor-9' })).toEqual([lines[2]]);
  expect(await journal({ person, type: 'HoldPlaced' })).toEqual([lines[1]]);
  expect(await journal({ person, from: '2026-01-01', to: '2026-01-31' })).toEqual([]);
  expect(await journal({ person: 'A'.repeat(22) })).toEqual([]);
  expectProblem(await ask({ person: 'somebody' }), { status: 400, code: 'person' });
});

test('begins with the first day that is asked for', async () => {
  const { email } = await all.subscriber();
  const person = await all.world.subjectId(email);
  await look(email, 'auditor-14');
  all.world.advance('P2D');
  const from = new Date().toISOString().slice(0, 10);
  expect(await journal({ person })).toHaveLength(1);
  expect(await journal({ person, from, to: from })).toEqual([]);
});

test('says nothing of a person of another site, though their id is known', async () => {
  const { email } = await all.subscriber();
  await look(email, 'auditor-15');
  const person = await all.world.subjectId(email);
  const claims = { sub: 'auditor-15', client_id: 'desk', scope: 'evidence:read@sites site=notice-001' };
  const answer = await ask({ person }, { params: { site: 'notice-001' }, claims });
  expect(JSON.parse(answer.body)).toMatchObject({ site: 'notice-001', steps: [] });
});

test('the first page says who did something in that time, whoever is on it and whatever is asked for', async () => {
  const { email } = await all.subscriber();
  const said = { name: 'Rita Revision', at: new Date().toISOString() };
  await putOperatorName(all.world.deps.vault, 'auditor-2', said, new Date('2099-01-01'));
  await look(email, 'auditor-11');
  await look(email, 'auditor-2');
  const first = await page({ limit: '1', operator: 'nobody' });
  expect(first.steps).toEqual([]);
  expect(first.operators).toEqual(
    expect.arrayContaining([{ id: 'auditor-11' }, { id: 'auditor-2', name: 'Rita Revision' }]),
  );
  expect(new Set(first.operators!.map(({ id }) => id)).size).toBe(first.operators!.length);
  const { cursor } = await page({ limit: '1' });
  expect(await page({ limit: '1', cursor: cursor! })).not.toHaveProperty('operators');
  expect((await page({ from: '2026-01-01', to: '2026-01-31' })).operators).toEqual([]);
});

test('says which letter was made, and no digest of it as a reason', async () => {
  const { email } = await all.subscriber();
  const person = await all.world.subjectId(email);
  const { statusCode } = await all.world.call('subjects', 'letters', {
    body: { kind: 'identity-asked', email },
    headers: { accept: 'text/plain' },
  });
  expect(statusCode).toBe(200);
  const [line] = await journal({ person });
  expect(line).toMatchObject({ type: 'PersonInformed', letter: 'identity-asked' });
  expect(line).not.toHaveProperty('reason');
});

test('that it was read is in the log: who, at which site and how many steps, never about whom', async () => {
  const { email } = await all.subscriber();
  await look(email, 'auditor-12');
  const person = await all.world.subjectId(email);
  const { log } = await observe(() => ask({ person }, as('auditor-13')));
  const lines = log.split('\n').filter((line) => line.includes('journal read'));
  expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
    expect.objectContaining({ site: 'demo', operator: 'auditor-13', count: 1 }),
  ]);
  expect(log).not.toContain(person);
});

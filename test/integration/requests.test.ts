import { project } from '../../shared/actions/project';
import type { SubjectId } from '../../shared/ids';
import { subjectId } from '../../shared/ledger/subject-id';
import { by, startCorrespondence, today, types, type Correspondence } from './correspondence';
import { expectProblem } from './observe';
import { operatorIn, TOLD } from './subject-orders';
import { runFunction } from './run-function';
import type { Answer } from './world';

let all: Correspondence;
let ordered: ReturnType<typeof operatorIn>['ordered'];
let order: ReturnType<typeof operatorIn>['order'];

beforeAll(async () => {
  all = await startCorrespondence();
  ({ order, ordered } = operatorIn(all.world));
});
afterEach(() => all.check());
afterAll(() => all.world.stop());

interface Row {
  readonly case: string;
  readonly id: string;
  readonly due: string;
  readonly overdue: boolean;
  readonly wish?: string;
  readonly outcome?: string;
}

const day = (offset = 0): string => {
  const at = new Date(Date.now() + offset * 24 * 60 * 60 * 1000);
  return at.toISOString().slice(0, 10);
};
const read = <T = Row>({ body }: Answer): T => JSON.parse(body) as T;

const LETTER = { via: 'letter', wish: 'erasure', note: 'a letter' };

const write = (email: string, body: object = {}) =>
  all.world.call('cases', 'cases-open', { body: { ...LETTER, email, receivedOn: day(), ...body } });
const at = (what: string, id: string, body: object = {}) =>
  all.world.call('cases', `cases-${what}`, { params: { case: id }, body });
async function list(query: Record<string, string> = {}): Promise<{ cases: Row[]; cursor?: string }> {
  const answer = await all.world.call('cases', 'cases-list', { query });
  expect(answer.statusCode).toBe(200);
  return read(answer);
}
const COMPLIANCE = { scope: 'person:read@sites evidence:read@sites site=demo' };
const fileOf = async (email: string) => {
  const answer = await all.world.call('desk', 'look-up', { body: { email }, claims: { ...COMPLIANCE } });
  return read<{ file?: { requests: (Row & { done: object[]; letters: object[] })[] } }>(answer).file;
};

describe('a letter', () => {
  test('is on the list until it is closed, and then on that of those that were', async () => {
    const { email } = await all.subscriber();
    const opened = await write(email);
    expect([opened.statusCode, opened.body.includes(email)]).toEqual([201, false]);
    const { case: id } = read(opened);
    // The answer got lost, and the same is sent again.
    expect(read(await write(email))).toMatchObject({ case: id });
    expect((await list()).cases).toMatchObject([{ case: id, wish: 'erasure', via: 'letter', overdue: false }]);

    expect((await at('identity', id, { identity: 'reply-to-address', reason: 'they answered' })).statusCode).toBe(200);
    await ordered('erasures', email, { ...TOLD, receivedOn: day(), forCase: id, despiteDuty: true });
    expect((await fileOf(email))?.requests).toMatchObject([
      { case: id, identity: 'reply-to-address', done: [{ what: 'ConsentWithdrawn' }, { what: 'DataErased' }] },
    ]);
    expect((await all.close(id, 'erasure')).statusCode).toBe(200);
    expect((await list()).cases).toEqual([]);
    expect((await list({ state: 'closed' })).cases).toMatchObject([{ case: id, outcome: 'erasure' }]);
    expect(read(await write(email))).toMatchObject({ case: id, outcome: 'erasure' });
    expect((await list()).cases).toEqual([]);

    const person = await subjectId(all.world.deps.subjectKey, 'demo', email);
    expectProblem(await at('reopen', id, { id: 'A'.repeat(22), reason: 'wrote again' }), {
      status: 404,
      code: 'unknown-case',
    });
    expect((await at('reopen', id, { id: person, reason: 'wrote again' })).statusCode).toBe(200);
    expect((await list()).cases).toMatchObject([{ case: id }]);
    expect((await list({ state: 'closed' })).cases).toEqual([]);
    await all.closeAll();
  });

  test('of somebody of whom nothing is known can be written down, and leaves no address', async () => {
    const email = 'never-heard-of@example.com';
    expect((await write(email, { wish: 'access' })).statusCode).toBe(201);
    for (const table of ['ledger', 'vault', 'audience'] as const)
      expect(JSON.stringify(await all.world.items(table))).not.toContain(email);
    await all.closeAll();
  });

  test('is named by nobody’s id', async () => {
    const answer = await write('', { email: undefined, id: 'A'.repeat(22) });
    expectProblem(answer, { status: 404, code: 'unknown-person' });
  });

  test.each([
    ['a day to come', { receivedOn: '2099-01-01' }, ['/receivedOn']],
    ['an address in the note', { note: 'of a@example.com' }, ['/note']],
    ['a wish that there is not', { wish: 'money' }, ['/wish']],
  ])('with %s is refused', async (_, body, pointers) => {
    expectProblem(await write('a@example.com', body), { status: 422, code: 'invalid', pointers });
  });

  test('is named by orders of that person alone', async () => {
    const [one, other] = [await all.subscriber(), await all.subscriber()];
    const { case: id } = read(await write(one.email));
    const refused = await order('withdrawals', other.email, { ...TOLD, forCase: id });
    expectProblem(refused, { status: 404, code: 'unknown-case' });
    await all.closeAll();
  });
});

describe('the month', () => {
  test('is put off by two where the person was told in time, and not otherwise', async () => {
    const { email } = await all.subscriber();
    const { case: id, due } = read(await write(email));
    const told = (informedOn: string) => at('extend', id, { reason: 'many requests at once', informedOn });
    expectProblem(await told(day(3)), { status: 422, code: 'invalid', pointers: ['/informedOn'] });
    expectProblem(await told('2020-01-01'), { status: 422, code: 'invalid', pointers: ['/informedOn'] });
    const extended = await told(day());
    expect([extended.statusCode, read(extended).due > due]).toEqual([200, true]);
    expect(read(await told(day()))).toMatchObject({ extended: true });
    await all.closeAll();
    const late = read(await write(email, { wish: 'access' })).case;
    all.world.advance('P40D');
    expect((await list()).cases).toMatchObject([{ case: late, overdue: true }]);
    expectProblem(await at('extend', late, { reason: 'many requests at once', informedOn: day() }), {
      status: 409,
      code: 'too-late',
    });
    await all.closeAll();
  });

  test('makes itself heard a week before its end, and not before', async () => {
    await write((await all.subscriber()).email);
    all.world.advance('P3D');
    await expect(runFunction('case-watch')).resolves.toBeUndefined();
    all.world.advance('P21D');
    await expect(runFunction('case-watch')).rejects.toThrow();
    await all.closeAll();
  });
});

test('the list is read by its day and a page at a time, mails among the letters', async () => {
  const person = await all.subscriber();
  for (const wish of ['access', 'erasure', 'objection']) await write(person.email, { wish, receivedOn: day(-3) });
  await all.post.send({ ...by(person), text: 'Wann kommt die nächste Ausgabe?', date: today() });
  const whole = (await list()).cases;
  expect(whole.map(({ wish }) => wish ?? 'mail')).toHaveLength(4);
  expect(whole.at(-1)).toMatchObject({ reading: 'unclear', provenBy: 'sender' });
  const pages: Row[] = [];
  let cursor: string | undefined;
  do {
    const page = await list({ limit: '3', ...(cursor !== undefined && { cursor }) });
    pages.push(...page.cases);
    ({ cursor } = page);
  } while (cursor !== undefined);
  expect(pages).toEqual(whole);
  expect((await list({ dueBefore: whole.at(-1)?.due ?? '' })).cases).toEqual(whole.slice(0, 3));
  await all.closeAll();
  const closed = await list({ state: 'closed', limit: '2' });
  expect([closed.cases.length, typeof closed.cursor]).toEqual([2, 'string']);
  expect((await list({ state: 'closed', limit: '2', cursor: closed.cursor ?? '' })).cases).toHaveLength(2);
  expect(types(await all.stepsOf(person)).filter((type) => type === 'CaseClosed')).toHaveLength(4);
});

test('a mail that the system carried out is among what is done, once and not open; who left by a link is not', async () => {
  const [writer, leaver] = [await all.subscriber(), await all.subscriber()];
  const params = { token: await leaver.token('unsubscribe') };
  expect((await all.world.call('unsubscribe', 'unsubscribe-one-click', { params })).statusCode).toBe(200);
  await all.post.send({ ...by(writer), text: 'Bitte melden Sie mich vom Newsletter ab.', date: today() });
  await all.consume();
  const [id, other] = await Promise.all(
    [writer, leaver].map(({ email }) => subjectId(all.world.deps.subjectKey, 'demo', email)),
  );
  const done = async (subject: string | undefined) =>
    (await list({ state: 'closed', limit: '1000' })).cases.filter((row) => row.id === subject);
  const row = { wish: 'withdrawal', outcome: 'withdrawal', via: 'e-mail', carriedOut: true, overdue: false };
  expect(await done(id)).toMatchObject([row]);
  expect(await done(other)).toEqual([]);
  expect((await list()).cases).toEqual([]);
  // Told of again, and of the person as a whole, it is the same.
  const { deps } = all.world;
  for (const seq of [undefined, 3, 4]) await project(deps, { site: 'demo', subject: id as SubjectId, seq });
  expect(await done(id)).toMatchObject([row]);
});

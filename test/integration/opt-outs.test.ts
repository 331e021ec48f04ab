import { factsOf } from '../../shared/consent/entry';
import { consent, Elsewhere, interest, SITE } from './elsewhere';
import { journey } from './journey';
import { newsOf } from './news';
import { everything, expectProblem, MARK, observeWithoutTrace } from './observe';
import { startWorld, type Answer, type World } from './world';

/* Who left at a tool, or in an earlier system, is imported as what they are: in bulk, with its date and what the source said. */

let world: World;
let elsewhere: Elsewhere;
let consume: () => Promise<void>;

beforeAll(async () => {
  world = await startWorld();
  elsewhere = new Elsewhere(world);
  consume = newsOf(world);
  process.env['POWERTOOLS_LOG_LEVEL'] = 'INFO';
});
afterAll(() => world.stop());

const report = (email: string, change: object = {}): Promise<Answer> =>
  world.call('reports', 'opt-outs-report', {
    params: { site: SITE },
    body: { email, kind: 'withdrawal', saidAt: '2024-03-01T11:00:00+01:00', ...change },
    operator: 'shop-1',
  });

const statusOf = async (answer: Promise<Answer>): Promise<unknown> => JSON.parse((await answer).body);
const NOTE = 'Mailchimp, unsubscribed since 2024-03-01';

test('a withdrawal ends what was given before it, and says by whom, when and with what', async () => {
  const email = 'left@example.com';
  await elsewhere.report(consent(email, { source: 'import', givenAt: '2019-01-01T00:00:00Z' }));
  expect(await statusOf(report(email, { note: NOTE }))).toEqual({ status: 'recorded', kept: [] });
  expect(await elsewhere.allowed(email)).toMatchObject({ newsletter: false });
  const { bundle, records } = await world.evidence(email, SITE);
  const entry = bundle.entries.map((step) => step.entry).find(({ type }) => type === 'ConsentWithdrawn');
  expect(entry).toMatchObject({ actor: { kind: 'backend', id: 'shop-1' } });
  expect(entry && factsOf(entry)).toEqual({ via: 'elsewhere', saidAt: '2024-03-01T10:00:00.000Z' });
  expect(JSON.stringify(records)).toContain(NOTE);
  expect(await statusOf(report(email, { note: NOTE }))).toEqual({ status: 'already-recorded', kept: [] });
});

test('of what the source knows to a day the evidence has both ends, and the later one counts', async () => {
  const email = 'left-that-day@example.com';
  const [saidFrom, saidAt] = ['2024-03-01T00:00:00+01:00', '2024-03-01T23:59:59.999+01:00'];
  await elsewhere.report(consent(email, { source: 'import', givenAt: '2024-03-01T11:00:00+01:00' }));
  for (const change of [
    { saidFrom, saidAt: undefined },
    { saidFrom: saidAt, saidAt: saidFrom },
  ])
    expectProblem(await report(email, change), { status: 422, code: 'invalid', pointers: ['/saidFrom'] });
  expect(await statusOf(report(email, { saidFrom, saidAt }))).toEqual({ status: 'recorded', kept: [] });
  expect(await elsewhere.allowed(email)).toMatchObject({ newsletter: false });
  const entry = (await world.history(email, SITE)).find(({ type }) => type === 'ConsentWithdrawn');
  expect(entry && factsOf(entry)).toMatchObject({
    saidFrom: '2024-02-29T23:00:00.000Z',
    saidAt: '2024-03-01T22:59:59.999Z',
  });
});

test('so it is with when a consent was given and signed up for', async () => {
  const email = 'given-that-day@example.com';
  const signedUp = { signedUpAt: '2024-02-29T00:00:00+01:00', signedUpUntil: '2024-02-29T23:59:59.999+01:00' };
  const given = { givenAt: '2024-03-01T00:00:00+01:00', givenUntil: '2024-03-01T23:59:59.999+01:00' };
  const body = consent(email, { source: 'import', doubleOptIn: true, ...signedUp, ...given });
  for (const [name, until] of [
    ['givenUntil', signedUp.signedUpAt],
    ['signedUpUntil', given.givenUntil],
  ] as const)
    expectProblem(await elsewhere.report({ ...body, [name]: until }), {
      ...{ status: 422, code: 'invalid', pointers: [`/${name}`] },
    });
  expect((await elsewhere.report(body)).statusCode).toBe(201);
  const [entry] = await world.history(email, SITE);
  expect(entry && factsOf(entry)).toMatchObject({
    ...{ signedUpAt: '2024-02-28T23:00:00.000Z', signedUpUntil: '2024-02-29T22:59:59.999Z' },
    ...{ givenAt: '2024-02-29T23:00:00.000Z', givenUntil: '2024-03-01T22:59:59.999Z' },
  });
});

test('somebody who is not known here stays out of every later list; what was said of them goes, and the bar stays', async () => {
  const email = 'unknown-leaver@example.com';
  const id = async () => (await world.evidence(email, SITE)).subject;
  expect(await statusOf(report(email, { note: NOTE }))).toMatchObject({ status: 'recorded' });
  await consume();
  const subject = await id();
  const held = async (table: 'ledger' | 'vault') =>
    (await world.items(table)).filter(
      ({ pk, sk }) => pk.endsWith(subject) && sk.includes('reason') === (table === 'vault'),
    );
  expect((await held('ledger'))[0]?.expiresAt).toBeUndefined();
  expect((await held('vault')).every(({ expiresAt }) => expiresAt !== undefined)).toBe(true);
  const old = consent(email, { source: 'import', givenAt: '2020-01-01T00:00:00Z' });
  expectProblem(await elsewhere.report(old), { status: 409, code: 'withdrawn' });
  expectProblem(await elsewhere.report(interest(email)), { status: 409, code: 'withdrawn' });
  expect(await world.mails(email)).toEqual([]);
});

test('what the person gave here since stands, and the answer says so', async () => {
  const person = journey(world, consume, 'came-back@example.com');
  const form = { params: { site: SITE }, headers: { origin: undefined } };
  await world.call('signup', 'signup-json', {
    ...form,
    body: { email: person.email, purposes: ['newsletter'], language: 'de' },
  });
  await person.press(await person.token('confirm'));
  const older = await statusOf(report(person.email, { purposes: ['newsletter'] }));
  expect(older).toEqual({ status: 'overtaken', kept: ['newsletter'] });
  expect(await elsewhere.allowed(person.email)).toMatchObject({ newsletter: true });
  expect(await statusOf(report(person.email, { saidAt: undefined }))).toMatchObject({ status: 'recorded', kept: [] });
  expect(await elsewhere.allowed(person.email)).toMatchObject({ newsletter: false });
});

test('an objection stands until they sign up again; an address that took no mail, until it confirms', async () => {
  const [objector, gone] = ['objected-there@example.com', 'gone@example.com'];
  await report(objector, { kind: 'objection' });
  expectProblem(await elsewhere.report(interest(objector)), { status: 409, code: 'objected' });
  await report(gone, { kind: 'bounce' });
  await elsewhere.report(consent(gone, { source: 'import' }));
  expect(await elsewhere.allowed(gone)).toMatchObject({ newsletter: false });
});

test('the same reference is the same, also when the person came back since', async () => {
  const email = 'again-there@example.com';
  const undated = { saidAt: undefined, reference: 'row 1' };
  await report(email, undated);
  world.advance('PT1H');
  const person = journey(world, consume, email);
  const form = { params: { site: SITE }, headers: { origin: undefined } };
  await world.call('signup', 'signup-json', { ...form, body: { email, purposes: ['newsletter'], language: 'de' } });
  await person.press(await person.token('confirm'));
  expect(await statusOf(report(email, undated))).toMatchObject({ status: 'already-recorded' });
  expect(await elsewhere.allowed(email)).toMatchObject({ newsletter: true });
});

test('a dry run says what would be, and writes nothing', async () => {
  const { answer } = await observeWithoutTrace(world, () => report(`${MARK}.dry@example.com`, { dryRun: true }));
  expect(JSON.parse(answer.body)).toEqual({ status: 'recorded', kept: [], dryRun: true });
});

test.each<[string, object, string[]]>([
  ['no address', { email: MARK }, ['/email']],
  ['an unknown kind', { kind: MARK }, ['/kind']],
  ['an unknown purpose', { purposes: [MARK] }, ['/purposes/0']],
  ['purposes of a bounce', { kind: 'bounce', purposes: ['newsletter'] }, ['/purposes']],
  ['a time to come', { saidAt: '2036-01-01T00:00:00Z' }, ['/saidAt']],
  ['a time without an offset', { saidAt: '2024-01-01T00:00:00' }, ['/saidAt']],
])('with %s it is refused', async (_, change, pointers) => {
  const before = await everything(world);
  expectProblem(await report(`${MARK}@example.com`, change), { status: 422, code: 'invalid', pointers });
  expect(await everything(world)).toEqual(before);
});

describe('both steps of a double opt-in', () => {
  const steps = (change: object = {}) => ({
    source: 'import',
    doubleOptIn: true,
    signedUpAt: '2019-05-04T11:22:33Z',
    signedUpBy: { ip: '198.51.100.1' },
    givenAt: '2019-05-04T11:30:00Z',
    visitor: { ip: '198.51.100.2' },
    ...change,
  });

  test('come with a time and an address each', async () => {
    const email = 'two-steps@example.com';
    expect((await elsewhere.report(consent(email, steps()))).statusCode).toBe(201);
    const [entry] = (await world.evidence(email, SITE)).records[0]?.entries ?? [];
    expect(entry).toMatchObject({
      facts: {
        signedUpAt: '2019-05-04T11:22:33.000Z',
        givenAt: '2019-05-04T11:30:00.000Z',
        proof: ['time', 'ip', 'wording', 'double-opt-in', 'sign-up-time', 'sign-up-ip'],
      },
      parts: { network: { ip: '198.51.100.2', ipSource: 'backend', signedUpBy: { ip: '198.51.100.1' } } },
    });
  });

  test.each<[string, object, string[]]>([
    ['a sign-up after its confirmation', { signedUpAt: '2019-05-05T00:00:00Z' }, ['/signedUpAt']],
    ['one time for both', { signedUpAt: '2019-05-04T11:30:00Z' }, ['/signedUpAt']],
    ['a sign-up and no confirmation', { givenAt: undefined }, ['/givenAt']],
    ['a sign-up of what was no double opt-in', { doubleOptIn: false }, ['/signedUpAt', '/signedUpBy']],
    ['no address of the sign-up', { signedUpBy: { ip: MARK } }, ['/signedUpBy/ip']],
  ])('are refused with %s', async (_, change, pointers) => {
    const answer = await elsewhere.report(consent(`${MARK}@example.com`, steps(change)));
    expectProblem(answer, { status: 422, code: 'invalid', pointers });
  });
});

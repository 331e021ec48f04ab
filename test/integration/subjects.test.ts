import { confirmed, journey, type Journey } from './journey';
import { newsOf } from './news';
import { expectProblem, MARK, observe, observeWithoutTrace } from './observe';
import { audit } from './audit';
import { allowed, operatorIn, REASON, TOLD, types, type Operator } from './subject-orders';
import { startWorld, type World } from './world';

let world: World;
let consume: () => Promise<void>;
let order: Operator['order'];
let ordered: Operator['ordered'];
let audience: Operator['audience'];
let people = 0;

beforeAll(async () => {
  world = await startWorld();
  process.env['POWERTOOLS_LOG_LEVEL'] = 'INFO';
  consume = newsOf(world);
  ({ order, ordered, audience } = operatorIn(world));
});
afterEach(() => audit(world));
afterAll(() => world.stop());

async function subscriber(): Promise<Journey> {
  const person = journey(world, consume, `erika-${++people}@example.com`);
  await confirmed(person);
  return person;
}

const wrong = (body: object, action = 'withdrawals') => order(action, 'somebody@example.com', body);

describe('an order that is wrong is refused, and says where', () => {
  test.each<[string, string, object, string[]]>([
    ['withdrawals', 'no way and no day', {}, ['/via', '/receivedOn']],
    ['withdrawals', 'a way of our own', { ...TOLD, via: 'page' }, ['/via']],
    ['withdrawals', 'a day to come', { ...TOLD, receivedOn: '2026-11-23' }, ['/receivedOn']],
    ['withdrawals', 'no day', { ...TOLD, receivedOn: '2026-02-30' }, ['/receivedOn']],
    ['withdrawals', 'a purpose that there is not', { ...TOLD, purposes: ['x'] }, ['/purposes/0']],
    ['withdrawals', 'an address in the reason', { ...TOLD, reason: 'Mail of a@example.com' }, ['/reason']],
    ['objections', 'no reason', { ...TOLD, reason: '  ' }, ['/reason']],
    ['holds', 'no review', { label: 'A 1' }, ['/reviewBy']],
    ['holds', 'a review today', { label: 'A 1', reviewBy: '2026-11-22' }, ['/reviewBy']],
    ['holds', 'no dispute', { reviewBy: '2027-11-22' }, ['/label']],
    ['holds', 'a blank dispute', { label: ' ', reviewBy: '2027-11-22' }, ['/label']],
    ['holds', 'a dispute by two names', { label: 'A 1', case: 'x'.repeat(22), reviewBy: '2027-11-22' }, ['/label']],
    ['holds', 'a name as id', { case: 'Erika ./. Karl', reviewBy: '2027-11-22' }, ['/case']],
    ['holds', 'a review of what is lifted', { label: 'A 1', reviewBy: '2027-11-22', lift: true }, ['/reviewBy']],
    ['restrictions', 'lift: false', { lift: false }, ['/lift']],
    ['restrictions', 'K3: lifted, and nobody was told', { lift: true }, ['/informedOn']],
    ['restrictions', 'lifted, and told on a day to come', { lift: true, informedOn: '2099-01-01' }, ['/informedOn']],
    ['restrictions', 'told of what is not lifted', { informedOn: '2025-11-10' }, ['/informedOn']],
    ['erasures', 'something unknown', { force: true }, ['/force']],
    ['rectifications', 'nothing', {}, ['']],
    ['rectifications', 'an unknown field', { fields: { shoeSize: '42' } }, ['/fields/shoeSize']],
    [
      'rectifications',
      'a name and another address',
      { newEmail: 'a@example.com', fields: { firstName: 'A' } },
      ['/fields'],
    ],
    ['rectifications', 'no address', { newEmail: 'somebody' }, ['/newEmail']],
  ])('%s: %s', async (action, _, body, pointers) => {
    const before = (await world.items('ledger')).length;
    expectProblem(await wrong(body, action), { status: 422, code: 'invalid', pointers });
    expect((await world.items('ledger')).length).toBe(before);
  });

  test('mail that a contract needs is nothing to withdraw', async () => {
    const answer = await order('withdrawals', 'a@example.com', { ...TOLD, purposes: ['account'] }, 'notice-001');
    expectProblem(answer, { status: 422, code: 'invalid', pointers: ['/purposes/0'] });
  });

  test('the site has to be known, and the person, too', async () => {
    expectProblem(await order('withdrawals', 'a@example.com', TOLD, 'nowhere'), { status: 404, code: 'unknown-site' });
    const orders: [string, object][] = [
      ['withdrawals', TOLD],
      ['restrictions', {}],
      ['holds', { label: 'A 1', reviewBy: '2027-01-01' }],
      ['erasures', {}],
      ['rectifications', { newEmail: 'nobody@example.com' }],
    ];
    for (const [action, body] of orders) {
      expectProblem(await order(action, 'nobody@example.com', body), { status: 404, code: 'unknown-person' });
    }
  });
});

test('nothing of an order is in the log, and of one that is refused or tried dry nothing is anywhere', async () => {
  const email = `${MARK}-${++people}@example.com`;
  const body = { ...TOLD, reason: `${MARK} wrote a letter` };
  const refused = await observeWithoutTrace(world, () => order('objections', email, { ...body, via: MARK }));
  expectProblem(refused.answer, { status: 422, code: 'invalid', pointers: ['/via'] });
  const dry = await observeWithoutTrace(world, () => order('objections', email, { ...body, dryRun: true }));
  expect(dry.answer.statusCode).toBe(200);
  const { answer, log } = await observe(() => order('objections', email, body));
  expect([answer.statusCode, `${answer.body}${log}`.includes(MARK)]).toEqual([200, false]);
  const reasons = (await world.items('vault')).filter(({ sk }) => sk.includes('#reason#'));
  expect(JSON.stringify(reasons)).toContain(MARK);
  expect(JSON.stringify(await world.items('ledger'))).not.toContain(MARK);
});

describe('a withdrawal', () => {
  test('takes effect with its answer, names the operator, and repeated does nothing', async () => {
    const { email, statuses } = await subscriber();
    const planned = await ordered('withdrawals', email, { ...TOLD, dryRun: true });
    expect(types(planned)).toEqual(['ConsentWithdrawn']);
    expect(planned.done[0]?.seq).toBeUndefined();
    expect(await statuses()).toMatchObject({ 'newsletter-product': 'ConsentGiven' });

    const done = await ordered('withdrawals', email, TOLD);
    expect(done.done[0]?.purposes).toEqual(['newsletter-product', 'analysis']);
    expect(allowed(done)).toEqual([]);
    const entry = (await world.entries()).find(
      ({ seq, type }) => type === 'ConsentWithdrawn' && seq === done.done[0]?.seq,
    );
    expect(entry).toMatchObject({ actor: { kind: 'operator', id: 'test-operator' }, facts: TOLD });
    const { records } = await world.evidence(email);
    expect(records[0]?.entries.find(({ type }) => type === 'ConsentWithdrawn')?.parts).toEqual({
      reason: { reason: REASON },
    });
    expect(types(await ordered('withdrawals', email, TOLD))).toEqual([]);
  });

  test('of one purpose ends what cannot stand without it, and nothing else', async () => {
    const { email } = await subscriber();
    expect(allowed(await ordered('withdrawals', email, { ...TOLD, purposes: ['analysis'] }))).toEqual([
      'newsletter-product',
    ]);
    const other = await subscriber();
    const done = await ordered('withdrawals', other.email, { ...TOLD, purposes: ['newsletter-product'] });
    expect(done.done[0]?.purposes).toEqual(['newsletter-product', 'analysis']);
  });
});

describe('an objection', () => {
  test('is good from somebody of whom nothing is known, and is kept', async () => {
    const email = 'stranger@example.com';
    const done = await ordered('objections', email, TOLD, 'notice-002');
    expect(done.now.objections).toEqual(['newsletter', 'course-software', 'similar-offers']);
    expect(types(await ordered('objections', email, TOLD, 'notice-002'))).toEqual([]);
    const { bundle } = await world.evidence(email, 'notice-002');
    expect(Object.keys(bundle.notices)).toHaveLength(3);
    expect(JSON.stringify(await world.items('vault'))).not.toContain(email);
  });

  test('to one purpose leaves the others', async () => {
    const { email } = await subscriber();
    const done = await ordered('objections', email, { ...TOLD, purposes: ['newsletter-events'] });
    expect(done.now.objections).toEqual(['newsletter-events']);
    expect(allowed(done)).toEqual(['newsletter-product', 'analysis']);
  });

  test('is lifted by nothing but the person’s own sign-up', async () => {
    const person = await subscriber();
    await ordered('objections', person.email, TOLD);
    // The old link shows the order that stands, and brings nothing back.
    await person.press(await person.token('confirm'));
    expect(Object.values(await person.statuses())).not.toContain('ConsentGiven');
    world.advance('PT1H');
    await person.signUp();
    const token = await person.token('confirm');
    expect(allowed(await ordered('withdrawals', person.email, { ...TOLD, dryRun: true }))).toEqual([]);
    expect((await person.press(token)).statusCode).toBe(200);
    const now = await ordered('restrictions', person.email, { lift: true, informedOn: '2025-11-10' });
    expect(allowed(now)).toEqual(['newsletter-product', 'analysis']);
  });
});

describe('a restriction', () => {
  test('stops all use until it is lifted', async () => {
    const { email } = await subscriber();
    const restricted = await ordered('restrictions', email);
    expect([types(restricted), allowed(restricted)]).toEqual([['ProcessingRestricted'], []]);
    expect(types(await ordered('restrictions', email))).toEqual([]);
    const lifted = await ordered('restrictions', email, { lift: true, informedOn: '2025-11-10' });
    expect([types(lifted), allowed(lifted)]).toEqual([['RestrictionLifted'], ['newsletter-product', 'analysis']]);
    expect(types(await ordered('restrictions', email, { lift: true, informedOn: '2025-11-10' }))).toEqual([]);
  });

  test('lets the person sign up anew: what they consent to then may be used, until it is restricted, too', async () => {
    const person = await subscriber();
    await ordered('restrictions', person.email);
    world.advance('PT1H');
    await person.signUp({ purposes: ['newsletter-events'] });
    await person.press(await person.token('confirm'));
    await consume();
    expect(
      allowed(await ordered('withdrawals', person.email, { ...TOLD, dryRun: true, purposes: ['analysis'] })),
    ).toEqual(['newsletter-events']);
    expect(types(await ordered('restrictions', person.email))).toEqual(['ProcessingRestricted']);
    expect(allowed(await ordered('restrictions', person.email))).toEqual([]);
  });
});

describe('a rectification', () => {
  test('is what the person goes by from then on: in the audience, in mails, in evidence; what was stays provable', async () => {
    const person = journey(world, consume, `Erik-${++people}@example.com`);
    await person.signUp({ fields: { firstName: 'Erik', lastName: 'Muster' }, purposes: ['newsletter-product'] });
    const token = await person.token('confirm');
    const body = { fields: { firstName: 'Erika', lastName: '' }, newEmail: person.email.toLowerCase() };
    const done = await ordered('rectifications', person.email, body);
    expect([types(done), JSON.stringify(done).includes('Erika')]).toEqual([['IdentityRectified'], false]);
    expect(types(await ordered('rectifications', person.email, body))).toEqual([]);
    expect((await person.press(token)).statusCode).toBe(200);
    world.advance('PT1M');
    await consume();
    const [welcome] = await world.mails(person.email.toLowerCase());
    expect(welcome?.links.some((link) => link.includes('/unsubscribe/'))).toBe(true);
    expect(await audience('newsletter-product')).toContainEqual(
      expect.objectContaining({ email: person.email.toLowerCase(), fields: { firstName: 'Erika' } }),
    );
    const { records } = await world.evidence(person.email);
    const names = records[0]?.entries.flatMap(({ parts }) => (parts['details'] as { fields?: object })?.fields ?? []);
    expect(names).toEqual([{ firstName: 'Erik', lastName: 'Muster' }, { firstName: 'Erika' }]);
  });

  test('corrects every record that the person has', async () => {
    const person = await subscriber();
    world.advance('PT1H');
    await person.signUp({ purposes: ['newsletter-events'] });
    const done = await ordered('rectifications', person.email, { fields: { firstName: 'Erika' } });
    expect(types(done)).toEqual(['IdentityRectified', 'IdentityRectified']);
  });
});

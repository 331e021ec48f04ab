import { factsOf } from '../../shared/consent/entry';
import { bearers, type Bearers } from './bearers';
import { consent, Elsewhere, hashOf, interest, purposesOf, SITE, STRICT_SITE } from './elsewhere';
import { journey } from './journey';
import { newsOf } from './news';
import { expectProblem, MARK, observeWithoutTrace } from './observe';
import { startWorld, type World } from './world';

let world: World;
let elsewhere: Elsewhere;
let consume: () => Promise<void>;
let issuer: Bearers;

beforeAll(async () => {
  world = await startWorld();
  issuer = await bearers();
  elsewhere = new Elsewhere(world);
  consume = newsOf(world);
  process.env['POWERTOOLS_LOG_LEVEL'] = 'INFO';
});
afterAll(async () => {
  await issuer.stop();
  await world.stop();
});

describe('an import', () => {
  test('may know little, and says what it knows', async () => {
    const email = 'imported@example.com';
    await elsewhere.report(consent(email, { source: 'import', givenAt: undefined }));
    const [entry] = (await world.evidence(email, SITE)).records[0]?.entries ?? [];
    const address = expect.stringMatching(/^[\w-]{43}$/) as string;
    expect(entry?.facts).toEqual({ source: 'import', proof: ['wording'], address });
  });

  test('brings a double opt-in along for what takes no single one', async () => {
    const email = 'imported@example.org';
    const body = {
      ...consent(email, { source: 'import', doubleOptIn: true }),
      purposes: ['newsletter'],
      version: undefined,
    };
    const notices = [hashOf('newsletter', STRICT_SITE)];
    expect((await elsewhere.report({ ...body, notices }, STRICT_SITE)).statusCode).toBe(201);
    const single = { ...body, notices, doubleOptIn: false };
    expectProblem(await elsewhere.report(single, STRICT_SITE), {
      status: 422,
      code: 'invalid',
      pointers: ['/purposes'],
    });
    const [entry] = (await world.evidence(email, STRICT_SITE)).records[0]?.entries ?? [];
    expect(entry && factsOf(entry).proof).toEqual(['time', 'wording', 'double-opt-in']);
  });
});

test('reports are no sign-ups, of which an address gets only so many mails a day', async () => {
  const email = 'reported-often@example.com';
  for (const reference of ['1', '2', '3']) await elsewhere.report(consent(email, { source: 'import', reference }));
  const body = { email, purposes: ['newsletter'], language: 'de' };
  await world.call('signup', 'signup-json', { body, params: { site: SITE }, headers: { origin: undefined } });
  await consume();
  expect(await world.mails(email)).toHaveLength(1);
});

describe('legitimate interest', () => {
  test('is recorded on its own legal basis, with its justification and notice, beside a consent', async () => {
    const email = 'customer@example.com';
    expect((await elsewhere.report(interest(email))).statusCode).toBe(201);
    await elsewhere.report(consent(email));
    await consume();
    expect(await elsewhere.allowed(email)).toEqual({
      newsletter: true,
      'course-software': false,
      'similar-offers': true,
    });
    expect(await elsewhere.audience('similar-offers')).toContainEqual(expect.objectContaining({ email }));
    const entries = (await world.evidence(email, SITE)).records.flatMap((record) => record.entries);
    expect(entries.find(({ type }) => type === 'LegitimateInterestRecorded')).toMatchObject({
      purposes: [{ id: 'similar-offers', legalBasis: 'legitimate-interest', noticeHash: hashOf('similar-offers') }],
      facts: { justification: 'existing-customer' },
    });
  });

  test('ends with an objection, for good', async () => {
    const email = 'no-more@example.com';
    await elsewhere.report(interest(email));
    await elsewhere.append(email, { ...purposesOf('similar-offers') });
    await consume();
    expect(await elsewhere.allowed(email)).toMatchObject({ 'similar-offers': false });
    expect(await elsewhere.audience('similar-offers')).not.toContainEqual(expect.objectContaining({ email }));
    world.advance('P400D');
    const later = { givenAt: new Date(Date.now() - 1000).toISOString(), reference: 'order 2' };
    expectProblem(await elsewhere.report(interest(email, later)), { status: 409, code: 'objected' });
  });

  test('is objected to by the link in each mail, for good', async () => {
    const email = 'unsubscribed@example.com';
    await elsewhere.report(interest(email));
    await consume();
    const found = (await elsewhere.audience('similar-offers')).find((recipient) => recipient.email === email);
    const token = found?.unsubscribeUrl.split('/').at(-1) ?? '';
    const page = await world.call('unsubscribe', 'unsubscribe-button', { params: { token } });
    expect(page.statusCode).toBe(200);
    const [entry] = (await world.evidence(email, SITE)).bundle.entries.slice(1);
    expect(entry?.entry).toMatchObject({
      type: 'ObjectionRecorded',
      actor: { kind: 'subject' },
      facts: { via: 'page' },
    });
    world.advance('P1D');
    const later = { givenAt: new Date(Date.now() - 1000).toISOString(), reference: 'order 2' };
    expectProblem(await elsewhere.report(interest(email, later)), { status: 409, code: 'objected' });
  });
});

describe('a sign-up in another registration', () => {
  test('needs a backend’s token to say so', async () => {
    const body = { email: `${MARK}@example.com`, purposes: ['newsletter-product'], source: 'account' };
    const { answer } = await observeWithoutTrace(world, () => world.call('signup', 'signup-json', { body }));
    expectProblem(answer, { status: 403, code: 'source' });
  });

  test('is noted in the request, and comes to nothing less than a double opt-in', async () => {
    const email = 'source@example.com';
    const headers = { authorization: `Bearer ${await issuer.sign({})}` };
    const body = { email, purposes: ['newsletter-product'], language: 'de', source: 'account' };
    expect((await world.call('signup', 'signup-backend', { body, headers })).statusCode).toBe(202);
    const person = journey(world, consume, email);
    expect(await person.statuses()).toEqual({ 'newsletter-product': 'ConsentRequested' });
    expect((await person.press(await person.token('confirm'))).statusCode).toBe(200);
    const [entry] = (await world.evidence(email)).records[0]?.entries ?? [];
    expect(entry).toMatchObject({ type: 'ConsentRequested', facts: { source: 'account' } });
    expect(await person.statuses()).toEqual({ 'newsletter-product': 'ConsentGiven' });
  });
});

import fc from '../seeded';
import { consent, Elsewhere, hashOf, interest, purposesOf, SITE, STRICT_SITE } from './elsewhere';
import { newsOf } from './news';
import { everything, expectProblem, MARK, observe, observeWithoutTrace } from './observe';
import { startWorld, type World } from './world';

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

describe('a single opt-in', () => {
  test('is recorded with its wording, where it was given, when, and what came along', async () => {
    const email = 'single@example.com';
    const visitor = { ip: '198.51.100.23', userAgent: 'Firefox' };
    const fields = { firstName: 'Erika', lastName: '' };
    const answer = await elsewhere.report(consent(email, { visitor, fields, note: 'Course 17' }));
    expect([answer.statusCode, JSON.parse(answer.body)]).toMatchObject([201, { status: 'recorded' }]);

    const { records, notices } = await world.evidence(email, SITE);
    const [entry] = records[0]?.entries ?? [];
    expect(entry).toMatchObject({
      type: 'ConsentRecorded',
      actor: { kind: 'backend', id: 'shop-1' },
      purposes: [{ id: 'newsletter', legalBasis: 'consent', noticeHash: hashOf('newsletter') }],
      facts: { source: 'registration', givenAt: '2026-11-20T09:00:00.000Z', proof: ['time', 'ip', 'wording'] },
      parts: {
        address: { email },
        details: { fields: { firstName: 'Erika' } },
        network: { ip: '198.51.100.23', ipSource: 'backend', userAgent: 'Firefox' },
        reason: { reason: 'Course 17' },
      },
    });
    expect(JSON.stringify(notices)).toContain('Ja, die Amtsamsel Fortbildung GmbH darf mir');
    expect(await elsewhere.allowed(email)).toEqual({
      newsletter: true,
      'course-software': false,
      'similar-offers': false,
    });
  });

  test('gets no mail, and is in the audience', async () => {
    const email = 'no-mail@example.com';
    await elsewhere.report(consent(email));
    await consume();
    expect(await world.mails(email)).toEqual([]);
    expect(await elsewhere.audience('newsletter')).toContainEqual(expect.objectContaining({ email }));
  });

  test('is kept while it is in force', async () => {
    const email = 'kept@example.com';
    await elsewhere.report(consent(email, { visitor: { ip: '198.51.100.23' }, note: 'Course 17' }));
    await consume();
    const { subject } = await world.evidence(email, SITE);
    const parts = (await world.items('vault')).filter(
      ({ pk, sk }) => pk.endsWith(subject) && !sk.startsWith('subject'),
    );
    const ends = parts.map(({ sk, expiresAt }) => [sk.split('#')[1], expiresAt === undefined]);
    expect(Object.fromEntries(ends)).toEqual({ address: true, network: true, reason: true });
  });

  test('is refused where the site does not allow it', async () => {
    const notices = [hashOf('newsletter', STRICT_SITE)];
    const body = consent(`${MARK}@example.com`, { version: undefined, notices });
    const { answer } = await observeWithoutTrace(world, () => elsewhere.report(body, STRICT_SITE));
    expectProblem(answer, { status: 422, code: 'invalid', pointers: ['/purposes'] });
  });

  describe('with something wrong in it is refused:', () => {
    test.each<[string, object, string[]]>([
      ['no wording', { version: undefined }, ['/notices']],
      ['hash and version', { notices: [MARK] }, ['/notices']],
      ['an unknown hash', { version: undefined, notices: [MARK] }, ['/notices']],
      ['an unknown version', { version: '99' }, ['/version']],
      ['no source', { source: undefined }, ['/source']],
      ['an unknown source', { source: MARK }, ['/source']],
      ['no time', { givenAt: undefined }, ['/givenAt']],
      ['a time without an offset', { givenAt: '2026-11-20T10:00:00' }, ['/givenAt']],
      ['a time to come', { givenAt: '2036-11-20T10:00:00Z' }, ['/givenAt']],
      ['a confirmation that is no import', { doubleOptIn: true }, ['/doubleOptIn']],
      ['no purposes', { purposes: [] }, ['/purposes']],
      ['an unknown purpose', { purposes: [MARK] }, ['/purposes/0']],
      ['a purpose twice', { purposes: ['newsletter', 'newsletter'] }, ['/purposes/1']],
      ['two legal bases', { purposes: ['newsletter', 'similar-offers'] }, ['/purposes/1', '/version']],
      ['an unknown language', { language: MARK }, ['/version', '/language']],
      ['no address', { email: MARK }, ['/email']],
      ['no IP address', { visitor: { ip: MARK } }, ['/visitor/ip']],
      ['an unknown field', { fields: { [MARK]: 'x' } }, [`/fields/${MARK}`]],
      ['an unknown key', { [MARK]: 1 }, [`/${MARK}`]],
    ])('%s', async (_, change, pointers) => {
      const before = await everything(world);
      const answer = await elsewhere.report(consent(`${MARK}@example.com`, change));
      expectProblem(answer, { status: 422, code: 'invalid', pointers });
      expect(await everything(world)).toEqual(before);
    });
  });

  test('a dry run says what would be, and writes nothing', async () => {
    const body = consent(`${MARK}.dry@example.com`, { dryRun: true, reference: 'row 1' });
    const { answer } = await observeWithoutTrace(world, () => elsewhere.report(body));
    expect([answer.statusCode, JSON.parse(answer.body)]).toMatchObject([200, { status: 'recorded', dryRun: true }]);
  });
});

describe('the person’s own word counts for more', () => {
  test.each([
    ['ConsentWithdrawn', 'withdrawn', purposesOf('newsletter')],
    ['ConsentLapsed', 'lapsed', purposesOf('newsletter')],
    ['DataErased', 'erased', {}],
  ])('%s stands against an older consent, not against a later one', async (type, code, step) => {
    const email = `${type}@example.com`.toLowerCase();
    await elsewhere.append(email, { type, ...step });
    const before = await everything(world);
    expectProblem(await elsewhere.report(consent(email)), { status: 409, code });
    const unknown = { source: 'import', givenAt: undefined };
    expectProblem(await elsewhere.report(consent(email, unknown)), { status: 409, code });
    expect(await everything(world)).toEqual(before);
    world.advance('PT1H');
    const later = consent(email, { givenAt: new Date(Date.now() - 1000).toISOString() });
    expect((await elsewhere.report(later)).statusCode).toBe(201);
    expect(await elsewhere.allowed(email)).toMatchObject({ newsletter: true });
  });

  test('an objection and a suppression stand until the person signs up again', async () => {
    const objector = 'objector@example.com';
    const suppressed = 'suppressed@example.com';
    await elsewhere.append(objector, { ...purposesOf('newsletter') });
    await elsewhere.append(suppressed, { type: 'DataErased', facts: { suppress: true } });
    world.advance('P1D');
    const later = { givenAt: new Date(Date.now() - 1000).toISOString() };
    expectProblem(await elsewhere.report(consent(objector, later)), { status: 409, code: 'objected' });
    expectProblem(await elsewhere.report(consent(suppressed, later)), { status: 409, code: 'suppressed' });
    expectProblem(await elsewhere.report(interest(suppressed)), { status: 409, code: 'suppressed' });
  });
});

describe('the same reference', () => {
  test('is one record, also for reports at the same time', async () => {
    const email = 'twice@example.com';
    const body = consent(email, { reference: 'row 1' });
    const answers = await Promise.all([1, 2, 3].map(() => elsewhere.report(body)));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 200, 201]);
    expect(new Set(answers.map((answer) => (JSON.parse(answer.body) as { recordId: string }).recordId)).size).toBe(1);
    expect((await world.evidence(email, SITE)).records).toHaveLength(1);
  });

  test('stays one after a withdrawal, which it does not bring back', async () => {
    const email = 'again@example.com';
    const body = consent(email, { reference: 'row 1' });
    await elsewhere.report(body);
    await elsewhere.append(email, { type: 'ConsentWithdrawn', ...purposesOf('newsletter') });
    expect(JSON.parse((await elsewhere.report(body)).body)).toMatchObject({ status: 'already-recorded' });
    expect(await elsewhere.allowed(email)).toMatchObject({ newsletter: false });
  });

  test('is nothing that leads from the record to what was reported', async () => {
    const body = (email: string): object => consent(email, { reference: 'row 1' });
    const ids = await Promise.all(
      ['one@example.com', 'two@example.com'].map(
        async (email) => JSON.parse((await elsewhere.report(body(email))).body) as object,
      ),
    );
    expect(ids[0]).not.toEqual(ids[1]);
  });
});

test('whatever is reported, nothing breaks, and what is refused leaves no trace', async () => {
  const anything = fc.oneof(
    fc.jsonValue(),
    fc.string({ unit: 'binary' }).map((text) => `${MARK}${text}`),
    fc.constantFrom('newsletter', ['similar-offers'], 'import', '4', 'de', true, '2026-11-01T00:00:00Z', { ip: '::1' }),
  );
  const key = fc.constantFrom(
    'email',
    'purposes',
    'version',
    'notices',
    'source',
    'givenAt',
    'visitor',
    'reference',
    'x',
  );
  const body = fc.tuple(key, anything).map(([name, value]) => consent(`${MARK}@example.com`, { [name]: value }));
  await fc.assert(
    fc.asyncProperty(body, async (sent) => {
      const before = await everything(world);
      const { answer, log } = await observe(() => elsewhere.report(sent));
      expect(log.toLowerCase()).not.toContain(MARK);
      if (answer.statusCode < 300) return;
      expect([400, 409, 422]).toContain(answer.statusCode);
      expect(answer.body.toLowerCase()).not.toContain(MARK);
      expect(await everything(world)).toEqual(before);
    }),
    { numRuns: 40 },
  );
});

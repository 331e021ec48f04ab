import { newsOf } from './news';
import { expectProblem, MARK, observeWithoutTrace } from './observe';
import { startWorld, type Answer, type World } from './world';

const SITE = 'notice-001';
let world: World;
let consume: () => Promise<void>;

beforeAll(async () => {
  world = await startWorld();
  consume = newsOf(world);
  process.env['POWERTOOLS_LOG_LEVEL'] = 'INFO';
});
afterAll(() => world.stop());

/** What an account portal reports. */
const began = (email: string, change: object = {}): Promise<Answer> =>
  world.call('reports', 'consents-report', {
    params: { site: SITE },
    body: { email, purposes: ['account'], language: 'de', version: VERSION, source: 'account', ...change },
  });
const ended = (email: string, change: object = {}): Promise<Answer> =>
  world.call('reports', 'contracts-ended', { params: { site: SITE }, body: { email, ...change } });
const said = ({ body }: Answer): unknown => JSON.parse(body);

const VERSION = '2026-02';

describe('a contract', () => {
  test('is recorded with its wording and where it was made, once for each reference', async () => {
    const email = 'customer@example.com';
    expect((await began(email, { reference: 'account 7', fields: { firstName: 'Erika' } })).statusCode).toBe(201);
    expect(said(await began(email, { reference: 'account 7' }))).toMatchObject({ status: 'already-recorded' });
    const { records } = await world.evidence(email, SITE);
    expect(records.flatMap(({ entries }) => entries)).toMatchObject([
      {
        type: 'ContractRecorded',
        purposes: [{ id: 'account', legalBasis: 'contract' }],
        facts: { source: 'account', proof: ['wording'] },
        parts: { address: { email }, details: { fields: { firstName: 'Erika' } } },
      },
    ]);
    expect(records[0]?.purposes).toMatchObject([{ id: 'account', status: 'ContractRecorded' }]);
  });

  test('ends once, of whoever has one, and says what', async () => {
    const email = 'former@example.com';
    await began(email);
    expect(said(await ended('stranger@example.com'))).toEqual({ status: 'nothing-to-end', purposes: [] });
    expect(said(await ended(email, { endedOn: '2026-11-21' }))).toEqual({ status: 'ended', purposes: ['account'] });
    expect(said(await ended(email))).toEqual({ status: 'nothing-to-end', purposes: [] });
    const { records } = await world.evidence(email, SITE);
    expect(records[0]?.entries.at(-1)).toMatchObject({
      type: 'ContractEnded',
      actor: { kind: 'backend' },
      facts: { endedOn: '2026-11-21' },
    });
  });

  test('that has ended is forgotten when its time is over, and so are others of the same person', async () => {
    const email = 'both@example.com';
    await began(email, { reference: 'account 8' });
    await began(email, { reference: 'account 9' });
    expect(said(await ended(email, { purposes: ['account'] }))).toEqual({ status: 'ended', purposes: ['account'] });
    await consume();
    const { subject } = await world.evidence(email, SITE);
    const left = async (): Promise<number> => {
      await consume();
      return (await world.items('vault')).filter(({ pk, sk, expiresAt }) => {
        const isThere = expiresAt === undefined || (expiresAt as number) > Date.now() / 1000;
        return pk.endsWith(subject) && isThere && !sk.includes('#reading#');
      }).length;
    };
    expect(await left()).toBe(2);
    world.advance('PT24H');
    expect(await left()).toBe(0);
  });

  test.each<[string, object, string[]]>([
    ['no address', { email: MARK }, ['/email']],
    ['what rests on consent', { purposes: ['newsletter'] }, ['/purposes/0']],
    ['an unknown purpose', { purposes: [MARK] }, ['/purposes/0']],
    ['a day to come', { endedOn: '2999-01-01' }, ['/endedOn']],
    ['no day', { endedOn: MARK }, ['/endedOn']],
    ['an unknown key', { [MARK]: 1 }, [`/${MARK}`]],
  ])('with %s is no report of an end', async (_, change, pointers) => {
    const before = await world.entries();
    const answer = await ended(`${MARK}@example.com`, change);
    expectProblem(answer, { status: 422, code: 'invalid', pointers });
    expect(await world.entries()).toEqual(before);
  });

  test('of a site that is none leaves no trace', async () => {
    const call = () =>
      world.call('reports', 'contracts-ended', { params: { site: 'none' }, body: { email: `${MARK}@example.com` } });
    const { answer } = await observeWithoutTrace(world, call);
    expectProblem(answer, { status: 404, code: 'unknown-site' });
  });
});

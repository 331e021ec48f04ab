import { takeStep } from '../../shared/actions/take-step';
import { factsOf, type Step } from '../../shared/consent/entry';
import { asSubject } from '../ids';
import { newsOf } from './news';
import { startWorld, tokenOf, type Answer, type World } from './world';

const SITE = 'notice-002';
let world: World;
let consume: () => Promise<void>;

beforeAll(async () => {
  world = await startWorld();
  consume = newsOf(world);
});
beforeEach(() => world.renew());
afterAll(() => world.stop());

async function subscriber(email: string): Promise<void> {
  const body = { email, purposes: ['course-software'], language: 'de' };
  const signUp = { params: { site: SITE }, headers: { origin: undefined }, body };
  expect((await world.call('signup', 'signup-json', signUp)).statusCode).toBe(202);
  await consume();
  const token = tokenOf((await world.mails(email))[0], 'confirm');
  expect((await world.call('confirm', 'confirm-button', { params: { token } })).statusCode).toBe(200);
  await consume();
}

describe('an announcement', () => {
  interface Page {
    readonly told: number;
    readonly toldBefore: number;
    readonly unreachable: number;
    readonly cursor?: string;
  }
  const announce = (body: object): Promise<Answer> =>
    world.call('announcements', 'announcements', {
      params: { site: SITE },
      body: { privacyNotice: '1.2', late: true, ...body },
    });

  /** Goes on from page to page, as an operator's tool does; at most so many. */
  async function pages(body: object, most = Infinity): Promise<Page[]> {
    const seen: Page[] = [];
    do {
      const cursor = seen.at(-1)?.cursor;
      const answer = await announce({ ...body, ...(cursor !== undefined && { cursor }) });
      expect(answer.statusCode).toBe(200);
      seen.push(JSON.parse(answer.body) as Page);
    } while (seen.at(-1)?.cursor !== undefined && seen.length < most);
    await consume();
    return seen;
  }
  const sum = (seen: readonly Page[], what: 'told' | 'toldBefore' | 'unreachable'): number =>
    seen.reduce((total, page) => total + page[what], 0);
  const changes = async (): Promise<number> =>
    (await world.entries()).filter((entry) => factsOf(entry).mail === 'notice-changed').length;

  test('K16: is refused once its day is past, and says what to do', async () => {
    const { statusCode, body } = await announce({ late: false });
    expect([statusCode, body]).toEqual([409, expect.stringContaining('has held since 2026-04-15')]);
    expect(body).toContain('Give the new version a date to come');
  });

  test('stops where the quota of the mail service is for confirmations, and goes on from there the day after', async () => {
    const emails = [1, 2, 3, 4].map((n) => `quota-${n}@example.com`);
    for (const email of emails) await subscriber(email);
    world.account.atMost = 20;
    world.account.use(14 - world.account.sent);
    world.advance('PT2M');
    // The first page is that of a purpose that nobody has.
    const [, page] = await pages({}, 2);
    expect(page).toMatchObject({ told: 2, cursor: expect.any(String) as string });
    const refused = await announce({ cursor: page!.cursor });
    expect([refused.statusCode, refused.headers?.['Retry-After']]).toEqual([503, '2']);
    world.advance('P1D');
    expect(sum(await pages({ cursor: page!.cursor }), 'told')).toBe(2);
    for (const email of emails)
      expect((await world.mails(email)).filter(({ tags }) => tags['mail'] === 'notice-changed')).toHaveLength(1);
  });

  test('tells each person once, however often it is interrupted and begun again', async () => {
    for (let n = 0; n < 30; n++) await subscriber(`person-${n}@example.org`);
    expect(sum(await pages({ dryRun: true }), 'told')).toBe(30);
    expect(await changes()).toBe(0);
    // The first page is that of a purpose that nobody has.
    const first = sum(await pages({}, 2), 'told');
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(30);
    const second = await pages({});
    expect([sum(second, 'told'), sum(second, 'toldBefore')]).toEqual([30 - first, first]);
    expect(sum(await pages({}), 'told')).toBe(0);
    expect(await changes()).toBe(30);
    const [mail] = await world.mails('person-7@example.org');
    expect(mail?.text).toContain('neue Fassung: 1.2. Sie gilt ab dem 15. April 2026.');
    expect(mail?.text).toContain('https://www.notice-002.example/datenschutz');
  });

  test('who was told of an earlier version is told of this one, too', async () => {
    await subscriber('told-before@example.org');
    const [{ subject } = { subject: undefined }] = await world.entries();
    const step = {
      type: 'MailSent',
      site: SITE,
      at: new Date().toISOString(),
      actor: { kind: 'system' },
      purposes: [],
    };
    await takeStep(world.deps, {
      subject: asSubject(subject ?? ''),
      now: new Date(),
      decide: () => ({ ...step, facts: { mail: 'notice-changed', privacyNotice: '1.1' } }) as Step,
    });
    expect(sum(await pages({}), 'told')).toBe(1);
    expect(await changes()).toBe(2);
  });

  test.each([
    ['another version', { privacyNotice: '1.3' }, 409, 'version \\"1.2\\"'],
    ['no version', { privacyNotice: undefined }, 422, '/privacyNotice'],
    ['a cursor of somebody else', { cursor: 'bm8' }, 400, 'begin again without'],
  ])('of %s is refused', async (_, body, status, said) => {
    const answer = await announce(body);
    expect([answer.statusCode, answer.body]).toEqual([status, expect.stringContaining(said)]);
  });
});

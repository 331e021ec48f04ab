import type * as Samples from '../../examples/sites';
import { failCall } from './fault';
import { journey, type Journey } from './journey';
import { newsOf } from './news';
import { startWorld, type Answer, type World } from './world';

/** Sites whose caps are as small as an attack here is; `guarded-1` to `guarded-11` are eleven of one stack. */
jest.mock('#sites', () => {
  const { sites } = jest.requireActual<typeof Samples>('../../examples/sites');
  const demo = sites.find(({ id }) => id === 'demo');
  const caps = { mailsPerNetwork: 5, mailsPerDomain: 8, mailsPerDay: 1000, sparedDomains: ['spared.example'] };
  const limits = { ...demo?.limits, ...caps };
  const ids = Array.from({ length: 11 }, (_, n) => `guarded-${n + 1}`);
  const guarded = ids.map((id) => ({ ...demo, id, limits }));
  return { sites: [...sites, ...guarded, { ...demo, id: 'small', limits: { ...limits, mailsPerDay: 4 } }] };
});

let world: World;
let consume: () => Promise<void>;

beforeAll(async () => {
  world = await startWorld();
  consume = newsOf(world);
});
afterAll(() => world.stop());
/** Each attack begins with all windows empty. */
beforeEach(() => world.advance('P3D'));

interface Post {
  readonly email: string;
  readonly site?: string;
  readonly ip?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly purposes?: readonly string[];
}

let networks = 0;
/** Somebody in a network that nobody else is in. */
const elsewhere = (): string => `198.${18 + ((networks += 1) >> 8)}.${networks & 255}.9`;

const post = ({ email, site = 'guarded-1', ip = elsewhere(), headers = {}, purposes }: Post): Promise<Answer> =>
  world.call('signup', 'signup-json', {
    params: { site },
    sourceIp: ip,
    headers,
    body: { email, purposes: purposes ?? ['newsletter-product'], language: 'de' },
  });

/** How many mails an attack brought; each of its answers is the same. */
async function mailsOf(posts: readonly Post[], atOnce = false): Promise<number> {
  const before = (await world.inbox.list(1000)).length;
  const answers: Answer[] = [];
  if (atOnce) answers.push(...(await Promise.all(posts.map(post))));
  else for (const one of posts) answers.push(await post(one));
  expect([...new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`))]).toEqual([
    '202 {"status":"pending"}',
  ]);
  await consume();
  return (await world.inbox.list(1000)).length - before;
}

const times = <T>(length: number, one: (n: number) => T): T[] => Array.from({ length }, (_, n) => one(n));

describe('one mailbox is bombed', () => {
  test('by thirty subaddresses', async () => {
    expect(await mailsOf(times(30, (n) => ({ email: `bombed+${n}@gmail.com` })))).toBe(6);
  });

  test('by fifty subaddresses at once', async () => {
    expect(
      await mailsOf(
        times(50, (n) => ({ email: `at-once+${n}@gmail.com` })),
        true,
      ),
    ).toBe(6);
  });

  test('at eleven sites', async () => {
    expect(await mailsOf(times(11, (n) => ({ email: 'sites@gmx.de', site: `guarded-${n + 1}` })))).toBe(6);
  });

  test('in every spelling', async () => {
    const spellings = ['s.pell@gmail.com', 'SPELL@GMAIL.com', 's.p.e.l.l+1@googlemail.com', 'spell+a+b@Gmail.com'];
    expect(await mailsOf([...spellings, ...spellings.map((one) => `x${one}`)].map((email) => ({ email })))).toBe(8);
    expect(await mailsOf(spellings.map((one) => ({ email: one.replace('@', '+2@') })))).toBe(2);
  });

  test('by its domain in letters and in punycode', async () => {
    const at = (n: number): string => (n % 2 === 0 ? 'müller.example' : 'xn--mller-kva.example');
    expect(await mailsOf(times(12, (n) => ({ email: `Idn+${n}@${at(n)}` })))).toBe(6);
  });

  test('again and again, from one edge of the day over the next', async () => {
    const bursts = ['PT23H50M', 'PT20M', 'PT23H', 'PT50M'];
    let mails = 0;
    for (const [n, pause] of bursts.entries()) {
      mails += await mailsOf(times(8, (m) => ({ email: `edges+${n}-${m}@gmail.com` })));
      world.advance(pause);
    }
    // 0 h: 6. 23 h 50 min: none. 24 h 10 min: none, as its cell is counted whole. 47 h 10 min: 6.
    expect(mails).toBe(12);
  });
});

describe('many mailboxes get mail', () => {
  test('from one network of thirty visitors: no more than its cap', async () => {
    const ip = (n: number): string => `203.0.113.${n}`;
    expect(await mailsOf(times(30, (n) => ({ email: `list${n}@gmail.com`, ip: ip(n) })))).toBe(5);
    world.advance('PT1H11M');
    expect(await mailsOf([{ email: 'later@gmail.com', ip: ip(7) }])).toBe(1);
  });

  test('from a network whose IPv6 addresses change with every request', async () => {
    const ip = (n: number): string => `2001:db8:77:${n.toString(16)}::${(n * 101).toString(16)}`;
    expect(await mailsOf(times(12, (n) => ({ email: `six${n}@gmail.com`, ip: ip(n) })))).toBe(5);
  });

  test('from one that is written as IPv4 and as IPv6', async () => {
    const ip = (n: number): string => (n % 2 === 0 ? `192.0.2.${n}` : `::ffff:192.0.2.${n}`);
    expect(await mailsOf(times(12, (n) => ({ email: `mapped${n}@gmail.com`, ip: ip(n) })))).toBe(5);
  });

  test('from one that invents what it forwards for', async () => {
    const headers = (n: number) => ({ 'x-forwarded-for': `198.51.${n}.1`, forwarded: `for=198.51.${n}.1` });
    const posts = times(12, (n) => ({ email: `forged${n}@gmail.com`, ip: '192.0.2.77', headers: headers(n) }));
    expect(await mailsOf(posts)).toBe(5);
  });

  test('at once', async () => {
    expect(
      await mailsOf(
        times(50, (n) => ({ email: `burst${n}@gmail.com`, ip: '192.0.2.5' })),
        true,
      ),
    ).toBe(5);
  });

  test('at the server of one firm, by thirty invented names', async () => {
    expect(await mailsOf(times(30, (n) => ({ email: `invented${n}@firma.example` })))).toBe(8);
  });

  test('at the server of one firm, by names under domains of its own', async () => {
    expect(await mailsOf(times(20, (n) => ({ email: `post@d${n}.andere.example` })))).toBe(8);
  });

  test('at a provider where everybody is: as many as ask', async () => {
    expect(await mailsOf(times(20, (n) => ({ email: `someone${n}@web.de` })))).toBe(20);
  });

  test('at a domain that the site spares: as many as ask', async () => {
    expect(await mailsOf(times(10, (n) => ({ email: `colleague${n}@spared.example` })))).toBe(10);
  });

  test('at a site whose day is full; at another, mail goes on', async () => {
    expect(await mailsOf(times(10, (n) => ({ email: `day${n}@gmx.de`, site: 'small' })))).toBe(4);
    expect(await mailsOf([{ email: 'day@gmx.de', site: 'guarded-2' }])).toBe(1);
  });
});

describe('what is counted', () => {
  test('is nothing where nothing was sent: repeated, a sign-up uses up nothing', async () => {
    expect(await mailsOf(times(20, () => ({ email: 'again@gmail.com', ip: '192.0.2.9' })))).toBe(1);
    expect(
      await mailsOf(
        times(20, () => ({ email: 'twice+1@gmail.com', ip: '192.0.2.9' })),
        true,
      ),
    ).toBe(1);
    expect(await mailsOf(times(6, (n) => ({ email: `again+${n}@gmail.com`, ip: elsewhere() })))).toBe(5);
    expect(await mailsOf(times(6, (n) => ({ email: `other${n}@gmail.com`, ip: '192.0.2.9' })))).toBe(3);
  });

  test('of a full mailbox is not counted for anything else', async () => {
    await mailsOf(times(6, (n) => ({ email: `full+${n}@gmail.com` })));
    const attack = times(30, (n) => ({ email: `full+x${n}@gmail.com`, ip: '192.0.2.33' }));
    expect(await mailsOf(attack)).toBe(0);
    expect(await mailsOf(attack, true)).toBe(0);
    expect(await mailsOf(times(6, (n) => ({ email: `free${n}@gmail.com`, ip: '192.0.2.33' })))).toBe(5);
  });

  test('is named by keyed hashes, and ends within hours', async () => {
    await mailsOf([{ email: 'canary+tag@kanarienvogel.example', ip: '192.0.2.201' }]);
    const items = await world.items('limits');
    expect(items.length).toBeGreaterThan(3);
    const text = JSON.stringify(items);
    for (const personal of ['canary', 'kanarienvogel', '192.0.2', 'guarded']) expect(text).not.toContain(personal);
    for (const { pk, expiresAt, ...item } of items) {
      expect(pk).toMatch(/^count#[\w-]{22}$/);
      expect(Number(expiresAt) - Date.now() / 1000).toBeLessThanOrEqual(28 * 60 * 60);
      expect(Object.keys(item).filter((name) => name !== 'sk' && !/^c\d+$/.test(name))).toEqual([]);
    }
  });

  test('cannot be read or written: nothing is sent, nothing is acknowledged, and it can be repeated', async () => {
    const { client } = world.deps.ledger;
    for (const nth of [0, 1, 2, 3, 4, 5, 6, 7]) {
      const fault = failCall(client, nth, 'not saved', 'for good');
      const email = `fault${nth}@gmail.com`;
      const answer = await post({ email });
      fault.heal();
      expect([answer.statusCode, fault.fired()]).toEqual([503, true]);
      await consume();
      expect(await world.mails(email)).toEqual([]);
      expect(await mailsOf([{ email }])).toBe(1);
    }
  });
});

describe('somebody whose mailbox a stranger has filled', () => {
  const wishes = [['newsletter-product'], ['newsletter-events'], ['newsletter-product', 'newsletter-events']];

  test('gets through by the button in any of the mails, for what that mail asked', async () => {
    const victim: Journey = journey(world, consume, 'locked-out@gmail.com');
    for (const purposes of wishes) await post({ email: victim.email, site: 'demo', purposes });
    await consume();
    expect(await mailsOf([{ email: victim.email, site: 'demo', purposes: ['product-info'] }])).toBe(0);
    const mails = (await world.mails(victim.email)).filter(({ text }) => text.includes('/confirm/'));
    expect(mails).toHaveLength(3);
    const answer = await victim.press(await victim.token('confirm'));
    expect(answer.statusCode).toBe(200);
    expect((await world.history(victim.email)).map(({ type }) => type)).toContain('ConsentGiven');
  });

  test('leaves, and is never asked how often', async () => {
    const victim: Journey = journey(world, consume, 'leaves@gmail.com');
    await post({ email: victim.email, site: 'demo' });
    expect((await victim.press(await victim.token('confirm'))).statusCode).toBe(200);
    await consume();
    await mailsOf(times(20, (n) => ({ email: `leaves+${n}@gmail.com` })));
    const params = { token: await victim.token('unsubscribe') };
    expect((await world.call('unsubscribe', 'unsubscribe-one-click', { params })).statusCode).toBe(200);
    expect((await world.history(victim.email)).map(({ type }) => type)).toContain('ConsentWithdrawn');
  });

  test('changes the language four times a day, is told so, and leaves all the same', async () => {
    const person: Journey = journey(world, consume, 'toggles@gmail.com');
    await person.signUp();
    expect((await person.press(await person.token('confirm'))).statusCode).toBe(200);
    const params = { token: await person.token('preferences') };
    const choose = (language: string): Promise<Answer> =>
      world.call('preferences', 'preferences-language', { params, body: new URLSearchParams({ language }).toString() });
    for (let n = 0; n < 12; n++) await choose(n % 2 === 0 ? 'en' : 'de');
    const chosen = (await world.history(person.email)).filter(({ type }) => type === 'LanguageChosen');
    expect(chosen).toHaveLength(4);
    expect((await choose('en')).body).toContain('Bitte versuchen Sie es morgen noch einmal');
    const leaving = { params: { token: await person.token('unsubscribe') } };
    expect((await world.call('unsubscribe', 'unsubscribe-one-click', leaving)).statusCode).toBe(200);
    world.advance('PT24H1M');
    expect((await choose('en')).statusCode).toBe(200);
    expect((await world.history(person.email)).filter(({ type }) => type === 'LanguageChosen')).toHaveLength(5);
  });
});

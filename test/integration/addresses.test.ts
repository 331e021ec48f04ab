import { newsOf } from './news';
import { startWorld, type World } from './world';

let world: World;
let consume: () => Promise<void>;

beforeAll(async () => {
  world = await startWorld();
  consume = newsOf(world);
});
afterAll(() => world.stop());

async function signUp(email: string): Promise<void> {
  const body = { email, purposes: ['newsletter-product'], language: 'de' };
  expect((await world.call('signup', 'signup-json', { body })).statusCode).toBe(202);
}

async function recordsOf(email: string): Promise<string[]> {
  return (await world.evidence(email)).records.map(({ recordId }) => recordId);
}

/** Nothing at all is known of whoever has that address at that site. */
async function expectNobody(email: string, site?: string): Promise<void> {
  const { bundle, records } = await world.evidence(email, site, 'empty');
  expect([bundle.entries, records]).toEqual([[], []]);
}

describe('the mail goes exactly there, and nowhere else', () => {
  test.each([
    ['letter case stays before the @', 'MiXed.Case@Example.com', 'MiXed.Case@example.com'],
    ['an umlaut domain in punycode', 'post@m\u00fcller.example', 'post@xn--mller-kva.example'],
    ['a tag', 'post+tag@example.com', 'post+tag@example.com'],
    ['an apostrophe', "o'neil@example.com", "o'neil@example.com"],
    ['signs that headers use', 'a=?b?=c{d}|e`f@example.com', 'a=?b?=c{d}|e`f@example.com'],
    ['a percent sign', 'a%b@example.com', 'a%b@example.com'],
  ])('%s', async (_, typed, mailbox) => {
    await signUp(typed);
    await consume();
    const [mail, ...others] = await world.mails(mailbox);
    expect(others).toEqual([]);
    expect(mail?.to).toEqual([mailbox]);
    expect(mail?.headers['to']).toBe(mailbox);
    expect(mail?.headers).not.toHaveProperty('bcc');
    expect(mail?.headers).not.toHaveProperty('cc');
  });
});

describe('spellings of one address are one person', () => {
  test.each([
    ['letter case', 'Case.Erika@Example.COM', 'case.erika@example.com'],
    ['an umlaut domain and its punycode', 'idn@bücher.example', 'idn@xn--bcher-kva.example'],
    ['punycode and its umlaut domain', 'puny@xn--grn-ioa.example', 'puny@GRÜN.example'],
    ['letters in one piece and in two', 'nfc@büro.example', 'nfc@bu\u0308ro.example'],
    ['spaces around it', '  space@example.com ', 'space@example.com'],
  ])('%s', async (_, typed, other) => {
    await signUp(typed);
    const records = await recordsOf(other);
    expect(records).toHaveLength(1);
    expect(await recordsOf(typed)).toEqual(records);
    const [request] = (await world.evidence(other)).records[0]?.entries ?? [];
    expect(request?.parts['address']).toMatchObject({ email: typed.trim() });
  });
});

describe('addresses that only some mail provider takes for one are persons of their own', () => {
  test.each([
    ['with a tag and without', 'tag+news@example.com', 'tag@example.com'],
    ['with two tags', 'tags+a@example.com', 'tags+b@example.com'],
    ['with dots and without', 'd.o.t@gmail.com', 'dot@gmail.com'],
    ['sharp s and double s', 'sharp@stra\u00dfe.example', 'sharp@strasse.example'],
    ['a subdomain', 'sub@mail.example.com', 'sub@example.com'],
  ])('%s', async (_, typed, other) => {
    await signUp(typed);
    await expectNobody(other);
    await signUp(other);
    expect(await recordsOf(typed)).toHaveLength(1);
    expect(await recordsOf(other)).toHaveLength(1);
  });

  test('the same address at another site', async () => {
    await signUp('sites@example.com');
    await expectNobody('sites@example.com', 'notice-002');
  });
});

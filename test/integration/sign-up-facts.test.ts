import { audit } from './audit';
import { newsOf } from './news';
import { startWorld, tokenOf, type World } from './world';
import { findSite } from '../../shared/policy/sites';
import { assetNotice, noticeHash, purposeNotice } from '../../shared/policy/notices';
import { sites } from '../../examples/sites';

let world: World;
let consume: () => Promise<void>;

beforeAll(async () => {
  world = await startWorld();
  consume = newsOf(world);
});
afterEach(() => audit(world));
afterAll(() => world.stop());

const site = findSite(sites, 'demo')!;
const [product, events] = site.purposes.map((purpose) => noticeHash(purposeNotice(site, purpose, 'de')));
const paper = noticeHash(assetNotice(site, site.assets[0]!, 'de'));
let people = 0;

interface Requested {
  readonly email: string;
  readonly facts: object;
  readonly page: unknown;
}

async function requested(email: string): Promise<Requested> {
  const { bundle } = await world.evidence(email);
  const step = bundle.entries.find(({ entry }) => entry.type === 'ConsentRequested');
  const address = step?.parts['address'];
  const data = address?.state === 'disclosed' ? (address.data as { page?: unknown }) : {};
  return { email, facts: step?.entry.facts ?? {}, page: data.page };
}

async function byJson(body: object, headers = {}): Promise<Requested> {
  const email = `facts-${(people += 1)}@example.com`;
  const answer = await world.call('signup', 'signup-json', {
    body: { email, purposes: ['newsletter-product'], language: 'de', ...body },
    headers,
  });
  expect([answer.statusCode, answer.body]).toEqual([202, expect.any(String)]);
  return requested(email);
}

async function byForm(fields: readonly (readonly [string, string])[], headers = {}): Promise<Requested> {
  const email = `facts-${(people += 1)}@example.com`;
  const all = [['email', email], ['purpose', 'newsletter-product'], ['language', 'de'], ...fields];
  const body = new URLSearchParams(all.map(([name = '', value = '']) => [name, value])).toString();
  expect((await world.call('signup', 'signup-form', { body, headers })).statusCode).toBe(303);
  return requested(email);
}

describe('where the person signed up', () => {
  const REFERER = 'https://www.demo.example/neu?mail=erika@example.org#a';

  test.each([
    ['as the form says, whatever the browser does', { form: { url: 'https://www.demo.example/a?b=c#d' } }, 'a', 'form'],
    ['without a form that says it, as the browser does', {}, 'neu', 'browser'],
  ])('%s', async (_, body, path, knownBy) => {
    const { page } = await byJson(body, { referer: REFERER });
    expect(page).toEqual({ url: `https://www.demo.example/${path}`, knownBy });
  });

  test('a plain form keeps it, too, and can say it itself', async () => {
    const url = 'https://www.demo.example/newsletter';
    expect((await byForm([], { referer: `${url}?utm=1` })).page).toEqual({ url, knownBy: 'browser' });
    expect((await byForm([['form.url', `${url}?x`]], {})).page).toEqual({ url, knownBy: 'form' });
  });

  test.each([
    '',
    'about:client',
    'android-app://com.example',
    'file:///home/erika',
    `https://a.example/${'x'.repeat(2000)}`,
  ])('a Referer that is the address of no page says nothing: %s', async (referer) =>
    expect((await byJson({}, { referer })).page).toBeUndefined(),
  );
});

describe('who showed the wordings', () => {
  test.each([
    ['a form that reports all of them', { notices: [product] }, 'form'],
    ['a form that reports none', {}, undefined],
    ['a form that reports an empty list', { notices: [] }, undefined],
    [
      'a form that leaves one out',
      { purposes: ['newsletter-product', 'newsletter-events'], notices: [events] },
      undefined,
    ],
    ['a form that leaves the order out', { asset: 'whitepaper-consent', notices: [product] }, undefined],
    ['a form that reports order and purpose', { asset: 'whitepaper-consent', notices: [paper, product] }, 'form'],
  ])('%s', async (_, body, wordingBy) => {
    const { facts } = await byJson(body);
    expect(facts).toEqual({
      address: expect.stringMatching(/^[\w-]{43}$/) as string,
      confirmBy: expect.any(String) as string,
      privacyNotice: '3.1',
      ...(wordingBy && { wordingBy }),
    });
  });

  test('a plain form that sends the hash of each', async () => {
    const { facts } = await byForm([['notice', product ?? '']]);
    expect(facts).toMatchObject({ wordingBy: 'form' });
  });

  test('the preferences page asks with the notice of today, and says where', async () => {
    const { email } = await byJson({});
    await consume();
    await world.call('confirm', 'confirm-button', {
      params: { token: tokenOf((await world.mails(email))[0], 'confirm') },
    });
    await consume();
    const token = tokenOf((await world.mails(email))[0], 'preferences');
    world.advance('PT1H');
    const body = 'before=newsletter-product&purpose=newsletter-product&purpose=newsletter-events&do=save';
    await world.call('preferences', 'preferences-save', { params: { token }, body });
    const { bundle } = await world.evidence(email);
    const asked = bundle.entries.filter(({ entry }) => entry.type === 'ConsentRequested').at(-1);
    expect(asked?.entry.facts).toMatchObject({ privacyNotice: '3.1' });
    expect(asked?.parts['address']).toMatchObject({
      data: { page: { url: expect.stringMatching(/\/preferences$/) as string, knownBy: 'form' } },
    });
  });
});

import { pagesIn } from '../../shared/words/pages';
import { expectProblem } from './observe';
import { startWorld, type Answer, type World } from './world';

type Pairs = readonly (readonly [name: string, value: string])[];

const ORIGIN = 'https://www.demo.example';
let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

let people = 0;
const somebody = (): string => `person-${(people += 1)}@example.com`;
const about = (...pairs: Pairs): Pairs => [['email', somebody()], ['purpose', 'newsletter-product'], ...pairs];

async function encoded(pairs: Pairs, isMultipart: boolean): Promise<{ body: Buffer; type: string }> {
  if (!isMultipart) {
    const body = Buffer.from(new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString());
    return { body, type: 'application/x-www-form-urlencoded' };
  }
  const form = new FormData();
  for (const [name, value] of pairs) form.append(name, value);
  const response = new Response(form);
  return { body: Buffer.from(await response.arrayBuffer()), type: response.headers.get('content-type') ?? '' };
}

async function post(pairs: Pairs, headers: Record<string, string> = {}, isMultipart = false): Promise<Answer> {
  const { body, type } = await encoded(pairs, isMultipart);
  return world.call('signup', 'signup-form', { body, headers: { 'content-type': type, origin: ORIGIN, ...headers } });
}

const PAGE = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };
const SENT = { statusCode: 303, headers: { Location: '/v1/sites/demo/signups/sent?language=de' } };

describe.each([
  ['urlencoded', false],
  ['multipart', true],
])('a form of a website, %s', (_, isMultipart) => {
  test.each<[string, Record<string, string>]>([
    ['asks for JSON', { accept: 'application/json' }],
    ['asks as axios does', { accept: 'application/json, text/plain, */*' }],
    ['asks for anything by fetch', { accept: '*/*', 'sec-fetch-mode': 'cors' }],
  ])('that %s gets it, and may read it', async (__, headers) => {
    const answer = await post(about(), headers, isMultipart);
    expect([answer.statusCode, JSON.parse(answer.body)]).toEqual([202, { status: 'pending' }]);
    expect(answer.headers).toMatchObject({ 'Access-Control-Allow-Origin': ORIGIN });
    const refused = await post([['email', 'x']], headers, isMultipart);
    expectProblem({ ...refused }, { status: 422, code: 'invalid', pointers: ['/email', '/purposes'] });
    expect(refused.headers).toMatchObject({ 'Access-Control-Allow-Origin': ORIGIN });
  });

  test('that a browser opens a page for gets the page', async () => {
    expect(await post(about(), { ...PAGE, 'sec-fetch-mode': 'navigate' }, isMultipart)).toMatchObject(SENT);
    // Who asks for a page gets one, whatever else is said of the call.
    expect(await post(about(), { ...PAGE, 'sec-fetch-mode': 'cors' }, isMultipart)).toMatchObject(SENT);
  });

  test('brings along what its tools put in, which is passed over', async () => {
    const tools = [
      ...['utm_source', 'utm_campaign', 'mtm_kwd', 'pk_campaign', 'mc_cid', 'mc_eid', '_ga', '_gl', 'hsa_acc'],
      ...['gclid', 'gbraid', 'fbclid', 'msclkid', '_fbp', '_fbc', '_wpnonce', '_wp_http_referer', '_wpcf7_unit_tag'],
      ...[
        'submit',
        'Submit',
        'submit.x',
        'submit.y',
        'button',
        'op',
        'csrf',
        'csrf_token',
        '_csrf',
        'csrfmiddlewaretoken',
      ],
      ...[
        '_token',
        'authenticity_token',
        '__RequestVerificationToken',
        'form_build_id',
        'FORM_SUBMIT',
        'REQUEST_TOKEN',
      ],
      ...['__referrer[@extension]', '__trustedProperties', 'g-recaptcha-response', '_charset_', 'utf8', '_method'],
    ].map((name) => [name, 'x'] as const);
    expect(await post(about(...tools), PAGE, isMultipart)).toMatchObject(SENT);
  });

  test('has any other field that is not known named, to a person and to a program', async () => {
    for (const name of ['utmost', 'newsletter', 'firstname', 'subscribed', 'field.birthday']) {
      const pairs = about([name, 'x'], ['language', 'de-AT']);
      const page = await post(pairs, PAGE, isMultipart);
      const said = pagesIn('de').unknownFieldError(name.replace('field.', 'fields.'));
      expect([page.statusCode, page.body.includes(said)]).toEqual([422, true]);
      expect(page.body).toContain(pagesIn('de').brokenFormText);
      const pointer = `/${name.replace('field.', 'fields/')}`;
      expectProblem(await post(pairs, { accept: '*/*' }, isMultipart), {
        status: 422,
        code: 'invalid',
        pointers: [pointer],
      });
    }
  });

  test('may name lists and fields as PHP forms do', async () => {
    const email = somebody();
    const pairs: Pairs = [
      ['email', email],
      ['purposes[]', 'newsletter-product'],
      ['purposes[]', 'newsletter-events'],
      ['purposes[2]', 'analysis'],
      ['fields[firstName]', 'Erika'],
      ['field.lastName', ''],
      ['asset', ''],
    ];
    expect(await post(pairs, PAGE, isMultipart)).toMatchObject(SENT);
    const { records } = await world.evidence(email);
    expect(records[0]?.purposes.map(({ id }) => id).sort()).toEqual([
      'analysis',
      'newsletter-events',
      'newsletter-product',
    ]);
  });

  test.each([
    ['de-DE', 'de'],
    ['de_AT', 'de'],
    ['EN', 'en'],
    ['en-US', 'en'],
    ['de-CH-1996', 'de'],
  ])('may say its language as %s', async (tag, language) => {
    const answer = await post(about(['language', tag]), PAGE, isMultipart);
    expect(answer.headers).toMatchObject({ Location: `/v1/sites/demo/signups/sent?language=${language}` });
  });

  test('that names a language which is not there says which are, in one that the browser asks for', async () => {
    const page = await post(about(['language', 'fr']), { ...PAGE, 'accept-language': 'en-GB' }, isMultipart);
    expect(page.body).toContain(pagesIn('en').languageError(['Deutsch', 'English']));
    expect(page.body).toContain('<html lang="en">');
  });
});

describe('a person reads what is wrong in their language', () => {
  const german = { ...PAGE, 'accept-language': 'de-AT' };
  const english = { ...PAGE, 'accept-language': 'en-US,en;q=0.9,de;q=0.1' };

  test.each<[string, Pairs, Record<string, string>, number, string]>([
    ['a wording that changed', [['notice', 'A'.repeat(43)]], {}, 422, 'staleError'],
    ['a website that is not ours', [], { origin: 'https://www.example.net' }, 403, 'originError'],
  ])('%s', async (_, pairs, headers, status, error) => {
    for (const [language, accept] of [['de', german] as const, ['en', english] as const]) {
      const page = await post(about(...pairs), { ...accept, ...headers });
      const said = pagesIn(language)[error as 'staleError'];
      expect([page.statusCode, page.body.includes(said)]).toEqual([status, true]);
    }
  });

  test.each(['GET', 'POST'])('a site that is not there, with %s', async (method) => {
    const call = { method, params: { site: 'nowhere' }, body: 'email=x', headers: { ...german, origin: ORIGIN } };
    const page = await world.call('signup', 'signup-form', call);
    expect([page.statusCode, page.body.includes(pagesIn('de').unknownSiteError)]).toEqual([404, true]);
  });

  test.each([
    ['GET', '/confirm/', 404, 'badLinkTitle'],
    ['GET', '/unsubscribe', 404, 'badLinkTitle'],
    ['GET', '/keep/AQE/and/more', 404, 'badLinkTitle'],
    ['GET', '/preferences/A.E/', 404, 'badLinkTitle'],
    ['GET', '/nowhere', 404, 'noPageTitle'],
    ['PUT', '/confirm/AQE', 405, 'methodTitle'],
    ['GET', '/v1/sites/demo/signups', 405, 'methodTitle'],
  ] as const)('%s %s', async (method, rawPath, status, title) => {
    for (const [language, headers] of [['de', german] as const, ['en', english] as const]) {
      const page = await world.call('static', 'no-route', { method, rawPath, headers });
      expect(page.statusCode).toBe(status);
      expect(page.body).toContain(`<html lang="${language}">`);
      expect(page.body).toContain(`<h1>${pagesIn(language)[title]}</h1>`);
    }
    const asked = { method, rawPath, headers: { accept: 'application/json' } };
    expectProblem(await world.call('static', 'no-route', asked), {
      status,
      code: status === 404 ? 'no-such-address' : 'method',
    });
  });

  test.each([
    ['/verify/', '/verify'],
    ['/Verify', '/verify'],
    ['//VERIFY//', '/verify'],
    ['/preferences/AQExY/', '/preferences/AQExY'],
    ['/Confirm/AQE-x_Y', '/confirm/AQE-x_Y'],
    ['/v1/sites/demo/signups/sent/', '/v1/sites/demo/signups/sent?language=en', { language: 'en' }],
  ])('GET %s leads to %s', async (rawPath, location, query: Record<string, string> = {}) => {
    for (const method of ['GET', 'HEAD']) {
      const page = await world.call('static', 'no-route', { method, rawPath, query, headers: german });
      expect([page.statusCode, page.headers?.['Location']]).toEqual([303, location]);
    }
    const posted = await world.call('static', 'no-route', { method: 'POST', rawPath, query, headers: german });
    expect([posted.statusCode, posted.headers?.['Location']]).toEqual([expect.any(Number), undefined]);
  });

  test.each(['//evil.example/verify', '/verify/\r\nSet-Cookie: a', '/\\evil.example', '/v1/sites/demo/reviews/'])(
    'GET %s leads nowhere',
    async (rawPath) => {
      const page = await world.call('static', 'no-route', { method: 'GET', rawPath, headers: german });
      expect([page.statusCode, page.headers?.['Location']]).toEqual([404, undefined]);
    },
  );

  test.each(['confirm', 'unsubscribe', 'preferences', 'keep', 'assets', 'receipts'])(
    'a link to %s with something after it, or something missing',
    async (fn) => {
      const event = { confirm: 'confirm-page', unsubscribe: 'unsubscribe-page', preferences: 'preferences-page' }[fn];
      const own = { keep: 'keep-page', assets: 'asset', receipts: 'receipt' }[fn];
      const params = { token: 'AQEneXoZKnhY.' };
      const page = await world.call(fn, event ?? own ?? '', { params, headers: english });
      expect(page.body).toContain(`<h1>${pagesIn('en').badLinkTitle}</h1>`);
    },
  );
});

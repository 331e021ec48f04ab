import { sites } from '../../examples/sites';
import { findSite } from '../../shared/policy/sites';
import { Problem } from '../../shared/http/problem';
import { formErrors } from '../../shared/web/form-errors';
import { pagesIn } from '../../shared/words/pages';
import type { Changes } from './fixtures';
import { expectProblem, MARK, observe, observeWithoutTrace } from './observe';
import { whole } from './page-text';
import { startWorld, type World } from './world';

type Pairs = [name: string, value: string][];

const FORM: Pairs = [
  ['email', `${MARK}.erika@example.com`],
  ['purpose', 'newsletter-product'],
  ['language', 'en'],
  ['field.firstName', MARK],
];
const URLENCODED = 'application/x-www-form-urlencoded';
let world: World;

beforeAll(async () => {
  world = await startWorld();
  process.env['POWERTOOLS_LOG_LEVEL'] = 'INFO';
});
afterAll(() => world.stop());

const without = (name: string): Pairs => FORM.filter(([key]) => key !== name);
const encoded = (pairs: Pairs): Buffer => Buffer.from(new URLSearchParams(pairs).toString());

function post(body: Buffer, headers: Record<string, string> = {}, changes: Changes = {}) {
  const all = { accept: '*/*', 'content-type': URLENCODED, ...headers };
  return world.call('signup', 'signup-form', { ...changes, body, headers: all });
}

const plain = (html: string): string =>
  whole(html).replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** The refusal as a program gets it; and as a browser does, on a page with the same sentences. */
async function expectRefused(
  body: Buffer,
  status: number,
  code: string,
  pointers: string[],
  headers = {},
  changes = {},
) {
  const asJson = await observeWithoutTrace(world, () => post(body, headers, changes));
  const { detail, errors = [] } = expectProblem(asJson.answer, { status, code, pointers });

  const asPage = await observeWithoutTrace(world, () => post(body, { ...headers, accept: 'text/html' }, changes));
  expect(asPage.answer.statusCode).toBe(status);
  expect(asPage.answer.headers).toMatchObject({
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
  });
  const said = plain(asPage.answer.body);
  const language = said.includes('<html lang="en">') ? 'en' : 'de';
  const form = { language, purposes: new URLSearchParams(body.toString()).getAll('purpose').filter(Boolean) };
  const problem = new Problem(status, code, '', errors);
  const sentences = formErrors(problem, findSite(sites, 'demo'), language, form).map(({ text }) => text);
  expect([...said.matchAll(/<li>([^<]*)/g)].map(([, text]) => text)).toEqual(sentences);
  // Nobody but a developer is spoken to as one.
  for (const text of [detail, ...errors.map((error) => error.detail)]) expect(said).not.toContain(text);
}

describe('a form that says something wrong is refused, to a program as a problem, to a browser as a page', () => {
  test.each<[string, Pairs, string[]]>([
    ['no address', without('email'), ['/email']],
    ['an empty address', [['email', ''], ...without('email')], ['/email']],
    ['a malformed address', [['email', MARK], ...without('email')], ['/email']],
    ['two addresses', [['email', `${MARK}@example.org`], ...FORM], ['/email']],
    ['the same address twice', [['email', `${MARK}.erika@example.com`], ...FORM], ['/email']],
    ['a header after the address', [['email', `${MARK}@example.com\r\nBcc: x@y.de`], ...without('email')], ['/email']],
    ['an umlaut in the local part', [['email', `${MARK}-ü@example.com`], ...without('email')], ['/email']],
    ['nothing asked for', without('purpose'), ['/purposes']],
    ['only empty purposes', [['purpose', ''], ...without('purpose')], ['/purposes']],
    ['an unknown purpose', [...FORM, ['purpose', MARK]], ['/purposes/1']],
    ['a purpose twice', [...FORM, ['purpose', 'newsletter-product']], ['/purposes/1']],
    ['analysis without a newsletter', [['purpose', 'analysis'], ...without('purpose')], ['/purposes/0']],
    ['what a contract needs', [['purpose', 'service-mail'], ...without('purpose')], ['/purposes/0']],
    ['an unknown asset', [...FORM, ['asset', MARK]], ['/asset']],
    ['two languages', [...FORM, ['language', 'de']], ['/language']],
    ['an unknown language', [['language', 'fr'], ...without('language')], ['/language']],
    ['an unknown notice', [...FORM, ['notice', MARK]], ['/notices/0']],
    ['an unknown field', [...FORM, ['field.birthday', MARK]], ['/fields/birthday']],
    ['a field twice', [...FORM, ['field.firstName', MARK]], ['/fields/firstName']],
    ['a NUL in a field', [...FORM, ['field.lastName', `${MARK}\0`]], ['/fields/lastName']],
    ['a field without a name', [...FORM, ['field.', MARK]], ['/fields/?']],
    ['a prototype of fields', [...FORM, ['field.__proto__', MARK]], ['/fields/__proto__']],
    ['a prototype', [...FORM, ['__proto__', MARK]], ['/__proto__']],
    ['a constructor', [...FORM, ['constructor', MARK]], ['/constructor']],
    ['a visitor, which only JSON can tell of', [...FORM, ['visitor', MARK]], ['/visitor']],
    ['an unknown input', [...FORM, ['subscribed', MARK]], ['/subscribed']],
    ['an input whose name could be an address', [...FORM, [`${MARK}@example.com`, 'x']], ['/?']],
  ])('%s', async (_, pairs, pointers) => {
    await expectRefused(encoded(pairs), 422, 'invalid', pointers);
  });

  test.each<[string, Buffer, string, number, string]>([
    ['a megabyte', Buffer.from(`email=${MARK.padEnd(1024 * 1024, 'x')}`), URLENCODED, 413, 'too-large'],
    ['bytes that are not UTF-8', Buffer.from(`email=${MARK}\xff`, 'latin1'), URLENCODED, 400, 'not-utf-8'],
    ['a multipart form without boundary', encoded(FORM), 'multipart/form-data', 400, 'not-a-form'],
    ['a multipart form that is none', encoded(FORM), 'multipart/form-data; boundary=x', 400, 'not-a-form'],
  ])('%s', async (_, body, type, status, code) => {
    await expectRefused(body, status, code, [], { 'content-type': type });
  });

  test('a file', async () => {
    const form = new FormData();
    form.set('email', new File([MARK], `${MARK}.txt`));
    const { body, type } = await multipart(form);
    await expectRefused(body, 422, 'invalid', [], { 'content-type': type });
  });

  test('a site that there is not', async () => {
    await expectRefused(encoded(FORM), 404, 'unknown-site', [], {}, { params: { site: MARK } });
  });

  test('a page of somebody else', async () => {
    await expectRefused(encoded(FORM), 403, 'origin', [], { origin: 'https://evil.example' });
  });
});

async function multipart(form: FormData): Promise<{ body: Buffer; type: string }> {
  const response = new Response(form);
  return { body: Buffer.from(await response.arrayBuffer()), type: response.headers.get('content-type') ?? '' };
}

describe('the good form', () => {
  const sent = { statusCode: 303, headers: { Location: '/v1/sites/demo/signups/sent?language=en' }, body: '' };

  test('is taken in both encodings, and answered without a word of it', async () => {
    const form = new FormData();
    for (const [name, value] of FORM) form.append(name, value);
    form.append('asset', '');
    const { body, type } = await multipart(form);
    for (const call of [() => post(encoded(FORM)), () => post(body, { 'content-type': type })]) {
      const { answer, log } = await observe(call);
      expect(answer).toMatchObject(sent);
      expect(JSON.stringify(answer)).not.toContain(MARK);
      expect(log).not.toContain(MARK);
    }
    expect(JSON.stringify(await world.items('vault'))).toContain(MARK);
  });

  test('leads to a page that says what to do next, in the language asked for', async () => {
    const headers = { accept: 'text/html' };
    const page = (language: string) => world.call('signup', 'signup-sent-page', { headers, query: { language } });
    const [en, de] = [await observe(() => page('en')), await observe(() => page('de'))];
    expect(en.answer.body).toContain(pagesIn('en').sentTitle);
    expect(de.answer.body).toContain('Bitte schauen Sie in Ihr Postfach');
    const odd = await observeWithoutTrace(world, () => page(`${MARK}"><script>`));
    expect(odd.answer).toMatchObject({ statusCode: 200, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
  });
});

import { expectProblem, MARK, observe, observeWithoutTrace } from './observe';
import { startWorld, type World } from './world';

const GOOD = {
  email: `${MARK}.erika@example.com`,
  purposes: ['newsletter-product'],
  language: 'de',
  fields: { firstName: MARK },
};
let world: World;

beforeAll(async () => {
  world = await startWorld();
  process.env['POWERTOOLS_LOG_LEVEL'] = 'INFO';
});
afterAll(() => world.stop());

const text = (change: object): string => JSON.stringify({ ...GOOD, ...change });
const email = (address: unknown): object => ({ email: address });

describe('a sign-up whose JSON says something wrong is refused with what and where', () => {
  test.each<[string, object, string[]]>([
    ['no address', email(undefined), ['/email']],
    ['an empty address', email(''), ['/email']],
    ['a malformed address', email(MARK), ['/email']],
    ['a display name', email(`Erika <${MARK}@example.com>`), ['/email']],
    ['a local part of 65', email(`${MARK.padEnd(65, 'x')}@example.com`), ['/email']],
    ['an address of 255', email(`${MARK}@${`${'d'.repeat(60)}.`.repeat(4)}`.padEnd(255, 'm')), ['/email']],
    ['an address of 5000', email(`${MARK}@${'d'.repeat(5000)}.com`), ['/email']],
    ['an umlaut in the local part', email(`${MARK}-jürgen@example.com`), ['/email']],
    ['an address with a path', email(`${MARK}@example.com/x`), ['/email']],
    ['a header after the address', email(`${MARK}@example.com\r\nBcc: ${MARK}@example.org`), ['/email']],
    ['a bare line feed', email(`${MARK}@example.com\nX: y`), ['/email']],
    ['two addresses', email(`${MARK}@example.com, ${MARK}@example.org`), ['/email']],
    ['a NUL in the address', email(`${MARK}\0@example.com`), ['/email']],
    ['a lone surrogate in the address', email(`${MARK}\ud800@example.com`), ['/email']],
    ['a number as address', email(5), ['/email']],
    ['null as address', email(null), ['/email']],
    ['an array as address', email([`${MARK}@example.com`]), ['/email']],
    ['an object as address', email({ toString: MARK }), ['/email']],
    ['nothing asked for', { purposes: [] }, ['/purposes']],
    ['no purposes', { purposes: undefined }, ['/purposes']],
    ['an unknown purpose', { purposes: ['newsletter-product', MARK] }, ['/purposes/1']],
    [
      'a purpose named like a property of objects',
      { purposes: ['constructor', '__proto__'] },
      ['/purposes/0', '/purposes/1'],
    ],
    ['analysis without a newsletter', { purposes: ['analysis'] }, ['/purposes/0']],
    ['analysis with something else', { purposes: ['analysis', 'product-info'] }, ['/purposes/0']],
    ['a purpose twice', { purposes: ['newsletter-product', 'newsletter-product'] }, ['/purposes/1']],
    ['what a contract needs', { purposes: ['service-mail'] }, ['/purposes/0']],
    ['a text as purposes', { purposes: 'newsletter-product' }, ['/purposes']],
    ['a number as purpose', { purposes: [1] }, ['/purposes/0']],
    ['51 purposes', { purposes: Array.from({ length: 51 }, () => 'newsletter-product') }, ['/purposes']],
    ['an unknown asset', { asset: MARK }, ['/asset']],
    ['an unknown asset and nothing else', { asset: MARK, purposes: [] }, ['/asset']],
    ['an array as asset', { asset: ['whitepaper-consent'] }, ['/asset']],
    ['an unknown language', { language: 'fr' }, ['/language']],
    ['an unknown language with a region', { language: 'fr-CA' }, ['/language']],
    ['a number as language', { language: 7 }, ['/language']],
    ['an unknown notice', { notices: [MARK] }, ['/notices/0']],
    ['the hash of no notice', { notices: ['A'.repeat(43)] }, ['/notices/0']],
    ['a field that nobody asks for', { fields: { birthday: MARK } }, ['/fields/birthday']],
    ['a field of 201 characters', { fields: { firstName: MARK.padEnd(201) } }, ['/fields/firstName']],
    ['a line break in a field', { fields: { firstName: `${MARK}\r\nBcc: x` } }, ['/fields/firstName']],
    ['a NUL in a field', { fields: { lastName: `${MARK}\0` } }, ['/fields/lastName']],
    ['a lone surrogate in a field', { fields: { lastName: `\udc00${MARK}` } }, ['/fields/lastName']],
    ['a number in a field', { fields: { firstName: 1 } }, ['/fields/firstName']],
    ['an array as fields', { fields: [MARK] }, ['/fields']],
    ['a key of fields that could be an address', { fields: { [`${MARK}@example.com`]: 'x' } }, ['/fields/?']],
    ['a form without its address', { form: {} }, ['/form/url']],
    ['a form with a script as address', { form: { url: `javascript:${MARK}` } }, ['/form/url']],
    ['a form that is no address', { form: { url: MARK } }, ['/form/url']],
    ['a form that says more', { form: { url: 'https://www.demo.example/', title: MARK } }, ['/form/title']],
    ['a visitor without a valid IP', { visitor: { ip: MARK } }, ['/visitor/ip']],
    ['a visitor whose IP has a port', { visitor: { ip: '198.51.100.7:80' } }, ['/visitor/ip']],
    ['an unknown key', { subscribed: true }, ['/subscribed']],
    [
      'a status that is not for the caller to say',
      { status: 'ConsentGiven', confirmedAt: MARK },
      ['/status', '/confirmedAt'],
    ],
    ['an unknown key that could be an address', { [`${MARK}@example.com`]: 1 }, ['/?']],
    [
      'several things at once',
      { email: MARK, language: 'fr', purposes: [MARK], asset: MARK },
      ['/email', '/language', '/purposes/0', '/asset'],
    ],
  ])('%s', async (_, change, pointers) => {
    const body = text(change);
    const { answer } = await observeWithoutTrace(world, () => world.call('signup', 'signup-json', { body }));
    expectProblem(answer, { status: 422, code: 'invalid', pointers });
  });
});

describe('a sign-up that is not JSON of the kind that there can be is refused for that', () => {
  const json = { 'content-type': 'application/json' };
  const open = text({}).slice(0, -1);

  test.each<[string, string | Buffer, number, string, string[]?]>([
    ['nothing', '', 400, 'not-json'],
    ['half of an object', open, 400, 'not-json'],
    ['a comment', `${text({})} // ${MARK}`, 400, 'not-json'],
    ['a comma too many', `${open},}`, 400, 'not-json'],
    ['two objects', text({}).repeat(2), 400, 'not-json'],
    ['single quotes', `{'email':'${MARK}@example.com'}`, 400, 'not-json'],
    ['a form', `email=${MARK}%40example.com`, 400, 'not-json'],
    ['a raw line break in a text', `{"email":"${MARK}\n"}`, 400, 'not-json'],
    ['arrays in arrays, thirty thousand deep', '['.repeat(30_000) + ']'.repeat(30_000), 422, 'invalid', ['']],
    [
      'objects in objects, ten thousand deep',
      `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`,
      422,
      'invalid',
      ['/email', '/a'],
    ],
    ['bytes that are not UTF-8', Buffer.from(`{"email":"${MARK}\xff@example.com"}`, 'latin1'), 400, 'not-utf-8'],
    ['UTF-16', Buffer.from(text({}), 'utf16le'), 400, 'not-json'],
    ['a surrogate in UTF-8', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]), 400, 'not-utf-8'],
    ['null', 'null', 422, 'invalid', ['']],
    ['a text', `"${MARK}"`, 422, 'invalid', ['']],
    ['a number', '5', 422, 'invalid', ['']],
    ['an array', `[${text({})}]`, 422, 'invalid', ['']],
    ['a key twice', `${open},"email":"${MARK}@example.org"}`, 400, 'duplicate-key'],
    ['a key twice with the same value', `${open},"language":"de"}`, 400, 'duplicate-key'],
    ['a key twice, once in escapes', `${open},"\\u0065mail":"${MARK}@example.org"}`, 400, 'duplicate-key'],
    ['a key twice in a field', '{"email":"a@b.de","purposes":[],"fields":{"a":"1","a":"1"}}', 400, 'duplicate-key'],
    ['a key twice within an array', '{"purposes":[{"a":1,"b":{"c":[{"d":1,"d":1}]}}]}', 400, 'duplicate-key'],
    ['a prototype', `${open},"__proto__":{"${MARK}":true}}`, 422, 'invalid', ['/__proto__']],
    ['a prototype of fields', text({}).replace('"firstName"', '"__proto__"'), 422, 'invalid', ['/fields/__proto__']],
    ['a constructor', `${open},"constructor":{"prototype":{"${MARK}":1}}}`, 422, 'invalid', ['/constructor']],
    ['one byte too many', text({}).padEnd(64 * 1024 + 1), 413, 'too-large'],
    ['a megabyte', text({}).padEnd(1024 * 1024), 413, 'too-large'],
    ['a megabyte of one letter', 'x'.repeat(1024 * 1024), 413, 'too-large'],
  ])('%s', async (_, body, status, code, pointers = []) => {
    const call = () => world.call('signup', 'signup-json', { body, headers: json });
    const { answer } = await observeWithoutTrace(world, call);
    expectProblem(answer, { status, code, pointers });
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test.each([undefined, '', 'text/plain', 'application/xml', 'application/jsonp', 'application/problem+json', MARK])(
    'content type %s',
    async (type) => {
      const call = () => world.call('signup', 'signup-json', { body: text({}), headers: { 'content-type': type } });
      const { answer } = await observeWithoutTrace(world, call);
      expectProblem(answer, { status: 415, code: 'media-type' });
      expect(answer.headers).toMatchObject({ Accept: 'application/json' });
    },
  );

  test.each(['zzmark', 'Demo', 'demo ', '..', '__proto__', 'constructor', ''])('site "%s"', async (site) => {
    const call = () => world.call('signup', 'signup-json', { body: text({}), params: { site } });
    const { answer } = await observeWithoutTrace(world, call);
    expectProblem(answer, { status: 404, code: 'unknown-site' });
  });
});

describe('what the others must not be refused for', () => {
  test.each([
    ['as it is', text({}), 'application/json'],
    ['of exactly 64 KB', text({}).padEnd(64 * 1024), 'application/json'],
    ['with a byte order mark', `\ufeff${text({})}`, 'application/json'],
    ['with parameters in its type', text({}), 'Application/JSON; charset=utf-8'],
    ['in a language with a region', text({ language: 'de-DE' }), 'application/json'],
  ])('the good sign-up %s is taken', async (_, body, type) => {
    const headers = { 'content-type': type };
    const { answer, log } = await observe(() => world.call('signup', 'signup-json', { body, headers }));
    expect(answer).toMatchObject({ statusCode: 202, body: '{"status":"pending"}' });
    expect(log).toContain('"status":202');
    expect(log).not.toContain(MARK);
    expect(JSON.stringify(await world.items('vault'))).toContain(MARK);
    expect(JSON.stringify(await world.items('ledger'))).not.toContain(MARK);
  });
});

import fc from '../seeded';
import { everything, MARK, observe } from './observe';
import { startWorld, type World } from './world';

const type = fc.oneof(
  { arbitrary: fc.constant('application/json'), weight: 3 },
  fc.constantFrom('application/x-www-form-urlencoded', 'multipart/form-data; boundary=b7e4', 'text/plain', ''),
);
const RUNS = { numRuns: 150 };
let world: World;

beforeAll(async () => {
  world = await startWorld();
  process.env['POWERTOOLS_LOG_LEVEL'] = 'INFO';
});
afterAll(() => world.stop());

/** Texts that are wrong in every way, with a mark to find them again. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }).map((rest) => `${MARK}${rest}`),
  fc.constantFrom(
    `${MARK}@example.com`,
    `${MARK}@exämple.com`,
    `${MARK}\0@example.com`,
    `${MARK}\ud800`,
    `${MARK}\r\nBcc: x@y.de`,
  ),
);
const known = fc.constantFrom(
  'newsletter-product',
  'analysis',
  'service-mail',
  'de',
  'en',
  'whitepaper-consent',
  '198.51.100.7',
  '',
);
const anything = fc.oneof(text, known, fc.jsonValue().map(marked), fc.array(fc.oneof(text, known), { maxLength: 3 }));
const inner = fc.dictionary(
  fc.oneof(
    fc.constantFrom('firstName', 'url', 'ip', '__proto__'),
    text.map((t) => `?${t}`),
  ),
  anything,
  { maxKeys: 3 },
);

const signUp = fc.record(
  {
    email: fc.oneof(text, anything),
    purposes: fc.oneof(fc.constant(['newsletter-product']), anything),
    language: anything,
    fields: fc.oneof(inner, anything),
    asset: anything,
    notices: anything,
    form: fc.oneof(inner, anything),
    visitor: fc.oneof(inner, anything),
  },
  { requiredKeys: [] },
);

const GOOD = {
  email: `${MARK}@example.com`,
  purposes: ['newsletter-product'],
  language: 'de',
  fields: { firstName: MARK },
};

/** All is good but one thing, perhaps. */
const almostGood = fc
  .tuple(
    fc.constantFrom('email', 'purposes', 'language', 'fields', 'asset', 'notices', 'form', `?${MARK}`),
    fc.oneof(anything, inner),
  )
  .map(([key, value]) => ({ ...GOOD, [key]: value }));

/** Puts the mark into every text of a value, and into its keys so that they are no plain names. */
function marked(value: unknown): unknown {
  if (typeof value === 'string') return `${MARK}${value}`;
  if (Array.isArray(value)) return value.map(marked);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inside]) => [`?${MARK}${key}`, marked(inside)]));
}

/** The same as a form would say it, more or less. */
function asForm(value: object): string {
  const pairs = Object.entries(value).map(([key, said]) => [
    key,
    typeof said === 'string' ? said : JSON.stringify(said),
  ]);
  return new URLSearchParams(pairs).toString();
}

const body = fc.oneof(
  almostGood.map((value) => Buffer.from(JSON.stringify(value))),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.concat([Buffer.from(MARK), bytes])),
  signUp.map((value) => Buffer.from(JSON.stringify(value))),
  signUp.map((value) => Buffer.from(asForm(value))),
  fc.jsonValue().map((value) => Buffer.from(JSON.stringify(marked(value)))),
);

/** The statuses that were answered. */
const seen = new Set<number>();
const TAKEN = [200, 202, 303];

/** Whatever is sent: an answer below 500, and unless it was taken nothing is written and nothing repeated. */
async function expectPeace(fn: string, event: string, changes: { body: Buffer; headers: Record<string, string> }) {
  const before = await everything(world);
  const { answer, log } = await observe(() => world.call(fn, event, changes));
  seen.add(answer.statusCode);
  expect(answer.statusCode).toBeLessThan(500);
  expect(log).toContain(`"status":${answer.statusCode}`);
  expect(log.toLowerCase()).not.toContain(MARK);
  if (TAKEN.includes(answer.statusCode)) return;
  expect(answer.statusCode).toBeGreaterThanOrEqual(400);
  expect(JSON.stringify(answer).toLowerCase()).not.toContain(MARK);
  expect(await everything(world)).toEqual(before);
}

test('whatever is posted as a sign-up', async () => {
  const property = fc.asyncProperty(body, type, fc.constantFrom('*/*', 'text/html'), (bytes, contentType, accept) =>
    expectPeace('signup', 'signup-json', { body: bytes, headers: { 'content-type': contentType, accept } }),
  );
  const good = Buffer.from(JSON.stringify(GOOD));
  await fc.assert(property, { ...RUNS, examples: [[good, 'application/json', '*/*']] });
  expect([...seen]).toEqual(expect.arrayContaining([202, 400, 415, 422]));
});

test.each(['evidence', 'permissions'])('whatever is posted to ask for %s', async (fn) => {
  const wrong = fc.record({ email: anything, reason: anything }, { requiredKeys: [] });
  const bytes = fc.oneof(
    body,
    wrong.map((value) => Buffer.from(JSON.stringify(value))),
  );
  const property = fc.asyncProperty(bytes, type, (sent, contentType) =>
    expectPeace(fn, fn, { body: sent, headers: { 'content-type': contentType } }),
  );
  await fc.assert(property, { numRuns: 50 });
});

test('whatever stands in for a token, in a link or before the button', async () => {
  const token = fc.oneof(
    fc.base64String(),
    fc.string({ unit: 'binary' }),
    fc.uint8Array({ minLength: 50, maxLength: 80 }).map((b) => Buffer.from(b).toString('base64url')),
  );
  const kinds = fc.constantFrom(
    ['confirm', 'confirm-page'],
    ['confirm', 'confirm-button'],
    ['unsubscribe', 'unsubscribe-page'],
    ['unsubscribe', 'unsubscribe-one-click'],
    ['assets', 'asset'],
  );
  const before = await everything(world);
  const property = fc.asyncProperty(token, kinds, async (made, [fn = '', event = '']) => {
    const { answer } = await observe(() => world.call(fn, event, { params: { token: `${MARK}${made}` } }));
    expect(answer.statusCode).toBe(404);
    expect(answer.body).not.toContain(MARK);
  });
  await fc.assert(property, RUNS);
  expect(await everything(world)).toEqual(before);
});

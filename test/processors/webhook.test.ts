import { asSubject } from '../ids';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';
import fc from '../seeded';
import type { IncomingAnswer, OutgoingRequest, Task } from '../../shared/processors/adapter';
import { webhook } from '../../shared/processors/adapters/webhook';

const [OLD, NEW] = ['the key of before', 'the key from now on'].map(
  (text) => `whsec_${Buffer.from(text).toString('base64')}`,
) as [string, string];
const NOW = new Date();

const task = (kind: Task['kind'], changes: Partial<Task> = {}): Task => ({
  kind,
  site: 'demo',
  subject: asSubject('Xq8sD0nq3Zr1b5uV7wYk2A'),
  email: 'erika@example.org',
  fields: { firstName: 'Erika' },
  language: 'de',
  purposes: [{ id: 'newsletter', allowed: kind === 'subscribe', since: '2026-11-25T10:00:00.000Z' }],
  at: '2026-11-25T10:00:00.000Z',
  id: 'msg_1',
  ...changes,
});

function requestOf(what: Task, key: string, now = NOW): OutgoingRequest & { readonly body: string } {
  const { value } = webhook(what, { url: 'https://hooks.example.com/consent', key }, now).next();
  return value as OutgoingRequest & { body: string };
}

function meaningOf(what: Task, answer: IncomingAnswer): unknown {
  const calls = webhook(what, { url: 'https://hooks.example.com/consent', key: NEW }, NOW);
  calls.next();
  return calls.next(answer).value;
}

type IsGenuine = (headers: Readonly<Record<string, string>>, body: string, secret: string) => boolean;

/** The example in the documentation, as somebody would copy it. */
function documented(): IsGenuine {
  const text = readFileSync(path.join(__dirname, '..', '..', 'docs', 'processors.md'), 'utf8');
  const contents = /```ts\n(import \{ createHmac[^]*?)```/.exec(text)?.[1] ?? '';
  const [bundle] = buildSync({
    stdin: { contents, loader: 'ts' },
    platform: 'node',
    format: 'cjs',
    write: false,
    bundle: true,
  }).outputFiles;
  const loaded = { exports: {} as { isGenuine: IsGenuine } };
  // oxlint-disable-next-line typescript/no-implied-eval -- the very code that is in the documentation
  const run = new Function('module', 'require', bundle?.text ?? '') as (
    module: object,
    require: NodeJS.Require,
  ) => void;
  run(loaded, require);
  return loaded.exports.isGenuine;
}

describe('the check in the documentation', () => {
  const isGenuine = documented();

  test('takes what is sent, whatever is in it, and by either key while they change', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom<Task['kind']>('subscribe', 'delete'), (name, kind) => {
        const { headers, body } = requestOf(task(kind, { fields: { name } }), `${NEW} ${OLD}`);
        expect([OLD, NEW].map((secret) => isGenuine(headers, body, secret))).toEqual([true, true]);
      }),
    );
  });

  test('refuses what was changed, signed by another key, or sent before', () => {
    const { headers, body } = requestOf(task('subscribe'), NEW);
    expect(isGenuine(headers, body, NEW)).toBe(true);
    expect(isGenuine(headers, body.replace('true', 'false'), NEW)).toBe(false);
    expect(isGenuine({ ...headers, 'webhook-id': 'msg_2' }, body, NEW)).toBe(false);
    expect(isGenuine(headers, body, OLD)).toBe(false);
    const earlier = requestOf(task('subscribe'), NEW, new Date(NOW.getTime() - 301_000));
    expect(isGenuine(earlier.headers, earlier.body, NEW)).toBe(false);
  });
});

test('each attempt has the time that it is made at, and else says the same', () => {
  const [first, second] = [NOW, new Date(NOW.getTime() + 30 * 60_000)].map((at) => requestOf(task('delete'), NEW, at));
  expect(second?.body).toBe(first?.body);
  expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
  const times = [first, second].map((request) => Number(request?.headers['webhook-timestamp']));
  expect((times[1] ?? 0) - (times[0] ?? 0)).toBe(1800);
});

test('who is to be deleted is named, and nothing else is told of them', () => {
  const { body } = requestOf(task('delete', { formerEmail: 'erika@example.com' }), NEW);
  expect(JSON.parse(body)).toEqual({
    type: 'deletion.requested',
    timestamp: '2026-11-25T10:00:00.000Z',
    data: {
      site: 'demo',
      id: 'Xq8sD0nq3Zr1b5uV7wYk2A',
      email: 'erika@example.org',
      formerEmail: 'erika@example.com',
    },
  });
});

test.each([
  ['subscribe', 200, '', 'done'],
  ['subscribe', 202, '{}', 'done'],
  ['unsubscribe', 204, '', 'done'],
  ['delete', 200, '{"deleted":true}', 'done'],
  ['delete', 200, '{"deleted":"true"}', 'later'],
  ['delete', 202, 'accepted', 'later'],
  ['delete', 204, '', 'later'],
  ['delete', 200, 'null', 'later'],
  ['delete', 302, '{"deleted":true}', 'failed'],
  ['delete', 404, '', 'failed'],
  ['subscribe', 500, '', 'failed'],
  ['delete', 410, '', 'gone'],
] as const)('%s, answered %i %s: %s', (kind, status, body, meaning) => {
  expect(meaningOf(task(kind), { status, body })).toBe(meaning);
});

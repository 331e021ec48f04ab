import { asRecord, asSubject } from '../ids';
import { writeToken, type LinkKind } from '../../shared/links/link-token';
import { pagesIn } from '../../shared/words/pages';
import { unsubscribePageIn } from '../../shared/words/unsubscribe-page';
import { confirmed, journey } from './journey';
import { newsOf } from './news';
import { everything } from './observe';
import { textOf } from './page-text';
import { startWorld, type Answer, type World } from './world';

/** Function -> the event that fetches its link, and the one that presses its button. */
const EVENTS = {
  confirm: ['confirm-page', 'confirm-button'],
  unsubscribe: ['unsubscribe-page', 'unsubscribe-button', 'unsubscribe-one-click'],
  assets: ['asset'],
  preferences: ['preferences-page', 'preferences-end', 'preferences-undo'],
} as const;
type Fn = keyof typeof EVENTS;
const FUNCTIONS = Object.keys(EVENTS) as Fn[];

let world: World;
let tokens: Record<Fn, string>;

beforeAll(async () => {
  world = await startWorld();
  tokens = await confirmed(journey(world, newsOf(world), 'tokens@example.com'));
});
afterAll(() => world.stop());

const open = (fn: Fn, event: string, token: string): Promise<Answer> => world.call(fn, event, { params: { token } });

/** What a token gets that was never ours; the answer to every other bad one must not differ from it by a byte. */
const stranger = (): Promise<Answer> => open('confirm', 'confirm-page', 'no-token-at-all');

async function expectAllRefused(bad: readonly string[], functions: readonly Fn[] = FUNCTIONS): Promise<void> {
  const expected = await stranger();
  const before = await everything(world);
  for (const fn of functions) {
    for (const event of EVENTS[fn]) {
      for (const token of bad)
        expect([fn, event, token, await open(fn, event, token)]).toEqual([fn, event, token, expected]);
    }
  }
  expect(await everything(world)).toEqual(before);
}

function flipped(token: string, bit: number): string {
  const bytes = Buffer.from(token, 'base64url');
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return bytes.toString('base64url');
}

test('the tokens are good until somebody touches them', async () => {
  expect((await open('confirm', 'confirm-page', tokens.confirm)).body).toContain(pagesIn('de').alreadyConfirmedTitle);
  expect((await open('unsubscribe', 'unsubscribe-page', tokens.unsubscribe)).body).toContain(
    unsubscribePageIn('de').unsubscribeButton,
  );
  expect((await open('assets', 'asset', tokens.assets)).headers).toMatchObject({ 'Content-Type': 'application/pdf' });
});

test('a token that is none gets a friendly page, in both languages, that says what to do', async () => {
  const page = await stranger();
  expect(page).toMatchObject({ statusCode: 404, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
  expect(textOf(page.body)).toContain(pagesIn('de').badLinkText);
  expect(textOf(page.body)).toContain(pagesIn('en').badLinkText);
});

describe('the same page, byte for byte, to', () => {
  test.each(FUNCTIONS)('every single bit that is flipped in a token for %s', async (fn) => {
    const bits = Buffer.from(tokens[fn], 'base64url').length * 8;
    expect(bits).toBeGreaterThanOrEqual(400);
    await expectAllRefused(
      Array.from({ length: bits }, (_, bit) => flipped(tokens[fn], bit)),
      [fn],
    );
  });

  test.each(FUNCTIONS)('every beginning and every end of a token for %s', async (fn) => {
    const token = tokens[fn];
    const cuts = Array.from({ length: token.length - 1 }, (_, n) => n + 1);
    await expectAllRefused(
      cuts.flatMap((n) => [token.slice(0, n), token.slice(n)]),
      [fn],
    );
  });

  test.each(FUNCTIONS)('other spellings of a token for %s', async (fn) => {
    const token = tokens[fn];
    const other = [
      `${token}=`,
      `${token}A`,
      `${token}AAAA`,
      ` ${token}`,
      `${token}\n`,
      `${token}.`,
      `${token}${token}`,
    ];
    const standard = Buffer.from(token, 'base64url').toString('base64');
    const inside = [`${token.slice(0, 9)}=${token.slice(9)}`, `${token.slice(0, 9)}%00${token.slice(9)}`];
    await expectAllRefused([...other, ...inside, ...(standard === token ? [] : [standard])], [fn]);
  });

  test.each(FUNCTIONS)('a token that is good elsewhere, at %s', async (fn) => {
    await expectAllRefused(
      FUNCTIONS.filter((other) => other !== fn).map((other) => tokens[other]),
      [fn],
    );
  });

  test('tokens of another key, of a key that there is not, and of no key', async () => {
    const said = {
      subject: asSubject('A'.repeat(22)),
      recordId: asRecord('B'.repeat(21) + 'A'),
      purposes: ['newsletter-product'],
    };
    const foreign = (kind: LinkKind, id: number, key: string): string =>
      writeToken({ kind, ...said }, { current: id, keys: new Map([[id, key]]) });
    const kinds: LinkKind[] = ['confirm', 'unsubscribe', 'asset', 'preferences'];
    await expectAllRefused(
      kinds.flatMap((kind) => [foreign(kind, 1, 'evil'), foreign(kind, 0, ''), foreign(kind, 9, 'k'.repeat(64))]),
    );
  });

  test('nothing at all, and names that objects have', async () => {
    await expectAllRefused(['', '__proto__', 'constructor', '0', '../..', 'x'.repeat(4000), '\0', '%', 'ü'.repeat(60)]);
  });
});

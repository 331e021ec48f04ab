import { createHash } from 'node:crypto';
import { localPartsIn } from './inbox-address';
import type { KeyRing } from './key-ring';
import { LEAST_TOKEN_LENGTH, tokenAtStart, tokenBeginnings } from './link-token';

/*
 * Who holds a link can act as the person. So the copy of a mail that is kept holds, in place of each token that we signed and of
 * each address to unsubscribe by, a check value: who has the mail can match the two, and nobody can make a link of it.
 */

/** By what a token can be known again: SHA-256 over its text; an address to unsubscribe by is in small letters. */
export function checkValue(secret: string): string {
  return `[sha256 ${createHash('sha256').update(secret).digest('base64url')}]`;
}

/** The text with check values, however many and whichever secrets of ours are in it. */
export function withCheckValues(text: string, ring: KeyRing): string {
  return readingsOf(text).reduce((read, pattern) => replaced(read, pattern, ring), text);
}

function replaced(text: string, pattern: RegExp, ring: KeyRing): string {
  const { joined, stretchOf } = readBy(pattern, text);
  let [result, done] = ['', 0];
  for (const { at, length, secret } of secretsIn(joined, ring)) {
    const [{ start }, { end }] = [stretchOf(at), stretchOf(at + length - 1)];
    if (start < done) continue;
    result += text.slice(done, start) + checkValue(secret);
    done = end;
  }
  return result + text.slice(done);
}

/** Whether a secret of ours stands anywhere in the text. */
export function holdsSecret(text: string, ring: KeyRing): boolean {
  return readingsOf(text).some((pattern) => secretsIn(readBy(pattern, text).joined, ring).length > 0);
}

/** A secret, and which letters of a text are it, or have a part of it. */
interface Found {
  readonly at: number;
  readonly length: number;
  readonly secret: string;
}

function secretsIn(text: string, ring: KeyRing): Found[] {
  return [...spelt(text, ring), ...encoded(text, ring)].sort((one, other) => one.at - other.at);
}

const WORD = /[A-Za-z0-9_-]+/g;

function spelt(text: string, ring: KeyRing): Found[] {
  const beginnings = tokenBeginnings(ring);
  const tokens = [...text.matchAll(WORD)].flatMap(({ index, 0: word }) => tokensIn(word, index, beginnings, ring));
  const localParts = localPartsIn(text, ring).map(({ at, localPart }) => found(at, localPart.toLowerCase()));
  return [...tokens, ...localParts];
}

const found = (at: number, secret: string): Found => ({ at, length: secret.length, secret });

/** As long as a secret, so shorter than one in base64. */
const LONG_WORD = new RegExp(`[A-Za-z0-9+/_-]{${LEAST_TOKEN_LENGTH},}`, 'g');

/** Other filters hand on in base64 where a link led, by either alphabet, which may begin anywhere in a long word. */
function encoded(text: string, ring: KeyRing): Found[] {
  return [...text.matchAll(LONG_WORD)].flatMap(({ index, 0: word }) =>
    [0, 1, 2, 3].flatMap((shift) =>
      spelt(Buffer.from(word.slice(shift), 'base64').toString('latin1'), ring).map(({ at, length, secret }) => {
        // Three bytes are four letters; a letter at either end may have bits of what stands beside the secret.
        const [start, end] = [Math.floor((at * 4) / 3), Math.ceil(((at + length) * 4) / 3)];
        return { at: index + shift + start, length: end - start, secret };
      }),
    ),
  );
}

/** Also within a word: what stands right before or behind a token may be letters, too. */
function tokensIn(word: string, index: number, beginnings: ReadonlySet<string>, ring: KeyRing): Found[] {
  const tokens: Found[] = [];
  for (let n = 0; n < word.length; n++) {
    if (!beginnings.has(word.slice(n, n + 2))) continue;
    const secret = tokenAtStart(word.slice(n), ring);
    if (secret !== undefined) tokens.push(found(index + n, secret));
  }
  return tokens;
}

/**
 * What mail programs put into a long word: a line's end, soft or hard, with spaces before it (RFC 3676, `DelSp`; RFC 2045, 6.7), and
 * behind it spaces or the marks of a quote, perhaps with somebody's initials; or a sign that nobody sees, as is one of two bytes where a letter has two.
 */
const BREAK =
  /[ \t]{0,4}=?[ \t]{0,4}(?:\r\n?|\n)(?:[ \t]*[A-Za-z]{0,4}[>|])*[ \t]*|[\0\u00ad\u200b-\u200d\u2060\ufeff]/g;

/** How filters write two signs of ours in a link that they rewrite to lead to themselves first. */
const REWRITTEN: ReadonlyMap<string, string> = new Map([
  ['2D', '-'],
  ['5F', '_'],
]);

const SIGN = `[-%](?:${[...REWRITTEN.keys()].join('|')})`;
const HAS_SIGN = new RegExp(SIGN, 'i');
const SIGN_OR_BREAK = new RegExp(`${SIGN}|${BREAK.source}`, 'gi');

/** What is read as one of those signs, or as nothing. A token may have the three letters of its own: so as they are they come first. */
const readingsOf = (text: string): readonly RegExp[] => (HAS_SIGN.test(text) ? [BREAK, SIGN_OR_BREAK] : [BREAK]);

/** Letters of a text that are read as they are, or several that are read as one; `at` is the first one's place in what is read. */
interface Stretch {
  readonly at: number;
  readonly start: number;
  readonly end: number;
}

/** A text as it is read, and where in it a letter stands that was read. */
function readBy(pattern: RegExp, text: string): { joined: string; stretchOf: (at: number) => Stretch } {
  const stretches: (Stretch & { readonly isOne: boolean })[] = [];
  let joined = '';
  const add = (start: number, end: number, read?: string): void => {
    if (start === end || read === '') return;
    stretches.push({ at: joined.length, start, end, isOne: read !== undefined });
    joined += read ?? text.slice(start, end);
  };
  let from = 0;
  for (const { index, 0: gap } of text.matchAll(pattern)) {
    add(from, index);
    from = index + gap.length;
    add(index, from, REWRITTEN.get(gap.slice(1).toUpperCase()) ?? '');
  }
  add(from, text.length);
  const stretchOf = (at: number): Stretch => {
    // The last stretch that begins there or before; there may be as many as a text has letters.
    let [low, high] = [0, stretches.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (stretches[middle]!.at <= at) low = middle;
      else high = middle - 1;
    }
    const stretch = stretches[low]!;
    const start = stretch.start + at - stretch.at;
    return stretch.isOne ? stretch : { at, start, end: start + 1 };
  };
  return { joined, stretchOf };
}

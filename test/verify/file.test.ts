import type { Bundle } from '../../shared/evidence/bundle';
import type { Finding } from '../../shared/verify/report';
import { sayFinding } from '../../shared/verify/say';
import { LANGUAGES } from '../../shared/words/languages';
import { verifyBundle } from '../../shared/verify/verify-bundle';
import { sampleBundle } from '../evidence/sample-bundle';
import { fileOf } from './forge';
import { verifyVouched } from './vouched';

let good: Bundle;
let file: string;
beforeAll(async () => {
  good = await sampleBundle({ others: 5 });
  file = fileOf(good);
});

/** The one thing that is said of a file that cannot even be read. */
function complaint(bytes: string | Uint8Array): Finding | undefined {
  const { verdict, claims } = verifyBundle(bytes);
  const [claim, ...others] = claims;
  if (verdict !== 'bad') return undefined;
  expect(others).toEqual([]);
  expect(claim).toMatchObject({ id: 'file', state: 'fails' });
  const [finding] = claim?.findings ?? [];
  for (const language of LANGUAGES) expect(sayFinding(finding as Finding, language)).not.toMatch(/undefined/);
  return finding;
}

test.each<[string, (file: string) => string | Uint8Array, Finding]>([
  ['nothing', () => '', { code: 'notJson' }],
  ['half of it', (text) => text.slice(0, text.length / 2), { code: 'truncated' }],
  ['all but the last byte', (text) => text.slice(0, -1), { code: 'truncated' }],
  ['too much', (text) => `${text}}`, { code: 'notJson' }],
  ['another text', () => 'Guten Tag', { code: 'notJson' }],
  ['a byte order mark', (text) => `\ufeff${text}`, { code: 'byteOrderMark' }],
  ['a byte order mark, in bytes', (text) => Buffer.from(`\ufeff${text}`), { code: 'byteOrderMark' }],
  ['UTF-16', (text) => Buffer.from(text, 'utf16le'), { code: 'notUtf8' }],
  ['Latin-1', (text) => Buffer.from(text, 'latin1'), { code: 'notUtf8' }],
  ['100 MB', () => new Uint8Array(100 * 2 ** 20), { code: 'tooLarge', megabytes: 64 }],
  ['100 MB of text', () => ' '.repeat(100 * 2 ** 20), { code: 'tooLarge', megabytes: 64 }],
  ['null', () => 'null', { code: 'misfit', place: '', expected: 'object' }],
  ['another object', () => '{}', { code: 'misfit', place: '/format', expected: 'something' }],
  ['a list', () => '[{}]', { code: 'misfit', place: '', expected: 'object' }],
  [
    'nesting without end',
    () => `{"format":${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}}`,
    { code: 'misfit', place: '/format', expected: 'known' },
  ],
  [
    'nesting without end where anything may stand',
    (text) => text.replace('"facts":{', `"facts":{"a":${'['.repeat(1_000_000)}${']'.repeat(1_000_000)},`),
    { code: 'misfit', place: `/entries/0/entry/facts/a${'/0'.repeat(7)}`, expected: 'shallow' },
  ],
  ['a key twice', (text) => text.replace('},"at":', '},"at":"x","at":'), { code: 'keyTwice', place: '/at' }],
  [
    'a key twice, deep in it',
    (text) => text.replace('"ip":"203.0.113.7"', '"ip":"198.51.100.1","ip":"203.0.113.7"'),
    { code: 'keyTwice', place: '/entries/0/parts/network/data/ip' },
  ],
  [
    'a key twice, spelled otherwise',
    (text) => text.replace('"ip":"203.0.113.7"', '"\\u0069p":"198.51.100.1","ip":"203.0.113.7"'),
    { code: 'keyTwice', place: '/entries/0/parts/network/data/ip' },
  ],
  ['1.0', (text) => text.replace('"seq":1', '"seq":1.0'), number('1.0')],
  ['1e0', (text) => text.replace('"seq":1', '"seq":1e0'), number('1e0')],
  ['100E-2', (text) => text.replace('"seq":1', '"seq":100E-2'), number('100E-2')],
  ['-0', (text) => text.replace('"seq":0', '"seq":-0'), number('-0', 0)],
  [
    'a number that JavaScript rounds',
    (text) => text.replace('"via":"one-click"', '"via":9007199254740993'),
    { code: 'number', place: '/entries/4/entry/facts/via', written: '9007199254740993' },
  ],
  [
    'a number without end',
    (text) => text.replace('"via":"one-click"', '"via":1e999'),
    { code: 'number', place: '/entries/4/entry/facts/via', written: '1e999' },
  ],
  ['a number that is too large', (text) => text.replace('"seq":1', '"seq":9007199254740993'), misfit('seq', 'number')],
  ['half a number', (text) => text.replace('"seq":1', '"seq":1.5'), misfit('seq', 'number')],
  ['a number as text', (text) => text.replace('"seq":1', '"seq":"1"'), misfit('seq', 'number')],
  ['a time without milliseconds', (text) => text.replace('08:15:32.500Z', '08:15:32Z'), misfit('at', 'time')],
  ['a member more', (text) => text.replace('"seq":1', '"more":1,"seq":1'), misfit('more', 'nothing')],
  ['__proto__', (text) => text.replace('"seq":1', '"__proto__":{},"seq":1'), misfit('__proto__', 'nothing')],
  ['a member less', (text) => text.replace('"seq":1,', ''), misfit('seq', 'something')],
  [
    'half a character',
    (text) => text.replace('Anfrage der', 'Anfrage \\ud800 der'),
    { code: 'loneSurrogate', place: '/entries/5/parts/reading/data/reason' },
  ],
  [
    'half a character as it is',
    (text) => text.replaceAll('"de"', '"\udc00"'),
    { code: 'loneSurrogate', place: '/entries/0/entry/language' },
  ],
  [
    'another format',
    (text) => text.replace('bundle/v1', 'bundle/v2'),
    { code: 'misfit', place: '/format', expected: 'known' },
  ],
])('%s is told from evidence', (_what, change, expected) => {
  expect(complaint(change(file))).toEqual(expected);
});

function number(written: string, entry = 1): Finding {
  return { code: 'number', place: `/entries/${entry}/entry/seq`, written };
}

function misfit(member: string, expected: 'number' | 'time' | 'nothing' | 'something'): Finding {
  return { code: 'misfit', place: `/entries/1/entry/${member}`, expected };
}

test('what is written otherwise and says the same is good', () => {
  const backwards = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(backwards);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .toReversed()
        .map(([key, each]) => [key, backwards(each)]),
    );
  };
  const escaped = file.replace(/[^\0-\x7f]/gu, (character) =>
    [...Array(character.length).keys()]
      .map((n) => `\\u${character.charCodeAt(n).toString(16).padStart(4, '0')}`)
      .join(''),
  );
  const others = [JSON.stringify(good, null, 2), ` \r\n\t${file}\n`, JSON.stringify(backwards(good)), escaped];
  for (const other of others) {
    expect(other).not.toBe(file);
    expect(verifyVouched(other).verdict).toBe('good');
    expect(verifyVouched(Buffer.from(other)).verdict).toBe('good');
  }
});

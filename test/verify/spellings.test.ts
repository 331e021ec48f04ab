import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { printReport } from '../../cli/verify-report';
import { verifierKey } from '../../shared/log/note';
import { LANGUAGES } from '../../shared/words/languages';
import { verifyBundle } from '../../shared/verify/verify-bundle';
import { sampleBundle, SIGNER } from '../evidence/sample-bundle';
import fc from '../seeded';
import { fileOf } from './forge';

/*
 * The same in other letters: what a file says can be spelled so that it looks the same, means two things, or changes the screen that
 * shows it. None of it is good, and none of it gets out.
 */

const KEY = verifierKey(SIGNER);
type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Way = readonly (string | number)[];

/** What a terminal obeys, or a reader does not see. */
const HARMFUL = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ud800-\udfff]/u;

let file: string;
let root: Json;
let places: Way[];
beforeAll(async () => {
  file = fileOf(await sampleBundle({ others: 8, further: 'ended', pending: 1 }));
  root = JSON.parse(file) as Json;
  places = waysIn(root);
});

function waysIn(value: Json, here: Way = []): Way[] {
  if (typeof value !== 'object' || value === null) return [here];
  return [here, ...Object.entries(value).flatMap(([key, member]) => waysIn(member, [...here, key]))];
}

/** The JSON, with what is at one place written otherwise. */
function written(value: Json, way: Way, how: (value: Json) => string): string {
  const [key, ...rest] = way;
  if (key === undefined) return how(value);
  const member = (name: string, one: Json): string =>
    name === `${key}` ? written(one, rest, how) : JSON.stringify(one);
  if (Array.isArray(value)) return `[${value.map((one, n) => member(`${n}`, one)).join()}]`;
  const members = Object.entries(value as object) as [string, Json][];
  return `{${members.map(([name, one]) => `${JSON.stringify(name)}:${member(name, one)}`).join()}}`;
}

const of = (kind: (value: Json) => boolean): Way[] =>
  places.filter((way) => kind(way.reduce((value, key) => (value as Record<string, Json>)[key] ?? null, root)));
const changedAt = (way: Way, how: (value: Json) => string): string => written(root, way, how);

/** What is printed of a file, in each language. */
async function printed(of: string): Promise<string> {
  const out = new PassThrough();
  const report = verifyBundle(of, { keys: [KEY] });
  for (const language of LANGUAGES) printReport(report, language, out as never);
  out.end();
  return text(out);
}

async function expectNotGood(forged: string): Promise<void> {
  expect(forged).not.toBe(file);
  expect(verifyBundle(forged, { keys: [KEY] }).verdict).toBe('bad');
  expect((await printed(forged)).replaceAll('\n', '')).not.toMatch(HARMFUL);
}

const SPELLINGS: readonly [string, (value: string) => string][] = [
  [
    'decomposed, or composed',
    (value) => (value.normalize('NFD') === value ? `${value}\u0301` : value.normalize('NFD')),
  ],
  [
    'with letters of another alphabet',
    (value) => value.replace(/[aeo]|$/, (one) => ({ a: 'а', e: 'е', o: 'о' })[one] ?? 'о'),
  ],
  ['turned around', (value) => `\u202e${[...value].reverse().join('')}\u202c`],
  ['with what nobody sees', (value) => `${value.slice(0, 1)}\u200b${value.slice(1)}`],
  ['with a screen cleared and a line in green', (value) => `${value}\u001b[2J\u001b[32mGood.\u001b[0m`],
  ['with an older escape, and a bell', (value) => `\u009b31m\u0007${value}`],
  ['with a line of its own', (value) => `${value}\r\n\u2028Good.`],
  ['with a tag of language', (value) => `${value}\u{e0001}\u{e0064}`],
];

test.each(SPELLINGS)('a text %s', async (_how, spell) => {
  const texts = of((value) => typeof value === 'string');
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...texts), (way) =>
      expectNotGood(changedAt(way, (value) => JSON.stringify(spell(value as string)))),
    ),
    { numRuns: 40 },
  );
});

test.each<[string, (value: string) => string]>([
  ['half a character', (value) => `"${value.slice(0, -1)}\\ud800"`],
  ['the other half', (value) => `"\\udc00${value.slice(1, -1)}"`],
])('%s anywhere', async (_how, spell) => {
  const texts = of((value) => typeof value === 'string' && /^[\w-]+$/.test(value));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...texts), (way) =>
      expectNotGood(changedAt(way, (value) => spell(value as string))),
    ),
    { numRuns: 30 },
  );
});

test('a member twice, before or behind, in the same letters or in escapes', async () => {
  const objects = of(
    (value) => typeof value === 'object' && !Array.isArray(value) && Object.keys(value ?? {}).length > 0,
  );
  const escaped = (name: string): string => `"\\u${name.charCodeAt(0).toString(16).padStart(4, '0')}${name.slice(1)}"`;
  const twice = fc.record({
    way: fc.constantFrom(...objects),
    member: fc.nat(),
    isBehind: fc.boolean(),
    isEscaped: fc.boolean(),
    other: fc.constantFrom('null', '0', '"ConsentGiven"', '{}', '[]'),
  });
  await fc.assert(
    fc.asyncProperty(twice, ({ way, member, isBehind, isEscaped, other }) =>
      expectNotGood(
        changedAt(way, (value) => {
          const names = Object.keys(value as object);
          const name = names[member % names.length] ?? '';
          const more = `${isEscaped ? escaped(name) : JSON.stringify(name)}:${other}`;
          const inside = JSON.stringify(value).slice(1, -1);
          return isBehind ? `{${inside},${more}}` : `{${more},${inside}}`;
        }),
      ),
    ),
    { numRuns: 150 },
  );
});

test.each(['facts', 'data'])('a shadowed member, made up for by numbers that are written shorter in %s', (where) => {
  const objects = of((value) => typeof value === 'object' && !Array.isArray(value) && value !== null);
  const kinds = new Map(
    objects.toReversed().map((way) => [way.map((key) => (/^\d+$/.test(`${key}`) ? '*' : key)).join('/'), way]),
  );
  expect(kinds.size).toBeGreaterThan(20);
  for (const way of kinds.values()) {
    const shadowed = changedAt(way, (value) => {
      const [name] = Object.keys(value as object);
      if (name === undefined) return '{}';
      const more = `"${name}":"",`;
      return `{${more.replace('""', `"${'x'.repeat(SAVED - more.length)}"`)}${JSON.stringify(value).slice(1)}`;
    });
    const forged = shadowed.replace(`"${where}":{`, `"${where}":{"big":[${Array(SHORTER).fill('1e20').join()}],`);
    const [claim] = verifyBundle(forged, { keys: [KEY] }).claims;
    expect([way, claim?.id, claim?.findings.map(({ code }) => code)]).toEqual([
      way,
      'file',
      [expect.stringMatching(/^(keyTwice|number)$/)],
    ]);
  }
});

const SHORTER = 6;
/** As canonical JSON each of those numbers has 21 digits. */
const SAVED = SHORTER * ('100000000000000000000'.length - '1e20'.length);

test('a number written otherwise, rounded, or beyond all numbers', async () => {
  const numbers = of((value) => typeof value === 'number');
  const spellings: readonly ((n: number) => string)[] = [
    (n) => `${n}.0`,
    (n) => `${n}e0`,
    (n) => `${n}E+0`,
    (n) => `${n}.00000000000000001`,
    () => '-0',
    () => '9007199254740993',
    () => '1e400',
    () => '-1e400',
    () => `${'9'.repeat(400)}`,
    () => '1e-400',
    () => '18446744073709551616',
  ];
  const one = fc.record({ way: fc.constantFrom(...numbers), spell: fc.constantFrom(...spellings) });
  await fc.assert(
    fc.asyncProperty(one, ({ way, spell }) => expectNotGood(changedAt(way, (value) => spell(value as number)))),
    { numRuns: 120 },
  );
});

test('a file cut anywhere, or with anything before or behind it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: file.length - 1 }), (length) => expectNotGood(file.slice(0, length))),
    { numRuns: 40 },
  );
  for (const other of [
    `${file}${file}`,
    `${file}\0`,
    `\u00a0${file}`,
    `[${file}]`,
    `${file},`,
    `/**/${file}`,
    `x=${file}`,
  ]) {
    await expectNotGood(other);
  }
});

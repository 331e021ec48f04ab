import fc from '../seeded';
import { Comparison } from '../../shared/verify/as-written';
import type { Bundle as ReadBundle } from '../../shared/verify/format';
import { digestOf, entryHash } from '../../shared/verify/hashes';
import { sampleBundle } from '../evidence/sample-bundle';
import { fileOf } from './forge';

/*
 * A file that is written as we write it is known by one pass over its text, and hashed along with it. Where it is not,
 * `strict-json.ts` looks for what is wrong, which takes longer: so no verdict shows whether the pass does its work.
 */

const compare = (text: string, bundle = JSON.parse(text) as ReadBundle) => {
  const comparison = new Comparison(text);
  return { isAsWritten: comparison.isAsWritten(bundle), hashes: comparison.hashes, bundle };
};

let files: readonly string[];
beforeAll(async () => {
  files = [
    await sampleBundle({ others: 9, further: 'ended' }),
    await sampleBundle({ others: 9, disclose: [] }),
    await sampleBundle({ others: 9, gone: ['address', 'details'], missing: ['mail'], deleted: [1] }),
    await sampleBundle({ others: 9, pending: 2 }),
  ].map(fileOf);
});

test('what we write is as written, and every step and part that is shown has its hash', () => {
  for (const text of files) {
    const { isAsWritten, hashes, bundle } = compare(text);
    expect(isAsWritten).toBe(true);
    const shown = bundle.entries.flatMap(({ entry, parts }) => [
      [entry, entryHash(entry)] as const,
      ...Object.entries(parts).flatMap(([name, part]) =>
        part.state === 'disclosed' ? [[part, digestOf(name, part)] as const] : [],
      ),
    ]);
    expect([...hashes]).toEqual(shown);
  }
});

test('wherever a text has another sign than it would be written with, or one more, it is not', () => {
  fc.assert(
    fc.property(fc.constantFrom(...files), fc.nat(), fc.boolean(), (text, place, isMore) => {
      const at = place % (text.length + 1);
      const sign = text[at] === ' ' ? 'x' : ' ';
      const other = text.slice(0, at) + sign + text.slice(isMore ? at : at + 1);
      expect(compare(other, JSON.parse(text) as ReadBundle).isAsWritten).toBe(false);
    }),
    { numRuns: 400 },
  );
});

test('a text that ends early or goes on is not', () => {
  for (const text of files)
    for (const other of [text.slice(0, -1), `${text} `, `${text}}`])
      expect(compare(other, JSON.parse(text) as ReadBundle).isAsWritten).toBe(false);
});

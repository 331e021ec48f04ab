import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readTimestamp } from '../../shared/archive/timestamp';
import { aboutRows } from '../../shared/verify/about-rows';
import { checkFile } from '../../shared/verify/check-file';
import { LANGUAGES } from '../../shared/words/languages';
import { evidenceOf } from '../evidence/people';
import { EMAIL } from '../evidence/sample-address';
import { sampleBundle } from '../evidence/sample-bundle';
import { at, fileOf } from './forge';
import { relogged } from './relogged';

/* What a verifier says that a file is about: whoever made it must not have a say in that beyond the facts. */

const rowsOf = async (file: string): Promise<Record<string, readonly string[]>> => {
  const report = await checkFile(Buffer.from(file), { readStamp: readTimestamp });
  return Object.fromEntries(aboutRows(report, 'en').map(({ name, lines }) => [name, lines]));
};
const addressesOf = async (file: string): Promise<readonly string[]> => (await rowsOf(file))['E-mail address'] ?? [];

describe('the address', () => {
  test('that somebody typed and the records are not about does not stand alone', async () => {
    const plain = await sampleBundle({ others: 9 });
    const other = await relogged(plain, (it) => {
      Object.assign(at(it.entries, 0).parts['address']!, { data: { email: 'somebody.else@example.org' } });
    });
    expect(await addressesOf(fileOf(plain))).toEqual([EMAIL, expect.stringContaining('ü')]);
    expect(await addressesOf(fileOf(other))).toEqual([
      EMAIL,
      expect.stringContaining('ü'),
      'somebody.else@example.org',
    ]);
  });

  test('that a holder of a link asked for is not the person’s', async () => {
    const asked = await relogged(await evidenceOf('moved', 'en'), (it) => {
      const { parts } = it.entries.find(({ entry }) => entry.type === 'RightRequested')!;
      const data = { email: 'somebody.else@example.org' };
      Object.assign(parts, { address: { state: 'disclosed', data, salt: 'A'.repeat(22) } });
    });
    expect(fileOf(asked)).toContain('somebody.else');
    expect(await addressesOf(fileOf(asked))).not.toContain('somebody.else@example.org');
  });
});

test('what was deleted of a site is counted by each name that the statement has, and none stands for another', async () => {
  const golden = readFileSync(path.join(__dirname, '../golden/v1/closing.json'), 'utf8');
  const closing = JSON.parse(golden) as { statement: { deleted: Record<string, unknown> } };
  closing.statement.deleted = {
    people: 1200,
    entries: 9000,
    parts: { address: 900 },
    others: { people: 0, address: 0 },
  };
  expect((await rowsOf(JSON.stringify(closing)))['What was deleted']).toEqual([
    ...['People: 1200', 'Steps: 9000', 'Addresses: 900'],
    ...['people: 0', 'Addresses: 0'],
  ]);
});

test('no name that JavaScript has for itself becomes a sentence', async () => {
  const plain = await sampleBundle({ others: 9 });
  const names = await relogged(plain, (it) => {
    const { parts, entry } = at(it.entries, 0);
    Object.assign(parts['address']!, {
      data: { email: EMAIL, page: { url: 'https://a.example/', knownBy: 'toString' } },
    });
    entry.parts['constructor'] = entry.parts['network']!;
    Object.assign(parts, { constructor: { state: 'withheld' } });
  });
  const report = await checkFile(Buffer.from(fileOf(names)), { readStamp: readTimestamp });
  for (const language of LANGUAGES) {
    const said = [...aboutRows(report, language).flatMap(({ lines }) => lines)].join('\n');
    expect(said).toContain('(toString)');
    expect(said).not.toMatch(/native code/);
  }
});

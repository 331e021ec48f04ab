import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readEntry, understoodEntries } from '../../shared/consent/read-entry';
import { ENTRY_TYPES } from '../../shared/consent/steps';
import { fold } from '../../shared/consent/fold';
import { readTimestamp } from '../../shared/archive/timestamp';
import type { BundleFile } from '../../shared/evidence/bundle';
import { verifierKey } from '../../shared/log/note';
import { checkFile } from '../../shared/verify/check-file';
import { SIGNER } from '../evidence/sample-log';
import { KINDS } from '../evidence/people';
import { sourceOf } from '../verify/sample-receipt';
import { differences, rowsOf } from './grown';
import { FOLDER, golden, PEOPLE, siteOfThen, unpacked } from './parts';
import { readAgain } from './read';

/*
 * Format version 1: what it once wrote, every later version reads, and says the same of it
 * (docs/decisions/0080-how-a-format-may-grow.md).
 */

const KEY = verifierKey(SIGNER);
const means = { keys: [KEY], readStamp: readTimestamp };
const site = siteOfThen();

test('there is somebody of each kind, and an entry of each type: npx tsx test/golden/add.ts adds who is not', () => {
  expect(PEOPLE).toEqual(expect.arrayContaining([...KINDS]));
  const types = new Set(PEOPLE.flatMap((name) => golden(name).items.ledger.map(({ type }) => type)));
  expect(ENTRY_TYPES.filter((type) => !types.has(type))).toEqual([]);
});

describe.each(PEOPLE)('somebody of the kind %s', (name) => {
  const { evidence, ...then } = golden(name);
  const now = readAgain(evidence, site, KEY);

  test('the verifier says the same of the file', () => {
    expect(differences(then.report, now.report)).toEqual([]);
  });

  test('entries are read as what they were, and come to the same', () => {
    const file = JSON.parse(evidence) as BundleFile;
    const entries = then.items.ledger.map(({ entry }) => readEntry(String(entry)));
    expect(entries).toEqual(file.entries.map(({ entry }) => entry));
    expect(understoodEntries(entries)).toHaveLength(entries.length);
    const records = fold(understoodEntries(entries), new Date(file.at));
    // What a record does not have a file says is null.
    const said = file.records.map((record) =>
      Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null)),
    );
    expect(differences(said, JSON.parse(JSON.stringify(records)))).toEqual([]);
  });

  test('whoever reads it by a program finds all that there was: JSON-LD, answers to people, export, processors', () => {
    for (const form of ['jsonLd', 'access', 'portable', 'lines', 'messages'] as const)
      expect([form, ...differences(then[form], now[form])]).toEqual([form]);
  });

  test('the table has the columns that there were, in their places, and in them what there was', () => {
    const [before = [], ...rowsBefore] = rowsOf(then.csv);
    const [columns = [], ...rows] = rowsOf(now.csv);
    expect(columns.slice(0, before.length)).toEqual(before);
    expect(rows.map((row) => row.slice(0, before.length))).toEqual(rowsBefore);
  });
});

test.each(['dossier.pdf', 'dossier-2.pdf'])('%s is good, and has the evidence inside', async (name) => {
  const report = await checkFile(readFileSync(path.join(FOLDER, name)), means);
  expect([report.verdict, report.about?.addresses]).toEqual(['good', ['erika.muster@example.org']]);
});

test('the receipt is good with its log, and open without', async () => {
  const { receipt, log } = JSON.parse(unpacked('receipt.json.gz')) as { receipt: string; log: Record<string, string> };
  const files = Object.fromEntries(Object.entries(log).map(([name, text]) => [name, Buffer.from(text, 'base64')]));
  const bytes = Buffer.from(receipt);
  expect((await checkFile(bytes, { ...means, log: sourceOf(files) })).verdict).toBe('good');
  expect((await checkFile(bytes, means)).verdict).toBe('open');
});

test('the statement that a site was deleted is good', async () => {
  const report = await checkFile(readFileSync(path.join(FOLDER, 'closing.json')), means);
  expect([report.verdict, report.about?.closed?.deleted.people]).toEqual(['good', 3]);
});

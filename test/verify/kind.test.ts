import { readTimestamp } from '../../shared/archive/timestamp';
import { sites } from '../../examples/sites';
import { buildReport } from '../../shared/evidence/access/build-report';
import { accessPdf } from '../../shared/evidence/access/document';
import { evidenceCsv } from '../../shared/evidence/csv';
import { consentRecords } from '../../shared/evidence/json-ld';
import { formatTlogProof } from '../../shared/log/tlog-proof';
import { findSite } from '../../shared/policy/sites';
import { checkFile } from '../../shared/verify/check-file';
import type { OtherFile } from '../../shared/verify/other-file';
import { sayVerdict } from '../../shared/verify/say';
import { LANGUAGES } from '../../shared/words/languages';
import { sampleSources } from '../evidence/held-sample';
import { sampleBundle } from '../evidence/sample-bundle';

const site = findSite(sites, 'demo')!;
const bundle = () => sampleBundle({ others: 2 });
const report = async () => buildReport(await sampleSources());

test.each<[string, () => string | Uint8Array | Promise<string | Uint8Array>, OtherFile]>([
  ['an access report', async () => JSON.stringify(await report(), null, 2), 'accessReport'],
  ['an access report as PDF', async () => accessPdf(await report(), site), 'accessReport'],
  ['data to take along', () => '{"format":"portable-data/v1"}', 'portableData'],
  ['data to take along as CSV', () => '\ufeff"category","number","at","name","value"\r\n', 'csv'],
  ['evidence as CSV', async () => evidenceCsv(await bundle(), { language: 'en', forSpreadsheets: true }), 'csv'],
  [
    'evidence as CSV for programs',
    async () => evidenceCsv(await bundle(), { language: 'en', forSpreadsheets: false }),
    'csv',
  ],
  [
    'evidence as CSV with semicolons',
    async () => evidenceCsv(await bundle(), { language: 'de', forSpreadsheets: true }),
    'csv',
  ],
  ['evidence as JSON-LD', async () => JSON.stringify(consentRecords(await bundle(), site)), 'jsonLd'],
  ['an export', () => '{"kind":"header","format":"consent-export/v1"}\n{"kind":"site"}\n', 'export'],
  ['an export of nothing', () => '{"kind":"header","format":"consent-export/v1"}\n', 'export'],
  ['a checkpoint', async () => (await bundle()).log.checkpoint!, 'checkpoint'],
  [
    'a proof of one entry',
    async () => formatTlogProof({ index: 1, path: [], checkpoint: (await bundle()).log.checkpoint! }),
    'tlogProof',
  ],
  ['a web page behind empty lines', () => '\r\n\r\n<html>', 'webPage'],
  ['a web page', () => '<!doctype html>\n<html lang="de">', 'webPage'],
  [
    'evidence of a later version',
    async () => JSON.stringify({ ...(await bundle()), format: 'consent-evidence-bundle/v2' }),
    'laterFormat',
  ],
  ['a receipt of a later version', () => '{"format":"consent-receipt/v2"}', 'laterFormat'],
  ['any JSON', () => '{"a":[1]}', 'otherJson'],
  ['a list', () => '[]', 'otherJson'],
  ['a number', () => '17', 'noJson'],
  ['nothing', () => '', 'noJson'],
  ['a letter', () => 'Guten Tag', 'noJson'],
  ['bytes', () => Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'noJson'],
  ['JSON behind a byte order mark and empty lines', () => '\ufeff \r\n\t{"format":"portable-data/v1"}', 'portableData'],
  ['evidence as CSV without quotes', () => 'seq,at,type\n', 'csv'],
  ['data to take along as CSV without quotes, by tabs', () => 'category\tnumber\tat\n', 'csv'],
  [
    'a checkpoint with a line of another program',
    () => 'log.example\n12\nAAAA\nextension 1\n\n\u2014 log.example AAAA\n',
    'checkpoint',
  ],
  ['null', () => 'null', 'noJson'],
  ['null with lines behind it', () => 'null\nnull\n', 'noJson'],
  ...['access-report/v1', 'portable-data/v1', 'consent-export/v1', 'consent-receipt/v2'].map(
    (format): [string, () => string, OtherFile] => [
      `JSON with a format that ${format} is only a part of`,
      () => JSON.stringify({ format: `x-${format}` }),
      'otherJson',
    ],
  ),
  ['JSON with a list as its format', () => '{"format":["consent-export/v1"]}', 'otherJson'],
  ...['seq,at,type', 'c2sp.org/tlog-proof@v1', '<!doctype html>', '{"format":"consent-export/v1"}'].map(
    (beginning): [string, () => string, OtherFile] => [
      `a letter in which stands ${beginning}`,
      () => `Siehe ${beginning}`,
      'noJson',
    ],
  ),
  ['a letter with a checkpoint in it', () => 'Anbei:\n\nlog.example\n12\nAAAA\n\n\u2014 log.example AAAA\n', 'noJson'],
])('%s is named for what it is', async (_what, make, other) => {
  const checked = await checkFile(Buffer.from(await make()), { readStamp: readTimestamp });
  expect(checked).toMatchObject({ verdict: 'other', other, claims: [] });
  for (const language of LANGUAGES) expect(sayVerdict(checked, language).text).toMatch(/\S.+[.)]$/);
});

test.each<[string, (file: string) => string | Uint8Array, string]>([
  ['torn', (file) => file.slice(0, -20), 'truncated'],
  ['damaged', (file) => file.replace('":', '"'), 'notJson'],
  ['in lines, of which none is its own format', (file) => `{"a":1}\n${file}`, 'notJson'],
  ['saved as UTF-16', (file) => Buffer.from(file, 'utf16le'), 'notUtf8'],
  ['without its format', (file) => file.replace('"format":"consent-evidence-bundle/v1",', ''), 'misfit'],
])('evidence that is %s is still evidence, and not good', async (_how, change, code) => {
  const file = change(JSON.stringify(await bundle()));
  const { verdict, claims } = await checkFile(Buffer.from(file), { readStamp: readTimestamp });
  expect(verdict).toBe('bad');
  expect(claims).toMatchObject([{ id: 'file', findings: [{ code }] }]);
});

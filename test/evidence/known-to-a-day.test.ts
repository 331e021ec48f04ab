import { sites } from '../../examples/sites';
import { buildReport } from '../../shared/evidence/access/build-report';
import { accessContent } from '../../shared/evidence/access/document';
import { evidenceCsv } from '../../shared/evidence/csv';
import { consentRecords } from '../../shared/evidence/json-ld';
import { findSite } from '../../shared/policy/sites';
import { textsOf } from './block-texts';
import { allText, coverOf, textOf } from './dossier-text';
import { heldOf } from './held-sample';
import { evidenceOf } from './people';

/* What a source knows to a day or a minute, in everything that is made of it: nothing says it closer. */

const site = findSite(sites, 'demo')!;
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
const TWO_DAYS = 'zwischen 3. Mai 2021, 02:00:00 Uhr MESZ und 4. Mai 2021, 01:59:59 Uhr MESZ';

test('a dossier', async () => {
  const bundle = await evidenceOf('dated', 'de');
  const [cover, all] = [textOf(await coverOf(bundle)), plain(await allText(bundle))];
  expect(cover).toContain('Nach Angabe der Quelle erteilt am 3. Mai 2019 oder 4. Mai 2019; hier festgehalten am');
  expect(cover).toContain('Widerruf eingegangen am 3. Mai 2021 oder 4. Mai 2021 (nach Angabe eines anderen Systems)');
  // It was asked for here, so how it ended is said with that.
  expect(cover).not.toContain('Widerruf vom');
  expect(all).toContain('nach Angabe der Quelle angemeldet: 28. Februar 2019, Uhrzeit nicht angegeben');
  expect(all).toContain('nach Angabe der Quelle erteilt: 1. März 2019, 13:00 Uhr MEZ');
  expect(all).toContain(`nach Angabe der Quelle erklärt: ${TWO_DAYS}`);
});

test('an access report, and its document', async () => {
  const bundle = await evidenceOf('dated', 'de');
  const { subject } = bundle;
  const now = new Date(bundle.at);
  const about = { site, subject, email: 'erika@example.org', language: 'de', held: heldOf(bundle), now } as const;
  const report = buildReport(about);
  expect(report.records).toMatchObject([
    {
      ...{ signedUpAt: '2019-02-27T23:00:00.000Z', signedUpUntil: '2019-02-28T22:59:59.999Z' },
      ...{ givenAt: '2019-03-01T12:00:00.000Z', givenUntil: '2019-03-01T12:00:59.999Z' },
    },
    { signedUpAt: null, signedUpUntil: null, givenUntil: '2019-05-03T23:59:59.999Z' },
  ]);
  const text = plain(textsOf(await accessContent(report, site)).join('\n'));
  expect(text).toContain('28. Februar 2019, Uhrzeit nicht angegeben');
  expect(text).toContain('1. März 2019, 13:00 Uhr MEZ');
  expect(text).not.toMatch(/23:59:59|13:00:00/);
});

test('a table', async () => {
  const csv = evidenceCsv(await evidenceOf('dated', 'de'), { language: 'en', forSpreadsheets: false });
  const [head = [], first = [], , left = []] = csv.split('\r\n').map((row) => row.replaceAll('"', '').split(','));
  const in3 = (row: readonly string[]): (string | undefined)[] =>
    ['said_from', 'signed_up_until', 'given_until'].map((name) => row[head.indexOf(name)]);
  expect(in3(first)).toEqual(['', '2019-02-28T22:59:59.999Z', '2019-03-01T12:00:59.999Z']);
  expect(in3(left)).toEqual(['2021-05-03T00:00:00.000Z', '', '']);
});

test('JSON-LD, as intervals (ISO 8601)', async () => {
  const text = JSON.stringify(consentRecords(await evidenceOf('dated', 'en'), site));
  expect(text).toContain('signed up there at: 2019-02-27T23:00:00.000Z/2019-02-28T22:59:59.999Z, given');
  expect(text).toContain('given there at: 2019-03-01T12:00:00.000Z/2019-03-01T12:00:59.999Z;');
  expect(text).toContain('as its source has it, at: 2021-05-03T00:00:00.000Z/2021-05-03T23:59:59.999Z');
});

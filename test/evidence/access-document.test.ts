import type { Parts } from '../../shared/ledger/part';
import { inflateSync } from 'node:zlib';
import type { PDFRawStream } from 'pdf-lib';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFString } from 'pdf-lib';
import { buildReport } from '../../shared/evidence/access/build-report';
import { accessContent, accessPdf } from '../../shared/evidence/access/document';
import type { AccessReport } from '../../shared/evidence/access/report';
import type { DocumentContent } from '../../shared/document/content';
import { LANGUAGES } from '../../shared/policy/schema';
import { sites } from '../../examples/sites';
import { findSite } from '../../shared/policy/sites';
import { textsOf } from './block-texts';
import { sampleSources } from './held-sample';

const site = findSite(sites, 'demo')!;

const textIn = (content: DocumentContent): string => textsOf(content).join('\n');

/** Names, addresses, numbers: every text in a piece of data, but for mails, which are shown decoded. */
function wordsOf({ data }: AccessReport): string[] {
  const leaves = (value: unknown): string[] =>
    typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [String(value)];
  return data
    .filter(({ category }) => ['address', 'details', 'network'].includes(category))
    .flatMap((item) => leaves(item.data))
    .filter((text) => !['connection', 'proxy', 'backend'].includes(text));
}

describe.each(LANGUAGES)('in %s', (language) => {
  test.each([undefined, 'standing', 'ended'] as const)(
    'the letter says everything that the report has (%s)',
    async (further) => {
      const report = buildReport(await sampleSources({ language, ...(further && { further }) }));
      const text = textIn(await accessContent(report, site));
      const spoken = [
        ...wordsOf(report),
        ...report.records.flatMap(({ purposes, order, storage }) => [
          ...purposes.flatMap((purpose) => [
            purpose.name,
            purpose.legalBasisText,
            purpose.statusText,
            purpose.wording?.text,
          ]),
          ...(order ? [order.title, order.wording?.text] : []),
          storage.rule,
        ]),
        ...report.history.map((step) => step.text),
        ...report.recipients.flatMap(({ name, address, task }) => [name, address, task]),
        ...report.readings.flatMap(({ reason }) => reason ?? []),
        ...report.storage,
        ...report.rights.map((right) => right.text),
        report.complaint.text,
        report.location,
        report.automatedDecisions.text,
        report.controller.email,
        report.dataProtectionOfficer?.email,
      ];
      for (const words of spoken) expect(text).toContain(words);
      expect(text).toContain('Guten Tag,');
      expect(text).not.toMatch(/undefined|null|\[object/);
    },
  );

  test('what is kept no longer is named, not left out', async () => {
    const report = buildReport(await sampleSources({ language, gone: ['network', 'mail'] }));
    const text = textIn(await accessContent(report, site));
    expect(text).toContain(
      language === 'de' ? 'Nicht mehr gespeichert\nIP-Adresse und Browser' : 'No longer held\nIP address and browser',
    );
  });

  test('what was lost is named as such', async () => {
    const report = buildReport(await sampleSources({ language, missing: ['network'] }));
    const text = textIn(await accessContent(report, site));
    const lost =
      language === 'de' ? 'Müsste noch gespeichert sein, ist aber verloren gegangen' : 'Should still be held';
    expect(text).toContain(lost);
    expect(report.history.map(({ missing }) => missing)).toContainEqual(['network']);
  });

  test('of nobody there is a letter, too', async () => {
    const sources = await sampleSources({ language });
    const report = buildReport({
      ...sources,
      held: { entries: [], parts: new Map(), wentAt: new Map(), notices: new Map() },
    });
    const text = textIn(await accessContent(report, site));
    expect(text).toContain(language === 'de' ? 'ist hier nichts gespeichert' : 'Nothing is held here');
    expect(text).toContain(report.complaint.text);
    expect(text).not.toContain(sources.subject);
  });
});

test('the report itself is attached, and the same report makes the same file', async () => {
  const report = buildReport(await sampleSources());
  const pdf = await accessPdf(report, site);
  const { catalog, context } = await PDFDocument.load(pdf, { updateMetadata: false });
  const [spec] = catalog.lookup(PDFName.of('AF'), PDFArray).asArray();
  const file = context.lookup(spec, PDFDict);
  expect(file.lookup(PDFName.of('UF'), PDFString).decodeText()).toBe('access-report.json');
  const stream = file.lookup(PDFName.of('EF'), PDFDict).lookup(PDFName.of('F')) as PDFRawStream;
  expect(JSON.parse(inflateSync(stream.contents).toString())).toEqual(report);
  expect((await accessPdf(report, site)).equals(pdf)).toBe(true);
});

test('whatever a person entered, there is a letter', async () => {
  const sources = await sampleSources();
  const parts = [...sources.held.parts].map(([digest, part]) => {
    const odd: Parts = {
      address: { email: `${'a'.repeat(64)}@example.org` },
      details: { fields: { firstName: '王小明 \ud83d', unknown: 'x'.repeat(5000) } },
    };
    const data = odd[part.class];
    return [digest, data ? { ...part, data: JSON.stringify(data) } : part] as const;
  });
  const report = buildReport({ ...sources, held: { ...sources.held, parts: new Map(parts) } });
  const pdf = await PDFDocument.load(await accessPdf(report, site), { updateMetadata: false });
  expect(pdf.getPageCount()).toBeGreaterThan(6);
});

test('the letter says when the request came that it answers, and not that nobody has seen to it', async () => {
  const sources = await sampleSources({ further: 'standing' });
  const { id } = buildReport(sources).standing.openCases[0]!;
  const textFor = async (forCase?: string): Promise<string> =>
    textIn(await accessContent(buildReport({ ...sources, forCase }), site)).replaceAll('\u00a0', ' ');
  const answer = await textFor(id);
  expect(answer).toContain(`Das ist die Antwort auf Ihr Anliegen, das am 10. November 2026 bei uns eingegangen ist`);
  expect(answer).not.toContain('noch nicht abschließend bearbeitet');
  expect(await textFor()).toContain('Ihr Anliegen vom 10. November 2026 ist eingegangen und noch nicht');
});

import { inflateSync } from 'node:zlib';
import type { PDFHexString, PDFRawStream, PDFRef } from 'pdf-lib';
import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFName, PDFString } from 'pdf-lib';
import { canonicalJson } from '../../shared/canonical';
import type { Bundle } from '../../shared/evidence/bundle';
import { dossier } from '../../shared/evidence/dossier/dossier';
import { sites } from '../../examples/sites';
import { findSite } from '../../shared/policy/sites';
import { evidenceOf } from './people';
import { sampleBundle } from './sample-bundle';

const site = findSite(sites, 'demo');

async function read(pdf: Buffer): Promise<PDFDocument> {
  return PDFDocument.load(pdf, { updateMetadata: false });
}

/** The one file that a document brings along, by its associated files (ISO 19005-3, section 6.8). */
function attachment({ catalog, context }: PDFDocument) {
  const [spec] = catalog.lookup(PDFName.of('AF'), PDFArray).asArray();
  const file = context.lookup(spec, PDFDict);
  const stream = file.lookup(PDFName.of('EF'), PDFDict).lookup(PDFName.of('F')) as PDFRawStream;
  return {
    name: file.lookup(PDFName.of('UF'), PDFString).decodeText(),
    relationship: file.lookup(PDFName.of('AFRelationship'), PDFName).decodeText(),
    type: stream.dict.lookup(PDFName.of('Subtype'), PDFName).decodeText(),
    compressed: stream.contents.length,
    bytes: inflateSync(stream.contents),
  };
}

/** Bookmarks of the first level: their title, and the number of the page. */
function bookmarks(pdf: PDFDocument): { title: string; page: number }[] {
  const pages = pdf.getPages().map(({ ref }) => ref);
  const found: { title: string; page: number }[] = [];
  let item = pdf.catalog.lookup(PDFName.of('Outlines'), PDFDict).lookupMaybe(PDFName.of('First'), PDFDict);
  for (; item; item = item.lookupMaybe(PDFName.of('Next'), PDFDict)) {
    const page = item.lookup(PDFName.of('Dest'), PDFArray).get(0) as PDFRef;
    const title = item.lookup(PDFName.of('Title')) as PDFString | PDFHexString;
    found.push({ title: title.decodeText(), page: pages.indexOf(page) + 1 });
  }
  return found;
}

function metadata(pdf: PDFDocument): string {
  const stream = pdf.catalog.lookup(PDFName.of('Metadata')) as PDFRawStream;
  return Buffer.from(decodePDFRawStream(stream).decode()).toString();
}

test('the bundle is attached, byte for byte as its file is', async () => {
  const bundle = await sampleBundle({ disclose: ['address'], pending: 1 });
  const file = attachment(await read(await dossier(bundle, site, 'de')));
  expect(file).toMatchObject({ name: 'evidence.json', relationship: 'Source', type: 'application/json' });
  expect(file.bytes.toString()).toBe(canonicalJson(bundle));
});

test('it is an archivable document that says what it is', async () => {
  const pdf = await read(await dossier(await sampleBundle({ language: 'en' }), site, 'en'));
  expect(metadata(pdf)).toMatch(/<pdfuaid:part>1<.*<pdfaid:part>3<.*<pdfaid:conformance>A</s);
  expect(pdf.getTitle()).toBe('Proof of consent – demo / AAECAwQFBgcICQoLDA0ODw / 6');
  expect(pdf.getCreationDate()?.toISOString()).toBe('2026-11-25T10:00:00.000Z');
  expect(pdf.catalog.lookup(PDFName.of('Lang'), PDFString).decodeText()).toBe('en');
  expect(pdf.catalog.has(PDFName.of('StructTreeRoot'))).toBe(true);
  expect(pdf.catalog.has(PDFName.of('OutputIntents'))).toBe(true);
});

test('the same bundle makes the same file', async () => {
  const bundle = await sampleBundle();
  expect((await dossier(bundle, site, 'de')).equals(await dossier(bundle, site, 'de'))).toBe(true);
});

/** The sample with the longest and oddest that a person may enter. */
async function odd(): Promise<Bundle> {
  const bundle = JSON.parse(canonicalJson(await sampleBundle())) as Bundle;
  const labels = [63, 63, 53].map((length) => 'x'.repeat(length));
  Object.assign(bundle.entries[0]?.parts['address'] ?? {}, {
    data: { email: `${'a'.repeat(64)}@${labels.join('.')}.example` },
  });
  Object.assign(bundle.entries[0]?.parts['details'] ?? {}, {
    data: {
      fields: { firstName: '王小明 👩‍👩‍👧', lastName: 'قسم المبيعات\u202e', department: 'Ǻ हिन्दी e\u0301 ﬁ' },
    },
  });
  Object.assign(bundle.entries[0]?.parts['network'] ?? {}, {
    data: { ip: '2001:db8:1111:2222:3333:4444:5555:6666', ipSource: 'backend', userAgent: 'y'.repeat(1000) },
  });
  Object.assign(bundle.entries[1]?.parts['mail'] ?? {}, {
    data: { raw: `Subject: \u0000\r\n\r\n${'Zeile\r\n'.repeat(200)}` },
  });
  return { ...bundle, request: { ...bundle.request, reason: 'Weil '.repeat(200) } };
}

test('whatever was entered, there is a document, and the answer takes one page of it', async () => {
  const pdf = await read(await dossier(await odd(), site, 'de'));
  expect(bookmarks(pdf).slice(0, 2)).toEqual([
    { title: 'Nachweis der Einwilligung', page: 1 },
    { title: 'Inhalt', page: 2 },
  ]);
});

test('a long one says on its second page where each section begins', async () => {
  const pdf = await read(await dossier(await evidenceOf('several', 'de'), site, 'de'));
  expect(pdf.getPageCount()).toBeGreaterThan(10);
  const [cover, contents, ...others] = bookmarks(pdf);
  expect([cover?.page, contents]).toEqual([1, { title: 'Inhalt', page: 2 }]);
  expect(others[0]?.page).toBe(3);
  const short = await read(await dossier(await evidenceOf('plain', 'de'), site, 'de'));
  expect(bookmarks(short).map(({ title }) => title)).not.toContain('Inhalt');
});

test('whatever else holds for the person, the answer takes one page', async () => {
  for (const further of ['standing', 'ended'] as const) {
    const pdf = await read(await dossier(await sampleBundle({ further, withdrawn: false }), site, 'de'));
    expect(bookmarks(pdf)[1]).toMatchObject({ title: 'Inhalt', page: 2 });
  }
});

test('a thousand steps make a document of a size that can be sent', async () => {
  const bundle = await sampleBundle({ moreMails: 994, disclose: ['address', 'details', 'network'] });
  expect(bundle.entries).toHaveLength(1000);
  const bytes = await dossier(bundle, site, 'de');
  const pdf = await read(bytes);
  expect(pdf.getPageCount()).toBeGreaterThan(50);
  expect(bytes.length).toBeLessThan(4_500_000);
  expect(attachment(pdf).compressed).toBeLessThan(attachment(pdf).bytes.length);
});

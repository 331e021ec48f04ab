import { asRecord } from '../ids';
import jsonld, { type NodeObject } from 'jsonld';
import fc from '../seeded';
import { JSON_LD_CONTEXT } from '../../shared/evidence/json-ld-context';
import { consentRecords } from '../../shared/evidence/json-ld';
import type { PartClass } from '../../shared/ledger/part';
import { sites } from '../../examples/sites';
import { findSite } from '../../shared/policy/sites';
import { sampleBundle, type SampleOptions } from './sample-bundle';

const DPV = 'https://w3id.org/dpv#';
const SITE = findSite(sites, 'demo');
/** No address is ever asked: the context is in the document. */
const offline = {
  documentLoader: (url: string) => Promise.reject(new Error(`Wanted to fetch ${url}.`)),
  safe: true,
};

const recordsOf = async (options: SampleOptions = {}): Promise<NodeObject> =>
  consentRecords(await sampleBundle({ others: 3, ...options }), SITE) as NodeObject;

const canonized = (document: NodeObject): Promise<string> =>
  jsonld.canonize(document, { ...offline, algorithm: 'URDNA2015', format: 'application/n-quads' });

/** What a key of ours stands for, by the context alone. */
function meaning(key: string): string {
  const term = (JSON_LD_CONTEXT as Record<string, unknown>)[key];
  const id = typeof term === 'string' ? term : (term as { '@id': string } | undefined)?.['@id'];
  if (id === undefined) return key;
  const [prefix = '', name = ''] = id.split(':');
  const namespace = (JSON_LD_CONTEXT as Record<string, unknown>)[prefix];
  return typeof namespace === 'string' ? namespace + name : id;
}

/** Every key in a document, as often as it is there. */
function keysOf(value: unknown, name: (key: string) => string): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => keysOf(item, name));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, below]) => [name(key), ...keysOf(below, name)]);
}

const properties = (value: unknown, name: (key: string) => string = (key) => key): string[] =>
  keysOf(value, name)
    .filter((key) => !key.startsWith('@'))
    .sort();

const SHAPES: readonly SampleOptions[] = [
  {},
  { language: 'en', withdrawn: false },
  { disclose: [] },
  { disclose: ['address'], moreMails: 2 },
  { gone: ['address', 'details', 'network', 'mail'] },
  { deleted: [0, 1] },
  { further: 'standing', withdrawn: false },
  { language: 'en', further: 'ended' },
];

test.each(SHAPES)('nothing is lost in expansion, and nothing is fetched: %j', async (options) => {
  const document = await recordsOf(options);
  const { '@context': _, ...said } = document;
  const expanded = await jsonld.expand(document, offline);
  expect(properties(expanded)).toEqual(properties(said, meaning));
  for (const key of properties(expanded)) expect(key).toMatch(/^https?:\/\//);
});

test('a key or a type that means nothing would be noticed', async () => {
  const document = await recordsOf();
  await expect(jsonld.expand({ ...document, nonsense: 'x' }, offline)).rejects.toThrow();
  await expect(jsonld.expand({ ...document, type: 'Nonsense' }, offline)).rejects.toThrow();
});

test('as RDF: record, person, controller, purposes, legal basis, wording, events', async () => {
  const bundle = await sampleBundle({ others: 3 });
  const quads = await canonized(consentRecords(bundle, SITE) as NodeObject);
  const record = `<urn:consent-ledger:record:${bundle.records[0]?.recordId}>`;
  const given = bundle.entries.find(({ entry }) => entry.type === 'ConsentGiven')!.entry;
  const notice = bundle.records[0]!.purposes[0]!.noticeHash;
  const person = `<urn:consent-ledger:subject:demo:${bundle.subject}>`;
  const controller = '<urn:consent-ledger:party:Zettelkranich%20Software%20GmbH>';
  const event = `<urn:consent-ledger:entry:${given.hash}>`;
  const type = '<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>';
  const triples = [
    `${record} ${type} <${DPV}ConsentRecord>`,
    `${record} <http://purl.org/dc/terms/conformsTo> <https://w3id.org/dpv/schema/dpv-27560#record>`,
    `${record} <${DPV}hasDataSubject> ${person}`,
    `${record} <${DPV}hasDataController> ${controller}`,
    `${record} <${DPV}hasJurisdiction> <https://w3id.org/dpv/loc#DE>`,
    `${record} <${DPV}hasConsentStatus> ${event}`,
    `${record} <${DPV}hasNotice> <urn:consent-ledger:notice:${notice}>`,
    `${person} ${type} <${DPV}DataSubject>`,
    `${controller} <${DPV}hasName> "Zettelkranich Software GmbH"`,
    `${event} ${type} <${DPV}ConsentGiven>`,
    `${event} ${type} <${DPV}ExpressedConsent>`,
    `${event} <${DPV}isIndicatedBy> ${person}`,
    `${event} <${DPV}isIndicatedAtTime> "${given.at}"^^<http://www.w3.org/2001/XMLSchema#dateTime>`,
    `${event} <${DPV}hasPurpose> <urn:consent-ledger:purpose:demo:newsletter-product>`,
    `<urn:consent-ledger:notice:${notice}> <http://purl.org/dc/terms/description> ${JSON.stringify(bundle.notices[notice]?.text)}@de`,
  ];
  for (const triple of triples) expect(quads).toContain(`${triple} .\n`);
  expect(quads).toMatch(
    / <https:\/\/w3id\.org\/dpv#hasLegalBasis> <https:\/\/w3id\.org\/dpv\/legal\/eu\/gdpr#A6-1-a> \.\n/,
  );
  expect(quads).toContain(`_:c14n0 `);
});

test('the same evidence has the same canonical RDF, whatever the order of its keys', async () => {
  const document = await recordsOf();
  const reversed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reversed);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, below]) => [key, reversed(below)]),
    );
  };
  const turned = { ...(reversed(document) as NodeObject), '@context': document['@context']! };
  expect(await canonized(turned)).toBe(await canonized(document));
});

/** Class of part -> what of it a record repeats. */
const PERSONAL: Readonly<Record<string, readonly string[]>> = {
  address: ['erika.müller-lüdenscheidt@example.org"', 'https://www.demo.example/newsletter"'],
  details: ['Müller-Lüdenscheidt"'],
  network: ['203.0.113.7', '198.51.100.23', 'Firefox/140.0'],
  mail: ['MIME-Version', 'To: erika'],
};

test('personal data are there when they were disclosed, and only then', async () => {
  const classes = Object.keys(PERSONAL) as PartClass[];
  const shape = fc.record({ disclose: fc.subarray(classes), gone: fc.subarray(classes) });
  await fc.assert(
    fc.asyncProperty(shape, async ({ disclose, gone }) => {
      const text = JSON.stringify(await recordsOf({ disclose, gone }));
      for (const name of classes) {
        const isThere = disclose.includes(name) && !gone.includes(name);
        for (const data of PERSONAL[name] ?? [])
          expect([name, data, text.includes(data)]).toEqual([name, data, isThere]);
      }
    }),
    { numRuns: 20 },
  );
});

test('one record each; a withdrawal belongs to every record that it can end', async () => {
  const bundle = await sampleBundle({ others: 3 });
  const first = bundle.records[0]!;
  const records = [
    first,
    { ...first, recordId: asRecord('B'.repeat(22)), requestedAt: '2026-11-10T00:00:00.000Z' },
    { ...first, recordId: asRecord('C'.repeat(22)), requestedAt: '2026-11-22T00:00:00.000Z' },
  ];
  const said = consentRecords({ ...bundle, records }, SITE) as { records: { record_id: string; events: object[] }[] };
  expect(said.records.map(({ record_id }) => record_id)).toEqual(records.map(({ recordId }) => recordId));
  expect(said.records.map(({ events }) => events.map((event) => (event as { type: unknown }).type))).toEqual([
    ['ConsentRequested', ['ConsentGiven', 'ExpressedConsent'], 'ConsentWithdrawn'],
    ['ConsentWithdrawn'],
    [],
  ]);
});

describe('what came from elsewhere, and what operators did', () => {
  interface Said {
    records: { record_id: string; events: { type: unknown; event_method: string }[]; purposes: object[] }[];
    other_events: { type: unknown; privacy_rights?: string }[];
  }
  const said = async (options: SampleOptions): Promise<Said> => (await recordsOf(options)) as unknown as Said;

  test('is consent that nobody here saw expressed', async () => {
    const { records } = await said({ further: 'standing' });
    const [, imported] = records;
    expect(imported?.events.map(({ type }) => type)).toEqual(['ConsentGiven']);
    expect(imported?.events[0]?.event_method).toBe(
      'Brought in from elsewhere (import), signed up there at: 2024-03-01T11:50:00.000Z, given there at: 2024-03-01T12:00:00.000Z; came along, not verified: time, ip, double-opt-in, sign-up-time, sign-up-ip',
    );
  });

  test('is no consent where mail rests on legitimate interest', async () => {
    const { records } = await said({ further: 'standing' });
    const quads = await canonized(await recordsOf({ further: 'ended' }));
    expect(records[2]?.events).toEqual([]);
    expect(records[2]?.purposes).toMatchObject([
      { lawful_basis: 'eu-gdpr:A6-1-f', basis_status: { type: 'LegitimateInterestNotObjected' } },
    ]);
    expect(quads).toMatch(/#hasStatus> <urn:consent-ledger:entry|#hasStatus> _:/);
    expect(quads).toContain(`<${DPV}LegitimateInterestObjected> .`);
  });

  test('is no consent where a contract needs the mail', async () => {
    const { records } = await said({ further: 'standing' });
    const { records: after } = await said({ further: 'ended' });
    expect(records[3]?.purposes).toMatchObject([
      { lawful_basis: 'eu-gdpr:A6-1-b', basis_status: { type: 'ContractActive' } },
    ]);
    expect(after[3]?.purposes).toMatchObject([{ basis_status: { type: 'ContractTerminationStatus' } }]);
  });

  test('is a right that was exercised, of the person and not of a record', async () => {
    const { records, other_events } = await said({ further: 'ended' });
    expect(other_events.flatMap(({ privacy_rights = [] }) => privacy_rights)).toEqual([
      'eu-gdpr:A15',
      'eu-gdpr:A18',
      'eu-gdpr:A21',
      'eu-gdpr:A17',
    ]);
    expect(records[1]?.events.map(({ type }) => type)).toEqual([
      'ConsentGiven',
      'ConsentWithdrawn',
      'ConsentExpired',
      'ConsentExpired',
      'ConsentRefused',
    ]);
  });
});

test('a site that there is no more leaves out what only it knows', async () => {
  const document = consentRecords(await sampleBundle({ others: 3 }), undefined) as NodeObject;
  await jsonld.expand(document, offline);
  const known = JSON.stringify((await recordsOf())['records']);
  const text = JSON.stringify(document['records']);
  expect(text).toContain('Zettelkranich Software GmbH');
  for (const ofTheSite of ['rue des Exemples', 'StorageDuration', 'Newsletter „Produkt“"', 'belegen“"']) {
    expect([ofTheSite, known.includes(ofTheSite), text.includes(ofTheSite)]).toEqual([ofTheSite, true, false]);
  }
});

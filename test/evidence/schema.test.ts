import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from '../seeded';
import { emptyBundle } from '../../shared/evidence/bundle';
import { ENTRY_TYPES } from '../../shared/consent/steps';
import { PART_CLASSES } from '../../shared/ledger/part';
import { LANGUAGES, LEGAL_BASES } from '../../shared/policy/schema';
import { sampleBundle, type SampleOptions } from './sample-bundle';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Path = readonly (string | number)[];

interface Schema {
  readonly $id: string;
  readonly $defs: Readonly<Record<string, { enum?: unknown; pattern?: string; anyOf: readonly { enum?: unknown }[] }>>;
}

const file = path.join(__dirname, '..', '..', 'docs', 'evidence-bundle.schema.json');
const SCHEMA = JSON.parse(readFileSync(file, 'utf8')) as Schema;
const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true });
addFormats(ajv);
const accepts = ajv.compile(SCHEMA);

/** As it would be read from a file. */
const asJson = async (options: SampleOptions = {}): Promise<Json> =>
  JSON.parse(JSON.stringify(await sampleBundle({ others: 3, ...options }))) as Json;

function changed(json: Json, [key, ...rest]: Path, change: (old: Json) => Json | undefined): Json {
  if (key === undefined) return change(json) ?? null;
  const copy = (Array.isArray(json) ? [...json] : { ...(json as object) }) as Record<string | number, Json>;
  const value = rest.length > 0 ? changed(copy[key]!, rest, change) : change(copy[key]!);
  if (value === undefined) delete copy[key];
  else copy[key] = value;
  return copy;
}

/** The way to every value in a document. */
function pathsIn(json: Json, here: Path = []): Path[] {
  if (typeof json !== 'object' || json === null) return [here];
  const below = Array.isArray(json) ? json.map((value, n) => [n, value] as const) : Object.entries(json);
  return [here, ...below.flatMap(([key, value]) => pathsIn(value, [...here, key]))];
}

const at = (json: Json, way: Path): Json =>
  way.reduce<Json>((value, key) => (value as Record<string, Json>)[key]!, json);
const isObject = (value: Json): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A way without what differs between one bundle and another. */
const pattern = (way: Path): string =>
  way
    .map((key, n) => {
      const isId = typeof key === 'number' || /^[\w-]{22}$|^[\w-]{43}$/.test(key);
      return isId || way[n - 2] === 'names' || way[n - 3] === 'names' ? '*' : key;
    })
    .join('.');

function expectRefused(json: Json, what: unknown): void {
  expect([what, accepts(json)]).toEqual([what, false]);
}

test('takes every bundle that is made, whatever is disclosed, gone, deleted or pending', async () => {
  const classes = fc.subarray([...PART_CLASSES]);
  const options = fc.record({
    language: fc.constantFrom(...LANGUAGES),
    disclose: classes,
    gone: classes,
    withdrawn: fc.boolean(),
    further: fc.constantFrom(undefined, 'standing' as const, 'ended' as const),
    moreMails: fc.nat(3),
    others: fc.nat(40),
    deleted: fc.subarray([0, 1, 2, 3]),
    pending: fc.nat(2),
  });
  await fc.assert(
    fc.asyncProperty(options, async (shape) => {
      accepts(await asJson(shape));
      expect(accepts.errors ?? []).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

/** Facts and the data of parts are any JSON: later versions add to them, and a site has fields of its own. */
const mayGrow = (way: Path): boolean =>
  way.some((key, n) => key === 'facts' || (key === 'data' && way[n - 2] === 'parts')) && !way.includes('controller');

test('refuses a member too many, in every object but those that later versions add to', async () => {
  const bundle = await asJson();
  const objects = pathsIn(bundle).filter((way) => isObject(at(bundle, way)));
  expect(objects.length).toBeGreaterThan(50);
  const grown = objects.filter((way) =>
    accepts(changed(bundle, way, (old) => ({ ...(old as object), unexpected: 'x' }))),
  );
  expect(grown.filter((way) => !mayGrow(way))).toEqual([]);
  for (const kind of ['facts', 'data', 'page', 'fields', 'fetchedBy']) {
    expect(grown.map((way) => way.at(-1))).toContain(kind);
  }
});

test('refuses a member missing, but for those that the format lets be missing', async () => {
  const bundle = await asJson({ further: 'ended' });
  const members = pathsIn(bundle).filter((way) => way.length > 0 && isObject(at(bundle, way.slice(0, -1))));
  const canMiss = members.filter((way) => accepts(changed(bundle, way, () => undefined)));
  expect([...new Set(canMiss.map(pattern))].sort()).toEqual(
    [
      'controller.dataProtectionOfficer',
      'entries.*.entry.asset',
      ...`confirmBy mail messageId via receivedOn source saidAt reference reportedBy signedUpAt givenAt proof
        justification case reviewBy activeAt mailedAt endedOn suppress form privacyNotice
        wordingBy address bounce reading provenBy outcome processor upTo fetchedAt fetchedBy because connections
        decision request right tellsOf weighed`
        .split(/\s+/)
        .map((name) => `entries.*.entry.facts.${name}`),
      'entries.*.entry.language',
      'entries.*.entry.recordId',
      // Which classes and wordings there have to be is said by the entries, not by the schema.
      ...PART_CLASSES.flatMap((name) => [`entries.*.entry.parts.${name}`, `entries.*.parts.${name}`]),
      'entries.*.parts.address.data.page',
      'entries.*.parts.details.data.fields.firstName',
      'entries.*.parts.details.data.fields.lastName',
      'entries.*.parts.network.data.fetchedBy',
      'entries.*.parts.network.data.fetchedBy.userAgent',
      'entries.*.parts.network.data.ip',
      'entries.*.parts.network.data.signedUpBy',
      'entries.*.parts.network.data.userAgent',
      'entries.*.parts.reading.data.controller.dataProtectionOfficer',
      // Of what the site knows no more there are no names.
      ...['purposes.*', 'purposes.*.*', 'assets.*', 'assets.*.*'].map(
        (way) => `entries.*.parts.reading.data.names.${way}`,
      ),
      'address.salts.*',
      'notices.*',
    ].sort(),
  );
});

test('refuses values of another type, in every place', async () => {
  const bundle = await asJson();
  for (const way of pathsIn(bundle)) {
    expectRefused(
      changed(bundle, way, () => true),
      way,
    );
    expectRefused(
      changed(bundle, way, () => -0.5),
      way,
    );
  }
});

/** What a value looks like -> how it can be wrong. */
const WRONG: readonly (readonly [RegExp, readonly ((value: string) => string)[]])[] = [
  [
    /^[\w-]{43}$/,
    [(v) => v.slice(1), (v) => `A${v}`, (v) => `${v}=`, (v) => `+${v.slice(1)}`, (v) => `${v.slice(0, -1)}B`, () => ''],
  ],
  [
    /^[\w-]{22}$/,
    [(v) => v.slice(1), (v) => `A${v}`, (v) => `${v}==`, (v) => `/${v.slice(1)}`, (v) => `${v.slice(0, -1)}B`],
  ],
  [/^[\w+/]{43}=$/, [(v) => v.slice(0, -1), (v) => v.slice(4), (v) => `AAAA${v}`, (v) => `-${v.slice(1)}`]],
  [
    /^\d{4}-\d\d-\d\dT.*Z$/,
    [
      (v) => v.replace(/\.\d+/, ''),
      (v) => v.replace('Z', '+00:00'),
      (v) => v.replace('T', ' '),
      (v) => v.slice(0, 10),
      (v) => v.replace(/-\d\d-/, '-13-'),
    ],
  ],
  [/^\d{4}-\d\d-\d\d$/, [(v) => `${v}T00:00:00.000Z`, (v) => v.slice(0, 7), (v) => v.replace(/-\d\d-/, '-13-')]],
  [/^consent-evidence-bundle/, [(v) => v.replace('v1', 'v2')]],
  [
    /^(Consent|RenewedConsent|Evidence|Mail|Legitimate|Hold|Data|Access)[A-Z]\w+$/,
    [(v) => v.toLowerCase(), (v) => `${v}2`],
  ],
  [/\n— /, [(v) => v.replace('— ', '- '), (v) => v.trim(), (v) => v.replace(/\n\d+\n/, '\n007\n')]],
];
/** Free text may look like anything. */
const isFree = (way: Path): boolean => way.some((key) => ['raw', 'fields', 'messageId', 'case'].includes(`${key}`));

test('refuses hashes, ids, times, days, base64, checkpoints and names that are written otherwise', async () => {
  const bundle = await asJson({ further: 'ended' });
  const tried = new Set<RegExp>();
  for (const way of pathsIn(bundle).filter((way) => !isFree(way))) {
    const value = at(bundle, way);
    const kind = typeof value === 'string' && WRONG.find(([looks]) => looks.test(value));
    if (!kind) continue;
    tried.add(kind[0]);
    for (const wrong of kind[1]) {
      const other = wrong(value);
      expectRefused(
        changed(bundle, way, () => other),
        [way, other],
      );
    }
  }
  expect(tried.size).toBe(WRONG.length);
});

test('refuses a wording under what is no hash, and one for a purpose and an asset at once', async () => {
  const bundle = await asJson();
  const [hash = ''] = Object.keys(at(bundle, ['notices']) as object);
  const notice = at(bundle, ['notices', hash]);
  expectRefused(
    changed(bundle, ['notices'], (old) => ({ ...(old as object), [hash.slice(1)]: notice })),
    'no hash',
  );
  const both = { purpose: 'news', asset: 'paper' };
  expectRefused(
    changed(bundle, ['notices', hash], (old) => ({ ...(old as object), ...both })),
    'both',
  );
});

test('refuses data of one class as another, and data where there are none', async () => {
  const bundle = await asJson();
  const parts = ['entries', 0, 'parts'];
  const network = at(bundle, [...parts, 'network']);
  expectRefused(
    changed(bundle, [...parts, 'address'], () => network),
    'network as address',
  );
  for (const state of ['withheld', 'gone', 'missing', 'lost']) {
    expectRefused(
      changed(bundle, [...parts, 'address', 'state'], () => state),
      state,
    );
  }
});

test('takes the file of a person about whom nothing is recorded, and refuses it with anything else', async () => {
  const { site, subject, at: when, request, controller, log, notices } = await sampleBundle({ others: 2 });
  const asked = { site, subject, at: when, request, controller };
  const empty = JSON.parse(JSON.stringify(emptyBundle(asked, 'karl@example.org', log.origin))) as Json;
  expect([accepts(empty), accepts.errors]).toEqual([true, null]);
  for (const more of [
    { deleted: [0] },
    { notices },
    { log },
    { address: { address: 'a', salts: { [subject]: subject } } },
  ]) {
    expectRefused({ ...(empty as object), ...(JSON.parse(JSON.stringify(more)) as object) }, more);
  }
});

test('takes what a later version wrote, and refuses it without what every entry has', async () => {
  const bundle = await asJson();
  const way = ['entries', 1, 'entry'];
  const { actor: _, purposes: __, facts: ___, ...bare } = at(bundle, way) as { [key: string]: Json };
  for (const later of [{ type: 'ConsentPaused' }, { v: 2 }, { type: 'ConsentPaused', facts: [], until: null }]) {
    const entry = { ...bare, ...later };
    expect([later, accepts(changed(bundle, way, () => entry))]).toEqual([later, true]);
    for (const name of ['v', 'site', 'subject', 'seq', 'type', 'at', 'prev', 'hash']) {
      expectRefused(
        changed(bundle, [...way, name], () => undefined),
        name,
      );
    }
  }
  expectRefused(
    changed(bundle, way, () => bare),
    'a known type in another way',
  );
});

test('knows the same names as the code', () => {
  const { language, legalBasis, partClass, entryType } = SCHEMA.$defs;
  const [bases, classes] = [legalBasis?.anyOf[0], partClass?.anyOf[0]];
  const known = new RegExp(language?.pattern ?? '');
  expect(LANGUAGES.filter((name) => !known.test(name))).toEqual([]);
  expect(bases?.enum).toEqual(LEGAL_BASES);
  expect(classes?.enum).toEqual(PART_CLASSES);
  expect(entryType?.enum).toEqual(ENTRY_TYPES);
});

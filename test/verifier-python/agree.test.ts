import { recordIdOf } from '../../shared/ids';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import fc from '../seeded';
import { sites } from '../../examples/sites';
import type { Step } from '../../shared/consent/entry';
import { ENTRY_TYPES } from '../../shared/consent/steps';
import { noticeHash, purposeNotice } from '../../shared/policy/notices';
import { findPurpose, findSite } from '../../shared/policy/sites';
import type { PartClass } from '../../shared/ledger/part';
import { sampleBundle, type SampleOptions } from '../evidence/sample-bundle';
import { fileOf } from '../verify/forge';
import { mutate, mutations } from '../verify/mutations';
import { describeWithPython, expectAgreement, PYTHON, VERIFIER } from './second-verifier';

const COUNT = 1000;

const site = findSite(sites, 'demo')!;
const START = Date.parse('2026-11-02T00:00:00.000Z');
const HOUR_MS = 3_600_000;
const iso = fc.integer({ min: 0, max: 24 * 22 }).map((hours) => new Date(START + hours * HOUR_MS).toISOString());
const ids = ['newsletter-product', 'analysis'];
const known = ids.map((id) => ({
  id,
  legalBasis: 'consent' as const,
  noticeHash: noticeHash(purposeNotice(site, findPurpose(site, id)!, 'de')),
}));
const step = fc.record(
  {
    type: fc.constantFrom(...ENTRY_TYPES.filter((type) => type !== 'EvidenceDisclosed')),
    at: iso,
    recordId: fc.constantFrom(...[3, 4, 5].map((n) => recordIdOf(Buffer.alloc(16, n)))),
    language: fc.constant('de' as const),
    purposes: fc.subarray(known),
    facts: fc.oneof(fc.record({ confirmBy: iso }), fc.constant({})),
  },
  { requiredKeys: ['type', 'at', 'purposes', 'facts'] },
);
/** What a later version may write, in whatever way. */
const later = fc
  .record({
    type: fc.constantFrom('ConsentPaused', 'ConsentWithdrawn', 'ConsentRequested'),
    v: fc.constantFrom(2, 17),
    at: iso,
    more: fc.dictionary(
      fc.constantFrom('recordId', 'purposes', 'asset', 'facts', 'actor', 'language', 'other'),
      fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constant(known), fc.constant({ address: 'x' })),
    ),
  })
  .map(({ more, ...step }) => ({ ...step, ...more }));
const CLASSES: readonly PartClass[] = ['address', 'details', 'network', 'mail', 'reading', 'reason'];
const history: fc.Arbitrary<SampleOptions> = fc.record({
  disclose: fc.subarray([...CLASSES]),
  gone: fc.subarray(CLASSES.filter((name) => name !== 'reading')),
  missing: fc.subarray(CLASSES.filter((name) => name !== 'reading')),
  goneSince: fc.constantFrom('2026-11-24T00:00:00.000Z', '2026-11-25T10:00:00.000Z', '2026-11-25T10:00:00.001Z'),
  withdrawn: fc.boolean(),
  further: fc.constantFrom(undefined, undefined, 'standing' as const, 'ended' as const),
  others: fc.nat({ max: 12 }),
  deleted: fc.subarray([0, 1, 2, 3]),
  pending: fc.constantFrom(0, 0, 0, 1, 2),
  besides: fc
    .array(fc.oneof({ weight: 15, arbitrary: step }, { weight: 1, arbitrary: later }), { maxLength: 12 })
    .map((steps) =>
      steps.map((one) => ({ step: { actor: { kind: 'system' }, ...one, site: 'demo' } as Step, parts: {} })),
    ),
});

describeWithPython('the verifier in Python', () => {
  let files: string[] = [];
  beforeAll(async () => {
    const drawn = fc.sample(history, COUNT);
    files = [];
    for (const options of drawn) files.push(fileOf(await sampleBundle(options)));
  }, 240_000);

  test(
    'says the same of a thousand histories, claim by claim',
    async () => void (await expectAgreement(files)),
    240_000,
  );

  test('says the same of a thousand changed files, claim by claim', async () => {
    const drawn = fc.sample(mutations, COUNT);
    const changed = drawn.map((mutation) => JSON.stringify(mutate(files[mutation.file % files.length]!, mutation)));
    await expectAgreement(changed);
  }, 240_000);

  test('says the same of what means two things, or nothing', async () => {
    const [file = ''] = files;
    const others = [
      file.replace('{"at":', '{"at":"x","at":'),
      file.replace('"seq":1', '"seq":1.0'),
      file.replace('"seq":0', '"seq":-0'),
      file.replace('"facts":{', '"facts":{"n":1e21,"m":0.000001,"k":1.5,"l":123456789012345680000,'),
      file.replace('"facts":{', '"facts":{"n":1e999,'),
      file.replace('"facts":{', `"facts":{"a":${'['.repeat(100_000)}${']'.repeat(100_000)},`),
      file.replace('demo', '\\ud800'),
      `\ufeff${file}`,
      ` ${file}\n`,
      file.slice(0, -1),
      '',
      'NaN',
    ];
    await expectAgreement(others);
  });

  test('is a program: its exit code says the verdict', () => {
    const example = path.resolve(__dirname, '../../docs/evidence-example.json');
    expect(spawnSync(PYTHON, [VERIFIER, example]).status).toBe(3);
  });
});

import type { Language } from '../../shared/policy/schema';
import { LANGUAGES } from '../../shared/policy/schema';
import { buildReport } from '../../shared/evidence/access/build-report';
import { accessContent } from '../../shared/evidence/access/document';
import { dossierContent } from '../../shared/evidence/dossier/dossier';
import type { Bundle } from '../../shared/evidence/bundle';
import { sites } from '../../examples/sites';
import { findSite } from '../../shared/policy/sites';
import { textsOf } from './block-texts';
import { factOf, FACTS } from './facts';
import { heldOf } from './held-sample';
import { keysIn, markWords } from './marked-words';
import { evidenceOf, KINDS, type Kind } from './people';

const site = findSite(sites, 'demo')!;

beforeAll(markWords);

async function dossierKeys(bundle: Bundle, language: Language): Promise<string[]> {
  return keysIn(textsOf(await dossierContent(bundle, site, language)));
}

async function accessKeys(bundle: Bundle, language: Language): Promise<string[]> {
  const now = new Date('2026-11-25T20:00:00.000Z');
  const { subject } = bundle;
  const report = buildReport({ site, subject, email: 'erika@example.org', language, held: heldOf(bundle), now });
  return keysIn(textsOf(await accessContent(report, site)));
}

/** The sentences that follow from nothing. */
function unfounded(keys: readonly string[], bundle: Bundle): string[] {
  return keys.filter((key) => (factOf(key)?.(bundle) ?? []).length === 0);
}

const CASES = KINDS.flatMap((kind) => LANGUAGES.map((language): [Kind, Language] => [kind, language]));

test.each(CASES)('every sentence of the dossier follows from an entry or part: %s, %s', async (kind, language) => {
  const bundle = await evidenceOf(kind, language);
  const keys = await dossierKeys(bundle, language);
  expect(keys.length).toBeGreaterThan(5);
  expect(unfounded(keys, bundle)).toEqual([]);
});

test.each(CASES)(
  'every sentence of the access report follows from an entry or part: %s, %s',
  async (kind, language) => {
    const bundle = await evidenceOf(kind, language);
    const keys = await accessKeys(bundle, language);
    expect(keys.length).toBeGreaterThan(5);
    expect(unfounded(keys, bundle)).toEqual([]);
  },
);

test('a sentence that nobody found a fact for is found', async () => {
  const bundle = await evidenceOf('plain', 'de');
  expect(unfounded(['dossier.cover.brandNew', 'statuses.restricted', 'steps.DataErased'], bundle)).toHaveLength(3);
});

test('no fact is listed for a sentence that no document has', async () => {
  const bundles = await Promise.all(KINDS.map((kind) => evidenceOf(kind, 'de')));
  const used = await Promise.all(bundles.flatMap((bundle) => [dossierKeys(bundle, 'de'), accessKeys(bundle, 'de')]));
  const keys = used.flat();
  expect(Object.keys(FACTS).filter((key) => !keys.some((one) => one === key || one.startsWith(`${key}.`)))).toEqual([]);
});

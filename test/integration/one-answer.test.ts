import { randomBytes } from 'node:crypto';
import { dueMails } from '../../shared/consent/decide/due-mails';
import type { EntryPurpose } from '../../shared/consent/entry';
import { stateAt } from '../../shared/consent/keep/state-at';
import { knowledgeOf } from '../../shared/consent/processors';
import { standingOf } from '../../shared/consent/standing';
import { recordIdOf } from '../../shared/ids';
import { linkUrl } from '../../shared/links/link';
import { findSite } from '../../shared/policy/sites';
import type { Site } from '../../shared/policy/schema';
import { sites } from '../../examples/sites';
import { asSubject } from '../ids';
import fc from '../seeded';
import { Marketing } from './marketing';
import { SomeBody } from './people';
import { preferenceCentre } from './preference-centre';
import { startWorld, type World } from './world';

/* K15: whoever asks whether somebody may be mailed for a purpose hears the same, at every moment. */

const site = findSite(sites, 'demo') as Site;
const CONSENTS = ['newsletter-product', 'newsletter-events', 'product-info'] as const;
const CONTRACT = 'service-mail';
const ALL = site.purposes.map(({ id }) => id);

let world: World;
let marketing: Marketing;
let names = 0;

beforeAll(async () => {
  world = await startWorld();
  marketing = new Marketing(world);
});
afterAll(() => world.stop());

const purposes = fc.uniqueArray(fc.constantFrom(...CONSENTS), { minLength: 1 });
const act = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constantFrom('give' as const, 'ask' as const), purposes }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('withdraw', 'object', 'interest', 'import', 'lapse', 'refuse'),
      purposes,
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('contract', 'contract ends') }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('restrict', 'lift', 'bounce', 'erase', 'move', 'wait', 'weigh', 'refuse it'),
    }),
  },
);
type Act = { readonly kind: string; readonly purposes?: readonly string[] };

const named = (ids: readonly string[], legalBasis: EntryPurpose['legalBasis'] = 'consent'): EntryPurpose[] =>
  ids.map((id) => ({ id, legalBasis, noticeHash: 'n'.repeat(43) }));

/** A record that begins with a step. */
const record = () => ({ recordId: recordIdOf(randomBytes(16)), language: 'de' as const });

async function play(person: SomeBody, { kind, purposes: ids = [] }: Act): Promise<void> {
  const { email } = person;
  const parts = { address: { email } };
  const confirmBy = new Date(Date.now() + 7 * 24 * 60 * 60 * 1000).toISOString();
  const take = (step: object, saved: object = {}): Promise<void> => person.take(step, saved);
  switch (kind) {
    case 'give':
      return void (await person.give(ids));
    case 'ask':
      return take({ type: 'ConsentRequested', ...record(), purposes: named(ids), facts: { confirmBy } }, parts);
    case 'withdraw':
      return person.withdraw(ids);
    case 'object':
      return take({ type: 'ObjectionRecorded', purposes: named(ids) });
    case 'interest': {
      const about = named(ids, 'legitimate-interest');
      return take({ type: 'LegitimateInterestRecorded', ...record(), purposes: about }, parts);
    }
    case 'import':
      return take({ type: 'ConsentRecorded', ...record(), purposes: named(ids) }, parts);
    case 'lapse':
      return take({ type: 'ConsentLapsed', purposes: named(ids) });
    case 'refuse':
      return take({ type: 'ConsentRefused', purposes: named(ids) });
    case 'contract':
      return take({ type: 'ContractRecorded', ...record(), purposes: named([CONTRACT], 'contract') }, parts);
    case 'contract ends':
      return take({ type: 'ContractEnded', purposes: named([CONTRACT], 'contract') });
    case 'restrict':
      return take({ type: 'ProcessingRestricted' });
    case 'weigh':
      return take({ type: 'ObjectionRaised', purposes: named(CONSENTS) });
    case 'refuse it':
      return take({ type: 'ObjectionDecided', purposes: named(CONSENTS), facts: { decision: 'refused' } });
    case 'lift':
      return take({ type: 'RestrictionLifted' });
    case 'bounce':
      return take({ type: 'MailBounced', facts: { bounce: 'permanent' } });
    case 'erase':
      await take({ type: 'ConsentWithdrawn', purposes: named(CONSENTS) });
      await take({ type: 'ContractEnded', purposes: named([CONTRACT], 'contract') });
      return take({ type: 'DataErased' });
    case 'move':
      return take({ type: 'ConsentWithdrawn', purposes: named(CONSENTS), facts: { movedTo: 'A'.repeat(22) } });
    default:
      world.advance('P3D');
  }
}

interface Permission {
  readonly id: string;
  readonly allowed: boolean;
  readonly status?: string;
}

async function permissionsOf(email: string): Promise<readonly Permission[]> {
  const { body } = await marketing.call('permissions', { body: { email } });
  return (JSON.parse(body) as { purposes: Permission[] }).purposes;
}

/** Purposes for which the person may be mailed, as each of those who know says. */
async function answers(person: SomeBody) {
  const [{ email }, subject] = [person, asSubject(await person.subject())];
  const permissions = await permissionsOf(email);
  const isKnown = ({ id, status }: Permission): boolean => id !== CONTRACT || status !== undefined;
  const allowed = permissions.filter((one) => one.allowed);
  const linked: string[] = [];
  const listed: string[] = [];
  for (const id of ALL) {
    if ((await marketing.links([email], id))[0]?.allowed) linked.push(id);
    if ((await marketing.audience(id)).some((one) => one.email === email)) listed.push(id);
  }
  const entries = await person.entries();
  const now = new Date();
  const standing = standingOf(entries);
  const everything = { id: 'all', purposes: ALL, transfers: [] } as unknown as Site['processors'][number];
  const told = (knowledgeOf(entries, everything)?.purposes ?? []).filter(({ isAllowed }) => isAllowed);
  const link = { kind: 'preferences', subject, recordId: recordIdOf(randomBytes(16)), purposes: [] } as const;
  const token = (await linkUrl(world.deps.links, link)).split('/').at(-1) ?? '';
  const { ticked } = await preferenceCentre(world, token).open();
  const rules = { welcomes: () => true, mailsPerDay: 9, standing };
  const welcomed = dueMails(stateAt(entries, site, now), rules, now).filter(({ kind }) => kind === 'welcome');
  return {
    allowed: allowed.map(({ id }) => id),
    // Nobody needs to report a contract, so whoever lists people may not know of one.
    known: allowed.filter(isKnown).map(({ id }) => id),
    linked,
    listed,
    told: told.map(({ id }) => id),
    ticked,
    welcomed: welcomed.map(({ record: { purposes: ids } }) => ids.map(({ id }) => id)),
  };
}

test('K15: permissions, links, audience, processors, preferences and mails agree, whatever happened', async () => {
  let [mailed, contracts] = [0, 0];
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 14 }), async (acts) => {
      const person = new SomeBody(world, `one-answer-${++names}`);
      await person.give(['newsletter-product']);
      for (const next of acts) await play(person, next);
      await person.tellAll();
      const said = await answers(person);
      const sorted = (ids: readonly string[]): string[] => [...ids].sort();
      expect(sorted(said.linked)).toEqual(sorted(said.allowed));
      expect(sorted(said.listed)).toEqual(sorted(said.known));
      expect(sorted(said.told)).toEqual(sorted(said.known));
      expect(sorted(said.ticked)).toEqual(sorted(said.known.filter((id) => id !== CONTRACT)));
      for (const ids of said.welcomed) expect(ids.some((id) => said.allowed.includes(id))).toBe(true);
      mailed += said.known.length > 0 ? 1 : 0;
      contracts += said.known.includes(CONTRACT) ? 1 : 0;
    }),
    { numRuns: 60 },
  );
  expect(Math.min(mailed, contracts)).toBeGreaterThan(3);
}, 240_000);

test('K15: mail that a contract needs goes on under a restriction, and everybody says so', async () => {
  const person = new SomeBody(world, 'customer');
  for (const kind of ['contract', 'restrict', 'bounce']) await play(person, { kind });
  await person.tellAll();
  const said = await answers(person);
  expect([said.allowed, said.linked, said.listed, said.told]).toEqual(Array(4).fill([CONTRACT]));
  await play(person, { kind: 'contract ends' });
  await person.tellAll();
  const after = await answers(person);
  expect([after.allowed, after.linked, after.listed, after.told]).toEqual(Array(4).fill([]));
});

import type { Bundle } from '../../shared/evidence/bundle';
import { logger } from '../../shared/logger';
import { isBeginning } from '../../shared/consent/steps/begins-and-ends';
import { verifyVouched } from '../verify/vouched';
import { moversIn, type Movers } from './movers';
import { newsOf } from './news';
import { everything } from './observe';
import { startWorld, tokenOf, whileSequencing, type Answer, type World } from './world';

let world: World;
let consume: () => Promise<void>;
let people: Movers;

beforeAll(async () => {
  world = await startWorld();
  consume = newsOf(world);
  people = moversIn(world, consume);
});
afterAll(() => world.stop());

const ask = (email: string, site = 'demo', accept = 'application/json', body = {}): Promise<Answer> =>
  whileSequencing(
    world,
    world.call('evidence', 'evidence', {
      params: { site },
      body: { email, reason: 'A letter', ...body },
      headers: { accept },
      operator: 'compliance-desk',
    }),
  );

/** The types that began a record of theirs, after the verifier found that all of them are about that address. */
async function committed(email: string, site = 'demo'): Promise<string[]> {
  const { body } = await ask(email, site);
  const { address, entries, subject } = JSON.parse(body) as Bundle;
  expect(address?.address).toBe(email.toLowerCase());
  expect(verifyVouched(body).claims.find(({ id }) => id === 'address')?.state).toBe('holds');
  const begun = entries.map(({ entry }) => entry).filter(isBeginning);
  expect(Object.keys(address?.salts ?? {}).sort()).toEqual([subject, ...begun.map(({ recordId }) => recordId)].sort());
  return begun.map(({ type }) => type);
}

describe('whatever begins a record commits to the address', () => {
  test('a sign-up, and what the preferences page asks for', async () => {
    const email = 'erika@example.com';
    await world.call('signup', 'signup-json', {
      body: { email: 'ERIKA@Example.com', purposes: ['newsletter-product'] },
    });
    await consume();
    const confirm = tokenOf((await world.mails('ERIKA@example.com'))[0] ?? (await world.mails(email))[0], 'confirm');
    await world.call('confirm', 'confirm-button', { params: { token: confirm } });
    await consume();
    world.advance('PT1H');
    const token = tokenOf((await world.inbox.list())[0], 'preferences');
    const body = 'before=newsletter-product&purpose=newsletter-product&purpose=newsletter-events&do=save';
    await world.call('preferences', 'preferences-save', { params: { token }, body });
    expect(await committed(email)).toEqual(['ConsentRequested', 'ConsentRequested']);
  });

  test('a consent from elsewhere, legitimate interest, a contract', async () => {
    const sites = (await import('../../examples/sites')).sites;
    for (const [basis, type] of [
      ['consent', 'ConsentRecorded'],
      ['legitimate-interest', 'LegitimateInterestRecorded'],
      ['contract', 'ContractRecorded'],
    ] as const) {
      const site = sites.find(({ purposes }) =>
        purposes.some((one) => one.legalBasis === basis && (basis !== 'consent' || one.singleOptIn)),
      );
      const purpose = site?.purposes.find(
        (one) => one.legalBasis === basis && (basis !== 'consent' || one.singleOptIn),
      );
      const email = `${basis}@example.com`;
      const report = { email, purposes: [purpose?.id], version: purpose?.notice.version, source: 'import' };
      const answer = await world.call('reports', 'consents-report', { params: { site: site?.id ?? '' }, body: report });
      expect([basis, answer.statusCode, answer.body]).toEqual([basis, 201, expect.any(String)]);
      expect(await committed(email, site?.id)).toEqual([type]);
    }
  });

  test('a move, at the new address', async () => {
    const { next } = await people.moved();
    expect(await committed(next.email)).toEqual(['ConsentRequested']);
  });
});

describe('an address that no entry is about', () => {
  test.each(['application/json', 'application/ld+json', 'text/csv', 'application/pdf'])(
    'leaves none, and the file says so: %s',
    async (accept) => {
      const before = await everything(world);
      const info = jest.spyOn(logger, 'info');
      const answer = await ask('nobody-at-all@example.com', 'demo', accept);
      expect(answer).toMatchObject({
        statusCode: 200,
        headers: { 'Content-Disposition': expect.stringContaining('filename="no-evidence-demo-') as string },
      });
      expect(await everything(world)).toEqual(before);
      expect(info.mock.calls).toContainEqual(['evidence of nobody', { site: 'demo', operator: 'compliance-desk' }]);
      expect(JSON.stringify(info.mock.calls)).not.toContain('nobody-at-all');
      if (accept !== 'application/pdf')
        expect(answer.body).toMatch(/"entries":\[\]|Nothing is recorded|NothingRecorded/);
    },
  );

  test('is named where the address was asked for, and proves nothing', async () => {
    const { body } = await ask('nobody-at-all@example.com');
    const named = JSON.parse(body) as Bundle;
    expect(named.address).toEqual({ address: 'nobody-at-all@example.com', salts: {} });
    expect(verifyVouched(body).verdict).toBe('empty');
    const { body: other } = await ask('nobody-at-all@example.com', 'demo', 'application/json', { disclose: ['mail'] });
    expect((JSON.parse(other) as Bundle).address).toBeNull();
  });

  test('a slip in an address never shows another person’s evidence', async () => {
    await world.call('signup', 'signup-json', {
      body: { email: 'karl@example.com', purposes: ['newsletter-product'] },
    });
    const { body } = await ask('kral@example.com');
    expect((JSON.parse(body) as Bundle).entries).toEqual([]);
  });
});

test('after everything of a person is over nothing is left to show an address with', async () => {
  const email = 'gone@example.com';
  await world.call('signup', 'signup-json', { body: { email, purposes: ['newsletter-product'] } });
  expect(await committed(email)).toEqual(['ConsentRequested']);
  world.advance('P30D');
  const { entries, address, subject } = JSON.parse((await ask(email)).body) as Bundle;
  expect(entries.map(({ entry }) => entry.type)).not.toContain('ConsentRequested');
  expect(Object.keys(address?.salts ?? {})).toEqual([subject]);
});

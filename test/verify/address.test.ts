import fc from '../seeded';
import { emptyBundle, type Bundle } from '../../shared/evidence/bundle';
import { verifyBundle } from '../../shared/verify/verify-bundle';
import { sampleBundle } from '../evidence/sample-bundle';
import { claimOf, faults, fileOf, forge, type Loose } from './forge';

let sample: Bundle;
beforeAll(async () => {
  sample = await sampleBundle({ others: 2 });
});

const stateOf = (bundle: Bundle): string => claimOf('address', fileOf(bundle)).state;
type Shown = NonNullable<Loose<Bundle>['address']>;
const shown = (change: (address: Shown) => void): Bundle => forge(sample, ({ address }) => address && change(address));

test('holds for the address that was asked for, also after everything personal is gone', async () => {
  expect(stateOf(sample)).toBe('holds');
  expect(stateOf(await sampleBundle({ others: 2, gone: ['address', 'details', 'network', 'mail'] }))).toBe('holds');
  expect(stateOf(await sampleBundle({ others: 2, further: 'ended' }))).toBe('holds');
});

test('is never shown of another address', async () => {
  const addresses = fc.oneof(
    fc.emailAddress(),
    fc.constantFrom('erika.muller-ludenscheidt@example.org', 'Erika', '"', '\\ud83d'),
  );
  await fc.assert(
    fc.asyncProperty(addresses, async (address) => {
      const other = shown((it) => void (it.address = address));
      expect(faults(fileOf(other))).toEqual(['address: addressOther']);
    }),
  );
});

test.each<[string, (address: Shown) => void, string]>([
  [
    'another salt',
    ({ salts }) => void Object.keys(salts).forEach((id) => (salts[id] = 'A'.repeat(22))),
    'addressOther',
  ],
  ['no salt', (it) => void (it.salts = {}), 'addressSaltMissing'],
  ['a salt too many', ({ salts }) => void (salts['A'.repeat(22)] = 'A'.repeat(22)), 'addressSaltUnused'],
])('%s is found', (_, change, code) => {
  expect(faults(fileOf(shown(change)))).toEqual([`address: ${code}`]);
});

test('where the address was not asked for nothing is claimed; and it cannot be left out where it was', async () => {
  const withheld = await sampleBundle({ others: 2, disclose: ['network'] });
  expect([withheld.address, stateOf(withheld)]).toEqual([null, 'none']);
  expect(faults(fileOf(forge(sample, (it) => void (it.address = null))))).toEqual(['address: addressNotAsAsked']);
  const named = forge(withheld, (it) => void (it.address = { address: 'karl@example.org', salts: {} }));
  expect(faults(fileOf(named))).toEqual(['address: addressNotAsAsked']);
});

test.each(['ConsentRequested', 'ConsentRecorded', 'LegitimateInterestRecorded', 'ContractRecorded'])(
  'a record that begins with %s and commits to no address is open',
  async (type) => {
    const bundle = await sampleBundle({ others: 2, further: 'standing' });
    const other = forge(bundle, ({ entries, address }) => {
      const { entry } = entries.find((one) => one.entry.type === type)!;
      delete (entry.facts as { address?: string }).address;
      delete address!.salts[entry.recordId!];
    });
    expect([stateOf(bundle), stateOf(other)]).toEqual(['holds', 'open']);
  },
);

test('where no record begins in the file nothing is claimed', async () => {
  expect(stateOf(await sampleBundle({ others: 2, deleted: [0] }))).toBe('none');
});

describe('a file that says that there is nothing', () => {
  const empty = (): Bundle => {
    const { site, subject, at, request, controller, log } = sample;
    return emptyBundle({ site, subject, at, request, controller }, 'karl@example.org', log.origin) as Bundle;
  };

  test('is neither good nor bad', () => {
    const { verdict, claims, about } = verifyBundle(fileOf(empty()));
    expect([verdict, claims.map(({ id }) => id), about?.steps]).toEqual(['empty', ['file'], 0]);
  });

  test.each<[string, (bundle: Loose<Bundle>) => void]>([
    ['a record', (it) => void (it.records = [...sample.records] as never)],
    ['a deleted step', (it) => void (it.deleted = [0])],
    ['a wording', (it) => void (it.notices = { ...sample.notices })],
    [
      'a salt',
      (it) => void (it.address = { address: 'karl@example.org', salts: { ['A'.repeat(22)]: 'A'.repeat(22) } }),
    ],
    ['a key', (it) => void (it.log.keys = [...sample.log.keys])],
    ['a checkpoint', (it) => void (it.log.checkpoint = sample.log.checkpoint)],
  ])('has nothing else, such as %s', (_, change) => {
    expect(faults(fileOf(forge(empty(), change)))).toEqual(['file: misfit']);
  });
});

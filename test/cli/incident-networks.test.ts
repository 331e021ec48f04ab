import { CommandError } from '../../cli/command-error';
import { readNetworks } from '../../cli/incident/networks';

test.each([
  ['198.51.100.0/24', ['198.51.100.0', '198.51.100.255', '::ffff:198.51.100.7'], ['198.51.101.0', '2001:db8::1']],
  ['198.51.100.7', ['198.51.100.7'], ['198.51.100.8']],
  ['2001:db8:1::/48', ['2001:db8:1::1', '2001:db8:1:ffff::'], ['2001:db8:2::1', '198.51.100.7']],
  ['0.0.0.0/0', ['203.0.113.1'], ['not an address', '']],
])('%s has its addresses, however they are written, and no others', (network, inside, outside) => {
  const isIn = readNetworks([network]);
  expect(inside.map(isIn)).toEqual(inside.map(() => true));
  expect(outside.map(isIn)).toEqual(outside.map(() => false));
});

test('several networks are looked for at once', () => {
  const isIn = readNetworks(['198.51.100.0/24', '2001:db8::/32']);
  expect(['198.51.100.1', '2001:db8::1', '203.0.113.1'].map(isIn)).toEqual([true, true, false]);
});

test.each([
  'example.com',
  '198.51.100.0/33',
  '198.51.100.0/24/8',
  '198.51.100/24',
  '2001:db8::/129',
  '198.51.100.0/',
  '',
])('“%s” is refused', (network) => {
  expect(() => readNetworks([network])).toThrow(CommandError);
});

import { asDigest } from '../ids';
import { canonicalJson } from '../../shared/verify/canonical-json';
import { lookAt } from '../../shared/evidence/look-at';
import type { BundleEntry } from '../../shared/evidence/bundle';
import { readPart } from '../../shared/ledger/read-part';
import { mailboxOf, whoIs } from '../../shared/ledger/who-is';
import { Tale } from './tale';

const names = ['a', 'b', 'c'].map((name) => ({ address: asDigest(name), details: asDigest(`details-${name}`) }));
const parts = (...said: readonly (readonly [address: unknown, details?: unknown])[]) =>
  new Map(
    said.flatMap(([address, details], n) => [
      [names[n]!.address, { data: JSON.stringify(address) }] as const,
      ...(details === undefined ? [] : [[names[n]!.details, { data: JSON.stringify(details) }] as const]),
    ]),
  );

describe('who a person is', () => {
  test('is what counts most of what is there, with what that leaves out', () => {
    const said = parts(
      [{ email: 'Frieda@example.com' }],
      [{ email: 'FRIEDA@example.com' }, { fields: { firstName: 'Frieda', lastName: 'Blau' } }],
      [{ email: 'frieda@example.com' }, { fields: { firstName: 'GEWONNEN!', company: 'Blau KG' } }],
    );
    expect(whoIs(names, said)).toEqual({
      email: 'Frieda@example.com',
      fields: { firstName: 'Frieda', lastName: 'Blau', company: 'Blau KG' },
    });
  });

  test('is nobody where nothing is left', () => {
    expect(whoIs(names, new Map())).toBeUndefined();
    expect(whoIs([], parts([{ email: 'x@example.com' }]))).toBeUndefined();
  });

  test('has no fields where nobody told any', () => {
    expect(whoIs(names, parts([{ email: 'x@example.com' }]))).toEqual({ email: 'x@example.com', fields: {} });
  });

  test('is told by an address, and by no name alone', () => {
    const said = parts([null, { fields: { firstName: 'Frieda' } }], [{ email: 'x@example.com' }]);
    expect(whoIs(names, said)).toEqual({ email: 'x@example.com', fields: {} });
  });

  test('has no name that cannot be read, and the address all the same', () => {
    for (const unreadable of [{ fields: 'Frieda' }, {}, 'x', null]) {
      const said = parts([{ email: 'x@example.com' }, unreadable]);
      expect(whoIs(names, said)).toEqual({ email: 'x@example.com', fields: {} });
    }
  });

  test.each([{ address: 'x@example.com' }, { email: ['x@example.com'] }, 'x', null])(
    'is the next, where what counts most cannot be read: %j',
    (unreadable) => {
      expect(whoIs(names, parts([unreadable], [{ email: 'frieda@example.com' }]))).toMatchObject({
        email: 'frieda@example.com',
      });
    },
  );
});

test('a mailbox has what mail is sent to, and nothing that was typed along with it', () => {
  expect(mailboxOf({ email: ' Zoe@exam\u200bple.com' })).toBe('Zoe@example.com');
  expect(mailboxOf({ email: 'zoe@bücher.example' })).toBe('zoe@xn--bcher-kva.example');
  expect(mailboxOf({ email: 'no address' })).toBe('no address');
});

test('a part is what its class says, with whatever a later version adds', () => {
  const network = { ip: '203.0.113.7', ipSource: 'connection', port: 443 };
  expect(readPart('network', { data: canonicalJson(network) })).toEqual(network);
  expect(readPart('network', { data: canonicalJson({ ip: 7 }) })).toBeUndefined();
  expect(readPart('mail', undefined)).toBeUndefined();
});

test('evidence leaves out of its words what this version cannot read', () => {
  const [entry] = new Tale().given('2026-01-10T10:00:00Z', 'r1', ['news']).entries;
  const step = (data: object) =>
    ({ entry, parts: { network: { state: 'disclosed', data, salt: 's' } }, proof: null }) as unknown as BundleEntry;
  expect(lookAt(step({ ip: '203.0.113.7', ipSource: 'proxy' }), 'network')).toMatchObject({ ip: '203.0.113.7' });
  expect(lookAt(step({ addresses: ['203.0.113.7'] }), 'network')).toBe('withheld');
});

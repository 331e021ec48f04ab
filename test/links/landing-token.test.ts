import { asRecord, asSubject } from '../ids';
import fc from '../seeded';
import { readLanding, writeLanding } from '../../shared/links/landing-token';
import { LINK_KINDS, readToken, writeToken, type LinkKind } from '../../shared/links/link-token';

const RING = { current: 2, keys: new Map([1, 2].map((id) => [id, `${id}`.repeat(64)])) };
const PAGE = writeToken(
  { kind: 'confirm', subject: asSubject('A'.repeat(22)), recordId: asRecord('B'.repeat(21) + 'A'), purposes: [] },
  RING,
);

const landing = fc.record(
  {
    fetchedAt: fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
    ip: fc.oneof(fc.ipV4(), fc.ipV6()),
    userAgent: fc.string({ unit: 'grapheme', maxLength: 512 }),
  },
  { requiredKeys: ['fetchedAt', 'ip'] },
);

test('a field says what was put into it, also after the keys rotated', () => {
  fc.assert(
    fc.property(landing, (said) => {
      const later = { current: 3, keys: new Map([...RING.keys, [3, 'new']]) };
      expect(readLanding(writeLanding(said, PAGE, RING), PAGE, later)).toEqual(said);
    }),
  );
});

test('nothing that was changed, is of another page or of another key says anything', () => {
  fc.assert(
    fc.property(landing, fc.nat(), (said, at) => {
      const field = writeLanding(said, PAGE, RING);
      const bytes = Buffer.from(field, 'base64url');
      bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ (1 << (at % 8));
      expect(readLanding(bytes.toString('base64url'), PAGE, RING)).toBeUndefined();
      expect(readLanding(field, `${PAGE}A`, RING)).toBeUndefined();
      expect(readLanding(field, PAGE, { current: 2, keys: new Map([[2, 'evil']]) })).toBeUndefined();
    }),
  );
});

test('a field that was cut short says nothing, wherever it was cut', () => {
  const bytes = Buffer.from(
    writeLanding({ fetchedAt: '2026-11-22T09:15:30.000Z', ip: '203.0.113.7' }, PAGE, RING),
    'base64url',
  );
  for (let length = 0; length < bytes.length; length++) {
    expect(readLanding(bytes.subarray(0, length).toString('base64url'), PAGE, RING)).toBeUndefined();
  }
});

test('whatever somebody types is no field', () => {
  fc.assert(fc.property(fc.string(), (text) => expect(readLanding(text, PAGE, RING)).toBeUndefined()));
});

test('a field is no link, and a link no field', () => {
  const field = writeLanding({ fetchedAt: '2026-11-22T09:15:30.000Z', ip: '203.0.113.7' }, '', RING);
  for (const kind of Object.keys(LINK_KINDS) as LinkKind[]) expect(readToken(field, kind, RING)).toBeUndefined();
  expect(readLanding(PAGE, '', RING)).toBeUndefined();
});

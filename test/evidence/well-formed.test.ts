import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import fc from '../seeded';
import type { Step } from '../../shared/consent/entry';
import { canonicalJson } from '../../shared/canonical';
import { keptMail } from '../../shared/inbox/kept-mail';
import { readMail } from '../../shared/inbox/received-mail';
import type { Parts } from '../../shared/ledger/part';
import { canonicalJson as verifiersJson } from '../../shared/verify/canonical-json';
import { diagnose } from '../../shared/verify/strict-json';
import { verifyVouched } from '../verify/vouched';
import { cut, isWellFormed, wellFormed } from '../../shared/well-formed';
import { fileOf } from '../verify/forge';
import { sampleBundle } from './sample-bundle';

const RING = { current: 1, keys: new Map([[1, 'key']]) };

/** Any UTF-16, so also halves of surrogate pairs, and often. */
const anyText = fc.oneof(
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }).map((units) => String.fromCharCode(...units)),
  fc
    .array(fc.constantFrom('a', '\ud83d', '\ude00', '😀', '\\', '"', '\\ud83d', '\0', '\u2028'), { maxLength: 12 })
    .map((all) => all.join('')),
);
const fields = fc.dictionary(anyText, anyText, { maxKeys: 4 });
const network = fc.record({
  ip: anyText,
  ipSource: fc.constantFrom('connection' as const, 'proxy' as const, 'backend' as const),
  userAgent: anyText,
  fetchedBy: fc.record({ ip: anyText, userAgent: anyText }),
});
const parts: fc.Arbitrary<Parts> = fc.record({
  address: fc.record({
    email: anyText,
    page: fc.record({ url: anyText, knownBy: fc.constantFrom('form' as const, 'browser' as const) }),
  }),
  details: fc.record({ fields }),
  network,
  mail: fc.record({ raw: anyText }),
  reason: fc.record({ reason: anyText }),
});
const step = fc.record({ messageId: anyText, operator: anyText }).map(({ messageId, operator }): Step => ({
  site: 'demo',
  type: 'MailReceived',
  at: '2026-11-12T10:00:00.000Z',
  actor: { kind: 'operator', id: operator },
  purposes: [],
  facts: { messageId, reading: 'unproven' },
}));

test('whatever text comes into parts, entries and reasons, the evidence is good', async () => {
  await fc.assert(
    fc.asyncProperty(step, parts, anyText, async (step, parts, reason) => {
      const bundle = await sampleBundle({ besides: [{ step, parts }], reason: wellFormed(reason), others: 2 });
      expect(verifyVouched(fileOf(bundle)).claims.filter(({ state }) => state !== 'holds')).toEqual([]);
    }),
    { numRuns: 150 },
  );
}, 60_000);

describe('a mail that is too long to be kept', () => {
  const long = '😀'.repeat(60_000);
  const mail = (subject: string, text: string): Buffer =>
    Buffer.from(
      `From: victim@example.org\r\nSubject: ${subject}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}`,
    );

  // Each length of the beginning puts another half of a pair where the text is cut.
  test.each([
    ['text, cut within a character', mail('x', `x${long}`)],
    ['text, cut between two', mail('x', long)],
    ['a header, cut within a character', mail(long, long)],
    ['a header, cut between two', mail(`x${long}`, long)],
  ])('%s', async (_, raw) => {
    const kept = await keptMail(raw, await readMail(raw), RING);
    expect(kept.raw.isWellFormed()).toBe(true);
    expect(kept.raw).not.toContain('\ufffd');
    const received = fc.sample(step, { seed: 1, numRuns: 1 })[0] as Step;
    const bundle = await sampleBundle({ besides: [{ step: received, parts: { mail: kept } }], others: 2 });
    expect(verifyVouched(fileOf(bundle)).verdict).toBe('good');
  });

  test('whatever its character sets and encodings come to, what is read of it is well formed', async () => {
    const raw = Buffer.from(
      'From: =?utf-16le?B?PdgA?= <a@example.org>\r\nSubject: =?utf-16be?Q?=D8=3D?=\r\nContent-Type: text/html; charset=utf-16le\r\nContent-Transfer-Encoding: base64\r\n\r\nPdgA2Cb=\r\n',
    );
    const { headers, attachments: _, ...read } = await readMail(raw);
    expect(isWellFormed(read)).toBe(true);
    expect(isWellFormed([...headers])).toBe(true);
    const entity = await readMail(
      Buffer.from('From: a@example.org\r\nContent-Type: text/html\r\n\r\n&#xD83D; &#55357;'),
    );
    expect(entity.text.isWellFormed()).toBe(true);
  });
});

test('a part with half a character makes a file unreadable: there is none that we wrote', async () => {
  const bundle = await sampleBundle({ others: 2 });
  // JSON.stringify, where canonical JSON refuses.
  const file = JSON.stringify(bundle).replace('LinkGuard', `LinkGuard\\ud83d`);
  const place = '/entries/2/parts/network/data/userAgent';
  const { verdict, claims } = verifyVouched(file);
  expect(verdict).toBe('bad');
  expect(claims).toMatchObject([{ id: 'file', findings: [{ code: 'loneSurrogate' }] }]);
  expect(JSON.stringify(claims)).toContain(place.slice(0, 9));
});

describe('canonical JSON', () => {
  const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

  test('of the verifier is that of the reference for all that is well formed; it reads nothing else', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.jsonValue(), fc.anything({ key: anyText, values: [anyText, fc.double(), fc.boolean()] })),
        (value) => {
          // What came from JSON, and what never could have.
          const json = wellFormed(JSON.parse(JSON.stringify([value])) as unknown);
          expect(digest(verifiersJson(json))).toBe(digest(canonicalize(json) ?? ''));
        },
      ),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.array(fc.dictionary(anyText, anyText)), (value) => {
        const parsed = JSON.parse(JSON.stringify(value)) as object;
        if (isWellFormed(parsed)) expect(verifiersJson(parsed)).toBe(canonicalJson(parsed));
        else {
          expect(() => canonicalJson(parsed)).toThrow('Lone surrogate');
          // The verifier takes no such file in the first place.
          expect(diagnose(JSON.stringify(parsed), true)).toMatchObject({ code: 'loneSurrogate' });
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('the beginning of a text', () => {
  test('is well formed, no longer than asked for, and all of a text that is short enough', () => {
    fc.assert(
      fc.property(anyText, fc.nat(45), (text, longest) => {
        const beginning = cut(text, longest);
        expect(beginning.isWellFormed()).toBe(true);
        expect(beginning.length).toBeLessThanOrEqual(longest);
        expect(text.toWellFormed().startsWith(beginning)).toBe(true);
        expect(beginning.length).toBeGreaterThanOrEqual(Math.min(text.length, longest) - 1);
        if (text.length <= longest) expect(beginning).toBe(text.toWellFormed());
      }),
    );
  });

  test('never ends in the middle of a character', () => {
    expect(cut('a😀b', 2)).toBe('a');
    expect(cut('a😀b', 3)).toBe('a😀');
  });
});

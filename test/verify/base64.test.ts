import fc from '../seeded';
import { fromBase64, fromBase64Url, toBase64, toBase64Url } from '../../shared/verify/base64';

const ALL = Uint8Array.from({ length: 256 }, (_, n) => n);
/** Of each length, and with each byte, in a few places. */
const SOME = [0, 1, 2, 3, 4, 5, 16, 32, 33].map((length) => ALL.map((n) => n * 167 + length).subarray(7, 7 + length));

test('bytes are written as all other programs write them, and read again', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 70 }), (drawn) => {
      for (const bytes of [drawn, ALL, ...SOME]) {
        const [base64, base64Url] = [toBase64(bytes), toBase64Url(bytes)];
        expect(base64).toBe(Buffer.from(bytes).toString('base64'));
        expect(base64Url).toBe(Buffer.from(bytes).toString('base64url'));
        expect(fromBase64(base64)).toEqual(Uint8Array.from(bytes));
        expect(fromBase64Url(base64Url)).toEqual(Uint8Array.from(bytes));
      }
    }),
    { numRuns: 50 },
  );
});

test.each([
  ['no padding', 'AA', 'AAA'],
  ['too little of it', 'AA=', 'AAAA='],
  ['too much of it', 'AAA==', 'AA===', 'AAAA==', '====', '=', '=='],
  ['padding in the middle', 'AA==AAAA', 'A=AA'],
  ['bits that are left over', 'AB==', 'AP==', 'AAB=', 'AAD='],
  ['a digit of the other alphabet', 'AA-A', 'AA_A'],
  ['one digit more', 'AAAAA', 'AAAAA===', 'AAAAA='],
  ['what is no digit', 'AA A', 'AAA\n', 'AA\u00e9A', 'AA\u0080A', 'AA\u0441A', 'AA\u007fA', 'AA\0A', '\u2014AAA'],
])('base64 with %s is none', (_what, ...texts) => {
  for (const text of texts) expect(fromBase64(text)).toBeUndefined();
});

test.each([
  ['padding', 'AA==', 'AAA=', 'AA=', '='],
  ['bits that are left over', 'AB', 'AQA_AB', 'AAB', 'AAD'],
  ['a digit of the other alphabet', 'AA+A', 'AA/A', '+AAA'],
  ['one digit more', 'A', 'AAAAA', '_'],
  ['what is no digit', 'AA A', 'AA\n', 'AA\u00e9A', 'AA\u0080A', 'AA.A', '\u2014AAA'],
])('base64url with %s is none', (_what, ...texts) => {
  for (const text of texts) expect(fromBase64Url(text)).toBeUndefined();
});

test('of all spellings of some bytes one is read', () => {
  const digits = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'];
  const oneByte = digits.flatMap((first) => digits.map((second) => `${first}${second}==`));
  expect(oneByte.filter((text) => fromBase64(text))).toEqual([...ALL].map((byte) => toBase64(Uint8Array.of(byte))));
});

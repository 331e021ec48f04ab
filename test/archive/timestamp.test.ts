import { createHash } from 'node:crypto';
import fc from '../seeded';
import { BadTimestamp, readTimestamp, type Timestamp } from '../../shared/archive/timestamp';
import { askForTimestamp } from '../../shared/archive/timestamp-authority';
import { FAULTS, startAuthority, type Authority, type Fault } from './authority';

const DATA = Buffer.from('consent.example.com/log\n12\nq83v\n\n\u2014 consent.example.com/log AAAA\n');
const sha256 = (data: Uint8Array): Buffer => createHash('sha256').update(data).digest();

describe.each(['ECDSA', 'RSA', 'RSA-PSS'] as const)('a timestamp by an authority with a key for %s', (kind) => {
  let authority: Authority;
  let tsr: Uint8Array;
  beforeAll(async () => {
    authority = await startAuthority(kind);
    tsr = await askForTimestamp(authority.url, DATA);
  });
  afterAll(() => authority.stop());

  test('says when, over what, and by whom', async () => {
    const { at, imprint, ...rest } = await readTimestamp(tsr);
    expect(Math.abs(Date.parse(at) - Date.now())).toBeLessThan(60_000);
    expect(Buffer.from(imprint)).toEqual(sha256(DATA));
    expect(rest).toEqual({ authority: 'CN=Test Timestamps, O=Test, Inc.', isSignatureValid: true });
  });

  test('cannot be changed to say anything else', async () => {
    const original = shown(await readTimestamp(tsr));
    const place = fc.nat({ max: tsr.length - 1 });
    await fc.assert(
      fc.asyncProperty(place, fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const changed = Uint8Array.from(tsr, (byte, n) => (n === at ? byte ^ change : byte));
        const read = await readTimestamp(changed).catch((error: unknown) => error as Error);
        if (read instanceof Error) expect(read).toBeInstanceOf(BadTimestamp);
        else if (read.isSignatureValid) expect(shown(read)).toEqual(original);
      }),
      { numRuns: 100 },
    );
  });

  test('is read the same from the middle of a larger buffer', async () => {
    const larger = Buffer.concat([Buffer.alloc(5), tsr, Buffer.alloc(5)]);
    expect(shown(await readTimestamp(larger.subarray(5, 5 + tsr.length)))).toEqual(shown(await readTimestamp(tsr)));
  });
});

function shown({ imprint, ...rest }: Timestamp): object {
  return { ...rest, imprint: Buffer.from(imprint).toString('hex') };
}

describe('a request for a timestamp', () => {
  let authority: Authority;
  beforeAll(async () => void (authority = await startAuthority()));
  afterAll(() => authority.stop());

  test('is another each time, though it is over the same', async () => {
    authority.fault = undefined;
    await askForTimestamp(authority.url, DATA);
    await askForTimestamp(authority.url, DATA);
    const [one, other] = authority.asked.slice(-2);
    expect(one).not.toEqual(other);
    expect(one?.includes(sha256(DATA))).toBe(true);
  });

  const NO_TIMESTAMP = 'This is no timestamp as RFC 3161 has it.';
  const INVALID = 'The signature of the timestamp is not valid.';
  const ANSWERS: Readonly<Record<Fault, readonly [name: string, message: string]>> = {
    'error 500': ['AuthorityFailed', 'The timestamp authority answered 500.'],
    garbage: ['BadTimestamp', NO_TIMESTAMP],
    nothing: ['BadTimestamp', NO_TIMESTAMP],
    rejection: ['BadTimestamp', 'The authority gave no timestamp; its status is rejection.'],
    'granted without a token': ['BadTimestamp', NO_TIMESTAMP],
    'bytes after the answer': ['BadTimestamp', NO_TIMESTAMP],
    'other nonce': ['BadTimestamp', 'The timestamp answers another request.'],
    'no nonce': ['BadTimestamp', 'The timestamp answers another request.'],
    'other imprint': ['BadTimestamp', 'The timestamp is for other data.'],
    'SHA-1': ['BadTimestamp', 'The timestamp is not over a SHA-256.'],
    'broken signature': ['BadTimestamp', INVALID],
    'other content': ['BadTimestamp', INVALID],
    'no certificate': ['BadTimestamp', 'The timestamp lacks the certificate of who signed it.'],
    'certificate of another': ['BadTimestamp', 'The timestamp lacks the certificate of who signed it.'],
    'certificate for code': ['BadTimestamp', INVALID],
    'certificate that ended': ['BadTimestamp', INVALID],
    'two signatures': ['BadTimestamp', INVALID],
  };

  test.each(FAULTS)('is not believed to be answered by: %s', async (fault) => {
    authority.fault = fault;
    const [name, message] = ANSWERS[fault];
    await expect(askForTimestamp(authority.url, DATA)).rejects.toMatchObject({ name, message });
  });

  test('says that nobody is there', async () => {
    const gone = await startAuthority();
    await gone.stop();
    await expect(askForTimestamp(gone.url, DATA)).rejects.toMatchObject({
      name: 'AuthorityFailed',
      message: 'The timestamp authority cannot be reached, or takes too long.',
    });
  });
});

import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sha256, sha256Text } from '../../shared/hash';
import { verifierKey } from '../../shared/log/note';
import { createPublicKey, verify } from '../../shared/verify/page/browser-crypto';
import { check, open } from '../../shared/verify/page/check';
import { logOfHost } from '../../shared/verify/page/host';
import { sha256 as ofPage, sha256Text as textOfPage } from '../../shared/verify/page/sha256';
import { LARGEST_BYTES } from '../../shared/verify/strict-json';
import { SIGNER } from '../evidence/sample-bundle';
import { receiptAndLog } from './sample-receipt';

/* What the page does without a document: it hashes and checks by code of its own, and asks the host that it came from. */

const KEY = verifierKey(SIGNER);

describe('its cryptography', () => {
  test('hashes as other programs do', () => {
    for (const content of ['', 'abc', 'ü'.repeat(100)]) {
      expect(textOfPage(content)).toBe(sha256Text(content));
      expect(Buffer.from(ofPage(content))).toEqual(Buffer.from(sha256(Buffer.from(content))));
      expect(ofPage(Buffer.from(content))).toEqual(ofPage(content));
    }
    const bytes = Uint8Array.of(0, 195, 255);
    expect(Buffer.from(ofPage(bytes))).toEqual(Buffer.from(sha256(bytes)));
  });

  test('takes the signatures that other programs make, and no others', () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const { x = '' } = publicKey.export({ format: 'jwk' });
    const [key, message] = [createPublicKey({ key: { x } }), Buffer.from('a message')];
    const signature = sign(null, message, privateKey);
    expect(verify(null, message, key, signature)).toBe(true);
    expect(verify(null, Buffer.from('another'), key, signature)).toBe(false);
    expect(createPublicKey({ key: { x: 'none!' } })).toHaveLength(0);
  });

  test('is as strict with keys as other programs: a key of a small group signs nothing for everybody', () => {
    // The neutral element as a key, and as R of a signature with s = 0: good for any message by the laxer rule (ZIP 215) alone.
    const neutral = Buffer.concat([Buffer.of(1), Buffer.alloc(31)]);
    expect(verify(null, Buffer.from('any'), neutral, Buffer.concat([neutral, Buffer.alloc(32)]))).toBe(false);
  });
});

describe('a file that somebody chose', () => {
  test('is read as far as it can be one of ours', async () => {
    const chosen = await open(new File(['{}'], 'evidence.json'));
    expect(chosen).toEqual({ name: 'evidence.json', bytes: Uint8Array.from(Buffer.from('{}')) });
    const large = await open(new File([new Uint8Array(LARGEST_BYTES + 10)], 'large'));
    expect('bytes' in large && large.bytes.length).toBe(LARGEST_BYTES + 1);
  });

  test('and that is gone, cannot be read', async () => {
    const gone = { name: 'gone', slice: () => ({ arrayBuffer: () => Promise.reject(new Error('It is gone.')) }) };
    expect(await open(gone as unknown as File)).toEqual({ problem: 'unreadable' });
  });
});

describe('the host that it came from', () => {
  let server: Server;
  let sample: Awaited<ReturnType<typeof receiptAndLog>>;
  const files = new Map<string, Uint8Array | string>();
  let host: string;
  const at = (href: string): void => void Object.assign(globalThis, { location: new URL(href) });

  beforeAll(async () => {
    sample = await receiptAndLog({ others: 9 });
    server = createServer((request, response) => {
      const file = files.get(request.url ?? '');
      response.statusCode = file === undefined ? 404 : 200;
      response.end(file ?? 'not here');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    for (const [name, file] of Object.entries(sample.log)) files.set(`/verify/log/${name}`, file);
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  beforeEach(() => {
    files.set('/verify/log/keys', `${KEY}\n\nother\n`);
    at(`http://${host}/verify/`);
  });

  test('is asked for its keys, its checkpoint and its tiles, beside the page', async () => {
    const log = await logOfHost();
    expect(log?.keys).toEqual({ name: host, keys: [KEY, 'other'] });
    expect(log?.source.name).toBe(host);
    expect(await log?.source.readCheckpoint()).toBe(sample.log['checkpoint']);
    const [tile = ''] = Object.keys(sample.log).filter((name) => name.startsWith('tile/0/'));
    const read = await log?.source.readTile(tile.slice('tile/'.length));
    expect(Buffer.from(read ?? [])).toEqual(Buffer.from(sample.log[tile] ?? ''));
    await expect(log?.source.readTile('9/000')).rejects.toThrow('The host answers 404.');
  });

  test('vouches for its log, so that a receipt is good there', async () => {
    const receipt = Buffer.from(sample.receipt);
    const report = await check(receipt, {});
    expect(report.verdict).toBe('good');
    const { notes } = report.claims.find(({ id }) => id === 'origin') ?? {};
    expect(notes).toEqual([{ code: 'keyOfHost', key: KEY, host }]);
    expect((await check(receipt, { keys: [KEY] })).claims.flatMap((claim) => claim.notes)).toContainEqual({
      ...{ code: 'keyGiven', key: KEY },
    });
  });

  test('is none where it publishes no keys, or where the page lies on a disk', async () => {
    files.delete('/verify/log/keys');
    expect(await logOfHost()).toBeUndefined();
    const { claims } = await check(Buffer.from(sample.receipt), {});
    expect(claims.at(-1)?.findings).toMatchObject([{ code: 'logNotAsked' }]);
    files.set('/verify/log/keys', KEY);
    at(`file:///${host}/verify.html`);
    expect(await logOfHost()).toBeUndefined();
  });
});

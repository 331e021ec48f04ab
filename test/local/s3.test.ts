import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import fc from '../seeded';
import { serve, type Service } from '../../local/http';
import { s3Endpoint } from '../../local/s3/endpoint';
import { Objects } from '../../local/s3/objects';
import { temporaryFolder } from './folder';

const folder = path.join(temporaryFolder(), 'archive');
const Bucket = 'bucket';
let service: Service;
let s3: S3Client;

beforeAll(async () => {
  service = await serve(s3Endpoint(Bucket, await Objects.open(folder)));
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  s3 = new S3Client({ endpoint: service.url, region: 'eu-central-1', credentials });
});
afterAll(() => {
  s3.destroy();
  return service.close();
});

const put = (Key: string, Body: string | Uint8Array) =>
  s3.send(new PutObjectCommand({ Bucket, Key, Body, IfNoneMatch: '*' }));
const get = async (Key: string) =>
  (await s3.send(new GetObjectCommand({ Bucket, Key }))).Body?.transformToByteArray() ?? new Uint8Array();
const call = (target: string, init: RequestInit) => fetch(`${service.url}/${Bucket}/${target}`, init);
const CRC_OF_HELLO = 'NhCmhg==';

describe('the local S3', () => {
  test('gives back what was put, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uuid(), fc.uint8Array({ maxLength: 5000 }), async (name, bytes) => {
        await put(`any/${name}`, bytes);
        expect(Buffer.from(await get(`any/${name}`))).toEqual(Buffer.from(bytes));
      }),
      { numRuns: 25 },
    );
  });

  test('lets one of many puts win, and nothing be put over it', async () => {
    const bodies = Array.from({ length: 8 }, (_, n) => `${n}`.repeat(10_000));
    const outcomes = await Promise.allSettled(bodies.map((body) => put('race', body)));
    const won = outcomes.flatMap(({ status }, n) => (status === 'fulfilled' ? [n] : []));
    expect(won).toHaveLength(1);
    expect(Buffer.from(await get('race')).toString()).toBe(bodies[won[0] ?? -1]);
    await expect(put('race', 'later')).rejects.toMatchObject({
      name: 'PreconditionFailed',
      $metadata: { httpStatusCode: 412 },
    });
    expect(readdirSync(folder).filter((file) => file.startsWith('.'))).toEqual([]);
  });

  test.each([
    ['without If-None-Match', { 'x-amz-checksum-crc32': CRC_OF_HELLO }, 403, 'AccessDenied'],
    ['without a checksum', { 'if-none-match': '*' }, 400, 'InvalidRequest'],
    ['with a wrong one', { 'if-none-match': '*', 'x-amz-checksum-crc32': 'AAAAAA==' }, 400, 'BadDigest'],
  ])('refuses a put %s', async (_, headers, status, code) => {
    const answer = await call('refused', { method: 'PUT', headers, body: 'hello' });
    expect([answer.status, await answer.text()]).toEqual([status, expect.stringContaining(`<Code>${code}</Code>`)]);
    await expect(get('refused')).rejects.toMatchObject({ name: 'NoSuchKey' });
  });

  test('takes the same put when all is right', async () => {
    const headers = { 'if-none-match': '*', 'x-amz-checksum-crc32': CRC_OF_HELLO };
    expect((await call('accepted', { method: 'PUT', headers, body: 'hello' })).status).toBe(200);
  });

  test.each([
    ['DELETE', 'race', 403],
    ['POST', 'race', 501],
    ['GET', '.hidden', 501],
    ['GET', 'a%2F..%2F..%2Fkeys.json', 501],
    ['GET', 'any', 404],
    ['GET', 'race/below', 404],
  ])('answers %s %s with %i', async (method, key, status) => {
    expect((await call(key, { method })).status).toBe(status);
  });

  test('knows no other bucket', async () => {
    const other = new GetObjectCommand({ Bucket: 'other', Key: 'race' });
    await expect(s3.send(other)).rejects.toMatchObject({ name: 'NoSuchBucket' });
  });

  test('lists page by page, in order, from where it is told', async () => {
    const names = ['b/1', 'b/1.x', 'b/10', 'b/2', 'b/3', 'c/1'];
    for (const name of [...names].reverse()) await put(name, name);
    const list = { Bucket, Prefix: 'b/', StartAfter: 'b/1', MaxKeys: 2 };
    const first = await s3.send(new ListObjectsV2Command(list));
    const next = { ...list, ContinuationToken: first.NextContinuationToken };
    const second = await s3.send(new ListObjectsV2Command(next));
    expect([first, second].map(({ Contents, IsTruncated }) => [Contents?.map(({ Key }) => Key), IsTruncated])).toEqual([
      [['b/1.x', 'b/10'], true],
      [['b/2', 'b/3'], false],
    ]);
  });
});

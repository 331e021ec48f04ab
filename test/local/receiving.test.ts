import { GetObjectCommand, DeleteObjectCommand, S3Client } from '@aws-sdk/client-s3';
import path from 'node:path';
import { Clock } from '../../local/clock';
import { serve, type Service } from '../../local/http';
import { buckets } from '../../local/s3/buckets';
import { s3Endpoint } from '../../local/s3/endpoint';
import { mailBucket } from '../../local/s3/mail-bucket';
import { Objects } from '../../local/s3/objects';
import { Receiving } from '../../local/ses/receiving';
import { readReceipts } from '../../shared/inbox/receipt';
import { temporaryFolder } from './folder';

const folder = temporaryFolder();
let received: Objects;
let service: Service;
let s3: S3Client;

beforeAll(async () => {
  received = await Objects.open(path.join(folder, 'received'));
  const archive = s3Endpoint('archive', await Objects.open(path.join(folder, 'archive')));
  service = await serve(buckets(archive, { mails: mailBucket(received) }));
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  s3 = new S3Client({ endpoint: service.url, region: 'eu-central-1', credentials });
});
afterAll(() => {
  s3.destroy();
  return service.close();
});

const get = (Bucket: string, Key: string) => s3.send(new GetObjectCommand({ Bucket, Key }));

test('a mail lies in the bucket until it is deleted there, once or twice', async () => {
  await received.put('mail/one', Buffer.from('From: a@example.com\r\n\r\n'));
  expect(await (await get('mails', 'mail/one')).Body?.transformToString()).toBe('From: a@example.com\r\n\r\n');
  for (let n = 0; n < 2; n++) await s3.send(new DeleteObjectCommand({ Bucket: 'mails', Key: 'mail/one' }));
  await expect(get('mails', 'mail/one')).rejects.toMatchObject({ name: 'NoSuchKey' });
});

test('other buckets are not touched by it', async () => {
  await expect(get('archive', 'mail/one')).rejects.toMatchObject({ name: 'NoSuchKey' });
  await expect(get('nowhere', 'mail/one')).rejects.toMatchObject({ name: 'NoSuchBucket' });
});

test('a mail is told of as SES does: to whom it names, or to whom it is said to be sent, and with what was found', async () => {
  const events: unknown[] = [];
  const receiver = { invoke: (event: unknown) => Promise.resolve(events.push(event)) };
  const receiving = new Receiving(received, receiver, new Clock(0));
  const raw = Buffer.from('From: A <a@example.com>\r\nTo: B <b@example.org>\r\nCc: c@example.org\r\n\r\nHi\r\n');
  const id = await receiving.deliver(raw, new URLSearchParams());
  await receiving.deliver(raw, new URLSearchParams('to=d@example.org&from=&dmarc=FAIL&spam=FAIL'));
  expect(events.map((event) => readReceipts(event)[0])).toMatchObject([
    { id, recipients: ['b@example.org', 'c@example.org'], returnPath: 'a@example.com', dmarc: 'PASS', isSpam: false },
    { recipients: ['d@example.org'], returnPath: '', dmarc: 'FAIL', isSpam: true },
  ]);
  expect(await received.get(`mail/${id}`)).toEqual(raw);
});

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newTopicKey } from '../../local/sns/certificate';
import { certificateEndpoint, Topic, TOPIC_ARN, type Signed } from '../../local/sns/topic';
import { Clock } from '../../local/clock';
import { serve, type Service } from '../../local/http';
import type { Mail } from '../../local/ses/mail';
import { call, newsOf as newsAbout } from './feedback-news';
import { confirmed, journey } from './journey';
import { newsOf } from './news';
import { startWorld, type World } from './world';
import { signingCertificate } from '../../shared/feedback/signing-certificate';

let world: World;
let mail: Mail;
/** Somebody who can sign as well as SNS can, and has a host of their own. */
let other: Topic;
let elsewhere: Service;

beforeAll(async () => {
  world = await startWorld();
  const person = journey(world, newsOf(world), 'target@example.org');
  await confirmed(person);
  mail = (await world.mails(person.email))[0] as Mail;
  const key = await newTopicKey();
  elsewhere = await serve(certificateEndpoint(key));
  other = new Topic(key, elsewhere.url, new Clock(0));
});
afterAll(async () => {
  await elsewhere.close();
  await world.stop();
});

const news = (): Signed => newsAbout(world, mail, 'complaint');

/** Another message than was signed. */
const altered = (change: (message: Signed) => object): string => JSON.stringify({ ...news(), ...change(news()) });

const REFUSED: readonly (readonly [string, () => object | string])[] = [
  ['that nobody signed', () => altered(() => ({ Signature: '' }))],
  ['whose signature was guessed', () => altered(() => ({ Signature: Buffer.alloc(256, 7).toString('base64') }))],
  ['whose text was changed', () => altered(({ Message }) => ({ Message: Message.replace('complaint', 'Complaint') }))],
  ['whose time was changed', () => altered(() => ({ Timestamp: new Date(Date.now() - 1000).toISOString() }))],
  ['whose id was changed', () => altered(() => ({ MessageId: 'another' }))],
  ['that was given a subject', () => altered(() => ({ Subject: 'Amazon SES Email Event Notification' }))],
  ['that is said to be of another kind', () => altered(() => ({ Type: 'SubscriptionConfirmation' }))],
  ['signed by SHA-1', () => altered(() => ({ SignatureVersion: '1' }))],
  ['of another topic', () => world.topic.sign({ ...news(), TopicArn: `${TOPIC_ARN}-of-somebody-else` })],
  ['signed by another key, at another host', () => other.notification(news().Message)],
  [
    'signed by another key, said to be that of SNS',
    () => ({ ...other.notification(news().Message), SigningCertURL: news().SigningCertURL }),
  ],
  [
    'whose certificate lies beside those of SNS',
    () => altered(({ SigningCertURL }) => ({ SigningCertURL: SigningCertURL.replace('/Simple', '/x/Simple') })),
  ],
  [
    'whose certificate is not there',
    () =>
      altered(({ SigningCertURL }) => ({
        SigningCertURL: SigningCertURL.replace(/-[0-9a-f]{32}/, `-${'0'.repeat(32)}`),
      })),
  ],
  ['whose certificate is at no address', () => altered(() => ({ SigningCertURL: 'certificate.pem' }))],
  [
    'that is an hour and a half old',
    () => world.topic.sign({ ...news(), Timestamp: new Date(Date.now() - 90 * 60_000).toISOString() }),
  ],
  ['of tomorrow', () => world.topic.sign({ ...news(), Timestamp: new Date(Date.now() + 86_400_000).toISOString() })],
  ['that is no message', () => '{"Type":"Notification"}'],
  ['that is no JSON', () => 'complaint'],
  ['that is empty', () => ''],
];

test.each(REFUSED)('a message %s changes nothing, and is told nothing', async (_, message) => {
  const before = await world.items('ledger');
  const answer = await call(world, message());
  expect([answer.statusCode, JSON.parse(answer.body)]).toEqual([
    403,
    { type: 'urn:consent-ledger:refused', title: 'Forbidden', status: 403, detail: 'Nothing was done.' },
  ]);
  expect(await world.items('ledger')).toEqual(before);
});

test('a certificate that is over, or of somebody else, is worth nothing', async () => {
  for (const key of [
    await newTopicKey('sns.amazonaws.com', '2020-01-01', '2026-11-01'),
    await newTopicKey('example.com'),
  ]) {
    const sns = new URL(process.env['AWS_ENDPOINT_URL_SNS'] ?? '');
    const there = jest.spyOn(globalThis, 'fetch').mockResolvedValueOnce(new Response(key.certificate));
    const url = `${sns.origin}/SimpleNotificationService-${'a'.repeat(32)}.pem`;
    expect(await signingCertificate(world.deps.topic, url, new Date())).toBeUndefined();
    expect(there).toHaveBeenCalledTimes(1);
    there.mockRestore();
  }
});

describe('the question whether we want to be called', () => {
  const question = (SubscribeURL: string): Signed =>
    world.topic.sign({
      Type: 'SubscriptionConfirmation',
      MessageId: 'a-question',
      TopicArn: TOPIC_ARN,
      Message: 'You have chosen to subscribe',
      Timestamp: new Date().toISOString(),
      Token: 'token',
      SubscribeURL,
    });

  test('is answered where SNS is, and nowhere else, whoever asks', async () => {
    const asked: string[] = [];
    const stranger = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>((resolve) => void stranger.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}/?Action=ConfirmSubscription`;
    expect((await call(world, question(url))).statusCode).toBe(500);
    expect((await call(world, { ...question(url), Signature: 'x' })).statusCode).toBe(403);
    expect(asked).toEqual([]);
    stranger.close();
  });

  test('comes again where SNS does not take the answer', async () => {
    // Nothing is there but certificates.
    const url = `${process.env['AWS_ENDPOINT_URL_SNS']}/?Action=ConfirmSubscription`;
    expect((await call(world, question(url))).statusCode).toBe(500);
  });
});

test('what is signed and says nothing that we know is passed over', async () => {
  const before = await world.items('ledger');
  for (const text of [
    'Successfully validated SNS topic for Amazon SES event publishing.',
    '{}',
    '{"eventType":"Open"}',
  ]) {
    expect((await call(world, world.topic.notification(text))).statusCode).toBe(200);
  }
  expect(await world.items('ledger')).toEqual(before);
});

test('the same message without a change is taken', async () => {
  expect((await call(world, news())).statusCode).toBe(200);
  expect((await world.entries()).at(-1)).toMatchObject({ type: 'ConsentWithdrawn', facts: { via: 'complaint' } });
});

import { Queue, type Received } from '../../local/queues/queue';
import { queuesFor } from '../../local/queues/bus';
import { Store } from '../../local/queues/store';
import type { Trouble } from '../../local/ses/account';
import { CONSUMERS } from '../../shared/consent/consumers';
import type { Entry } from '../../shared/consent/entry';
import { temporaryFolder } from '../local/folder';
import { queueEvent } from './fixtures';
import { journey } from './journey';
import { CONTEXT, runFunction } from './run-function';
import { CONSUMER_EVENTS, startWorld, type Failures, type World } from './world';

// Their own tries within a call are the SDK's, and would only take long here.
process.env['AWS_MAX_ATTEMPTS'] = '1';

const folder = temporaryFolder();
let world: World;
let store: Store;
let queues: Record<'confirmations' | 'mailer', Queue>;
let fresh: () => Promise<Entry[]>;
let people = 0;

beforeAll(async () => {
  world = await startWorld();
  store = await Store.open(folder);
});
afterAll(async () => {
  await store.close();
  await world.stop();
});
beforeEach(async () => {
  await world.renew();
  fresh = world.newEntries();
  await fresh();
  await store.write((await store.list('')).map(([key]) => ({ type: 'del', key }) as const));
  queues = { confirmations: await opened('confirmations'), mailer: await opened('mailer') };
});

function opened(name: string): Promise<Queue> {
  const { tries } = CONSUMERS.find((consumer) => consumer.name === name)!;
  return Queue.open(store, name, { tries, now: () => Date.now() });
}

/** As the pipe and the bus bring new steps to the two queues. */
async function bring(): Promise<void> {
  for (const { type, site, subject, seq } of await fresh()) {
    for (const name of queuesFor({ 'detail-type': type, detail: { site, subject, seq } })) {
      const queue = queues[name as keyof typeof queues];
      if (queue) await store.write([queue.add(JSON.stringify({ site, subject, seq }))]);
    }
  }
}

/** Has the mailer work off what may be handed out now; answers how many messages stay. */
async function work(name: 'confirmations' | 'mailer', context: object = CONTEXT): Promise<number> {
  const queue = queues[name];
  const batch = await queue.receive(10);
  const Records = batch.flatMap(({ key, message }) => {
    const event = queueEvent(CONSUMER_EVENTS[name], JSON.parse(message.body) as Parameters<typeof queueEvent>[1]);
    return (event as { Records: object[] }).Records.map((record) => ({ ...record, messageId: key }));
  });
  const { batchItemFailures } = await runFunction<Failures>('mailer', { Records }, context);
  const failed = new Set(batchItemFailures.map((failure) => (failure as { itemIdentifier: string }).itemIdentifier));
  const isFailed = ({ key }: Received): boolean => failed.has(key);
  await queue.settle(
    batch.filter((received) => !isFailed(received)),
    batch.filter(isFailed),
  );
  return queue.counts().waiting;
}

const person = () => journey(world, () => Promise.resolve(), `trouble-${++people}@example.com`);

/** Somebody who just signed up. */
async function signedUp() {
  const one = person();
  await one.signUp({ asset: 'whitepaper-consent', purposes: ['newsletter-product'] });
  await bring();
  return one;
}

/** Somebody who just confirmed; a welcome and a download are to be sent. */
async function confirmed() {
  const one = await signedUp();
  expect(await work('confirmations')).toBe(0);
  await one.press(await one.token('confirm'));
  await bring();
  return one;
}

const sentTo = async (email: string): Promise<string[]> => (await world.mails(email)).map(({ tags }) => tags['mail']!);

const FOR_ALL: readonly Trouble[] = ['account paused', 'configuration set paused', 'under review', 'throttled'];
const DOWN: readonly Trouble[] = ['failing', 'unavailable'];

test.each([...FOR_ALL, ...DOWN])('%s for a day: no mail is lost, none is dead, none is sent twice', async (trouble) => {
  const old = await confirmed();
  world.account.trouble = trouble;
  const waiting = [await signedUp(), await signedUp(), await signedUp()];
  for (let hour = 0; hour < 24; hour += 1) {
    await work('confirmations');
    await work('mailer');
    world.advance('PT1H');
  }
  for (const { email } of waiting) expect(await sentTo(email)).toEqual([]);
  world.account.trouble = undefined;
  expect([await work('confirmations'), await work('mailer')]).toEqual([0, 0]);
  for (const { email } of waiting) expect(await sentTo(email)).toEqual(['confirmation']);
  expect((await sentTo(old.email)).sort()).toEqual(['asset', 'confirmation', 'welcome']);
  for (const queue of Object.values(queues)) expect(queue.counts()).toEqual({ waiting: 0, inFlight: 0, dead: 0 });
});

test.each(FOR_ALL)('%s: it is asked once for a whole batch, not for each mail', async (trouble) => {
  world.account.trouble = trouble;
  for (let n = 0; n < 4; n += 1) await signedUp();
  expect(await work('confirmations')).toBe(4);
  expect(world.account.asked).toBe(1);
});

test('the sandbox: who is verified gets their mail, who is not waits and keeps nobody else from theirs', async () => {
  const [stranger, known] = [await signedUp(), await signedUp()];
  world.account.verified = [known.email];
  expect(await work('confirmations')).toBe(1);
  expect([await sentTo(stranger.email), await sentTo(known.email)]).toEqual([[], ['confirmation']]);
  world.account.verified = undefined;
  world.advance('PT3M');
  expect(await work('confirmations')).toBe(0);
  expect(await sentTo(stranger.email)).toEqual(['confirmation']);
});

test('the last fifth of the quota is for confirmations; all else goes out when the quota is there again', async () => {
  const old = await confirmed();
  world.account.atMost = 10;
  // With the confirmation above, eight of ten.
  world.account.use(7);
  world.advance('PT1M');
  const [first, second, third] = [await signedUp(), await signedUp(), await signedUp()];
  expect(await work('mailer')).toBe(1);
  expect(await work('confirmations')).toBe(1);
  const lucky = [...(await sentTo(first.email)), ...(await sentTo(second.email)), ...(await sentTo(third.email))];
  expect(lucky).toEqual(['confirmation', 'confirmation']);
  expect(await sentTo(old.email)).toEqual(['confirmation']);
  world.advance('PT23H');
  expect([await work('mailer'), await work('confirmations')]).toEqual([1, 1]);
  world.advance('PT1H');
  expect([await work('mailer'), await work('confirmations')]).toEqual([0, 0]);
  expect((await sentTo(old.email)).sort()).toEqual(['asset', 'confirmation', 'welcome']);
});

test('a batch keeps to its share of the rate, so that SES refuses nothing', async () => {
  world.account.perSecond = 40;
  for (let n = 0; n < 6; n += 1) await signedUp();
  world.advance('PT1M');
  const begun = performance.now();
  expect(await work('confirmations')).toBe(0);
  // A fifth of 40 a second is one every 125 ms.
  expect(performance.now() - begun).toBeGreaterThan(5 * 125);
  expect(world.account.asked).toBe(6);
});

test('with little time left no mail is begun that might be cut off, and sent again', async () => {
  const one = await signedUp();
  expect(await work('confirmations', { ...CONTEXT, getRemainingTimeInMillis: () => 14_000 })).toBe(1);
  expect(world.account.asked).toBe(0);
  world.advance('PT3M');
  expect(await work('confirmations')).toBe(0);
  expect(await sentTo(one.email)).toEqual(['confirmation']);
});

test('where there is no time for the second of two mails, it is sent by itself, and the first not again', async () => {
  const one = await confirmed();
  // Asked when the message is begun, and of each mail when it waits for its turn and when it has it.
  const left = [30_000, 30_000, 30_000, 14_000];
  expect(await work('mailer', { ...CONTEXT, getRemainingTimeInMillis: () => left.shift() ?? 14_000 })).toBe(1);
  expect(await sentTo(one.email)).toHaveLength(2);
  world.advance('PT3M');
  expect(await work('mailer')).toBe(0);
  expect((await sentTo(one.email)).sort()).toEqual(['asset', 'confirmation', 'welcome']);
});

/** As if one of the tables took nothing that looks like this. */
async function refusing(isMeant: (item: Record<string, { S?: string }>) => boolean, work: () => Promise<void>) {
  const { client } = world.deps.ledger;
  client.middlewareStack.add(
    (next) => async (args) => {
      const { Item } = args.input as { Item?: Record<string, { S?: string }> };
      if (Item && isMeant(Item)) throw new Error('injected');
      return next(args);
    },
    { step: 'initialize', name: 'refusing' },
  );
  await work().finally(() => client.middlewareStack.remove('refusing'));
}

const copiesOf = async (email: string): Promise<number> => {
  const pk = `subject#${await world.subjectId(email)}`;
  return (await world.items('vault')).filter((item) => item.pk === pk && item.sk.includes('#mail#')).length;
};

test('an entry that cannot be written for a day: its mail is sent once, and the entry says when', async () => {
  const one = await signedUp();
  const began = Date.now();
  await refusing(
    ({ type }) => type?.S === 'MailSent',
    async () => {
      for (let hour = 0; hour < 24; hour += 1) {
        expect(await work('confirmations')).toBe(1);
        world.advance('PT1H');
      }
    },
  );
  expect(await sentTo(one.email)).toEqual(['confirmation']);
  expect(await work('confirmations')).toBe(0);
  expect(await sentTo(one.email)).toEqual(['confirmation']);
  const [mail, ...others] = (await world.history(one.email)).filter(({ type }) => type === 'MailSent');
  expect(others).toEqual([]);
  expect(Date.parse(mail!.at) - began).toBeLessThan(60_000);
  expect(mail!.facts).toMatchObject({ mail: 'confirmation', messageId: expect.stringMatching(/./) as string });
  expect(await copiesOf(one.email)).toBe(1);
});

test('while no copy of a mail can be kept none is sent', async () => {
  const one = await signedUp();
  await refusing(
    ({ sk }) => sk?.S?.includes('#mail#') ?? false,
    async () => expect(await work('confirmations')).toBe(1),
  );
  expect(await sentTo(one.email)).toEqual([]);
  world.advance('PT3M');
  expect(await work('confirmations')).toBe(0);
  expect(await sentTo(one.email)).toEqual(['confirmation']);
});

test('a mail that the service does not take leaves one copy, however often it is tried', async () => {
  const one = await signedUp();
  world.account.trouble = 'failing';
  for (let n = 0; n < 5; n += 1) {
    await work('confirmations');
    world.advance('PT1H');
  }
  expect(await copiesOf(one.email)).toBe(1);
  world.account.trouble = undefined;
  expect(await work('confirmations')).toBe(0);
  expect(await copiesOf(one.email)).toBe(1);
});

test('a message about a sign-up that comes again sends nothing that follows from the confirmation', async () => {
  const one = await confirmed();
  const [request] = await world.history(one.email);
  const { site, subject, seq } = request!;
  await runFunction('mailer', queueEvent(CONSUMER_EVENTS.confirmations, { site, subject, seq }));
  expect(await sentTo(one.email)).toEqual(['confirmation']);
});

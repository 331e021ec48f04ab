import path from 'node:path';
import type { SQSEvent } from 'aws-lambda';
import { EventSource } from '../../local/queues/event-source';
import { Queue } from '../../local/queues/queue';
import { Store } from '../../local/queues/store';
import { temporaryFolder, until } from './folder';

const folder = temporaryFolder();
const TIMING = { tries: { atMost: 5, restMinutes: 3 }, now: () => Date.now() };
let store: Store;
let name: string;
let count = 0;

beforeEach(async () => {
  name = `queue-${(count += 1)}`;
  store = await Store.open(path.join(folder, name));
});
afterEach(async () => {
  jest.restoreAllMocks();
  await store.close();
});

async function reopened(): Promise<Queue> {
  await store.close();
  store = await Store.open(path.join(folder, name));
  return Queue.open(store, 'mailer', TIMING);
}

function moveBy(ms: number): void {
  const later = Date.now() + ms;
  jest.spyOn(Date, 'now').mockReturnValue(later);
}

describe('a queue', () => {
  test('hands a message out once at a time, and forgets it when it is done', async () => {
    const queue = await Queue.open(store, 'mailer', TIMING);
    await store.write([queue.add('one'), queue.add('two')]);
    const received = await queue.receive(10);
    expect(received.map(({ message }) => message.body).sort()).toEqual(['one', 'two']);
    expect(await queue.receive(10)).toEqual([]);
    expect(queue.counts()).toEqual({ waiting: 0, inFlight: 2, dead: 0 });
    await queue.settle(received, []);
    expect(queue.counts()).toEqual({ waiting: 0, inFlight: 0, dead: 0 });
    expect(await (await reopened()).receive(10)).toEqual([]);
  });

  test('offers again at once what a stack that died had handed out', async () => {
    const queue = await Queue.open(store, 'mailer', TIMING);
    await store.write([queue.add('one')]);
    await queue.receive(10);
    const after = await reopened();
    expect(after.counts()).toEqual({ waiting: 1, inFlight: 0, dead: 0 });
    expect(await after.receive(10)).toHaveLength(1);
  });

  test('is busy while a message is worked off or its time has come, and not while it waits to be tried again', async () => {
    const queue = await Queue.open(store, 'mailer', TIMING);
    expect(await queue.isBusy()).toBe(false);
    await store.write([queue.add('one')]);
    expect(await queue.isBusy()).toBe(true);
    const received = await queue.receive(10);
    expect(await queue.isBusy()).toBe(true);
    await queue.settle([], received);
    expect(await queue.isBusy()).toBe(false);
    moveBy(1000);
    expect(await queue.isBusy()).toBe(true);
  });

  test('waits longer after every failure, and gives up after the fifth', async () => {
    const queue = await Queue.open(store, 'mailer', TIMING);
    await store.write([queue.add('one')]);
    const receives: number[] = [];
    for (const pause of [0, 1000, 2000, 4000, 8000]) {
      moveBy(pause - 1);
      if (pause > 0) expect(await queue.receive(10)).toEqual([]);
      moveBy(1);
      const received = await queue.receive(10);
      receives.push(received[0]?.message.receives ?? 0);
      await queue.settle([], received);
    }
    expect(receives).toEqual([1, 2, 3, 4, 5]);
    expect(queue.counts()).toEqual({ waiting: 0, inFlight: 0, dead: 1 });
    expect((await reopened()).counts()).toEqual({ waiting: 0, inFlight: 0, dead: 1 });
  });
});

test('a queue that waits for others rests as long as it says, and for as many times', async () => {
  const queue = await Queue.open(store, 'notifier', { ...TIMING, tries: { atMost: 14, restMinutes: 30 } });
  await store.write([queue.add('one')]);
  for (let receives = 1; receives <= 14; receives++) {
    const received = await queue.receive(10);
    expect(received).toHaveLength(1);
    await queue.settle([], received);
    if (receives === 13) {
      moveBy(30 * 60_000 - 1);
      expect(await queue.receive(10)).toEqual([]);
    }
    moveBy(30 * 60_000);
  }
  expect(queue.counts()).toEqual({ waiting: 0, inFlight: 0, dead: 1 });
});

describe('the event source', () => {
  async function deliver(bodies: string[], invoke: (event: SQSEvent) => Promise<unknown>): Promise<Queue> {
    const queue = await Queue.open(store, 'mailer', TIMING);
    await store.write(bodies.map((body) => queue.add(body)));
    const source = new EventSource(queue, { invoke: (event) => invoke(event as SQSEvent) }, 10, () => undefined);
    source.loop.start();
    await until(
      () => queue.counts(),
      ({ waiting, inFlight }) => inFlight === 0 && waiting < bodies.length,
    );
    await source.stop();
    return queue;
  }

  test('hands over batches of up to ten, as SQS does', async () => {
    const batches: SQSEvent[] = [];
    const bodies = Array.from({ length: 25 }, (_, n) => String(n));
    const queue = await deliver(bodies, async (event) => {
      batches.push(event);
      return { batchItemFailures: [] };
    });
    await until(
      () => queue.counts().waiting,
      (waiting) => waiting === 0,
    );
    expect(batches.flatMap(({ Records }) => Records.map(({ body }) => body)).sort()).toEqual(bodies.sort());
    expect(Math.max(...batches.map(({ Records }) => Records.length))).toBe(10);
    expect(batches[0]?.Records[0]).toMatchObject({
      eventSource: 'aws:sqs',
      eventSourceARN: 'arn:aws:sqs:eu-central-1:000000000000:mailer',
      attributes: { ApproximateReceiveCount: '1' },
    });
  });

  test('offers again only the message that failed', async () => {
    const queue = await deliver(['good', 'bad'], async ({ Records }) => ({
      batchItemFailures: Records.filter(({ body }) => body === 'bad').map((record) => ({
        itemIdentifier: record.messageId,
      })),
    }));
    moveBy(1000);
    const again = await queue.receive(10);
    expect(again.map(({ message }) => [message.body, message.receives])).toEqual([['bad', 2]]);
  });

  test.each([
    ['throws', () => Promise.reject(new Error('down'))],
    ['names messages that it never got', async () => ({ batchItemFailures: [{ itemIdentifier: 'unknown' }] })],
  ])('offers the whole batch again when the function %s', async (_, invoke) => {
    const queue = await Queue.open(store, 'mailer', TIMING);
    await store.write([queue.add('one'), queue.add('two')]);
    const consumer = { invoke: jest.fn(invoke) };
    const source = new EventSource(queue, consumer, 10, () => undefined);
    source.loop.start();
    await until(
      () => consumer.invoke.mock.calls.length,
      (calls) => calls > 0,
    );
    await source.stop();
    expect(queue.counts()).toMatchObject({ waiting: 2, dead: 0 });
  });
});

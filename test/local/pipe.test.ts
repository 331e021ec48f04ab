import type { Base } from '../../local/base';
import { Clock } from '../../local/clock';
import { pipe } from '../../local/queues/pipe';
import { Queue } from '../../local/queues/queue';
import { Store } from '../../local/queues/store';
import { Stream } from '../../local/queues/stream';
import type { StepMessage } from '../../shared/consent/consumers';
import { temporaryFolder, until } from './folder';

const folder = temporaryFolder();
const NAMES = ['confirmations', 'retention', 'projector', 'notifier'];
const TIMING = { tries: { atMost: 5, restMinutes: 3 }, now: () => Date.now() };

async function opened() {
  const store = await Store.open(folder);
  const stream = await Stream.open(store);
  const queues = await Promise.all(NAMES.map((name) => Queue.open(store, name, TIMING)));
  const base = { stream, clock: new Clock(0), report: () => undefined } as unknown as Base;
  return { store, stream, queues, loop: pipe(base, queues, () => undefined) };
}

const idOf = (letter: string) => letter.repeat(22);
const person = (letter: string) => `subject#${idOf(letter)}`;
const record = (pk: string, type: string) => ({
  table: 'Ledger',
  image: { pk: { S: pk }, sk: { S: 'entry#00000003' }, seq: { N: '3' }, type: { S: type }, site: { S: 'demo' } },
});

const waiting = (queues: readonly Queue[]) => Object.fromEntries(queues.map((q) => [q.name, q.counts().waiting]));

test('each step goes to those who listen for it, once, and nothing but ids', async () => {
  const { store, stream, queues, loop } = await opened();
  await store.write([
    stream.append(record(person('a'), 'ConsentRequested')),
    stream.append(record('notice#b', 'ConsentRequested')),
    stream.append(record(person('c'), 'ConsentWithdrawn')),
    stream.append(record(person('d'), 'EvidenceDisclosed')),
  ]);
  loop.start();
  await until(
    async () => (await stream.read('pipe', 1)).records,
    ({ length }) => length === 0,
  );
  await loop.stop();
  expect(waiting(queues)).toEqual({ confirmations: 1, retention: 2, projector: 2, notifier: 1 });
  const [message] = (await queues[0]?.receive(10)) ?? [];
  const event = JSON.parse(message?.message.body ?? '') as { detail: StepMessage };
  expect(event).toMatchObject({ source: 'consent.ledger', 'detail-type': 'ConsentRequested' });
  expect(event.detail).toEqual({ site: 'demo', subject: idOf('a'), seq: '3' });
  await store.close();
});

test('after a restart it goes on where it was, and records that all have read are gone', async () => {
  const { store, stream, queues, loop } = await opened();
  expect(await stream.read('pipe', 10)).toMatchObject({ records: [] });
  const { records, end } = await stream.read('sequencer', 10);
  expect(records).toHaveLength(4);
  expect(await store.count('stream!')).toBe(4);
  await stream.advance('sequencer', end, []);
  expect(await store.count('stream!')).toBe(0);
  await store.write([stream.append(record(person('e'), 'ConsentRequested'))]);
  loop.start();
  await until(
    async () => (await stream.read('pipe', 1)).records,
    ({ length }) => length === 0,
  );
  await loop.stop();
  expect(waiting(queues)).toEqual({ confirmations: 2, retention: 2, projector: 3, notifier: 1 });
  await store.close();
});

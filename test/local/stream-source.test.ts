import { setTimeout as wait } from 'node:timers/promises';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import type { Base } from '../../local/base';
import { Store } from '../../local/queues/store';
import { Stream } from '../../local/queues/stream';
import { streamSource } from '../../local/queues/stream-source';
import { temporaryFolder, until } from './folder';

const folder = temporaryFolder();
const LETTERS = [...'abcdefgh'];
const record = (letter: string) => ({ table: 'Ledger', image: { pk: { S: letter }, sk: { S: 'entry#00000001' } } });
const namesIn = (event: unknown) =>
  (event as DynamoDBStreamEvent).Records.map((one) => one.dynamodb?.NewImage?.['pk']?.S ?? '');

/** Writes each letter by itself, one soon after the other, and gives the batches in which they came. The first so many fail. */
async function batchesOf(failing: number): Promise<string[][]> {
  const store = await Store.open(folder);
  const stream = await Stream.open(store);
  const batches: string[][] = [];
  const invoke = (event: unknown): Promise<void> => {
    batches.push(namesIn(event));
    return batches.length <= failing ? Promise.reject(new Error('busy')) : Promise.resolve();
  };
  const base = { stream, report: () => undefined } as unknown as Base;
  const loop = streamSource(base, 'sequencer', { invoke }).start();
  for (const letter of LETTERS) {
    await store.write([stream.append(record(letter))]);
    stream.announce();
    await wait(10);
  }
  await until(
    async () => (await stream.read('sequencer', 1)).records,
    ({ length }) => length === 0,
  );
  await loop.stop();
  await store.close();
  return batches;
}

test('what is written within a moment comes in few batches, in order', async () => {
  const batches = await batchesOf(0);
  expect(batches.flat()).toEqual(LETTERS);
  expect(batches.length).toBeLessThanOrEqual(LETTERS.length / 2);
});

test('a batch that failed comes again', async () => {
  const [first = [], ...others] = await batchesOf(1);
  expect(others.flat()).toEqual(LETTERS);
  expect(others[0]?.slice(0, first.length)).toEqual(first);
});

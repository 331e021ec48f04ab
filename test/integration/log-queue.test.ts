import { sha256 } from '../../shared/hash';
import { serve } from '../../local/http';
import { sqsEndpoint } from '../../local/queues/sqs-endpoint';
import { checkLog } from '../log/check-log';
import { streamEvent } from './fixtures';
import { observe } from './observe';
import { runFunction } from './run-function';
import { startWorld, type World } from './world';

let world: World;
let queue: Awaited<ReturnType<typeof serve>>;
/** What is in the queue of the log. */
let bodies: string[] = [];
let isOpen = true;

beforeAll(async () => {
  world = await startWorld();
  queue = await serve(
    sqsEndpoint((name, sent) => {
      const isTaken = isOpen && name === 'log';
      if (isTaken) bodies.push(...sent);
      return Promise.resolve(isTaken);
    }),
  );
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_SQS: queue.url,
    LOG_QUEUE: `${queue.url}/test/log`,
    POWERTOOLS_LOG_LEVEL: 'INFO',
  });
});
beforeEach(() => void (bodies = []));
afterAll(async () => {
  delete process.env['LOG_QUEUE'];
  await queue.close();
  await world.stop();
});

const someEntries = (count: number, from: number): string[] =>
  Array.from({ length: count }, (_, n) => Buffer.from(sha256(`entry ${from + n}`)).toString('base64url'));
const entry = (hash: string) => ({ hash, site: 'demo', type: 'ConsentWithdrawn', facts: {} });
const bring = (hashes: readonly string[]) =>
  runFunction('sequencer', streamEvent('sequencer-insert', hashes.map(entry)));
/** As Lambda hands over a batch of the queue. */
const work = (messages: readonly string[]) =>
  runFunction('sequencer', { Records: messages.map((body, n) => ({ messageId: `${n}`, body })) });

test('what a shard of the stream brings is one message of hashes, and not in the log yet', async () => {
  const { log } = await observe(() => bring(someEntries(20, 0)));
  expect(bodies.map((body) => JSON.parse(body) as unknown)).toEqual([someEntries(20, 0)]);
  expect(await world.deps.log.findLeaves(someEntries(20, 0))).toEqual(new Map());
  expect(log).toContain('"kind":"Withdrawals"');
});

test('a batch that has nothing for the log leaves no message', async () => {
  await runFunction('sequencer', { Records: [{ dynamodb: { NewImage: {} } }] });
  expect(bodies).toEqual([]);
});

test('what many shards brought is one commit and one signature, and comes again without harm', async () => {
  for (const n of [0, 1, 2, 3, 4, 5]) await bring(someEntries(3, 10 * n));
  await work(bodies);
  const all = [0, 1, 2, 3, 4, 5].flatMap((n) => someEntries(3, 10 * n));
  await checkLog(world.deps.log, all);
  expect((await world.deps.log.readHead()).batch).toHaveLength(18);
  await work(bodies.slice(2));
  await checkLog(world.deps.log, all);
});

test('what the queue does not take stays in the stream', async () => {
  isOpen = false;
  await expect(bring(someEntries(1, 900))).rejects.toThrow('log');
  isOpen = true;
  expect(bodies).toEqual([]);
});

import { CONSUMERS } from '../../shared/consent/consumers';
import { ACCOUNT } from '../aws';
import type { Base } from '../base';
import { serve } from '../http';
import type { Functions } from '../lambda/functions';
import { EventSource } from './event-source';
import { pipe } from './pipe';
import { Queue } from './queue';
import { sqsEndpoint } from './sqs-endpoint';
import { streamSource } from './stream-source';

export type QueueCounts = Readonly<Record<string, ReturnType<Queue['counts']>>>;

/** What leads from the ledger's stream to the consumers. */
export interface Queues {
  readonly counts: () => QueueCounts;
  /** Whether a message is being worked off, or its time has come. */
  readonly isBusy: () => Promise<boolean>;
  /** The variables by which tools of operators find the queues. */
  readonly environment: Readonly<Record<string, string>>;
}

export async function startQueues(base: Base, functions: Functions): Promise<Queues> {
  const { store, stream, clock, report, shutdown } = base;
  const now = () => clock.now().getTime();
  const queues = await Promise.all(CONSUMERS.map(({ name, tries }) => Queue.open(store, name, { tries, now })));
  const sources = queues.map((queue, n) => {
    const { runs, batch } = CONSUMERS[n]!;
    return new EventSource(queue, functionOf(runs, functions), batch, report);
  });
  const toQueues = pipe(base, queues, () => sources.forEach(({ loop }) => loop.wake()));
  stream.listen(() => toQueues.wake());
  const toSequencer = streamSource(base, 'sequencer', functionOf('sequencer', functions));
  for (const loop of [toQueues, toSequencer, ...sources.map(({ loop }) => loop)]) loop.start();
  shutdown.add(() => Promise.all([toQueues.stop(), toSequencer.stop(), ...sources.map((source) => source.stop())]));
  const sqs = await serve(
    sqsEndpoint({
      add: (name, body) => queues.find((queue) => queue.name === name)?.add(body),
      write: async (operations) => {
        await store.write(operations);
        sources.forEach(({ loop }) => loop.wake());
      },
    }),
  );
  shutdown.add(() => sqs.close());
  const urls = queues.map(({ name }) => [`${name.toUpperCase()}_QUEUE`, `${sqs.url}/${ACCOUNT}/${name}`] as const);
  return {
    environment: { AWS_ENDPOINT_URL_SQS: sqs.url, ...Object.fromEntries(urls) },
    counts: () => Object.fromEntries(queues.map((queue) => [queue.name, queue.counts()])),
    isBusy: async () => (await Promise.all(queues.map((queue) => queue.isBusy()))).includes(true),
  };
}

/** @throws an error where there is none of that name */
export function functionOf(name: string, functions: Functions) {
  const found = functions.get(name);
  if (!found) throw new Error(`Something is to be handed to a function "${name}" that does not exist.`);
  return found;
}

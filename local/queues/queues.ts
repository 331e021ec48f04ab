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
}

/** The queues, and where messages are put into them. */
export interface OpenQueues {
  readonly queues: readonly Queue[];
  readonly urls: QueueUrls;
  /** Is called whenever messages were put in. */
  readonly onMessages: (listener: () => void) => void;
}

/** The variables by which functions and tools of operators find the queues. */
export type QueueUrls = Readonly<Record<string, string>>;

/** Takes messages from now on; nobody works them off yet. */
export async function openQueues({ store, clock, shutdown }: Base): Promise<OpenQueues> {
  const now = () => clock.now().getTime();
  const queues = await Promise.all(CONSUMERS.map(({ name, tries }) => Queue.open(store, name, { tries, now })));
  const listeners: (() => void)[] = [];
  const sqs = await serve(
    sqsEndpoint(async (name, bodies) => {
      const queue = queues.find((one) => one.name === name);
      if (!queue) return false;
      await store.write(bodies.map((body) => queue.add(body)));
      listeners.forEach((listener) => listener());
      return true;
    }),
  );
  shutdown.add(() => sqs.close());
  const urls = queues.map(({ name }) => [`${name.toUpperCase()}_QUEUE`, `${sqs.url}/${ACCOUNT}/${name}`] as const);
  return {
    queues,
    urls: { AWS_ENDPOINT_URL_SQS: sqs.url, ...Object.fromEntries(urls) },
    onMessages: (listener) => void listeners.push(listener),
  };
}

export function startQueues(base: Base, { queues, onMessages }: OpenQueues, functions: Functions): Queues {
  const { stream, report, shutdown } = base;
  const sources = queues.map((queue, n) => {
    const { runs, batch } = CONSUMERS[n]!;
    return new EventSource(queue, functionOf(runs, functions), batch, report);
  });
  const wake = (): void => sources.forEach(({ loop }) => loop.wake());
  onMessages(wake);
  const toQueues = pipe(base, queues, wake);
  stream.listen(() => toQueues.wake());
  const toSequencer = streamSource(base, 'sequencer', functionOf('sequencer', functions));
  for (const loop of [toQueues, toSequencer, ...sources.map(({ loop }) => loop)]) loop.start();
  shutdown.add(() => Promise.all([toQueues.stop(), toSequencer.stop(), ...sources.map((source) => source.stop())]));
  return {
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

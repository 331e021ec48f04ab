import { CONSUMERS } from '../../shared/consent/consumers';
import type { Base } from '../base';
import type { Functions } from '../lambda/functions';
import { EventSource } from './event-source';
import { pipe } from './pipe';
import { Queue } from './queue';

export type QueueCounts = Readonly<Record<string, ReturnType<Queue['counts']>>>;

/** Starts what leads from the ledger's stream to the consumers; answers how full their queues are. */
export async function startQueues(base: Base, functions: Functions): Promise<() => QueueCounts> {
  const { store, stream, report, shutdown } = base;
  const queues = await Promise.all(CONSUMERS.map(({ name }) => Queue.open(store, name)));
  const sources = queues.map((queue) => new EventSource(queue, consumerOf(queue, functions), report));
  const toQueues = pipe(base, queues, () => sources.forEach(({ loop }) => loop.wake()));
  stream.listen(() => toQueues.wake());
  for (const loop of [toQueues, ...sources.map(({ loop }) => loop)]) loop.start();
  shutdown.add(() => Promise.all([toQueues.stop(), ...sources.map((source) => source.stop())]));
  return () => Object.fromEntries(queues.map((queue) => [queue.name, queue.counts()]));
}

function consumerOf({ name }: Queue, functions: Functions) {
  const consumer = functions.get(name);
  if (!consumer) throw new Error(`The table of consumers names a function "${name}" that does not exist.`);
  return consumer;
}

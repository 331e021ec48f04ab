import { appendFileSync } from 'node:fs';
import { Session } from 'node:inspector';
import path from 'node:path';

/*
 * Is loaded before the stack, in its process, and answers what its parent asks: how much of each thread's heap is in use after
 * garbage was collected, or what is in it. Nobody listens to the threads in between.
 */

export interface Question {
  /** Where snapshots go; none are made without it. */
  readonly folder?: string;
}

export interface Heap {
  readonly thread: string;
  readonly usedBytes: number;
  /** Of its snapshot. */
  readonly file?: string;
}

type Post = (method: string) => Promise<object>;

process.on('message', (question: Question) => {
  void look(question).then((heaps) => process.send?.(heaps));
});
// The question of a parent keeps nobody alive.
process.channel?.unref();

async function look({ folder }: Question): Promise<Heap[]> {
  const session = new Session();
  session.connect();
  const heaps = [await heapOf('main', folder, mainThread(session))];
  for (const [name, thread] of await workers(session)) heaps.push(await heapOf(name, folder, thread));
  session.disconnect();
  return heaps;
}

interface Thread {
  readonly post: Post;
  /** Calls back with each piece of a snapshot. */
  readonly onChunk: (listener: (chunk: string) => void) => void;
}

async function heapOf(thread: string, folder: string | undefined, { post, onChunk }: Thread): Promise<Heap> {
  await post('HeapProfiler.enable');
  await post('HeapProfiler.collectGarbage');
  const { usedSize } = (await post('Runtime.getHeapUsage')) as { usedSize: number };
  if (folder === undefined) return { thread, usedBytes: usedSize };
  const file = path.join(folder, `${thread}.heapsnapshot`);
  onChunk((chunk) => appendFileSync(file, chunk));
  await post('HeapProfiler.takeHeapSnapshot');
  return { thread, usedBytes: usedSize, file };
}

function mainThread(session: Session): Thread {
  return {
    post: (method) =>
      new Promise((resolve, reject) => {
        session.post(method, (error, result) => (error ? reject(error) : resolve(result ?? {})));
      }),
    onChunk: (listener) => {
      session.on('HeapProfiler.addHeapSnapshotChunk', ({ params }) => listener(params.chunk));
    },
  };
}

interface Told {
  readonly id?: number;
  readonly result?: object;
  readonly method?: string;
  readonly params?: { readonly chunk: string };
}

/** Threads are spoken to through the main one's session. */
async function workers(session: Session): Promise<Map<string, Thread>> {
  const found = new Map<string, Thread>();
  const listeners = new Map<string, (told: Told) => void>();
  session.on('NodeWorker.receivedMessageFromWorker', ({ params: { sessionId, message } }) =>
    listeners.get(sessionId)?.(JSON.parse(message) as Told),
  );
  session.on('NodeWorker.attachedToWorker', ({ params: { sessionId, workerInfo } }) => {
    const waiting = new Map<number, (result: object) => void>();
    let hear = (_: string): void => undefined;
    let id = 0;
    listeners.set(sessionId, (told) => {
      if (told.id !== undefined) waiting.get(told.id)?.(told.result ?? {});
      else if (told.method === 'HeapProfiler.addHeapSnapshotChunk') hear(told.params?.chunk ?? '');
    });
    found.set(nameOf(workerInfo.title, found.size), {
      post: (method) =>
        new Promise((resolve) => {
          id += 1;
          waiting.set(id, resolve);
          session.post('NodeWorker.sendMessageToWorker', { sessionId, message: JSON.stringify({ id, method }) });
        }),
      onChunk: (listener) => (hear = listener),
    });
  });
  await new Promise<void>((resolve) =>
    session.post('NodeWorker.enable', { waitForDebuggerOnStart: false }, () => resolve()),
  );
  // Those that run are attached to one after the other.
  await new Promise((resolve) => setTimeout(resolve, 500));
  return found;
}

/** `[worker 3] signup`; the loader of TypeScript has no name of its own. */
function nameOf(title: string, n: number): string {
  return /\] ?(?<name>.+)$/.exec(title)?.groups?.['name'] ?? `${title || 'thread'}-${n}`;
}

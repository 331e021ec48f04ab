import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Clock } from './clock';
import { loadKeys, type Keys } from './keys';
import { put, Store } from './queues/store';
import { Stream } from './queues/stream';
import type { Report } from './report';
import { Objects } from './s3/objects';
import { Inbox } from './ses/inbox';
import type { Shutdown } from './shutdown';

/** The stores, keys and clock that every part of the stack uses. */
export interface Base {
  readonly dataDir: string;
  /** Where the functions' bundles go. */
  readonly build: string;
  readonly store: Store;
  readonly stream: Stream;
  readonly clock: Clock;
  readonly keys: Keys;
  /** The mails that were sent. */
  readonly inbox: Inbox;
  /** The mails that came in and were not worked off yet. */
  readonly received: Objects;
  readonly report: Report;
  readonly shutdown: Shutdown;
}

const CLOCK = 'clock';

/** Opens a data folder, which no other stack may use until it is closed. @throws {StoreLocked} */
export async function openBase(folder: string, report: Report, shutdown: Shutdown): Promise<Base> {
  const dataDir = path.resolve(folder);
  await mkdir(dataDir, { recursive: true });
  const store = await Store.open(path.join(dataDir, 'messages'));
  shutdown.add(() => store.close());
  const stream = await Stream.open(store);
  const clock = new Clock((await store.get<number>(CLOCK)) ?? 0);
  const keys = await loadKeys(dataDir);
  const inbox = await Inbox.open(path.join(dataDir, 'inbox'));
  const received = await Objects.open(path.join(dataDir, 'received'));
  return { dataDir, build: path.join(dataDir, 'build'), store, stream, clock, keys, inbox, received, report, shutdown };
}

/** Moves time forward for everybody; a restart does not move it back. */
export async function advanceClock({ store, clock }: Base, ms: number): Promise<void> {
  const offset = clock.offsetMs() + ms;
  await store.write([put(CLOCK, offset)]);
  clock.moveTo(offset);
}

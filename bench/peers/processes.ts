import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sum } from '../numbers';

/** A program that was started, and is ended by `stop`. */
export interface Program {
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

/** What it writes is left aside, as a service's log would be. */
export function startProgram(
  file: string,
  args: readonly string[],
  { endBy = 'SIGTERM', ...options }: SpawnOptions & { readonly endBy?: NodeJS.Signals },
): Program {
  const child = spawn(file, args, { ...options, stdio: 'ignore' });
  const stop = (): Promise<void> => end(child, endBy);
  stops.push(stop);
  return { pid: child.pid ?? NaN, stop };
}

const stops: (() => Promise<void>)[] = [];

/** Ends whatever was started and still runs, the last first. */
export async function stopPrograms(): Promise<void> {
  for (const stop of stops.splice(0).reverse()) await stop();
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

const MOST_MS = 120_000;

/** Asks every few milliseconds, until it is so. */
export async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (const start = performance.now(); performance.now() - start < MOST_MS; await wait(20)) if (await isSo()) return;
  throw new Error(`${what} did not come about in ${MOST_MS / 1000} seconds.`);
}

/** Whether it answers by now. */
export const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );

/**
 * Megabytes that they hold themselves; what several share is counted once. Pages of program files are left out, as the
 * system may have them in memory for others, too.
 */
export function memoryOf(processes: readonly number[]): number {
  const kilobytes = familyOf(processes).flatMap((pid) =>
    [...readOr(`/proc/${pid}/smaps_rollup`, '').matchAll(/^Pss_(?:Anon|Shmem):\s+(\d+)/gm)].map(([, kB]) => Number(kB)),
  );
  return sum(kilobytes) / 1024;
}

/** Linux counts in ticks of that length. */
const TICK_MS = 10;

/** Milliseconds of processor time so far, with that of children which ended. */
export function processorTimeOf(processes: readonly number[]): number {
  const ticks = familyOf(processes).map((pid) => {
    // After the name, which may have spaces in it: 11 fields, then user, system, and both of ended children.
    const fields = readOr(`/proc/${pid}/stat`, ')')
      .replace(/^.*\) /s, '')
      .split(' ');
    return sum(fields.slice(11, 15).map(Number));
  });
  return sum(ticks) * TICK_MS;
}

/** These processes with all that they started, and so on. */
function familyOf(processes: readonly number[]): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => [Number(pid), Number(/^PPid:\s+(\d+)/m.exec(readOr(`/proc/${pid}/status`, ''))?.[1] ?? 0)] as const);
  const family = [...processes];
  for (const member of family) for (const [pid, parent] of parents) if (parent === member) family.push(pid);
  return family;
}

/** Processes end while they are read about. */
function readOr(file: string, otherwise: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return otherwise;
  }
}

/** Kilobytes on disk. */
export function diskOf(folder: string): number {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  // Files go while they are counted.
  const blocks = names.map((name) => statSync(path.join(folder, name), { throwIfNoEntry: false })?.blocks ?? 0);
  return sum(blocks) / 2;
}

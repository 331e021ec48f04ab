import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { load, type Load } from '../gateway/load';
import { inTurns, perSecond, sum } from '../numbers';
import { someAddress } from '../stage/visitor';
import type { Table } from '../table';
import { c15t } from './c15t';
import { listmonk } from './listmonk';
import { ours } from './ours';
import type { Peer, Running } from './peer';
import { diskOf, memoryOf, processorTimeOf, stopPrograms } from './processes';
import { otherTable, signUpTable, type Crowd, type Figures } from './tables';

/** Ours is the first, as the others are compared with it. */
const PEERS: readonly Peer[] = [ours, listmonk, c15t];

const ROUNDS = 5;
const CROWDS: readonly Crowd[] = [
  { callers: 1, people: 40 },
  { callers: 8, people: 120 },
  { callers: 32, people: 240 },
];
const WARM_UP = 40;
const PROOFS = 20;
const IMPORTS = 3;
const ROWS = 1000;
/** So long after the last work, memory is looked at. */
const SETTLE_MS = 5000;
/** By these somebody ends the bench, which is to leave nothing behind then either. */
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** The local stack and others, as somebody has them who tries them: the same work, in turns. */
export async function peers(): Promise<Table[]> {
  if (!existsSync('/proc/self/smaps_rollup')) throw new Error('What processes take is read as Linux tells it.');
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-peers-'));
  // PostgreSQL has a user of its own, who goes through it.
  await chmod(folder, 0o711);
  const clear = async (): Promise<void> => {
    await stopPrograms();
    await rm(folder, { recursive: true });
  };
  const giveUp = (): void => void clear().finally(() => process.exit(1));
  for (const signal of SIGNALS) process.once(signal, giveUp);
  try {
    const here = PEERS.filter(({ missing }) => missing() === undefined);
    const contestants: Contestant[] = [];
    for (const peer of here) contestants.push(await enter(peer, path.join(folder, `${contestants.length}`)));
    const figures = await compare(contestants);
    const leftOut = PEERS.flatMap(({ name, missing }) => (missing() ? [`${name}, as ${missing()}`] : []));
    const note = leftOut.length > 0 ? `Left out: ${leftOut.join('; ')}. ` : '';
    return [signUpTable(figures, CROWDS, note), otherTable(figures, note)];
  } finally {
    for (const signal of SIGNALS) process.off(signal, giveUp);
    await clear();
  }
}

/** A peer that takes part. */
interface Contestant {
  readonly peer: Peer;
  readonly folder: string;
  readonly running: Running;
  readonly startMs: number;
  /** Who signed up, the first first. */
  readonly people: string[];
}

async function enter(peer: Peer, folder: string): Promise<Contestant> {
  await mkdir(folder);
  const begun = performance.now();
  const running = await peer.start(folder);
  const startMs = performance.now() - begun;
  await running.prepare();
  return { peer, folder, running, startMs, people: [] };
}

async function compare(contestants: readonly Contestant[]): Promise<Figures[]> {
  for (const one of contestants) await signUps(one, { callers: 8, people: WARM_UP });
  const before = contestants.map(({ folder }) => diskOf(folder));
  const crowds: (readonly (readonly SignedUp[])[])[] = [];
  for (const crowd of CROWDS) crowds.push(await turns(ROUNDS, contestants, (one) => signUps(one, crowd)));
  await wait(SETTLE_MS);
  const memory = contestants.map(({ running }) => memoryOf(running.processes));
  const disk = contestants.map(({ folder }) => diskOf(folder));
  const proofs = await turns(ROUNDS, contestants, proofsOf);
  const imports = await turns(IMPORTS, contestants, importOf);
  const again = await startAgain(contestants);
  const people = ROUNDS * sum(CROWDS.map((crowd) => crowd.people));
  return contestants.map(({ peer, running, startMs }, n) => {
    const rounds = crowds.map((crowd) => crowd[n] ?? []);
    return {
      name: `${peer.name}, ${running.version}`,
      people,
      crowds: rounds.map((crowd) => crowd.map(({ load: one }) => one)),
      processorMs: sum(rounds.flat().map((round) => round.processorMs)) / people,
      startMs: [startMs, again[n] ?? NaN],
      memory: memory[n] ?? NaN,
      disk: ((disk[n] ?? NaN) - (before[n] ?? NaN)) / people,
      proofs: (proofs[n] ?? []).map((one) => one.load),
      proofBytes: proofs[n]?.[0]?.bytes ?? NaN,
      rowsPerSecond: (imports[n] ?? []).flatMap((rate) => rate ?? []),
    };
  });
}

/** Each in turn, round after round. @returns what each did, in their order */
async function turns<Sample>(
  rounds: number,
  contestants: readonly Contestant[],
  work: (one: Contestant) => Promise<Sample>,
): Promise<readonly (readonly Sample[])[]> {
  const ways = contestants.map((one): [string, () => Promise<Sample>] => [one.peer.name, () => work(one)]);
  const samples = await inTurns(rounds, Object.fromEntries(ways));
  return contestants.map(({ peer }) => samples[peer.name] ?? []);
}

interface SignedUp {
  readonly load: Load;
  /** Processor time of the peer, with all that followed. */
  readonly processorMs: number;
}

async function signUps({ running, people: all }: Contestant, { callers, people }: Crowd): Promise<SignedUp> {
  const crowd = Array.from({ length: people }, someAddress);
  all.push(...crowd);
  const before = processorTimeOf(running.processes);
  const jobs = crowd.map((email) => () => running.signUp(email));
  const served = await load(jobs, callers);
  await running.rest();
  return { load: served, processorMs: processorTimeOf(running.processes) - before };
}

async function proofsOf({ running, people }: Contestant): Promise<{ load: Load; bytes: number }> {
  let bytes = 0;
  const jobs = people.splice(0, PROOFS).map((email) => async () => {
    const proof = await running.proof(email);
    if (!proof.includes(email)) throw new Error('That proof is about somebody else.');
    bytes = Buffer.byteLength(proof);
  });
  const served = await load(jobs, 1);
  await running.rest();
  return { load: served, bytes };
}

async function importOf({ running: { bringAlong, rest } }: Contestant): Promise<number | undefined> {
  if (!bringAlong) return undefined;
  const rate = await perSecond(async () => {
    await bringAlong(ROWS);
    return ROWS;
  });
  await rest();
  return rate;
}

/** Stops each and starts it with what it has. */
async function startAgain(contestants: readonly Contestant[]): Promise<number[]> {
  const times: number[] = [];
  for (const { peer, folder, running } of contestants) {
    await running.stop();
    const begun = performance.now();
    const { stop } = await peer.start(folder);
    times.push(performance.now() - begun);
    await stop();
  }
  return times;
}

import type { Load } from '../gateway/load';
import { median, percentile, ratio } from '../numbers';
import type { Cell, Table } from '../table';

/** How many callers there are at once, and how many people sign up in a round. */
export interface Crowd {
  readonly callers: number;
  readonly people: number;
}

/** What was measured of one peer. */
export interface Figures {
  /** With its version. */
  readonly name: string;
  /** How many signed up. */
  readonly people: number;
  /** The rounds of each crowd. */
  readonly crowds: readonly (readonly Load[])[];
  /** Of each sign-up, with all that followed. */
  readonly processorMs: number;
  /** To the first answer: the first time, and with what it kept. */
  readonly startMs: readonly number[];
  /** Megabytes, once all had signed up. */
  readonly memory: number;
  /** Kilobytes for each who signed up. */
  readonly disk: number;
  readonly proofs: readonly Load[];
  readonly proofBytes: number;
  /** None if it takes none. */
  readonly rowsPerSecond: readonly number[];
}

const NOTHING = '-';

/** @param peers ours first */
export function signUpTable(peers: readonly Figures[], crowds: readonly Crowd[], note: string): Table {
  const speeds = (peer: Figures | undefined, n: number): number[] =>
    (peer?.crowds[n] ?? []).map(({ perSecond }) => perSecond);
  const rows = crowds.flatMap(({ callers }, n) =>
    peers.map((peer): Cell[] => {
      const times = ratio(speeds(peer, n), speeds(peers[0], n));
      return [
        peer.name,
        callers,
        median(speeds(peer, n)).toFixed(0),
        ...latency(peer.crowds[n] ?? []),
        times.toFixed(1),
      ];
    }),
  );
  const rounds = peers[0]?.crowds[0]?.length;
  return {
    title: 'Peers: sign-ups',
    note: `${note}Medians of ${rounds} rounds, in turns; "x ours": how many times as many a second, round by round.`,
    columns: ['', 'callers', 'per second', 'p50 ms', 'p99 ms', 'x ours'],
    rows,
  };
}

/** @param peers ours first */
export function otherTable(peers: readonly Figures[], note: string): Table {
  const figures: readonly (readonly [string, (peer: Figures) => string])[] = [
    ['start to the first answer, the first time, s', ({ startMs }) => ((startMs[0] ?? NaN) / 1000).toFixed(1)],
    ['the same with what it kept, s', ({ startMs }) => ((startMs[1] ?? NaN) / 1000).toFixed(1)],
    ['processor time of a sign-up and what follows, ms', ({ processorMs }) => processorMs.toFixed(1)],
    [`memory after ${peers[0]?.people} people, MB`, ({ memory }) => memory.toFixed(0)],
    ['disk for each of them, KB', ({ disk }) => disk.toFixed(1)],
    ['proof of one, p50 ms', ({ proofs }) => latency(proofs)[0] ?? ''],
    ['proof of one, p99 ms', ({ proofs }) => latency(proofs)[1] ?? ''],
    ['what that is, KB', ({ proofBytes }) => (proofBytes / 1000).toFixed(1)],
    ['rows imported, a second', ({ rowsPerSecond: all }) => (all.length > 0 ? median(all).toFixed(0) : NOTHING)],
  ];
  return {
    title: 'Peers: all else',
    note: `${note}What each does more or less for it: docs/performance.md.`,
    columns: ['', ...peers.map(({ name }) => name)],
    rows: figures.map(([name, of]): Cell[] => [name, ...peers.map(of)]),
  };
}

function latency(loads: readonly Load[]): string[] {
  const ms = loads.flatMap((one) => one.ms);
  return [percentile(ms, 50), percentile(ms, 99)].map((one) => one.toFixed(1));
}

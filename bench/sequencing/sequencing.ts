import { startEngine } from '../../test/integration/engine';
import { percentile } from '../numbers';
import type { Cell, Table } from '../table';
import { simulate, type Load, type Outcome } from './simulation';

const MINUTE = 60;
const STEADY = { perSecond: 46, burst: 0, seconds: 2 * MINUTE };
const BURSTS = { ...STEADY, burst: 500 };

const LOADS: readonly Load[] = [
  ...[1, 4, 40, 64, 100].flatMap((shards) => [
    { ...STEADY, shards },
    { ...BURSTS, shards },
  ]),
  { ...STEADY, shards: 100, perSecond: 120 },
  // A million sign-ups a month, and ten, evenly: what docs/deployment.md computes costs of.
  { shards: 4, perSecond: 1.54, burst: 0, seconds: 20 * MINUTE },
  { shards: 4, perSecond: 15.4, burst: 0, seconds: 4 * MINUTE },
];

/** The log's one writer, fed by a stream of so many shards: in virtual time, so how fast the machine is does not matter. */
export async function sequencing(): Promise<Table[]> {
  const engine = await startEngine();
  try {
    const rows: Cell[][] = [];
    for (const load of LOADS) rows.push(rowOf(load, await simulate(load, engine.endpoint)));
    return [
      {
        title: 'Sequencing',
        note: 'Simulated: sequencer, store and engine are real, and time is not. Units and queue requests are by entry; delays in seconds, from the ledger to the published checkpoint.',
        columns: [
          ...['shards', 'entries/s', 'at once', 'writes', 'reads', 'requests'],
          ...['entries/batch', 'signatures/s', 's/batch', 'lost', 'p50', 'p99', 'most'],
        ],
        rows,
      },
    ];
  } finally {
    await engine.stop();
  }
}

function rowOf({ shards, perSecond, burst }: Load, of: Outcome): Cell[] {
  const { entries, delays } = of;
  return [
    ...[shards, perSecond, burst],
    ...[of.writeUnits, of.readUnits, of.queueRequests].map((count) => (count / entries).toFixed(2)),
    (entries / of.batches).toFixed(1),
    (of.signatures / of.seconds).toFixed(2),
    (of.busySeconds / of.batches).toFixed(2),
    of.lostRaces,
    ...[percentile(delays, 50), percentile(delays, 99), percentile(delays, 100)].map((delay) => delay.toFixed(1)),
  ];
}

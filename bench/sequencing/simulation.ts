import { HASH_BYTES } from '../../shared/hash';
import { chunks } from '../../shared/ledger/batches';
import { logStore } from '../../shared/ledger/log-store';
import { A_SECOND_APART, type Pace } from '../../shared/log/pace';
import { seedSigner } from '../../shared/log/seed-signer';
import { LARGEST_BATCH, sequence } from '../../shared/log/sequencer';
import { someEntries } from '../log/compact-log';
import { sum } from '../numbers';
import { Feed, type Sent } from './feed';
import { openLog } from './log-table';
import { VirtualTime } from './virtual-time';

export interface Load {
  readonly shards: number;
  /** Entries that come at random, one by one. */
  readonly perSecond: number;
  /** Entries that come at once, twice a minute. */
  readonly burst: number;
  readonly seconds: number;
}

export interface Outcome {
  readonly entries: number;
  readonly writeUnits: number;
  readonly readUnits: number;
  readonly queueRequests: number;
  readonly batches: number;
  readonly signatures: number;
  /** How often a head was refused, as another was faster. */
  readonly lostRaces: number;
  /** How long the sequencer had batches altogether, its waiting included. */
  readonly busySeconds: number;
  /** Of each entry, in seconds. */
  readonly delays: readonly number[];
  readonly seconds: number;
}

const ORIGIN = 'consent.example.com/log';
/** What KMS takes: a guess. */
const SIGNATURE_MS = 20;
const BURST_EVERY_MS = 30_000;

/** @throws where an entry is not in the log exactly once */
export async function simulate(load: Load, endpoint: string): Promise<Outcome> {
  const time = new VirtualTime();
  const { table, calls } = await openLog(endpoint, `Log-${Object.values(load).join('-')}`, time);
  const store = logStore(table);
  const pace: Pace = { ...A_SECOND_APART, now: () => time.now, wait: time.sleep };
  const delays: number[] = [];
  let [signatures, batches, busy] = [0, 0, 0];
  const key = seedSigner(ORIGIN, Buffer.alloc(HASH_BYTES, 1));
  const signer = {
    ...key,
    sign: async (text: Uint8Array) => {
      signatures += 1;
      await time.sleep(SIGNATURE_MS);
      return time.instantly(() => key.sign(text));
    },
  };
  const take = async (batch: readonly Sent[]): Promise<void> => {
    const begun = time.now;
    for (const some of chunks(batch, LARGEST_BATCH)) {
      const hashes = some.map(({ entry }) => entry);
      batches += 1;
      await sequence(hashes, { store, origin: ORIGIN, signers: [signer] }, pace);
      delays.push(...some.map(({ at }) => (time.now - at) / 1000));
    }
    busy += (time.now - begun) / 1000;
  };

  const feed = new Feed(time, load.shards, take);
  const [entries] = await Promise.all([arrive(load, feed, time), time.run()]);
  const made = calls.take();
  const [{ size }] = await Promise.all([store.readHead(), time.run()]);
  if (size !== entries || delays.length !== entries) throw new Error(`Of ${entries} entries ${size} are in the log.`);
  const heads = made.filter(({ command, input }) => command === 'PutItem' && input.Item?.['pk']?.S === 'head');
  return {
    ...{ entries, batches, signatures, delays },
    writeUnits: sum(made.map(({ writeUnits }) => writeUnits)),
    readUnits: sum(made.map(({ readUnits }) => readUnits)),
    queueRequests: feed.requests,
    lostRaces: heads.length - batches,
    busySeconds: busy,
    seconds: time.now / 1000,
  };
}

/** @returns how many entries came */
async function arrive({ perSecond, burst, seconds }: Load, feed: Feed, time: VirtualTime): Promise<number> {
  let entries = 0;
  let nextBurst = burst > 0 ? BURST_EVERY_MS / 3 : Infinity;
  while (time.now < seconds * 1000) {
    await time.sleep((-Math.log(1 - Math.random()) / perSecond) * 1000);
    const count = time.now >= nextBurst ? burst : 1;
    if (count > 1) nextBurst += BURST_EVERY_MS;
    for (const entry of someEntries(count)) feed.put(entry);
    entries += count;
  }
  return entries;
}

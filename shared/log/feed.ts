/**
 * How entries come from the ledger's stream to the sequencer. The stream has as many readers as it has shards, and the log has one
 * writer: between them is a queue, into which each reader puts what came to its shard. `infra/log-feed.ts` deploys it, and
 * `npm run bench -- sequencing` simulates it.
 */
export const FEED = {
  /** Of each shard, at once. The hashes of a batch are one message, of 46 KB at most. */
  stream: { batch: 1000 },
  /** Two at once is the least that Lambda can be told. */
  queue: { batch: 1000, windowSeconds: 2, atOnce: 2 },
} as const;

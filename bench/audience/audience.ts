import type { Part } from '../part';
import { openStage, type Stage } from '../stage/stage';
import { median } from '../statistics';
import type { Cell, Table } from '../table';
import { fillAudience } from './members';
import { RawPages } from './raw-pages';

const PURPOSE = 'newsletter-events';
const PEOPLE = 4000;
const PAGES = [100, 1000];
/** As many as `npm run cli -- audience` asks for; with fewer, the calls besides reading count for more. */
const EXPORT = 1000;
const ROUNDS = 7;

/** An audience fetched to its end over HTTP, against nothing but the queries and batch reads that it needs. */
export const audience: Part = {
  name: 'audience',
  measure: async () => {
    const stage = await openStage();
    await fillAudience(PURPOSE, PEOPLE);
    const rows: Cell[][] = [];
    for (const limit of PAGES) rows.push(await measure(stage, limit));
    return [table(rows)];
  },
};

/** Takes turns, so that whatever else the machine does happens to both alike. */
async function measure(stage: Stage, limit: number): Promise<Cell[]> {
  const raw = await RawPages.record(stage.tapped, PURPOSE, limit);
  const ratios: number[] = [];
  const [served, bare]: number[][] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    const [ours, theirs] = [await perSecond(() => fetchAll(stage, limit)), await perSecond(() => raw.repeat())];
    served?.push(ours);
    bare?.push(theirs);
    ratios.push(theirs / ours);
  }
  const goal = limit < EXPORT ? '' : median(ratios) <= 2 ? 'met' : 'missed';
  return [limit, median(served ?? []).toFixed(0), median(bare ?? []).toFixed(0), median(ratios).toFixed(2), goal];
}

async function perSecond(work: () => Promise<number>): Promise<number> {
  const start = performance.now();
  return (await work()) / ((performance.now() - start) / 1000);
}

/** Reads page after page as a client would that holds no more than one. Gives how many people there were. */
async function fetchAll({ gateway, marketingToken }: Stage, limit: number): Promise<number> {
  const authorization = `Bearer ${marketingToken}`;
  const headers = { accept: 'application/x-ndjson', 'accept-encoding': 'identity', authorization };
  let people = 0;
  let cursor: string | undefined;
  do {
    const query = new URLSearchParams({ limit: String(limit), ...(cursor !== undefined && { cursor }) });
    const answer = await fetch(`${gateway}/v1/sites/demo/purposes/${PURPOSE}/audience?${query.toString()}`, {
      headers,
    });
    if (!answer.ok) throw new Error(`The audience was answered ${answer.status}.`);
    const lines = (await answer.text()).trimEnd().split('\n');
    people += lines.length - 1;
    ({ cursor } = JSON.parse(lines.at(-1) ?? '') as { cursor?: string });
  } while (cursor !== undefined);
  return people;
}

function table(rows: readonly Cell[][]): Table {
  return {
    title: 'Audience',
    note:
      `Medians of ${ROUNDS} rounds of ${PEOPLE} people each, in turns: over HTTP as NDJSON, not compressed, with links and headers signed. "raw": the ` +
      'same queries and batch reads from a bare client, side by side as there. The goal, for exports, is half of its speed.',
    columns: ['people a page', 'people per second', 'raw per second', 'x raw', 'goal'],
    rows,
  };
}

import { inTurns, median, perSecond, ratio } from '../numbers';
import { listen, type Call } from '../stage/call-log';
import { callFunction } from '../stage/functions';
import { Replay } from '../stage/replay';
import { openStage, type Stage } from '../stage/stage';
import { audienceRequest } from '../stage/visitor';
import type { Cell, Table } from '../table';
import { fillAudience } from './members';

const PURPOSE = 'newsletter-events';
const PEOPLE = 4000;
const PAGES = [100, 1000];
const MOST = 1.6;
const ROUNDS = 7;

/** An audience fetched to its end over HTTP, against nothing but the queries and batch reads that it needs. */
export async function audience(): Promise<Table[]> {
  const stage = await openStage();
  await fillAudience(PURPOSE, PEOPLE);
  const rows: Cell[][] = [];
  for (const limit of PAGES) rows.push(await measure(stage, limit));
  return [
    {
      title: 'Audience',
      note:
        `Medians of ${ROUNDS} rounds of ${PEOPLE} people each, in turns: over HTTP as NDJSON, not compressed, with links and headers signed. "raw": the ` +
        `same queries and batch reads from a bare client, side by side as there. The goal is ${MOST} x.`,
      columns: ['people a page', 'people per second', 'raw per second', 'x raw', 'goal'],
      rows,
    },
  ];
}

async function measure(stage: Stage, limit: number): Promise<Cell[]> {
  const replay = new Replay(stage.tapped);
  const pages = await record(limit);
  const { served, bare } = await inTurns(ROUNDS, {
    served: () => perSecond(() => fetchAll(stage, limit)),
    bare: () => perSecond(() => repeatAll(replay, pages)),
  });
  const times = ratio(bare, served);
  const goal = times <= MOST ? 'met' : 'missed';
  return [limit, median(served).toFixed(0), median(bare).toFixed(0), times.toFixed(2), goal];
}

/** Lets the function serve an audience to its end, and notes what it reads, page by page. */
async function record(limit: number): Promise<Call[][]> {
  const log = listen();
  const pages: Call[][] = [];
  let cursor: string | undefined;
  do {
    log.take();
    ({ cursor } = JSON.parse(await callFunction(audienceRequest(PURPOSE, limit, cursor))) as { cursor?: string });
    pages.push(log.take().filter(({ command }) => command === 'Query' || command === 'BatchGetItem'));
  } while (cursor !== undefined);
  return pages;
}

async function repeatAll(replay: Replay, pages: readonly (readonly Call[])[]): Promise<number> {
  for (const calls of pages) await replay.repeat(calls);
  return PEOPLE;
}

/** Reads page after page as a client would that holds no more than one. Gives how many people there were. */
async function fetchAll({ gateway, marketingToken }: Stage, limit: number): Promise<number> {
  const authorization = `Bearer ${marketingToken}`;
  const headers = { accept: 'application/x-ndjson', 'accept-encoding': 'identity', authorization };
  let people = 0;
  let cursor: string | undefined;
  do {
    const answer = await fetch(gateway + audienceRequest(PURPOSE, limit, cursor).url, { headers });
    if (!answer.ok) throw new Error(`The audience was answered ${answer.status}.`);
    const lines = (await answer.text()).trimEnd().split('\n');
    people += lines.length - 1;
    ({ cursor } = JSON.parse(lines.at(-1) ?? '') as { cursor?: string });
  } while (cursor !== undefined);
  return people;
}

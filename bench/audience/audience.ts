import { segmentsOf, type AudienceSegment } from '../../shared/audience-segments';
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
/** How many people a page has, and in how many segments side by side. */
const READINGS = [
  { limit: 100, segments: 1 },
  { limit: 1000, segments: 1 },
  { limit: 100, segments: 8 },
] as const;
type Reading = (typeof READINGS)[number];
const MOST = 1.6;
const ROUNDS = 7;

/** An audience fetched to its end over HTTP, against nothing but the queries and batch reads that it needs. */
export async function audience(): Promise<Table[]> {
  const stage = await openStage();
  await fillAudience(PURPOSE, PEOPLE);
  const rows: Cell[][] = [];
  for (const reading of READINGS) rows.push(await measure(stage, reading));
  return [
    {
      title: 'Audience',
      note:
        `Medians of ${ROUNDS} rounds of ${PEOPLE} people each, in turns: over HTTP as NDJSON, not compressed, with links and headers signed. "raw": the ` +
        `same queries and batch reads from a bare client, side by side as there. The goal is ${MOST} x.`,
      columns: ['people a page', 'segments', 'people per second', 'raw per second', 'x raw', 'goal'],
      rows,
    },
  ];
}

async function measure(stage: Stage, { limit, segments }: Reading): Promise<Cell[]> {
  const replay = new Replay(stage.tapped);
  const parts: Call[][][] = [];
  for (const segment of segmentsOf(segments)) parts.push(await record(limit, segment));
  const { served, bare } = await inTurns(ROUNDS, {
    served: () => perSecond(() => fetchAll(stage, limit, segmentsOf(segments))),
    bare: () => perSecond(() => repeatAll(replay, parts)),
  });
  const times = ratio(bare, served);
  const goal = times <= MOST ? 'met' : 'missed';
  return [limit, segments, median(served).toFixed(0), median(bare).toFixed(0), times.toFixed(2), goal];
}

/** Lets the function serve a segment to its end, and notes what it reads, page by page. */
async function record(limit: number, segment: AudienceSegment): Promise<Call[][]> {
  const log = listen();
  const pages: Call[][] = [];
  let cursor: string | undefined;
  do {
    log.take();
    const answer = await callFunction(audienceRequest(PURPOSE, limit, cursor, segment));
    ({ cursor } = JSON.parse(answer) as { cursor?: string });
    pages.push(log.take().filter(({ command }) => command === 'Query' || command === 'BatchGetItem'));
  } while (cursor !== undefined);
  return pages;
}

/** Parts side by side, each page after page. */
async function repeatAll(replay: Replay, parts: readonly (readonly (readonly Call[])[])[]): Promise<number> {
  const repeated = parts.map(async (pages) => {
    for (const calls of pages) await replay.repeat(calls);
  });
  await Promise.all(repeated);
  return PEOPLE;
}

/** Segments side by side. Gives how many people there were. */
async function fetchAll(stage: Stage, limit: number, segments: readonly AudienceSegment[]): Promise<number> {
  const counts = await Promise.all(segments.map((segment) => fetchSegment(stage, limit, segment)));
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Reads page after page as a client would that holds no more than one. Gives how many people there were. */
async function fetchSegment(stage: Stage, limit: number, segment: AudienceSegment): Promise<number> {
  const { gateway, marketingToken } = stage;
  const authorization = `Bearer ${marketingToken}`;
  const headers = { accept: 'application/x-ndjson', 'accept-encoding': 'identity', authorization };
  let people = 0;
  let cursor: string | undefined;
  do {
    const answer = await fetch(gateway + audienceRequest(PURPOSE, limit, cursor, segment).url, { headers });
    if (!answer.ok) throw new Error(`The audience was answered ${answer.status}.`);
    const lines = (await answer.text()).trimEnd().split('\n');
    people += lines.length - 1;
    ({ cursor } = JSON.parse(lines.at(-1) ?? '') as { cursor?: string });
  } while (cursor !== undefined);
  return people;
}

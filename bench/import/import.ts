import { randomBytes } from 'node:crypto';
import { inTurns, median, perSecond, ratio } from '../numbers';
import { listen, type Call } from '../stage/call-log';
import { callFunction, type Request } from '../stage/functions';
import { load } from '../gateway/load';
import { Replay } from '../stage/replay';
import { openStage, type Stage } from '../stage/stage';
import { someAddress } from '../stage/visitor';
import type { Cell, Table } from '../table';

const SITE = 'demo';
const ROWS = 200;
const ROUNDS = 3;
/** As `npm run cli -- import` calls. */
const BATCH = 100;
const CALLS_AT_ONCE = 4;
/** As it called before there were batches. */
const SINGLE_AT_ONCE = 32;

/** What a file can say of each person. */
const KINDS = {
  'address and time': {},
  'name, IP and note, too': {
    fields: { firstName: 'Erika', lastName: 'Mustermann' },
    visitor: { ip: '203.0.113.9' },
    note: 'Newsletter tool until 2025',
  },
};

/** Rows of a file, recorded one call each, by the hundred, and by nothing but the calls to DynamoDB that they make. */
export async function importing(): Promise<Table[]> {
  const stage = await openStage();
  const rows: Cell[][] = [];
  for (const [name, said] of Object.entries(KINDS)) rows.push([name, ...(await measure(stage, said))]);
  return [
    {
      title: 'Import',
      note:
        `Medians of ${ROUNDS} rounds of ${ROWS} rows each, in turns: ${SINGLE_AT_ONCE} single calls at once, and ${CALLS_AT_ONCE} calls with ` +
        `${BATCH} rows. "raw": the same calls to DynamoDB from a bare client, ${SINGLE_AT_ONCE} rows at once. The goal is 700 rows a second.`,
      columns: ['a row has', 'puts', 'single: rows/s', 'batches: rows/s', 'raw: rows/s', 'x raw', 'x single'],
      rows,
    },
  ];
}

const rowOf = (said: object): object => ({
  email: someAddress(),
  purposes: ['newsletter-events'],
  version: '1.0',
  language: 'de',
  source: 'import',
  doubleOptIn: true,
  givenAt: '2024-05-25T12:30:00Z',
  reference: randomBytes(16).toString('hex'),
  ...said,
});

async function measure(stage: Stage, said: object): Promise<Cell[]> {
  const recorded = await record(said);
  const replay = new Replay(stage.engine);
  const { single, batches, raw } = await inTurns(ROUNDS, {
    single: () =>
      rate(
        rows(said).map((row) => () => sendTo(stage, singly(row))),
        SINGLE_AT_ONCE,
      ),
    batches: () =>
      rate(
        byHundreds(rows(said)).map((some) => () => sendRows(stage, some)),
        CALLS_AT_ONCE,
      ),
    raw: () =>
      rate(
        rows(said).map(() => () => replay.repeat(recorded.calls, about(recorded))),
        SINGLE_AT_ONCE,
      ),
  });
  const puts = recorded.calls.filter(({ command }) => command === 'PutItem').length;
  const speeds = [single, batches, raw].map((all) => median(all).toFixed(0));
  return [puts, ...speeds, ratio(raw, batches).toFixed(2), ratio(batches, single).toFixed(1)];
}

const rows = (said: object): object[] => Array.from({ length: ROWS }, () => rowOf(said));

const rate = (jobs: readonly (() => Promise<unknown>)[], atOnce: number): Promise<number> =>
  perSecond(async () => {
    await load(jobs, atOnce);
    return ROWS;
  });

function byHundreds(all: readonly object[]): object[][] {
  return Array.from({ length: all.length / BATCH }, (_, n) => all.slice(n * BATCH, (n + 1) * BATCH));
}

interface Recorded {
  readonly calls: readonly Call[];
  readonly subject: string;
}

/** Lets the function take one row, and notes what it asks of DynamoDB. */
async function record(said: object): Promise<Recorded> {
  await callFunction(singly(rowOf(said))); // from then on the container knows the wording
  const log = listen();
  log.take();
  await callFunction(singly(rowOf(said)));
  const calls = log.take();
  const [key = ''] = calls.flatMap(({ input }) => input.Item?.['pk']?.S ?? []);
  return { calls, subject: key.replace('subject#', '') };
}

/** The same calls about somebody else, whose id is as long. */
function about({ subject }: Recorded): (call: Call) => object {
  const other = randomBytes(16).toString('base64url');
  return ({ input }) => JSON.parse(JSON.stringify(input).replaceAll(subject, other)) as object;
}

const singly = (row: object): Request => post('consents', row);
const together = (some: readonly object[]): Request => post('imports', { rows: some.map((consent) => ({ consent })) });

function post(what: string, body: object): Request {
  const headers = { 'content-type': 'application/json' };
  return { method: 'POST', url: `/v1/sites/${SITE}/${what}`, headers, body: JSON.stringify(body) };
}

interface Result {
  readonly problem?: { readonly type: string; readonly status: number };
}

/** Where rows are sent, and by whom. */
type Taker = Pick<Stage, 'gateway' | 'backendToken'>;

/** Rows with an address and a time, as `npm run cli -- import` sends them. */
export async function importPeople(taker: Taker, people: number): Promise<void> {
  const all = Array.from({ length: people }, () => rowOf({}));
  await load(
    byHundreds(all).map((some) => () => sendRows(taker, some)),
    CALLS_AT_ONCE,
  );
}

async function sendTo(
  { gateway, backendToken }: Taker,
  { method, url, headers, body = '' }: Request,
): Promise<readonly Result[]> {
  const sent = { ...headers, authorization: `Bearer ${backendToken}` };
  const answer = await fetch(gateway + url, { method, headers: sent, body });
  if (!answer.ok) throw new Error(`${url} was answered ${answer.status}: ${await answer.text()}`);
  return ((await answer.json()) as { readonly results?: readonly Result[] }).results ?? [];
}

/** Rows for which a batch had no time are sent again, as `import` does. Any other problem ends the measurement. */
async function sendRows(taker: Taker, some: readonly object[]): Promise<void> {
  for (let left = some; left.length > 0;) {
    const results = await sendTo(taker, together(left));
    const problems = results.flatMap(({ problem }) => problem ?? []);
    const other = problems.find(({ status }) => status !== 503);
    if (other) throw new Error(`A row was answered ${other.status}, ${other.type}.`);
    if (problems.length > 0)
      console.error(`${problems.length} of ${left.length} rows were sent again: ${problems[0]?.type}`);
    left = left.filter((_, n) => results[n]?.problem);
  }
}

import { randomBytes, randomInt } from 'node:crypto';
import { subjectKey } from '../../functions/deps/secrets';
import { ledger } from '../../functions/deps/tables';
import { eachOf } from '../../shared/ledger/batches';
import { readWholeHistory } from '../../shared/ledger/ledger';
import { subjectId } from '../../shared/ledger/subject-id';
import { load, type Load } from '../gateway/load';
import { percentile, sum } from '../numbers';
import { callFunction, type Request } from '../stage/functions';
import { openStage, throttle } from '../stage/stage';
import { linksOf, oneClick, open, press, send, signUpRequest, someAddress, statusOf } from '../stage/visitor';
import type { Cell, Table } from '../table';

const PEOPLE = 1000;
const CLIENTS = 50;
/** People leave at once, as after a mail to all. */
const LEAVING_AT_ONCE = 8;
const MOST_MS = 1000;
/** Strangers send mails to it by as many spellings as they can think of. */
const VICTIM = 'bombed';

const someToken = (): string => randomBytes(66).toString('base64url');
const someSpelling = (): string => `${VICTIM}+${randomBytes(4).toString('hex')}@example.net`;

/** What a client of the flood sends; each of them as often as the others. */
const FLOOD: readonly ((spellings: string[]) => Request)[] = [
  () => signUpRequest(someAddress()),
  (spellings) => {
    const spelling = someSpelling();
    spellings.push(spelling);
    return signUpRequest(spelling);
  },
  () => open(`/unsubscribe/${someToken()}`),
  () => oneClick(`/unsubscribe/${someToken()}`),
  () => press(`/confirm/${someToken()}`),
  () => open(`/preferences/${someToken().slice(0, 20)}`),
  () => open(`/${someToken()}`),
];

/** Withdrawals while strangers send all they can, against withdrawals in peace; with the limits of a deployment. */
export async function flood(): Promise<Table[]> {
  const { gateway } = await openStage();
  throttle();
  const links = await eachOf(Array.from({ length: 2 * PEOPLE }), subscriber);
  const peace = await leave(gateway, links.slice(PEOPLE));
  const storm = startFlood(gateway);
  const flooded = await leave(gateway, links.slice(0, PEOPLE));
  const { statuses, spellings } = await storm.stop();
  return [leavingTable(peace, flooded), floodTable(statuses), await mailsTable(spellings)];
}

async function subscriber(): Promise<string> {
  const email = someAddress();
  await callFunction(signUpRequest(email));
  await callFunction(press((await linksOf(email)).confirm));
  return (await linksOf(email)).unsubscribe;
}

function leave(gateway: string, links: readonly string[]): Promise<Load> {
  return load(
    links.map((link) => () => send(gateway, oneClick(link))),
    LEAVING_AT_ONCE,
  );
}

interface Storm {
  readonly stop: () => Promise<{ statuses: ReadonlyMap<number, number>; spellings: readonly string[] }>;
}

function startFlood(gateway: string): Storm {
  const statuses = new Map<number, number>();
  const spellings: string[] = [];
  let isOver = false;
  const client = async (): Promise<void> => {
    while (!isOver) {
      const status = await statusOf(gateway, FLOOD[randomInt(FLOOD.length)]!(spellings));
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  const clients = Array.from({ length: CLIENTS }, client);
  return {
    stop: async () => {
      isOver = true;
      await Promise.all(clients);
      return { statuses, spellings };
    },
  };
}

function leavingTable(peace: Load, flooded: Load): Table {
  const rowOf = (name: string, { ms, perSecond }: Load): Cell[] => {
    const most = percentile(ms, 100);
    const figures = [percentile(ms, 50), percentile(ms, 99), most].map((value) => value.toFixed(0));
    return [name, ms.length, perSecond.toFixed(0), ...figures, most <= MOST_MS ? 'met' : 'missed'];
  };
  return {
    title: 'Withdrawals in a flood',
    note: `One click, ${LEAVING_AT_ONCE} at a time; each succeeded. Goal: ${MOST_MS} ms for the slowest.`,
    columns: ['', 'withdrawals', 'per second', 'p50 ms', 'p99 ms', 'slowest ms', 'goal'],
    rows: [rowOf('in peace', peace), rowOf(`with ${CLIENTS} clients of flood`, flooded)],
  };
}

function floodTable(statuses: ReadonlyMap<number, number>): Table {
  return {
    title: 'What the flood was answered',
    columns: ['status', 'requests'],
    rows: [...statuses].sort(([one], [other]) => one - other).map(([status, count]) => [status, count]),
  };
}

/** Each request that stands in the ledger is a mail; over all spellings of one mailbox. */
async function mailsTable(spellings: readonly string[]): Promise<Table> {
  const counts = await eachOf(spellings, async (email) => {
    const subject = await subjectId(subjectKey(), 'demo', email);
    return (await readWholeHistory(ledger(), subject, new Date())).entries.length;
  });
  return {
    title: 'Mails to one mailbox',
    columns: ['sign-ups by other spellings', 'mails'],
    rows: [[spellings.length, sum(counts)]],
  };
}

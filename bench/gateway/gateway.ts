import { randomBytes } from 'node:crypto';
import { inTurns, median, percentile, ratio } from '../numbers';
import { listen, type Call } from '../stage/call-log';
import { callFunction } from '../stage/functions';
import { Replay } from '../stage/replay';
import { openStage, processorTime, type Stage } from '../stage/stage';
import { linksOf, oneClick, press, send, signUpRequest, someAddress } from '../stage/visitor';
import type { Cell, Table } from '../table';
import { load, type Load } from './load';

const ROUNDS = 7;
const PEOPLE = 96;
const CONCURRENCY = [1, 8, 32];

/** The steps that are measured, in the order that a person takes them. */
const STEPS = ['signup', 'confirm', 'unsubscribe'] as const;
type Step = (typeof STEPS)[number];

/** Serves one step of a crowd, and so prepares the next. */
type Way = (step: Step) => Promise<readonly (() => Promise<unknown>)[]>;
type Ways = Readonly<Record<'gateway' | 'tapped' | 'engine', () => Way>>;
type Round = Readonly<Record<Step, Served>>;

/** With the milliseconds of processor time that the stage took for each person. */
interface Served extends Load {
  readonly processorMs: number;
}

/** Sign-ups, confirmations and withdrawals over HTTP, against nothing but the calls to DynamoDB that they make. */
export async function gateway(): Promise<Table[]> {
  const ways = await waysOf(await openStage());
  await rounds(ways, 8, 2); // warms up
  const tables: Table[] = [];
  for (const concurrency of CONCURRENCY) tables.push(tableOf(await rounds(ways, concurrency, ROUNDS), concurrency));
  return tables;
}

async function waysOf({ gateway: url, tapped, engine }: Stage): Promise<Ways> {
  const recording = await record();
  return {
    gateway: () => overHttp(url),
    tapped: () => directly(new Replay(tapped), recording),
    engine: () => directly(new Replay(engine), recording),
  };
}

function overHttp(url: string): Way {
  const people = Array.from({ length: PEOPLE }, someAddress);
  return async (step) => {
    if (step === 'signup') return people.map((email) => () => send(url, signUpRequest(email)));
    const links = await Promise.all(people.map(linksOf));
    const requests = links.map((link) => (step === 'confirm' ? press(link.confirm) : oneClick(link.unsubscribe)));
    return requests.map((request) => () => send(url, request));
  };
}

/** The calls that each step makes, and what in them is about one person alone: the subject, and a count of their mailbox. */
interface Recording {
  readonly own: readonly string[];
  readonly calls: Readonly<Record<Step, readonly Call[]>>;
}

/** Lets the functions serve one person, and notes what they ask of DynamoDB. */
async function record(): Promise<Recording> {
  const log = listen();
  await callFunction(signUpRequest(someAddress())); // from then on the container knows the wordings
  const ofEverybody = countersIn(log.take());
  const email = someAddress();
  await callFunction(signUpRequest(email));
  const signup = log.take();
  const ofThem = countersIn(signup).filter((id) => !ofEverybody.includes(id));
  const { subject, confirm, unsubscribe } = await linksOf(email);
  log.take();
  await callFunction(press(confirm));
  const confirming = log.take();
  await callFunction(oneClick(unsubscribe));
  return { own: [subject, ...ofThem], calls: { signup, confirm: confirming, unsubscribe: log.take() } };
}

/** What sign-ups are counted by: their mailbox, and what many share. */
function countersIn(calls: readonly Call[]): string[] {
  return calls.flatMap(({ input }) => /^count#(.*)/.exec(input.Key?.['pk']?.S ?? '')?.[1] ?? []);
}

/** The same calls about people of their own, whose ids are as long as real ones. */
function directly(replay: Replay, { own, calls }: Recording): Way {
  const people = Array.from({ length: PEOPLE }, () => randomBytes(16).toString('base64url'));
  const about = (other: string) => (call: Call) =>
    JSON.parse(own.reduce((text, id) => text.replaceAll(id, other), JSON.stringify(call.input))) as object;
  return (step) => Promise.resolve(people.map((other) => () => replay.repeat(calls[step], about(other))));
}

type Results = Readonly<Record<keyof Ways, readonly Round[]>>;

function rounds(ways: Ways, concurrency: number, count: number): Promise<Results> {
  const serve = async (jobs: readonly (() => Promise<unknown>)[]): Promise<Served> => {
    const before = await processorTime();
    const served = await load(jobs, concurrency);
    return { ...served, processorMs: ((await processorTime()) - before) / jobs.length };
  };
  const round = async (way: Way): Promise<Round> => ({
    signup: await serve(await way('signup')),
    confirm: await serve(await way('confirm')),
    unsubscribe: await serve(await way('unsubscribe')),
  });
  return inTurns(count, {
    gateway: () => round(ways.gateway()),
    tapped: () => round(ways.tapped()),
    engine: () => round(ways.engine()),
  });
}

function tableOf(results: Results, concurrency: number): Table {
  const raw = ['raw per second', 'raw p50', 'raw p99', 'raw CPU ms'];
  return {
    title: `Through the gateway, ${concurrency} at a time`,
    note:
      `Medians of ${ROUNDS} rounds of ${PEOPLE} people each, in turns. "raw": the same calls to DynamoDB from a bare client; ` +
      '"no tap": raw, past the stack\'s stand-in for the stream. "CPU ms": processor time of the stack, database included, for ' +
      'each person. "x raw": how much longer it takes than raw, round by round.',
    columns: ['', 'per second', 'p50 ms', 'p99 ms', 'CPU ms', ...raw, 'x raw', 'no tap p50'],
    rows: STEPS.map((step) => row(step, results)),
  };
}

function row(step: Step, results: Results): Cell[] {
  const [served, tapped, engine] = [results.gateway, results.tapped, results.engine].map((all) =>
    all.map((round) => round[step]),
  ) as [Served[], Served[], Served[]];
  const speeds = (loads: readonly Served[]): number[] => loads.map(({ perSecond }) => perSecond);
  const times = ratio(speeds(tapped), speeds(served));
  return [step, ...figures(served), ...figures(tapped), times.toFixed(2), figures(engine)[1] ?? ''];
}

function figures(loads: readonly Served[]): string[] {
  const ms = loads.flatMap((one) => one.ms);
  const perSecond = median(loads.map((one) => one.perSecond));
  const processorMs = median(loads.map((one) => one.processorMs));
  return [perSecond.toFixed(0), ...[percentile(ms, 50), percentile(ms, 99), processorMs].map((one) => one.toFixed(1))];
}

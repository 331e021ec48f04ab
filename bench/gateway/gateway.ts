import type { Part } from '../part';
import { openStage, type Stage } from '../stage/stage';
import { linksOf, oneClick, press, signUpRequest, someAddress } from '../stage/visitor';
import { median, percentile } from '../statistics';
import type { Cell, Table } from '../table';
import { load, type Load } from './load';
import { send } from './over-http';
import { Raw, record, STEPS, type Step } from './raw';

const ROUNDS = 7;
const PEOPLE = 48;
const CONCURRENCY = [1, 8];

/** Serves one step of a crowd, and so prepares the next. */
type Way = (step: Step) => Promise<readonly (() => Promise<unknown>)[]>;
type Ways = Readonly<Record<'gateway' | 'tapped' | 'engine', () => Way>>;
type Results = Readonly<Record<keyof Ways, readonly Load[]>>;

/** Sign-ups, confirmations and withdrawals over HTTP, against nothing but the calls to DynamoDB that they make. */
export const gateway: Part = {
  name: 'gateway',
  measure: async () => {
    const stage = await openStage();
    const ways = await waysOf(stage);
    await rounds(ways, 8, 2); // warms up
    const tables: Table[] = [];
    for (const concurrency of CONCURRENCY) tables.push(tableOf(await rounds(ways, concurrency, ROUNDS), concurrency));
    return tables;
  },
};

async function waysOf({ gateway: url, tapped, engine }: Stage): Promise<Ways> {
  const recording = await record();
  return {
    gateway: () => overHttp(url),
    tapped: () => directly(new Raw(tapped, recording)),
    engine: () => directly(new Raw(engine, recording)),
  };
}

function overHttp(url: string): Way {
  const people = Array.from({ length: PEOPLE }, someAddress);
  return async (step) => {
    if (step === 'signup') return people.map((email) => () => send(url, signUpRequest(email)));
    const links = await Promise.all(people.map(linksOf));
    return links.map(
      ({ confirm, unsubscribe }) =>
        () =>
          send(url, step === 'confirm' ? press(confirm) : oneClick(unsubscribe)),
    );
  };
}

function directly(raw: Raw): Way {
  const subjects = Array.from({ length: PEOPLE }, () => Raw.someSubject());
  return (step) => Promise.resolve(subjects.map((subject) => () => raw.repeat(step, subject)));
}

/** Takes turns, so that whatever else the machine does happens to all of the ways alike. */
async function rounds(ways: Ways, concurrency: number, count: number): Promise<Record<Step, Results>> {
  const empty = (): Record<keyof Ways, Load[]> => ({ gateway: [], tapped: [], engine: [] });
  const results: Record<Step, Record<keyof Ways, Load[]>> = { signup: empty(), confirm: empty(), unsubscribe: empty() };
  for (let round = 0; round < count; round++) {
    for (const name of ['gateway', 'tapped', 'engine'] as const) {
      const way = ways[name]();
      for (const step of STEPS) results[step][name].push(await load(await way(step), concurrency));
    }
  }
  return results;
}

function tableOf(results: Record<Step, Results>, concurrency: number): Table {
  return {
    title: `Through the gateway, ${concurrency} at a time`,
    note:
      `Medians of ${ROUNDS} rounds of ${PEOPLE} people each, in turns. "raw": the same calls to DynamoDB from a bare client; ` +
      '"without tap": past the stack\'s stand-in for the stream. "x raw": how much longer it takes than raw, round by round.',
    columns: [
      '',
      'per second',
      'p50 ms',
      'p99 ms',
      'raw per second',
      'raw p50',
      'raw p99',
      'x raw',
      'raw without tap p50',
    ],
    rows: STEPS.map((step) => row(step, results[step])),
  };
}

function row(step: Step, { gateway: served, tapped, engine }: Results): Cell[] {
  const ratios = served.map(({ perSecond }, round) => (tapped[round]?.perSecond ?? NaN) / perSecond);
  return [step, ...figures(served), ...figures(tapped), median(ratios).toFixed(2), figures(engine)[1] ?? ''];
}

function figures(loads: readonly Load[]): string[] {
  const ms = loads.flatMap((one) => one.ms);
  const perSecond = median(loads.map((one) => one.perSecond));
  return [perSecond.toFixed(0), percentile(ms, 50).toFixed(1), percentile(ms, 99).toFixed(1)];
}

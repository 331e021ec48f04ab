import path from 'node:path';
import { EXAMPLE_SITES } from '../../examples/sites/module';
import { ledger } from '../../functions/deps/tables';
import { CONSUMERS } from '../../shared/consent/consumers';
import { median, sum } from '../numbers';
import { listen } from '../stage/call-log';
import { callFunction, tellConsumer, type Request } from '../stage/functions';
import { openStage, startSequencer } from '../stage/stage';
import { askFor, oneClick, open, press, signUpRequest } from '../stage/visitor';
import type { Cell, Table } from '../table';
import { personWith, type Person } from './person';

const SIZES = [10, 100, 1000] as const;
const ROUNDS = 9;
const MOST = 3;
const MOST_UNITS = 4;

interface Sample {
  readonly ms: number;
  readonly readUnits: number;
  /** Of the costliest reading of the history. */
  readonly atOnce: number;
  readonly writeUnits: number;
  readonly roundTrips: number;
}

/** Operation -> how long is the history -> its samples. */
type Samples = Map<string, Map<number, Sample[]>>;

/**
 * What every public operation and each consumer costs with a long history, against one of ten entries; people of all lengths in turns.
 */
export async function history(): Promise<Table[]> {
  await openStage();
  // Beside the sites are their assets, as beside a bundle.
  process.env['LAMBDA_TASK_ROOT'] = path.dirname(EXAMPLE_SITES);
  await live(await personWith(SIZES[0]), SIZES[0], new Map()); // warms up
  const samples: Samples = new Map();
  const people: [Person, number][] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const size of SIZES) {
      const person = await personWith(size);
      people.push([person, size]);
      await live(person, size, samples);
    }
  }
  startSequencer();
  await callFunction(askFor('evidence', people[0]![0].email)); // catches up
  for (const [{ email }, size] of people)
    await measure('evidence', () => callFunction(askFor('evidence', email)), size, samples);
  return [tableOf(samples)];
}

/** All that a person can do, once: nothing of it makes the history longer by more than some entries. */
async function live(person: Person, size: number, samples: Samples): Promise<void> {
  const { email } = person;
  const known = await person.links();
  const form = (url: string, body: string): Request => ({ ...press(url), body });
  const noted = (name: string, work: () => Promise<unknown>): Promise<void> => measure(name, work, size, samples);
  const take = (name: string, request: Request): Promise<void> => noted(name, () => callFunction(request));
  let told = await person.steps();
  /** The consumers' work on what came since, and on what follows from that. */
  const follow = async (): Promise<void> => {
    const [step] = (await person.stepsFrom(told)).slice(0, 1);
    if (!step) return;
    told += 1;
    for (const { runs } of CONSUMERS.filter(({ types }) => types.includes(step.type)))
      await noted(`${runs}: after ${step.type}`, () => tellConsumer(runs, step));
    await follow();
  };
  await noted('retention: the first time', () => tellConsumer('retention', { ...person, site: 'demo', seq: told - 1 }));
  await take('permissions', askFor('permissions', email));
  await take('preferences: the page', open(known.preferences));
  await take('preferences: the language', form(known.preferences, `language=${size % 3 === 1 ? 'en' : 'de'}`));
  await follow();
  await take('keep: the page', open(known.keep));
  await take('keep: the button', press(known.keep));
  await follow();
  await take('receipt', open(known.receipt));
  await take('asset', open(known.asset));
  await take('signup', signUpRequest(email, { purposes: ['newsletter-events'] }));
  await follow();
  const { confirm } = await person.links();
  await take('confirm: the page', open(confirm));
  await take('confirm: the button', press(confirm));
  await follow();
  await take('unsubscribe: the page', open(known.unsubscribe));
  await take('unsubscribe: one click', oneClick(known.unsubscribe));
  await follow();
}

async function measure(name: string, work: () => Promise<unknown>, size: number, samples: Samples): Promise<void> {
  const log = listen();
  log.take();
  const start = performance.now();
  await work();
  const ms = performance.now() - start;
  const calls = log.take();
  const readUnits = sum(calls.map((call) => call.readUnits));
  const writeUnits = sum(calls.map((call) => call.writeUnits));
  const ofHistory = calls.filter(({ command, table }) => command === 'Query' && table === ledger().name);
  const atOnce = Math.max(0, ...ofHistory.map((call) => call.readUnits));
  const roundTrips = Math.max(0, ...calls.map((call) => call.roundTrip));
  const bySize = samples.get(name) ?? new Map<number, Sample[]>();
  bySize.set(size, [...(bySize.get(size) ?? []), { ms, readUnits, atOnce, writeUnits, roundTrips }]);
  samples.set(name, bySize);
}

function tableOf(samples: Samples): Table {
  return {
    title: 'Long histories',
    note:
      `Medians of ${ROUNDS} people of each length, in turns, against the local database. "x": time with so many entries ` +
      `over that with ${SIZES[0]}; goal for what a person waits for: ${MOST}. "At once": read units of the costliest query for ` +
      `entries; goal: ${MOST_UNITS}.`,
    columns: [
      'operation',
      ...SIZES.map((size) => `ms, ${size}`),
      ...SIZES.slice(1).map((size) => `x, ${size}`),
      ...[`at once, ${SIZES.join(' / ')}`, `read units`, `write units`],
      'round trips',
    ],
    rows: [...samples].map(([name, bySize]) => row(name, bySize)),
  };
}

function row(name: string, bySize: ReadonlyMap<number, readonly Sample[]>): Cell[] {
  const of = (size: number, what: keyof Sample): number => median((bySize.get(size) ?? []).map((one) => one[what]));
  // Whoever chose a language often today cannot once more.
  const sizes = SIZES.filter((size) => bySize.has(size));
  const times = SIZES.map((size) => of(size, 'ms'));
  const [least = NaN] = times;
  const each = (what: keyof Sample): string => sizes.map((size) => of(size, what)).join(' / ');
  return [
    name,
    ...times.map((ms) => ms.toFixed(1)),
    ...times.slice(1).map((ms) => (ms / least).toFixed(1)),
    ...[each('atOnce'), each('readUnits'), each('writeUnits'), each('roundTrips')],
  ];
}

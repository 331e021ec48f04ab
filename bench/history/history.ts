import path from 'node:path';
import { EXAMPLE_SITES } from '../../examples/sites/module';
import { median, sum } from '../numbers';
import { listen } from '../stage/call-log';
import { callFunction, type Request } from '../stage/functions';
import { openStage, startSequencer } from '../stage/stage';
import { askFor, oneClick, open, press, signUpRequest } from '../stage/visitor';
import type { Cell, Table } from '../table';
import { personWith, type Person } from './person';

const SIZES = [10, 100, 1000] as const;
const ROUNDS = 9;
const MOST = 3;

interface Sample {
  readonly ms: number;
  readonly readUnits: number;
  readonly roundTrips: number;
}

/** Operation -> how long is the history -> its samples. */
type Samples = Map<string, Map<number, Sample[]>>;

/** What every public operation costs with a long history, against one of ten entries; people of all lengths in turns. */
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
  for (const [{ email }, size] of people) await measure('evidence', askFor('evidence', email), size, samples);
  return [tableOf(samples)];
}

/** All that a person can do, once: nothing of it makes the history longer by more than some entries. */
async function live(person: Person, size: number, samples: Samples): Promise<void> {
  const { email } = person;
  const known = await person.links();
  const form = (url: string, body: string): Request => ({ ...press(url), body });
  const take = (name: string, request: Request): Promise<void> => measure(name, request, size, samples);
  await take('permissions', askFor('permissions', email));
  await take('preferences: the page', open(known.preferences));
  await take('preferences: the language', form(known.preferences, `language=${size % 3 === 1 ? 'en' : 'de'}`));
  await take('keep: the page', open(known.keep));
  await take('keep: the button', press(known.keep));
  await take('receipt', open(known.receipt));
  await take('asset', open(known.asset));
  await take('signup', signUpRequest(email, { purposes: ['newsletter-events'] }));
  const { confirm } = await person.links();
  await take('confirm: the page', open(confirm));
  await take('confirm: the button', press(confirm));
  await take('unsubscribe: the page', open(known.unsubscribe));
  await take('unsubscribe: one click', oneClick(known.unsubscribe));
}

async function measure(name: string, request: Request, size: number, samples: Samples): Promise<void> {
  const log = listen();
  log.take();
  const start = performance.now();
  await callFunction(request);
  const ms = performance.now() - start;
  const calls = log.take();
  const readUnits = sum(calls.map((call) => call.readUnits));
  const roundTrips = Math.max(0, ...calls.map((call) => call.roundTrip));
  const bySize = samples.get(name) ?? new Map<number, Sample[]>();
  bySize.set(size, [...(bySize.get(size) ?? []), { ms, readUnits, roundTrips }]);
  samples.set(name, bySize);
}

function tableOf(samples: Samples): Table {
  return {
    title: 'Long histories',
    note:
      `Medians of ${ROUNDS} people of each length, in turns, against the local database. "x": time with so many entries ` +
      `over that with ${SIZES[0]}; goal for what a person waits for: ${MOST}.`,
    columns: [
      'operation',
      ...SIZES.map((size) => `ms, ${size}`),
      ...SIZES.slice(1).map((size) => `x, ${size}`),
      ...SIZES.map((size) => `read units, ${size}`),
      'round trips',
    ],
    rows: [...samples].map(([name, bySize]) => row(name, bySize)),
  };
}

function row(name: string, bySize: ReadonlyMap<number, readonly Sample[]>): Cell[] {
  const of = (size: number, what: keyof Sample): number => median((bySize.get(size) ?? []).map((one) => one[what]));
  const times = SIZES.map((size) => of(size, 'ms'));
  const [least = NaN] = times;
  const trips = [...new Set(SIZES.map((size) => of(size, 'roundTrips')))];
  return [
    name,
    ...times.map((ms) => ms.toFixed(1)),
    ...times.slice(1).map((ms) => (ms / least).toFixed(1)),
    ...SIZES.map((size) => of(size, 'readUnits')),
    trips.join(' - '),
  ];
}

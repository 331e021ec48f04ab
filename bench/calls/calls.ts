import { sum } from '../numbers';
import { listen, type Call } from '../stage/call-log';
import { openStage } from '../stage/stage';
import type { Cell, Table } from '../table';
import { life, questions, signUps, type Operation, type Operations } from './operations';

const MOST_ROUND_TRIPS = 3;
/** Four of a sign-up's count against floods. */
const MOST_WRITE_UNITS = 10;

/** The calls of each operation to DynamoDB: counted, not timed. */
export async function calls(): Promise<Table[]> {
  await openStage();
  const special = await counted(signUps());
  const whole = await counted(life());
  const asked = await counted(questions());
  return [operationsTable([...special, ...whole, ...asked]), lifeTable(whole)];
}

type Counted = Pick<Operation, 'name' | 'isAwaited'> & { readonly calls: readonly Call[] };

async function counted(operations: Operations | Operation[]): Promise<Counted[]> {
  const log = listen();
  const found: Counted[] = [];
  for await (const { name, run, isAwaited } of operations) {
    log.take();
    await run();
    found.push({ name, isAwaited, calls: log.take() });
  }
  return found;
}

const readUnits = (made: readonly Call[]): number => sum(made.map((call) => call.readUnits));
const writeUnits = (made: readonly Call[]): number => sum(made.map((call) => call.writeUnits));
const roundTrips = (made: readonly Call[]): number => Math.max(0, ...made.map((call) => call.roundTrip));

function operationsTable(operations: readonly Counted[]): Table {
  return {
    title: 'Calls to DynamoDB',
    note:
      'Calls joined by "+" are under way at the same time and share a round trip. Goals for what somebody waits for: ' +
      `${MOST_ROUND_TRIPS} round trips, ${MOST_WRITE_UNITS} write units.`,
    columns: ['operation', 'round trips', 'write units', 'read units', 'goals', 'calls'],
    rows: operations.map(({ name, isAwaited, calls }) => {
      const goals = isAwaited ? verdict(calls) : '';
      return [name, roundTrips(calls), writeUnits(calls), readUnits(calls), goals, sequence(calls)];
    }),
  };
}

function verdict(made: readonly Call[]): string {
  return roundTrips(made) <= MOST_ROUND_TRIPS && writeUnits(made) <= MOST_WRITE_UNITS ? 'met' : 'missed';
}

/** "Query Ledger, 2 PutItem Vault, PutItem Ledger" */
function sequence(made: readonly Call[]): string {
  const trips = Array.from({ length: roundTrips(made) }, (_, n) => made.filter((call) => call.roundTrip === n + 1));
  return trips.map((trip) => grouped(trip.map(({ command, table }) => `${command} ${table}`)).join(' + ')).join(', ');
}

function grouped(names: readonly string[]): string[] {
  return [...new Set(names)].map((name) => {
    const times = names.filter((other) => other === name).length;
    return times > 1 ? `${times} ${name}` : name;
  });
}

function lifeTable(operations: readonly Counted[]): Table {
  const names = [...new Set(operations.map(functionOf))];
  const made = (name: string): Counted[] => operations.filter((one) => functionOf(one) === name);
  const row = (name: string, some: readonly Counted[]): Cell[] => {
    const all = some.flatMap(({ calls }) => calls);
    return [name, some.length, writeUnits(all), readUnits(all)];
  };
  return {
    title: 'A sign-up that is confirmed and later withdrawn',
    note: 'Newsletter with its analysis, in containers that know the wordings; each page opened once.',
    columns: ['function', 'calls', 'write units', 'read units'],
    rows: [...names.map((name) => row(name, made(name))), row('sum', operations)],
  };
}

function functionOf({ name }: Counted): string {
  return name.split(':')[0] ?? '';
}

import { eachOf } from '../../shared/ledger/batches';
import { median } from '../numbers';
import { openStage } from '../stage/stage';
import { send, signUpRequest } from '../stage/visitor';
import type { Cell, Table } from '../table';
import { likelier, type Likelier } from './likelier';
import { addressIn, STATES } from './states';

const SAMPLES = 500;
const NAMES = Object.keys(STATES);
/** Whoever guesses by the time alone, and once, is right that much more often than by a coin. */
const MOST = 0.05;

/** Whether the time of an answer to a sign-up tells what the address is to the site. */
export async function timing(): Promise<Table[]> {
  const { gateway } = await openStage();
  const ms = new Map(NAMES.map((name): [string, number[]] => [name, []]));
  await round(gateway, new Map());
  for (let n = 0; n < SAMPLES; n++) await round(gateway, ms);
  return [tableOf(ms)];
}

/** One sample of each state, in an order that is another each time. */
async function round(gateway: string, ms: ReadonlyMap<string, number[]>): Promise<void> {
  const order = [...NAMES].sort(() => Math.random() - 0.5);
  const addresses = await eachOf(order, addressIn);
  for (const [n, name] of order.entries()) {
    const start = performance.now();
    await send(gateway, signUpRequest(addresses[n]!));
    ms.get(name)?.push(performance.now() - start);
  }
}

function tableOf(ms: ReadonlyMap<string, readonly number[]>): Table {
  const [unknown = []] = ms.values();
  return {
    title: 'Time of the answer to a sign-up, by state',
    note:
      `${SAMPLES} interleaved samples of each. "slower": how often one takes longer than one of an unknown address; 0.50 ` +
      `tells nothing. Goal: 0.50 +- ${MOST}. "p": of such a difference by chance (Mann-Whitney, two-sided).`,
    columns: ['the address', 'median ms', 'difference ms', 'slower', 'p', 'goal'],
    rows: [...ms].map(([name, samples], n) => row(name, samples, unknown, n === 0)),
  };
}

function row(name: string, samples: readonly number[], unknown: readonly number[], isItself: boolean): Cell[] {
  const figures = [median(samples).toFixed(2), (median(samples) - median(unknown)).toFixed(2)];
  return isItself ? [name, ...figures, '', '', ''] : [name, ...figures, ...verdict(likelier(samples, unknown))];
}

function verdict({ slower, p }: Likelier): Cell[] {
  return [slower.toFixed(3), p.toFixed(3), Math.abs(slower - 0.5) <= MOST ? 'met' : 'missed'];
}

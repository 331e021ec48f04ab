import { Clock } from '../../local/clock';
import { callEngine } from '../../local/dynamo/client';
import { expirySweep } from '../../local/dynamo/sweep';
import { ensureTables } from '../../local/dynamo/tables';
import { testEngine } from './engine';
import { until } from './folder';

const DAY_MS = 24 * 60 * 60 * 1000;
const engine = testEngine();

beforeAll(() => ensureTables(engine.endpoint()));

function put(table: string, pk: string, endsInDays?: number): Promise<unknown> {
  const seconds = Math.floor((Date.now() + (endsInDays ?? 0) * DAY_MS) / 1000);
  const end = endsInDays === undefined ? {} : { expiresAt: { N: String(seconds) } };
  return callEngine(engine.endpoint(), 'PutItem', {
    TableName: table,
    Item: { pk: { S: pk }, sk: { S: 'x' }, ...end },
  });
}

async function left(table: string): Promise<string[]> {
  const { Items } = await callEngine<{ Items: { pk: { S: string } }[] }>(engine.endpoint(), 'Scan', {
    TableName: table,
  });
  return Items.map(({ pk }) => pk.S).sort();
}

test('the sweep deletes what is past its end on the clock, over many pages, and nothing else', async () => {
  const clock = new Clock(0);
  const many = Array.from({ length: 600 }, (_, n) => put('Vault', `soon-${n}`, 7));
  await Promise.all([...many, put('Vault', 'later', 9), put('Vault', 'kept'), put('Ledger', 'soon', 7)]);
  const sweep = expirySweep(engine.endpoint(), clock, () => undefined).start();
  await put('Vault', 'past', -1);
  sweep.wake();
  await until(
    () => left('Vault'),
    (names) => !names.includes('past'),
  );
  expect(await left('Vault')).toHaveLength(602);

  clock.moveTo(8 * DAY_MS);
  sweep.wake();
  await until(
    () => left('Vault'),
    (names) => names.length === 2,
  );
  expect(await left('Vault')).toEqual(['kept', 'later']);
  await until(
    () => left('Ledger'),
    (names) => names.length === 0,
  );
  await sweep.stop();
});

import { BatchWriteItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { readJournal, type JournalPlace } from '../../shared/ledger/journal';
import type { LedgerTable } from '../../shared/ledger/table';
import { createTables, startEngine, type Engine } from './engine';

let engine: Engine;
let table: LedgerTable;

beforeAll(async () => {
  engine = await startEngine();
  const { LEDGER_TABLE: name = '' } = await createTables(engine.endpoint);
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const client = new DynamoDBClient({ region: 'eu-central-1', credentials, endpoint: engine.endpoint });
  table = { kind: 'ledger', client, name };
});
afterAll(async () => {
  table.client.destroy();
  await engine.stop();
});

const HASH = 'A'.repeat(43);
const SUBJECT = 'S'.repeat(22);
const START = Date.parse('2026-11-01T00:00:00Z');

/** A step by that operator, so many minutes into the month, as far as the journal looks at it. */
function item(seq: number, operator: string): object {
  const at = new Date(START + seq * 60_000).toISOString();
  const entry = { site: 'demo', subject: SUBJECT, seq, type: 'EvidenceDisclosed', at, prev: HASH, hash: HASH };
  const place = String(seq).padStart(8, '0');
  const keys = { pk: `subject#${SUBJECT}`, sk: `entry#${place}`, site: 'demo', journal: `${at}#${place}` };
  return { ...keys, type: entry.type, operator, entry: JSON.stringify(entry) };
}

async function put(items: readonly object[]): Promise<void> {
  for (let n = 0; n < items.length; n += 25) {
    const puts = items.slice(n, n + 25).map((one) => ({ PutRequest: { Item: marshall(one) } }));
    await table.client.send(new BatchWriteItemCommand({ RequestItems: { [table.name]: puts } }));
  }
}

test('a filter that finds little in what a script did answers in time, and is gone on with', async () => {
  const script = Array.from({ length: 2600 }, (_, n) => item(n + 1, 'script'));
  await put([item(0, 'somebody'), ...script]);
  const month = { from: '2026-11-01T00:00:00.000Z', to: '2026-11-30T22:59:59.999Z', now: new Date(START) };
  const page = (before: JournalPlace | undefined, operator = 'somebody') =>
    readJournal(table, 'demo', { ...month, operator, limit: 50, before });
  const first = await page(undefined);
  expect(first.steps).toEqual([]);
  expect(first.next).toBeDefined();
  const second = await page(first.next);
  expect(second.steps.map(({ operator }) => operator)).toEqual(['somebody']);
  expect(second.next).toBeUndefined();
  // What it finds at once fills a page, which the next one goes on behind.
  const full = await page(undefined, 'script');
  const next = await page(full.next, 'script');
  expect([...full.steps, ...next.steps].map(({ entry }) => entry.seq)).toEqual(
    Array.from({ length: 100 }, (_, n) => 2600 - n),
  );
});

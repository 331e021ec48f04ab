import { TABLES } from '../aws';
import { callEngine, EngineError } from './client';

/** Creates the tables that are missing. */
export async function ensureTables(endpoint: string): Promise<void> {
  await Promise.all(Object.values(TABLES).map((table) => ensureTable(endpoint, table)));
}

async function ensureTable(endpoint: string, table: string): Promise<void> {
  await callEngine(endpoint, 'CreateTable', {
    TableName: table,
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
    AttributeDefinitions: ['pk', 'sk'].map((name) => ({ AttributeName: name, AttributeType: 'S' })),
  }).catch(unlessThere);
  while (!(await isActive(endpoint, table))) await new Promise((resolve) => setTimeout(resolve, 20));
}

function unlessThere(error: unknown): void {
  if (!(error instanceof EngineError && error.code === 'ResourceInUseException')) throw error;
}

async function isActive(endpoint: string, table: string): Promise<boolean> {
  const { Table } = await callEngine<{ Table: { TableStatus: string } }>(endpoint, 'DescribeTable', {
    TableName: table,
  });
  return Table.TableStatus === 'ACTIVE';
}

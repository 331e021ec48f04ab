import { TABLES } from '../aws';
import { JOURNAL } from '../../shared/ledger/journal';
import { callEngine, EngineError } from './client';

/** Creates the tables that are missing. */
export async function ensureTables(endpoint: string): Promise<void> {
  await Promise.all(Object.values(TABLES).map((table) => ensureTable(endpoint, table)));
}

async function ensureTable(endpoint: string, table: string): Promise<void> {
  const isLedger = table === TABLES.LEDGER_TABLE;
  await callEngine(endpoint, 'CreateTable', { TableName: table, ...(isLedger ? LEDGER : ITEMS) }).catch(unlessThere);
  while (!(await isActive(endpoint, table, isLedger))) await new Promise((resolve) => setTimeout(resolve, 20));
}

const schema = (hash: string, range: string) => [
  { AttributeName: hash, KeyType: 'HASH' as const },
  { AttributeName: range, KeyType: 'RANGE' as const },
];
const strings = (names: readonly string[]) =>
  names.map((name) => ({ AttributeName: name, AttributeType: 'S' as const }));

/** A table as the stack makes it. */
export const ITEMS = {
  BillingMode: 'PAY_PER_REQUEST' as const,
  KeySchema: schema('pk', 'sk'),
  AttributeDefinitions: strings(['pk', 'sk']),
};

/** The same of the ledger, which has the journal. */
export const LEDGER = {
  ...ITEMS,
  AttributeDefinitions: strings(['pk', 'sk', JOURNAL.partitionKey, JOURNAL.sortKey]),
  GlobalSecondaryIndexes: [
    {
      IndexName: JOURNAL.name,
      KeySchema: schema(JOURNAL.partitionKey, JOURNAL.sortKey),
      Projection: { ProjectionType: 'INCLUDE' as const, NonKeyAttributes: [...JOURNAL.attributes] },
    },
  ],
};

function unlessThere(error: unknown): void {
  if (!(error instanceof EngineError && error.code === 'ResourceInUseException')) throw error;
}

interface Described {
  readonly Table: { readonly TableStatus: string; readonly GlobalSecondaryIndexes?: readonly object[] };
}

async function isActive(endpoint: string, table: string, isLedger: boolean): Promise<boolean> {
  const { Table } = await callEngine<Described>(endpoint, 'DescribeTable', { TableName: table });
  // No engine here adds an index to a table that is there.
  if (isLedger && Table.GlobalSecondaryIndexes === undefined) {
    throw new Error(
      'These tables were made by an earlier version. Delete the folder (.local), or choose another: DATA_DIR.',
    );
  }
  return Table.TableStatus === 'ACTIVE';
}

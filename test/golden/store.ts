import { DynamoDBClient, paginateScan, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { Holdings } from '../../shared/ledger/table';
import { createTables, startEngine } from '../integration/engine';
import type { StoredItem } from './parts';

/** A ledger and a vault of a real engine. */
export interface Store extends Holdings {
  scan(table: keyof Holdings): Promise<StoredItem[]>;
  put(table: keyof Holdings, items: readonly StoredItem[]): Promise<void>;
  stop(): Promise<void>;
}

export async function startStore(): Promise<Store> {
  const engine = await startEngine();
  const { LEDGER_TABLE = '', VAULT_TABLE = '' } = await createTables(engine.endpoint);
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const client = new DynamoDBClient({ endpoint: engine.endpoint, region: 'eu-central-1', credentials });
  const names = { ledger: LEDGER_TABLE, vault: VAULT_TABLE };
  return {
    ledger: { kind: 'ledger', client, name: LEDGER_TABLE },
    vault: { kind: 'vault', client, name: VAULT_TABLE },
    scan: async (table) => {
      const items: StoredItem[] = [];
      for await (const { Items = [] } of paginateScan({ client }, { TableName: names[table] }))
        items.push(...Items.map((item) => unmarshall(item) as StoredItem));
      return items.sort((one, other) => (one.sk < other.sk ? -1 : 1));
    },
    put: async (table, items) => {
      for (const item of items)
        await client.send(new PutItemCommand({ TableName: names[table], Item: marshall(item) }));
    },
    stop: async () => {
      client.destroy();
      await engine.stop();
    },
  };
}

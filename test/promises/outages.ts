import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { CONSUMERS } from '../../shared/consent/consumers';
import type { ConsumerName } from '../../shared/consent/steps/step-type';
import { tellConsumer, workOff, type World } from '../integration/world';

/** Tells of what came since the last call all consumers but those. */
export function newsWithout(world: World, down: readonly ConsumerName[]): () => Promise<void> {
  const fresh = world.newEntries();
  return async () => {
    for (let entries = await fresh(); entries.length > 0; entries = await fresh()) {
      for (const entry of entries) {
        const up = CONSUMERS.filter(({ name, types }) => !down.includes(name) && types.includes(entry.type));
        for (const { name } of up) await tellConsumer(name, entry);
      }
    }
    if (!down.includes('mailer')) await workOff(world);
  };
}

/** What DynamoDB does by itself. */
export async function deleteExpired(world: World): Promise<void> {
  for (const [table, variable] of [
    ['ledger', 'LEDGER_TABLE'],
    ['vault', 'VAULT_TABLE'],
  ] as const) {
    for (const { pk, sk, expiresAt } of await world.items(table)) {
      if (typeof expiresAt !== 'number' || expiresAt * 1000 > Date.now()) continue;
      const TableName = process.env[variable] as string;
      await world.dynamo.send(new DeleteItemCommand({ TableName, Key: marshall({ pk, sk }) }));
    }
  }
}

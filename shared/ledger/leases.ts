import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { ComesAgain } from '../comes-again';
import { epochSeconds, isConditionFailed, toItem } from './dynamo';
import type { LimitsTable } from './table';

/** Somebody else is at it, and will be done, or dead, when the message comes again. */
export class Leased extends ComesAgain {
  override readonly name = 'Leased';
}

/**
 * Keeps everybody else from the same for so long. It is not given back: what came of it is in the history, and whoever died has had
 * their time.
 *
 * @param name has no address in it
 * @throws {Leased}
 */
export async function lease(table: LimitsTable, name: string, now: Date, ms: number): Promise<void> {
  const command = new UpdateItemCommand({
    TableName: table.name,
    Key: toItem({ pk: name, sk: 'lease' }),
    UpdateExpression: 'SET expiresAt = :end',
    ConditionExpression: 'attribute_not_exists(expiresAt) OR expiresAt <= :now',
    ExpressionAttributeValues: toItem({
      ':now': epochSeconds(now),
      ':end': epochSeconds(new Date(now.getTime() + ms)),
    }),
  });
  try {
    await table.client.send(command);
  } catch (error) {
    if (isConditionFailed(error)) throw new Leased();
    throw error;
  }
}

import { UpdateItemCommand, type UpdateItemCommandInput } from '@aws-sdk/client-dynamodb';
import { epochSeconds, isConditionFailed, toItem, type Keys } from './dynamo';
import { readItems } from './read-items';
import type { LimitsTable } from './table';

/** Whether a site's confirmation mails are stopped. */
export interface Brake {
  /** Since when they are, ISO 8601; undefined where they are sent. */
  readonly stoppedAt?: string;
  /** When they were released last. What was counted before says nothing any more. */
  readonly releasedAt?: string;
}

type BrakeItem = Keys & Brake;

/** A release is of no use any more once nothing is counted that happened before it. */
const RELEASE_MS = 2 * 24 * 60 * 60 * 1000;

export const brakeKeys = (id: string): Keys => ({ pk: `brake#${id}`, sk: 'brake' });

/** A site's brake among items that were read; without one, nothing was ever stopped. */
export function brakeIn(items: readonly Keys[], id: string): Brake {
  const { stoppedAt, releasedAt } = (items.find(({ pk }) => pk === brakeKeys(id).pk) ?? {}) as Partial<BrakeItem>;
  return { ...(stoppedAt !== undefined && { stoppedAt }), ...(releasedAt !== undefined && { releasedAt }) };
}

export async function readBrake(table: LimitsTable, id: string): Promise<Brake> {
  return brakeIn(await readItems(table, [brakeKeys(id)], { ConsistentRead: true }), id);
}

/**
 * Stops them, for as long as nobody releases them: the item has no end.
 *
 * @param seen the brake by which it was decided: whatever was counted before a release stops nothing after it
 * @returns false where they were stopped already, or were released meanwhile
 */
export function putBrake(table: LimitsTable, id: string, { releasedAt = '' }: Brake, now: Date): Promise<boolean> {
  return update(table, id, {
    UpdateExpression: 'SET stoppedAt = :now REMOVE expiresAt',
    ConditionExpression:
      'attribute_not_exists(stoppedAt) AND (attribute_not_exists(releasedAt) OR releasedAt = :released)',
    ExpressionAttributeValues: toItem({ ':now': now.toISOString(), ':released': releasedAt }),
  });
}

/** @returns false where nothing is stopped */
export function releaseBrake(table: LimitsTable, id: string, now: Date): Promise<boolean> {
  return update(table, id, {
    UpdateExpression: 'SET releasedAt = :now, expiresAt = :end REMOVE stoppedAt',
    ConditionExpression: 'attribute_exists(stoppedAt)',
    ExpressionAttributeValues: toItem({
      ':now': now.toISOString(),
      ':end': epochSeconds(new Date(now.getTime() + RELEASE_MS)),
    }),
  });
}

function update(
  table: LimitsTable,
  id: string,
  change: Pick<UpdateItemCommandInput, 'UpdateExpression' | 'ConditionExpression' | 'ExpressionAttributeValues'>,
): Promise<boolean> {
  return table.client
    .send(new UpdateItemCommand({ TableName: table.name, Key: toItem(brakeKeys(id)), ...change }))
    .then(
      () => true,
      (error: unknown) => {
        if (isConditionFailed(error)) return false;
        throw error;
      },
    );
}

import { EXPIRING } from '../aws';
import { Loop } from '../loop';
import type { Clock } from '../clock';
import type { Report } from '../report';
import { callEngine, EngineError, type WireItem } from './client';

const PAUSE_MS = 5000;
/** A sweep reads whole tables; it rests so much longer than it works, so that large ones do not slow the stack. */
const REST_FACTOR = 20;
const PAGE = 500;

interface Page {
  readonly Items: readonly WireItem[];
  readonly LastEvaluatedKey?: WireItem;
}

/**
 * Does what DynamoDB's time to live does, on the stack's clock: deletes what is past its `expiresAt`. Unlike AWS,
 * which takes days over it, this is prompt; the functions treat such items as gone in both cases.
 */
export function expirySweep(endpoint: string, clock: Clock, report: Report): Loop {
  return new Loop('expiry sweep', report, async () => {
    const started = performance.now();
    for (const table of EXPIRING) await sweepTable(endpoint, table, clock);
    return Math.max(PAUSE_MS, REST_FACTOR * (performance.now() - started));
  });
}

/** Deletes what is past its end in one table. */
export async function sweepTable(endpoint: string, table: string, clock: Clock): Promise<void> {
  let from: WireItem | undefined;
  do {
    const values = { ':now': { N: String(Math.floor(clock.now().getTime() / 1000)) } };
    const page: Page = await callEngine<Page>(endpoint, 'Scan', {
      TableName: table,
      Limit: PAGE,
      ProjectionExpression: 'pk, sk',
      FilterExpression: 'expiresAt <= :now',
      ExpressionAttributeValues: values,
      ...(from && { ExclusiveStartKey: from }),
    });
    for (const key of page.Items) await deleteExpired(endpoint, table, key, values);
    from = page.LastEvaluatedKey;
  } while (from);
}

/** The condition lets an item live whose end was lifted in the meantime. */
async function deleteExpired(endpoint: string, table: string, key: WireItem, values: WireItem): Promise<void> {
  await callEngine(endpoint, 'DeleteItem', {
    TableName: table,
    Key: key,
    ConditionExpression: 'expiresAt <= :now',
    ExpressionAttributeValues: values,
  }).catch((error: unknown) => {
    if (!(error instanceof EngineError && error.code === 'ConditionalCheckFailedException')) throw error;
  });
}

import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { endOf, recordEnds } from '../consent/ends';
import type { Entry } from '../consent/entry';
import { fold } from '../consent/fold';
import { required } from '../environment';
import { dynamo, epochSeconds, isConditionFailed, readAll, subjectKey, toItem, type Keys } from './dynamo';

const LEDGER = required('LEDGER_TABLE');
const VAULT = required('VAULT_TABLE');

interface Kept extends Keys {
  readonly entry?: string;
  readonly digest?: string;
  readonly expiresAt?: number;
}

/**
 * Gives each of a subject's entries, and the parts it names, the end that follows from the subject's history. Sees
 * also what is past its end but not yet deleted, as a click in the last second may still lift that.
 * Repeating it is harmless.
 */
export async function applyEnds(subject: string, now: Date): Promise<void> {
  const [items, parts] = await Promise.all([
    readAll<Kept>(LEDGER, subjectKey(subject)),
    readAll<Kept>(VAULT, subjectKey(subject)),
  ]);
  const entries = items.map(({ entry = '' }) => JSON.parse(entry) as Entry);
  const ends = recordEnds(fold(entries, now));
  const endsByDigest = new Map(
    entries.flatMap((entry) => Object.values(entry.parts).map((digest) => [digest, endOf(entry, ends)])),
  );
  await Promise.all([
    ...entries.map((entry, n) => setEnd(LEDGER, items[n] as Kept, endOf(entry, ends))),
    // A part that no entry names was left behind by a step that was never taken: it keeps the end it was born with.
    ...parts
      .filter(({ digest = '' }) => endsByDigest.has(digest))
      .map((part) => setEnd(VAULT, part, endsByDigest.get(part.digest ?? ''))),
  ]);
}

async function setEnd(
  TableName: string,
  { pk, sk, expiresAt }: Kept,
  end: Date | undefined | 'as-born',
): Promise<void> {
  const wanted = end === 'as-born' ? expiresAt : end && epochSeconds(end);
  if (wanted === expiresAt) return;
  const update = new UpdateItemCommand({
    TableName,
    Key: toItem({ pk, sk }),
    // Never makes an item anew that was deleted in between.
    ConditionExpression: 'attribute_exists(pk)',
    UpdateExpression: wanted === undefined ? 'REMOVE expiresAt' : 'SET expiresAt = :end',
    ...(wanted !== undefined && { ExpressionAttributeValues: toItem({ ':end': wanted }) }),
  });
  await dynamo.send(update).catch((error: unknown) => {
    if (!isConditionFailed(error)) throw error;
  });
}

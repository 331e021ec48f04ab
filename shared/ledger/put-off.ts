import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { SubjectId } from '../ids';
import type { Entry } from '../consent/entry';
import { epochSeconds, isConditionFailed, subjectKey, toItem, type Keys } from './dynamo';
import { entryKey } from './ledger';
import type { PartClass } from './part';
import type { Holdings, Table } from './table';
import { partKey } from './vault';

/** From which end to which. */
export interface PutOff {
  readonly from: Date;
  readonly to: Date;
}

/**
 * Puts off the end of these entries and of their parts, of each that still has the end that a sign-up is born with. Done before
 * a confirmation is written, so that nothing of it goes before `retention` saw to it, however long that is down. Durable when it
 * returns; repeating it is harmless.
 */
export async function putOffEnds(
  { ledger, vault }: Holdings,
  subject: SubjectId,
  entries: readonly Entry[],
  ends: PutOff,
): Promise<void> {
  const pk = subjectKey(subject);
  const parts = entries.flatMap(({ recordId, parts: digests }) =>
    Object.entries(digests).map(([name, digest]) => partKey(recordId, { class: name as PartClass, digest })),
  );
  await Promise.all([
    ...entries.map(({ seq }) => putOff(ledger, { pk, sk: entryKey(seq) }, ends)),
    ...parts.map((sk) => putOff(vault, { pk, sk }, ends)),
  ]);
}

async function putOff(table: Table, keys: Keys, { from, to }: PutOff): Promise<void> {
  const update = new UpdateItemCommand({
    TableName: table.name,
    Key: toItem(keys),
    // What has another end has it by a rule, or is not there any more.
    ConditionExpression: 'expiresAt = :from',
    UpdateExpression: 'SET expiresAt = :to',
    ExpressionAttributeValues: toItem({ ':from': epochSeconds(from), ':to': epochSeconds(to) }),
  });
  await table.client.send(update).catch((error: unknown) => {
    if (!isConditionFailed(error)) throw error;
  });
}

import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Entry } from '../consent/entry';
import type { Digest, SubjectId } from '../ids';
import { epochSeconds, isConditionFailed, readAll, subjectKey, toItem, type Keys } from './dynamo';
import { entryKey } from './entry-items';
import type { PartClass } from './part';
import { readWhole, SummaryTaken, suspendSummary } from './summary';
import type { Holdings, Table } from './table';
import { partKey } from './vault';

/** From which end to which. */
export interface PutOff {
  readonly from: Date;
  readonly to: Date;
}

/**
 * Puts off the end of these entries and of their parts, of each that still has the end that a sign-up is born with. Done before
 * anybody is told that it was confirmed, so that nothing of it goes before `retention` saw to it, however long that is down. Durable
 * when it returns; repeating it is harmless.
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

/** `retention` may write a summary at the same time. */
const TRIES = 5;

/** What has to be there still, and until when at least. */
export interface Needed {
  readonly isPartNeeded: (digest: Digest) => boolean;
  readonly now: Date;
  readonly to: Date;
}

/**
 * Puts off every end that would come before `to`: of a person's entries, and of the parts that are needed. Done before a step is
 * written that keeps them, so that nothing of it goes before `retention` saw to it. From the newest entry on: wherever it stops, no
 * consent is left without its withdrawal. Durable when it returns; repeating it is harmless.
 *
 * A summary is taken out of use before: if the step is never written, nothing else would have `retention` look at these ends again.
 */
export async function putOffAllEnds(tables: Holdings, subject: SubjectId, needed: Needed): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await putOffOnce(tables, subject, needed);
    } catch (error) {
      if (!(error instanceof SummaryTaken) || attempt === TRIES) throw error;
    }
  }
}

async function putOffOnce(
  { ledger, vault }: Holdings,
  subject: SubjectId,
  { isPartNeeded, now, to }: Needed,
): Promise<void> {
  const pk = subjectKey(subject);
  const [{ stored, beside }, parts] = await Promise.all([
    readWhole(ledger, subject),
    readAll<Keys & { digest: Digest }>(vault, pk),
  ]);
  const first = stored[0]?.entry;
  if (first && beside) await suspendSummary(ledger, first, beside.mark, now);
  const ends = { ':now': epochSeconds(now), ':to': epochSeconds(to) };
  const needed = parts.filter(({ digest }) => isPartNeeded(digest));
  for (const { item } of stored.toReversed()) await setLater(ledger, item, SOONER, ends);
  await Promise.all(needed.map(({ sk }) => setLater(vault, { pk, sk }, SOONER, ends)));
}

/** Not of what is past its end: that is gone. */
const SOONER = 'expiresAt > :now AND expiresAt < :to';

async function putOff(table: Table, keys: Keys, { from, to }: PutOff): Promise<void> {
  // What has another end has it by a rule, or is not there any more.
  await setLater(table, keys, 'expiresAt = :from', { ':from': epochSeconds(from), ':to': epochSeconds(to) });
}

async function setLater(
  table: Table,
  { pk, sk }: Keys,
  condition: string,
  ends: Readonly<Record<string, number>>,
): Promise<void> {
  const update = new UpdateItemCommand({
    TableName: table.name,
    Key: toItem({ pk, sk }),
    ConditionExpression: condition,
    UpdateExpression: 'SET expiresAt = :to',
    ExpressionAttributeValues: toItem(ends),
  });
  await table.client.send(update).catch((error: unknown) => {
    if (!isConditionFailed(error)) throw error;
  });
}

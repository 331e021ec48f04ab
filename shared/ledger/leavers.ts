import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { plus } from '../calendar';
import type { Leaving } from '../consent/leaving';
import { isSubjectId, type SubjectId } from '../ids';
import { KEPT } from './changes';
import { epochSeconds, toItem, type Keys } from './dynamo';
import { readNewestFirst } from './newest-first';
import type { AudienceTable } from './table';

/** That somebody left a purpose, and how. Holds ids, no address. */
export interface Leaver extends Leaving {
  readonly site: string;
  readonly subject: SubjectId;
}

/** A day later than anybody is told. */
const DELETED_AFTER = 'P36D';

type LeaverItem = Keys & Pick<Leaver, 'how' | 'via'> & { readonly expiresAt: number };

const partition = (site: string): string => `leavers#${site}`;

/** Whether it is still said who left at that time: for 35 days, as changes are. */
export const isSaidWhoLeft = (at: string, now: Date): boolean => plus(new Date(at), KEPT) > now;

/** Durable when it returns. Under the time at which they left, so that repeating it says nothing twice. */
export async function noteLeaver(table: AudienceTable, leaver: Leaver): Promise<void> {
  const { site, subject, purpose, at, how, via } = leaver;
  const item: LeaverItem = {
    ...{ pk: partition(site), sk: `${at}#${subject}#${purpose}`, how, ...(via !== undefined && { via }) },
    expiresAt: epochSeconds(plus(new Date(at), DELETED_AFTER)),
  };
  await table.client.send(new PutItemCommand({ TableName: table.name, Item: toItem(item) }));
}

export interface LeaversPage {
  readonly leavers: readonly Leaver[];
  /** After which the next page begins; undefined on the last. */
  readonly next?: string;
}

interface Wanted {
  /** ISO 8601: who left before is not wanted. */
  readonly since: string;
  /** The place that an earlier page ended at. */
  readonly before: string | undefined;
  readonly limit: number;
}

/** Who left since then, the latest first. Whoever came back is among them: that is in the audience. */
export async function readLeavers(
  table: AudienceTable,
  site: string,
  { since, before, limit }: Wanted,
): Promise<LeaversPage> {
  const { items, next } = await readNewestFirst<LeaverItem>(table, partition(site), { before, limit, from: since });
  return { leavers: items.flatMap((item) => leaverOf(site, item)), ...(next !== undefined && { next }) };
}

function leaverOf(site: string, { sk, how, via }: LeaverItem): Leaver[] {
  const [at, subject, purpose] = sk.split('#');
  if (at === undefined || purpose === undefined || !isSubjectId(subject)) return [];
  return [{ site, subject, purpose, at, how, ...(via !== undefined && { via }) }];
}

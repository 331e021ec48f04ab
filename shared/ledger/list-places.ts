import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { SubjectId } from '../ids';
import { epochSeconds, fromItem, isGone, toItem, type Keys } from './dynamo';
import type { AudienceTable } from './table';

/** What waits for the operators of a site. */
export interface Waits {
  /** People with unused consents about which nobody has decided. */
  readonly undecided: number;
  /** Those of them whose time to be decided about is nearly over. */
  readonly ending: number;
  /** Holds and restrictions whose day of review has come. */
  readonly due: number;
}

/** How far the list of a site was worked off, where one run did not come to its end. */
export interface ListPlace {
  /** Whom it came to last; undefined where it was gone through to its end, and is to be begun anew. */
  readonly after?: SubjectId | undefined;
  /** What waits among those up to there. */
  readonly found: Waits;
  /** What waited when the list was last gone through to its end; undefined where it never was. */
  readonly before?: Waits | undefined;
}

type PlaceItem = Keys & Partial<ListPlace> & { readonly expiresAt?: number };

const placeKey = (site: string): Keys => ({ pk: 'review', sk: `list#${site}` });

/** Undefined where nothing was left to be done. */
export async function readListPlace(table: AudienceTable, site: string, now: Date): Promise<ListPlace | undefined> {
  const Key = toItem(placeKey(site));
  const { Item } = await table.client.send(new GetItemCommand({ TableName: table.name, Key, ConsistentRead: true }));
  const item = Item && fromItem<PlaceItem>(Item);
  if (!item || isGone(item, now) || !item.found) return undefined;
  return { after: item.after, found: item.found, before: item.before };
}

/** Durable when this returns. Without a place, the one that is there ends. */
export async function saveListPlace(
  table: AudienceTable,
  site: string,
  place: ListPlace | undefined,
  now: Date,
): Promise<void> {
  const item: PlaceItem = { ...placeKey(site), ...(place ?? { expiresAt: epochSeconds(now) }) };
  await table.client.send(new PutItemCommand({ TableName: table.name, Item: toItem(item) }));
}

import { paginateQuery, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Outcome } from '../consent/keep/outcomes';
import { sha256 } from '../hash';
import { fromItem, isConditionFailed, toItem, type Keys } from './dynamo';
import type { LedgerTable } from './table';

const partition = (site: string): string => `statistics#${site}`;

/**
 * Counts how a purpose ended, once, however often this is called. The key leads back to a record only for who has its id,
 * 128 random bits that go with the record.
 */
export async function saveOutcome(
  table: LedgerTable,
  site: string,
  { recordId, purpose, day, outcome }: Outcome,
): Promise<void> {
  const once = Buffer.from(sha256(`${recordId}\0${purpose}`)).toString('base64url');
  const item: Keys = { pk: partition(site), sk: [day, purpose, outcome, once].join('#') };
  const put = new PutItemCommand({
    TableName: table.name,
    Item: toItem(item),
    ConditionExpression: 'attribute_not_exists(pk)',
  });
  await table.client.send(put).catch((error: unknown) => {
    if (!isConditionFailed(error)) throw error;
  });
}

export interface Count {
  readonly day: string;
  readonly purpose: string;
  readonly outcome: string;
  readonly count: number;
}

/** How many ended how, by day and purpose, oldest first. Holds one count at a time. */
export async function* readStatistics(table: LedgerTable, site: string): AsyncGenerator<Count, void> {
  let open: Count | undefined;
  for await (const { sk } of itemsOf(table, site)) {
    const [day = '', purpose = '', outcome = ''] = sk.split('#');
    const isSame = open?.day === day && open.purpose === purpose && open.outcome === outcome;
    if (open && !isSame) yield open;
    open = { day, purpose, outcome, count: isSame && open ? open.count + 1 : 1 };
  }
  if (open) yield open;
}

async function* itemsOf(table: LedgerTable, site: string): AsyncGenerator<Keys, void> {
  const pages = paginateQuery(
    { client: table.client },
    {
      TableName: table.name,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: toItem({ ':pk': partition(site) }),
    },
  );
  for await (const { Items = [] } of pages) yield* Items.map((item) => fromItem<Keys>(item));
}

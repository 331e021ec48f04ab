import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { fromItem, toItem, type Keys } from '../../shared/ledger/dynamo';
import type { Table } from '../../shared/ledger/table';
import type { Run } from '../resume/resumable';
import { scanOf } from './partitions';
import { itemCount } from './table-size';
import { PAGE_SIZE, type Place } from './walk';

/** Goes over a table page by page, wherever partitions end: where one of them may be larger than what is to be held at once. */
export async function walkPages<T extends Keys, S extends Place>(
  { client, name }: Table,
  begun: S,
  { progress, reached, pageSize = PAGE_SIZE, segment }: Pick<Run<S>, 'progress' | 'reached' | 'pageSize' | 'segment'>,
  visit: (items: readonly T[], state: S) => Promise<S>,
): Promise<S> {
  let state = begun;
  progress.begin(name, await itemCount({ kind: '', client, name }), begun.seen);
  for (let from = begun.after && toItem(begun.after), isMore = true; isMore;) {
    const page = await client.send(
      new ScanCommand({
        TableName: name,
        ConsistentRead: true,
        Limit: pageSize,
        ExclusiveStartKey: from,
        ...scanOf(segment),
      }),
    );
    const items = (page.Items ?? []).map((item) => fromItem<T>(item));
    from = page.LastEvaluatedKey;
    const after = from && fromItem<Keys>(from);
    state = { ...(await visit(items, state)), after, seen: state.seen + items.length };
    progress.advance(items.length);
    isMore = from !== undefined;
    if (isMore) await reached(state);
  }
  return state;
}

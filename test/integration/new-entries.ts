import { paginateQuery, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { Entry } from '../../shared/consent/entry';

interface Key {
  readonly pk?: { readonly S?: string };
}
interface Write {
  readonly TableName?: string;
  readonly Item?: Key;
  readonly Key?: Key;
}
interface Input extends Write {
  readonly TransactItems?: readonly Readonly<Record<string, Write>>[];
}

/**
 * Watches what clients write to the ledger, so that nobody has to read it whole to find what is new in it. Each call of what it gives
 * begins a list: it gives all entries of people when it is first asked, and then those that came since.
 */
export function entriesWrittenBy(clients: readonly DynamoDBClient[], ledger: string): () => () => Promise<Entry[]> {
  const ever = new Set<string>();
  const lists = [ever];
  const note = <Args extends { readonly input: object }, Result>(next: (args: Args) => Promise<Result>) => {
    return (args: Args): Promise<Result> => {
      const partitions = partitionsIn(writesOf(args.input), ledger);
      const add = (): void => lists.forEach((list) => partitions.forEach((pk) => list.add(pk)));
      // Whatever becomes of it, as what failed may be saved all the same; and whoever looked meanwhile looks again.
      add();
      return next(args).finally(add);
    };
  };
  for (const { middlewareStack } of clients) middlewareStack.add(note, { step: 'initialize', priority: 'low' });
  return () => {
    const written = new Set(ever);
    const known = new Set<string>();
    lists.push(written);
    return async () => {
      const partitions = [...written];
      written.clear();
      const found: Entry[] = [];
      for (const pk of partitions) found.push(...(await entriesIn(clients[0]!, ledger, pk)));
      const news = found.filter(({ hash }) => !known.has(hash));
      for (const { hash } of news) known.add(hash);
      return news.sort((a, b) => a.seq - b.seq);
    };
  };
}

const partitionsIn = (writes: readonly Write[], table: string): readonly string[] =>
  writes.flatMap(({ TableName, Item, Key }) => {
    const pk = TableName === table ? (Item ?? Key)?.pk?.S : undefined;
    return pk?.startsWith('subject#') ? [pk] : [];
  });

const writesOf = (input: Input): readonly Write[] =>
  input.TransactItems?.flatMap((item) => Object.values(item)) ?? [input];

async function entriesIn(client: DynamoDBClient, TableName: string, pk: string): Promise<Entry[]> {
  const ExpressionAttributeValues = marshall({ ':pk': pk });
  const query = { TableName, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues, ConsistentRead: true };
  const entries: Entry[] = [];
  for await (const { Items = [] } of paginateQuery({ client }, query)) {
    const texts = Items.flatMap((item) => (unmarshall(item) as { entry?: string }).entry ?? []);
    entries.push(...texts.map((text) => JSON.parse(text) as Entry));
  }
  return entries;
}

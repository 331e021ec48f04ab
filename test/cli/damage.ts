import { DeleteItemCommand, GetItemCommand, PutItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';

export interface Keys {
  readonly pk: string;
  readonly sk: string;
}

/** Changes items behind the system's back, and puts them back as they were. */
export class Damage {
  private readonly undo: (() => Promise<unknown>)[] = [];
  constructor(private readonly dynamo: DynamoDBClient) {}

  async get<T>(TableName: string, { pk, sk }: Keys): Promise<T> {
    const Key = marshall({ pk, sk });
    const { Item } = await this.dynamo.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
    if (!Item) throw new Error(`There is no ${pk} / ${sk}.`);
    return unmarshall(Item) as T;
  }

  /** A member that is undefined is taken out. */
  async change(TableName: string, keys: Keys, changes: object): Promise<void> {
    const before = await this.get<object>(TableName, keys);
    await this.put(TableName, { ...before, ...changes });
    this.undo.push(() => this.put(TableName, before));
  }

  async remove(TableName: string, { pk, sk }: Keys): Promise<void> {
    const before = await this.get<object>(TableName, { pk, sk });
    await this.dynamo.send(new DeleteItemCommand({ TableName, Key: marshall({ pk, sk }) }));
    this.undo.push(() => this.put(TableName, before));
  }

  async add(TableName: string, { pk, sk }: Keys, rest: object): Promise<void> {
    await this.put(TableName, { pk, sk, ...rest });
    const Key = marshall({ pk, sk });
    this.undo.push(() => this.dynamo.send(new DeleteItemCommand({ TableName, Key })));
  }

  afterwards(undo: () => Promise<unknown>): void {
    this.undo.push(undo);
  }

  async repair(): Promise<void> {
    for (const undo of this.undo.splice(0).reverse()) await undo();
  }

  private async put(TableName: string, item: object): Promise<void> {
    const Item = marshall(item, { removeUndefinedValues: true });
    await this.dynamo.send(new PutItemCommand({ TableName, Item }));
  }
}

import { callEngine, callStreams, EngineError } from '../../local/dynamo/client';
import { sweepTable } from '../../local/dynamo/sweep';
import type { Clock } from '../../local/clock';
import type { Table } from './resources';

export interface StreamRecord {
  readonly dynamodb: { readonly SequenceNumber: string };
}

/** Makes the tables of the template, with the streams that they have there. */
export async function makeTables(endpoint: string, tables: ReadonlyMap<string, Table>): Promise<void> {
  for (const [TableName, table] of tables) {
    const { KeySchema, AttributeDefinitions, BillingMode, GlobalSecondaryIndexes, StreamSpecification: stream } = table;
    await callEngine(endpoint, 'CreateTable', {
      TableName,
      KeySchema,
      AttributeDefinitions,
      BillingMode,
      GlobalSecondaryIndexes,
      ...(stream && { StreamSpecification: { StreamEnabled: true, ...stream } }),
    });
  }
}

/** Does what time to live does, where the template has it; DynamoDB takes days over it, and by another clock. */
export async function deleteExpired(endpoint: string, tables: ReadonlyMap<string, Table>, clock: Clock): Promise<void> {
  for (const [name, { TimeToLiveSpecification: ends }] of tables) {
    if (ends?.Enabled && ends.AttributeName === 'expiresAt') await sweepTable(endpoint, name, clock);
  }
}

interface Described {
  readonly StreamDescription: { readonly Shards: readonly { readonly ShardId: string }[] };
}

interface Page {
  readonly Records: readonly StreamRecord[];
  readonly NextShardIterator?: string;
}

/** Reads the stream of a table, whose shards come and go. */
export class StreamReader {
  private readonly iterators = new Map<string, string | undefined>();
  private readonly last = new Map<string, string>();

  private constructor(
    private readonly endpoint: string,
    private readonly arn: string,
    private readonly from: string,
  ) {}

  static async open(endpoint: string, table: string, from: string): Promise<StreamReader> {
    const { Table } = await callEngine<{ Table: { LatestStreamArn?: string } }>(endpoint, 'DescribeTable', {
      TableName: table,
    });
    if (!Table.LatestStreamArn) throw new Error(`${table} has no stream in the template, and something reads it.`);
    return new StreamReader(endpoint, Table.LatestStreamArn, from);
  }

  async read(): Promise<StreamRecord[]> {
    const { StreamDescription } = await callStreams<Described>(this.endpoint, 'DescribeStream', {
      StreamArn: this.arn,
    });
    const records: StreamRecord[] = [];
    for (const { ShardId } of StreamDescription.Shards) records.push(...(await this.readShard(ShardId)));
    return records;
  }

  private async readShard(shard: string): Promise<readonly StreamRecord[]> {
    if (!this.iterators.has(shard)) this.iterators.set(shard, await this.begin(shard));
    const ShardIterator = this.iterators.get(shard);
    if (ShardIterator === undefined) return [];
    try {
      const page = await callStreams<Page>(this.endpoint, 'GetRecords', { ShardIterator });
      this.iterators.set(shard, page.NextShardIterator);
      const number = page.Records.at(-1)?.dynamodb.SequenceNumber;
      if (number !== undefined) this.last.set(shard, number);
      return page.Records;
    } catch (error) {
      // What readers of streams have to expect: they begin anew behind what they saw last. DynamoDB Local says it of the iterator of
      // a shard that was empty.
      if (!(error instanceof EngineError && error.code === 'TrimmedDataAccessException')) throw error;
      this.iterators.delete(shard);
      return [];
    }
  }

  private async begin(ShardId: string): Promise<string> {
    const SequenceNumber = this.last.get(ShardId);
    const place = SequenceNumber
      ? { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber }
      : { ShardIteratorType: this.from };
    const asked = { StreamArn: this.arn, ShardId, ...place };
    const { ShardIterator } = await callStreams<{ ShardIterator: string }>(this.endpoint, 'GetShardIterator', asked);
    return ShardIterator;
  }
}

import {
  BatchGetItemCommand,
  DynamoDBClient,
  QueryCommand,
  type BatchGetItemCommandInput,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb';
import { listen, type Call } from '../stage/call-log';
import { callFunction } from '../stage/functions';

/** Makes the queries and batch reads again that the pages of an audience took, and nothing besides. */
export class RawPages {
  private readonly client: DynamoDBClient;

  private constructor(
    endpoint: string,
    private readonly pages: readonly (readonly Call[])[],
  ) {
    this.client = new DynamoDBClient({ endpoint });
  }

  /** Lets the function serve an audience to its end, and notes what it reads. */
  static async record(endpoint: string, purpose: string, limit: number): Promise<RawPages> {
    const log = listen();
    const pages: Call[][] = [];
    let cursor: string | undefined;
    do {
      const query = new URLSearchParams({ limit: String(limit), ...(cursor !== undefined && { cursor }) });
      log.take();
      const url = `/v1/sites/demo/purposes/${purpose}/audience?${query.toString()}`;
      ({ cursor } = JSON.parse(await callFunction({ method: 'GET', url })) as { cursor?: string });
      pages.push(log.take().filter(({ command }) => command === 'Query' || command === 'BatchGetItem'));
    } while (cursor !== undefined);
    return new RawPages(endpoint, pages);
  }

  /** Gives how many people were read. */
  async repeat(): Promise<number> {
    let people = 0;
    for (const calls of this.pages) people += await this.page(calls);
    return people;
  }

  private async page(calls: readonly Call[]): Promise<number> {
    let people = 0;
    for (const trip of [...new Set(calls.map(({ roundTrip }) => roundTrip))]) {
      const counts = calls.filter(({ roundTrip }) => roundTrip === trip).map((call) => this.send(call));
      people += (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
    }
    return people;
  }

  /** Gives how many addresses came. */
  private async send({ command, input }: Call): Promise<number> {
    if (command === 'Query') {
      await this.client.send(new QueryCommand(input as QueryCommandInput));
      return 0;
    }
    const { Responses = {} } = await this.client.send(new BatchGetItemCommand(input as BatchGetItemCommandInput));
    return Object.values(Responses).flat().length;
  }
}

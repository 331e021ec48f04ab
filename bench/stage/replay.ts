import {
  BatchGetItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { Call } from './call-log';

/** Makes the very calls again that functions made, and nothing besides. */
export class Replay {
  private readonly client: DynamoDBClient;

  constructor(endpoint: string) {
    this.client = new DynamoDBClient({ endpoint });
  }

  /** Round trip by round trip. @param inputOf what to send for a call. @returns how many items batch reads brought */
  async repeat(calls: readonly Call[], inputOf = ({ input }: Call): object => input): Promise<number> {
    let items = 0;
    for (const trip of new Set(calls.map(({ roundTrip }) => roundTrip))) {
      const made = calls.filter(({ roundTrip }) => roundTrip === trip);
      const counts = await Promise.all(made.map((call) => this.send(call.command, inputOf(call) as never)));
      items += counts.reduce((total, count) => total + count, 0);
    }
    return items;
  }

  private async send(command: string, input: never): Promise<number> {
    if (command === 'GetItem') await this.client.send(new GetItemCommand(input));
    else if (command === 'Query') await this.client.send(new QueryCommand(input));
    else if (command === 'PutItem') await this.client.send(new PutItemCommand(input));
    else if (command === 'UpdateItem') await this.client.send(new UpdateItemCommand(input));
    else if (command === 'BatchGetItem') {
      const { Responses = {} } = await this.client.send(new BatchGetItemCommand(input));
      return Object.values(Responses).flat().length;
    } else throw new Error(`A ${command} cannot be repeated.`);
    return 0;
  }
}

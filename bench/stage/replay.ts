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

  /** Round trip by round trip. @param inputOf what to send for a call */
  async repeat(calls: readonly Call[], inputOf = ({ input }: Call): object => input): Promise<void> {
    for (const trip of new Set(calls.map(({ roundTrip }) => roundTrip))) {
      const made = calls.filter(({ roundTrip }) => roundTrip === trip);
      await Promise.all(made.map((call) => this.send(call.command, inputOf(call) as never)));
    }
  }

  private async send(command: string, input: never): Promise<void> {
    if (command === 'GetItem') await this.client.send(new GetItemCommand(input));
    else if (command === 'Query') await this.client.send(new QueryCommand(input));
    else if (command === 'PutItem') await this.client.send(new PutItemCommand(input));
    else if (command === 'UpdateItem') await this.client.send(new UpdateItemCommand(input));
    else if (command === 'BatchGetItem') await this.client.send(new BatchGetItemCommand(input));
    else throw new Error(`A ${command} cannot be repeated.`);
  }
}

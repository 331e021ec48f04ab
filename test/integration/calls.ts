import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** One call that a function made to DynamoDB. */
export interface Call {
  readonly command: string;
  readonly table: string;
  /** Calls under way at the same time share a round trip. */
  readonly roundTrip: number;
  /** What was written, in bytes as DynamoDB counts them. */
  readonly bytes: number;
}

interface Input {
  readonly TableName?: string;
  readonly Item?: Readonly<Record<string, { S?: string; N?: string }>>;
}

/** Notes each call that is made through a client, from outside of it. */
export class CallLog {
  private calls: Call[] = [];
  private underWay = 0;
  private roundTrip = 0;

  constructor(client: DynamoDBClient) {
    client.middlewareStack.add(
      (next, context) => async (args) => {
        if (this.underWay === 0) this.roundTrip += 1;
        this.underWay += 1;
        this.note(String(context.commandName), args.input as Input);
        return next(args).finally(() => (this.underWay -= 1));
      },
      { step: 'initialize', name: 'call-log' },
    );
  }

  private note(command: string, { TableName = '', Item = {} }: Input): void {
    const table = TableName.split('-')[0] ?? '';
    this.calls.push({ command: command.replace('Command', ''), table, roundTrip: this.roundTrip, bytes: sizeOf(Item) });
  }

  /** The calls since this was called last, round trips counted from 1. */
  take(): Call[] {
    const [calls, first] = [this.calls, this.calls[0]?.roundTrip ?? 1];
    this.calls = [];
    return calls.map((call) => ({ ...call, roundTrip: call.roundTrip - first + 1 }));
  }
}

function sizeOf(item: NonNullable<Input['Item']>): number {
  return Object.entries(item).reduce(
    (sum, [name, { S = '', N }]) => sum + name.length + (N === undefined ? Buffer.byteLength(S) : 8),
    0,
  );
}

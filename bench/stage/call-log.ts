import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { dynamo } from '../../functions/deps/tables';

/** One call that was made to DynamoDB. */
export interface Call {
  readonly command: string;
  readonly table: string;
  readonly input: Input;
  /** Counted from 1: a call begins a round trip later than whatever had ended when it began. */
  readonly roundTrip: number;
  readonly readUnits: number;
  readonly writeUnits: number;
}

type Value = { readonly S?: string; readonly N?: string; readonly B?: Uint8Array };
type Item = Readonly<Record<string, Value>>;

export interface Input {
  readonly TableName?: string;
  readonly RequestItems?: Readonly<Record<string, unknown>>;
  readonly Item?: Item;
  readonly Key?: Item;
  readonly ConsistentRead?: boolean;
}

type Consumed = { readonly CapacityUnits?: number } | readonly { readonly CapacityUnits?: number }[] | undefined;

/** Notes every call that a client makes, with what DynamoDB bills for it. */
export class CallLog {
  private calls: Call[] = [];
  private ended = 0;

  constructor(client: DynamoDBClient) {
    client.middlewareStack.add(
      (next, context) => async (args) => {
        const roundTrip = this.ended + 1;
        const input = args.input as Input;
        const command = String(context.commandName).replace('Command', '');
        const note = (units: number): void => this.note(command, input, roundTrip, units);
        try {
          const asking = { ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } } as typeof args;
          const result = await next(asking);
          note(unitsIn((result.output as { ConsumedCapacity?: Consumed }).ConsumedCapacity));
          return result;
        } catch (error) {
          // A put that its condition refused is billed like a write, but the answer does not say so.
          note(Math.max(1, Math.ceil(sizeOf(input.Item) / 1024)));
          throw error;
        }
      },
      { step: 'initialize' },
    );
  }

  private note(command: string, input: Input, roundTrip: number, units: number): void {
    const { TableName = Object.keys(input.RequestItems ?? {}).join(), ConsistentRead = false } = input;
    const isRead = /^(Get|BatchGet|Query|Scan)/.test(command);
    // dynalite counts nothing where nothing was found; DynamoDB counts the least that there is.
    const readUnits = isRead ? Math.max(units, ConsistentRead ? 1 : 0.5) : 0;
    this.calls.push({ command, table: TableName, input, roundTrip, readUnits, writeUnits: isRead ? 0 : units });
    this.ended = Math.max(this.ended, roundTrip);
  }

  /** The calls since this was called last. */
  take(): Call[] {
    const { calls } = this;
    this.calls = [];
    this.ended = 0;
    return calls;
  }
}

let log: CallLog | undefined;

/** Listens to the functions that run in this process. Needs the stage's environment. */
export function listen(): CallLog {
  return (log ??= new CallLog(dynamo()));
}

function unitsIn(consumed: Consumed): number {
  return [consumed ?? []].flat().reduce((total, { CapacityUnits = 0 }) => total + CapacityUnits, 0);
}

/** As DynamoDB counts it, for the texts, bytes and few numbers that our items have. */
function sizeOf(item: Item = {}): number {
  const bytes = ([name, { S, N = '', B }]: [string, Value]): number =>
    name.length + (B?.length ?? Buffer.byteLength(S ?? N));
  return Object.entries(item).reduce((total, attribute) => total + bytes(attribute), 0);
}

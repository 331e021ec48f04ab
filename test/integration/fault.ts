import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** Whether the call that fails did what it was asked to. */
export type Outcome = 'not saved' | 'saved';

/**
 * How far the failure gets: `for good`, the SDK gives up and throws; or `for once`, only one attempt fails on the wire
 * and the SDK's own retry follows, which meets what the first attempt may have left.
 */
export type Reach = 'for good' | 'for once';

export interface Fault {
  /** Whether the call that was to fail was ever made. */
  readonly fired: () => boolean;
  readonly heal: () => void;
}

/** Makes the nth call (0 for the first) of a DynamoDB client fail. */
export function failCall(client: DynamoDBClient, nth: number, outcome: Outcome, reach: Reach): Fault {
  let calls = 0;
  let fired = false;
  const name = `fault-${Math.random()}`;
  const fail = (): never => {
    throw Object.assign(new Error('injected'), { name: 'TimeoutError', $retryable: { throttling: false } });
  };
  const middleware = <Args, Result>(next: (args: Args) => Promise<Result>) => {
    return async (args: Args): Promise<Result> => {
      if (fired || calls++ !== nth) return next(args);
      fired = true;
      if (outcome === 'not saved') return fail();
      await next(args);
      return fail();
    };
  };
  const step = reach === 'for good' ? 'initialize' : 'deserialize';
  client.middlewareStack.add(middleware, { name, step: step as 'initialize', priority: 'high' });
  return { fired: () => fired, heal: () => void client.middlewareStack.remove(name) };
}

/** Has each call of a client fail whose input names something, until it is healed. */
export function failCallsAbout(client: DynamoDBClient, text: string): Pick<Fault, 'heal'> {
  const name = `fault-${Math.random()}`;
  client.middlewareStack.add(
    (next) => async (args) => {
      if (!JSON.stringify(args.input).includes(text)) return next(args);
      throw Object.assign(new Error('injected'), { name: 'TimeoutError', $retryable: { throttling: false } });
    },
    { name, step: 'initialize', priority: 'high' },
  );
  return { heal: () => void client.middlewareStack.remove(name) };
}

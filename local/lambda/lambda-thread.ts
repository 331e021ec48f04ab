import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { Context } from 'aws-lambda';
import { ACCOUNT, REGION } from '../aws';
import { shiftDate } from './shifted-date';

export interface LambdaData {
  readonly name: string;
  /** The function's bundle. */
  readonly bundle: string;
  readonly clock: SharedArrayBuffer;
  readonly timeoutMs: number;
}

/** Events and results cross as JSON text, as they do in Lambda. */
export interface Invocation {
  readonly id: number;
  readonly event: string;
}

export type Outcome =
  { readonly id: number; readonly result: string } | { readonly id: number; readonly error: string };

const { name, bundle, clock, timeoutMs } = workerData as LambdaData;
shiftDate(clock);
process.setSourceMapsEnabled(true);
const { handler } = createRequire(__filename)(bundle) as {
  handler: (event: unknown, context: Context) => Promise<unknown>;
};

parentPort?.on('message', ({ id, event }: Invocation) => {
  void invoke(event)
    .then((result) => ({ id, result: JSON.stringify(result ?? null) }))
    .catch((error: unknown) => ({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }))
    .then((outcome: Outcome) => parentPort?.postMessage(outcome));
});

async function invoke(event: string): Promise<unknown> {
  return handler(JSON.parse(event), contextOf(performance.now() + timeoutMs));
}

function contextOf(deadline: number): Context {
  return {
    awsRequestId: randomUUID(),
    functionName: name,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:${REGION}:${ACCOUNT}:function:${name}`,
    memoryLimitInMB: '512',
    logGroupName: `/aws/lambda/${name}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, Math.round(deadline - performance.now())),
  } as Context;
}

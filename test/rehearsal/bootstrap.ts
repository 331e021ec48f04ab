import http, { type IncomingMessage } from 'node:http';
import path from 'node:path';
import { createRequire } from 'node:module';
import { readBody } from '../../local/http';
import { shiftDate } from '../../local/lambda/shifted-date';

/**
 * What Lambda's Node runtime does in a sandbox: loads the handler once, and then asks for one event after the other by the Runtime
 * API. Besides, each event tells what time it is in the rehearsal.
 */
const { AWS_LAMBDA_RUNTIME_API, LAMBDA_TASK_ROOT = '', _HANDLER = '' } = process.env;
const API = `http://${AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime`;
const agent = new http.Agent({ keepAlive: true });
const clock = new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT);
const offset = new BigInt64Array(clock);

type Handler = (event: unknown, context: object) => Promise<unknown>;

async function main(): Promise<void> {
  shiftDate(clock);
  const [file = '', name = ''] = _HANDLER.split('.');
  let handler: Handler;
  try {
    handler = (createRequire(__filename)(path.join(LAMBDA_TASK_ROOT, file)) as Record<string, Handler>)[name]!;
  } catch (error) {
    await call('POST', '/init/error', told(error));
    process.exit(1);
  }
  for (;;) {
    const event = await call('GET', '/invocation/next');
    const id = String(event.headers['lambda-runtime-aws-request-id']);
    Atomics.store(offset, 0, BigInt(String(event.headers['rehearsal-clock-offset-ms'])));
    const body = await readBody(event);
    try {
      const answer = await handler(JSON.parse(body.toString()), contextOf(event));
      await call('POST', `/invocation/${id}/response`, JSON.stringify(answer ?? null));
    } catch (error) {
      await call('POST', `/invocation/${id}/error`, told(error));
    }
  }
}

function contextOf({ headers }: IncomingMessage): object {
  const deadline = Number(headers['lambda-runtime-deadline-ms']);
  return {
    awsRequestId: headers['lambda-runtime-aws-request-id'],
    invokedFunctionArn: headers['lambda-runtime-invoked-function-arn'],
    functionName: process.env['AWS_LAMBDA_FUNCTION_NAME'],
    functionVersion: '$LATEST',
    memoryLimitInMB: process.env['AWS_LAMBDA_FUNCTION_MEMORY_SIZE'],
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  };
}

function told(error: unknown): string {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  return JSON.stringify({ errorType: name, errorMessage: message, stackTrace: stack?.split('\n') });
}

function call(method: string, what: string, body?: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = http.request(API + what, { method, agent }, (answer) => {
      if (method === 'POST') answer.resume();
      resolve(answer);
    });
    request.on('error', reject).end(body);
  });
}

// Whoever ends the rehearsal ends the server first.
main().catch(() => process.exit(1));

import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { appendFileSync, readFileSync } from 'node:fs';
import type { ClientRequest } from 'node:http';
import path from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { denied } from '../infra/allowed';
import { parseCall } from '../infra/calls';
import { grants } from '../once/grants';
import { callsOf, type Command } from './call-lines';

/** What each function was ever seen to ask of AWS: `npm run calls` writes it, and test/infra/calls.test.ts holds its grants to it. */
export const RECORDED_CALLS = path.join(__dirname, '..', 'infra', 'calls.json');

export type RecordedCalls = Readonly<Record<string, readonly string[]>>;

interface Run {
  readonly name: string;
  readonly calls: Set<string>;
}

const running = new AsyncLocalStorage<Run>();
const recorded = JSON.parse(readFileSync(RECORDED_CALLS, 'utf8')) as RecordedCalls;
/** Where `npm run calls` wants to have what comes up. */
const file = process.env['RECORD_CALLS'];

/** All clients of the SDK send by the same method. */
const sender = Object.getPrototypeOf(DynamoDBClient.prototype) as { send(...args: unknown[]): unknown };
const { send } = sender;
sender.send = function (this: unknown, command: unknown, ...rest: unknown[]) {
  const run = running.getStore();
  if (run) for (const call of callsOf(command as Command)) run.calls.add(call);
  return send.call(this, command, ...rest);
};

/** Secrets come by the extension, which asks in the function's role. */
const ofSecrets = (message: unknown): void => {
  const { pathname, searchParams } = new URL((message as { request: ClientRequest }).request.path, 'http://localhost');
  if (pathname !== '/secretsmanager/get') return;
  running.getStore()?.calls.add(`secretsmanager:GetSecretValue ${searchParams.get('secretId')}`);
};
subscribe('http.client.request.start', ofSecrets);
// Packages outlive a suite, see test/run/runtime.cjs.
afterAll(() => {
  sender.send = send;
  unsubscribe('http.client.request.start', ofSecrets);
});

/**
 * Has a function run, and looks at what it asks of AWS.
 *
 * @throws where it asked for something that it is not granted
 */
export async function watched<Answer>(name: string, work: () => Promise<Answer>): Promise<Answer> {
  const run: Run = { name, calls: new Set() };
  try {
    return await running.run(run, work);
  } finally {
    // What is on the list is held to the grants by test/infra/calls.test.ts.
    const unknown = [...run.calls].filter((call) => !recorded[name]?.includes(call));
    if (unknown.length > 0) judge(name, unknown);
  }
}

function judge(name: string, calls: readonly string[]): void {
  if (file !== undefined)
    return appendFileSync(file, calls.map((call) => `${JSON.stringify([name, call])}\n`).join(''));
  const refused = denied(grants().get(name) ?? [], calls.map(parseCall));
  if (refused.length === 0) return;
  throw new Error(`${name} asks AWS for what it is not granted:\n${refused.map(({ line }) => line).join('\n')}`);
}

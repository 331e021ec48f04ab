import path from 'node:path';
import { functionNames } from '../../infra/bundle';
import type { Base } from '../base';
import { serve } from '../http';
import { secretsExtension } from '../secrets-extension';
import { sesEndpoint } from '../ses/endpoint';
import { functionEnvironment, type Endpoints } from './environment';
import { LambdaFunction } from './function';
import { openLog } from './log';

/** As long as an HTTP API waits. */
const TIMEOUT_MS = 30_000;

export type Functions = ReadonlyMap<string, LambdaFunction>;

/** Starts every function, and what a function talks to besides DynamoDB. */
export async function startFunctions(base: Base, url: string, dynamo: string): Promise<Functions> {
  const { dataDir, inbox, clock, keys, report, shutdown } = base;
  const ses = await serve(sesEndpoint(inbox, clock));
  const secrets = await serve(secretsExtension(keys.secrets));
  const log = openLog(dataDir, report);
  shutdown.add(() => Promise.all([ses.close(), secrets.close(), log.close()]));
  const endpoints = { url, dynamo, ses: ses.url, secretsPort: secrets.port };
  const functions = functionNames().map((name) => [name, functionOf(base, name, endpoints, log.take)] as const);
  shutdown.add(() => Promise.all(functions.map(([, lambda]) => lambda.stop())));
  return new Map(functions);
}

function functionOf(
  { build, clock }: Base,
  name: string,
  endpoints: Endpoints,
  take: (name: string, line: string) => void,
): LambdaFunction {
  const folder = path.join(build, name);
  return new LambdaFunction({
    name,
    threads: build,
    bundle: path.join(folder, 'index.js'),
    clock: clock.shared,
    timeoutMs: TIMEOUT_MS,
    environment: functionEnvironment(name, folder, endpoints),
    onLine: (line) => take(name, line),
  });
}

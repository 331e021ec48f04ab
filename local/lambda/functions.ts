import path from 'node:path';
import { functionFiles } from '../../infra/function-files';
import type { Base } from '../base';
import type { Endpoints } from './endpoints';
import { functionEnvironment } from './environment';
import { LambdaFunction } from './function';
import { openLog } from './log';

/** As long as an HTTP API waits. */
export const TIMEOUT_MS = 30_000;

export type Functions = ReadonlyMap<string, LambdaFunction>;

/** Makes every function ready to be invoked. */
export function startFunctions(base: Base, endpoints: Endpoints): Functions {
  const { dataDir, report, shutdown } = base;
  const log = openLog(dataDir, report);
  shutdown.add(() => log.close());
  const functions = [...functionFiles().keys()].map(
    (name) => [name, functionOf(base, name, endpoints, log.take)] as const,
  );
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

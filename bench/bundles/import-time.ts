import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { functionEnvironment } from '../../local/lambda/environment';

export interface ImportTime {
  readonly ms: number;
  /** Of the processor, which hears less of what else the machine does. */
  readonly cpuMs: number;
}

const NOWHERE = 'http://127.0.0.1:9';
const ENDPOINTS = {
  sites: '',
  url: NOWHERE,
  dynamo: NOWHERE,
  ses: NOWHERE,
  s3: NOWHERE,
  sns: NOWHERE,
  secretsPort: 9,
  queues: { MAILER_QUEUE: `${NOWHERE}/mailer` },
  witnesses: [],
  files: {},
};

const IMPORT = `
  const cpu = process.cpuUsage();
  const start = performance.now();
  require(process.argv[1]);
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  process.stdout.write(JSON.stringify({ ms, cpuMs: (user + system) / 1000 }));
`;

/** How long a bundle takes to load in a process that has loaded nothing before. */
export function importTime(bundle: string): ImportTime {
  const env = functionEnvironment('bench', path.dirname(bundle), ENDPOINTS);
  return JSON.parse(execFileSync(process.execPath, ['-e', IMPORT, bundle], { env, encoding: 'utf8' })) as ImportTime;
}

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundleOnce } from '../once/bundle-once';
import { running } from './running-stack';

export default async function start(): Promise<void> {
  running.dataDir = mkdtempSync(path.join(tmpdir(), 'consent-browser-'));
  const script = path.join(__dirname, '..', 'local', 'stack-process.ts');
  running.stack = fork(script, [running.dataDir, bundleOnce()], { execArgv: ['--import', 'tsx'] });
  const [url] = (await once(running.stack, 'message')) as [string];
  process.env['STACK_URL'] = url;
}

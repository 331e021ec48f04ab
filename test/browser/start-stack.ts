import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EXAMPLE_SITES } from '../../examples/sites/module';
import { startStack } from '../../local/stack';
import { running } from './running-stack';

export default async function start(): Promise<void> {
  running.dataDir = mkdtempSync(path.join(tmpdir(), 'consent-browser-'));
  running.stack = await startStack({
    sites: EXAMPLE_SITES,
    dataDir: running.dataDir,
    report: (line) => console.warn(line),
  });
  process.env['STACK_URL'] = running.stack.url;
}

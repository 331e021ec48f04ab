import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { functionFiles } from '../infra/function-files';
import type { RecordedCalls } from './integration/recorded-calls';

const RECORDED = path.join(__dirname, 'infra', 'calls.json');

/** The suites that run functions in their own process, but for those of the auditor, which need other programs. */
const SUITES = ['archive', 'api', 'cli', 'functions', 'integration', 'promises'].map((name) => `test/${name}/`);

/**
 * `npm run calls`: takes down what each function asks of AWS in the whole test run, in place of what was recorded; or, with paths
 * behind it, what comes up in these suites besides.
 */
async function main(paths: readonly string[]): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'calls-'));
  const file = path.join(folder, 'calls.ndjson');
  const known = paths.length > 0 ? await readFile(RECORDED, 'utf8') : '{}';
  await writeFile(file, '');
  if (paths.length === 0) await writeFile(RECORDED, '{}');
  const code = await jest(file, ['--testPathPatterns', ...(paths.length > 0 ? paths : SUITES)]);
  const lines = (await readFile(file, 'utf8')).trim().split('\n').filter(Boolean);
  const seen = lines.map((line) => JSON.parse(line) as [string, string]);
  const calls = merged(JSON.parse(known) as RecordedCalls, seen);
  await writeFile(RECORDED, `${JSON.stringify(calls, null, 2)}\n`);
  await rm(folder, { recursive: true });
  process.exitCode = code;
}

function merged(known: RecordedCalls, seen: readonly (readonly [name: string, call: string])[]): RecordedCalls {
  const names = [...functionFiles().keys()].sort();
  const of = (name: string) => seen.filter(([one]) => one === name).map(([, call]) => call);
  return Object.fromEntries(names.map((name) => [name, [...new Set([...(known[name] ?? []), ...of(name)])].sort()]));
}

function jest(file: string, args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [require.resolve('jest/bin/jest'), ...args], {
    stdio: 'inherit',
    env: { ...process.env, RECORD_CALLS: file },
  });
  return new Promise((resolve, reject) => child.once('error', reject).once('exit', (code) => resolve(code ?? 1)));
}

void main(process.argv.slice(2));

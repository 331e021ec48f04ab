import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const ROOT = path.resolve(__dirname, '..', '..');
const JEST = path.join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');

/** Each suite of two counts by a module that both load, and loads one that it has just written. */
const suite = (name: string): string => `
  const { writeFileSync } = require('node:fs');
  const written = require('node:path').join(__dirname, 'written.js');
  test('${name}', () => {
    writeFileSync(written, "exports.by = '${name}';");
    expect([require('./counter').next(), require('./written').by]).toEqual([1, '${name}']);
  });
`;

test('suites of one process each have modules of their own, as the files are by then', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'consent-runtime-'));
  try {
    await writeFile(path.join(folder, 'counter.js'), 'let count = 0; exports.next = () => (count += 1);');
    for (const name of ['one', 'other']) await writeFile(path.join(folder, `${name}.test.js`), suite(name));
    const config = {
      rootDir: folder,
      testEnvironment: path.join(ROOT, 'test', 'run', 'environment.cjs'),
      runtime: path.join(ROOT, 'test', 'run', 'runtime.cjs'),
      transform: {},
      cacheDirectory: path.join(folder, 'cache'),
    };
    const run = [JEST, '--config', JSON.stringify(config), '--runInBand', '--watchman=false', '--json'];
    const { stdout } = await promisify(execFile)(process.execPath, run, { cwd: folder }).catch(
      (error: unknown) => error as { readonly stdout: string },
    );
    const { numPassedTests, numFailedTests } = JSON.parse(stdout) as Record<string, number>;
    expect({ numPassedTests, numFailedTests }).toEqual({ numPassedTests: 2, numFailedTests: 0 });
  } finally {
    await rm(folder, { recursive: true });
  }
});

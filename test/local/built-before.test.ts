import { cpSync, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildOnce } from '../../local/built-before';
import { EXAMPLE_SITES } from '../../examples/sites/module';
import { temporaryFolder } from './folder';

const folder = temporaryFolder();
const outdir = path.join(folder, 'build');
const own = (...names: string[]): string => path.join(folder, 'sites', ...names);
const bundle = path.join(outdir, 'confirm', 'index.js');

function make(): number {
  buildOnce({ outdir, sites: own('index.ts') });
  return statSync(bundle).mtimeMs;
}

test('bundles are made once, and anew where a source, a file to hand out or the register changed', () => {
  mkdirSync(own('files'), { recursive: true });
  writeFileSync(own('index.ts'), `export { sites } from '${EXAMPLE_SITES}';\nexport { note } from './note';\n`);
  writeFileSync(own('note.ts'), 'export const note = 1;\n');
  const register = path.join(path.dirname(EXAMPLE_SITES), 'notices.lock.json');
  cpSync(register, own('notices.lock.json'));
  const first = make();
  expect(make()).toBe(first);

  writeFileSync(own('note.ts'), 'export const note = 2;\n');
  const second = make();
  expect(second).toBeGreaterThan(first);
  expect(make()).toBe(second);

  const handedOut = path.join(outdir, 'assets', 'files', 'new.pdf');
  writeFileSync(own('files', 'new.pdf'), 'new');
  expect(make()).toBeGreaterThan(second);
  expect(existsSync(handedOut)).toBe(true);
  rmSync(own('files', 'new.pdf'));
  make();
  expect(existsSync(handedOut)).toBe(false);

  const third = make();
  // Ended while it was written down.
  writeFileSync(path.join(outdir, 'made-from.json'), '{"hash":"');
  expect(make()).toBeGreaterThan(third);

  writeFileSync(own('notices.lock.json'), '{}');
  expect(make).toThrow('notices.lock.json does not have yet');
});

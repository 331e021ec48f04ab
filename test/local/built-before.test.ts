import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildOnce, isBuilt } from '../../local/built-before';
import { EXAMPLE_SITES } from '../../examples/sites/module';
import { temporaryFolder } from './folder';

const folder = temporaryFolder();
const outdir = path.join(folder, 'build');
const own = (...names: string[]): string => path.join(folder, 'sites', ...names);
const bundle = path.join(outdir, 'confirm', 'index.js');

const options = { outdir, sites: own('index.ts') };

function make(): number {
  buildOnce(options);
  return statSync(bundle).mtimeMs;
}

/** The file is changed for a moment. */
function isBuiltWhile(file: string, content: string): boolean {
  const before = existsSync(file) ? readFileSync(file) : undefined;
  writeFileSync(file, content);
  const built = isBuilt(options);
  if (before) writeFileSync(file, before);
  else rmSync(file);
  return built;
}

test('bundles are made once, and anew where a source, a file to hand out or the register changed', () => {
  mkdirSync(own('files'), { recursive: true });
  writeFileSync(own('index.ts'), `export { sites } from '${EXAMPLE_SITES}';\nexport { note } from './note';\n`);
  writeFileSync(own('note.ts'), 'export const note = 1;\n');
  writeFileSync(own('files', 'old.pdf'), 'old');
  const register = path.join(path.dirname(EXAMPLE_SITES), 'notices.lock.json');
  cpSync(register, own('notices.lock.json'));
  expect(isBuilt(options)).toBe(false);
  const first = make();
  expect(make()).toBe(first);

  const changed = {
    source: [own('note.ts'), 'export const note = 2;\n'],
    'file to hand out': [own('files', 'new.pdf'), 'new'],
    register: [own('notices.lock.json'), '{}'],
    // Ended while it was written down.
    'what it was made from': [path.join(outdir, 'made-from.json'), '{"hash":"'],
  } as const;
  for (const [what, [file, content]] of Object.entries(changed)) {
    expect([what, isBuiltWhile(file, content)]).toEqual([what, false]);
    expect([what, isBuilt(options)]).toEqual([what, true]);
  }

  const handedOut = (name: string): boolean => existsSync(path.join(outdir, 'assets', 'files', name));
  rmSync(own('files', 'old.pdf'));
  writeFileSync(own('files', 'new.pdf'), 'new');
  expect(make()).toBeGreaterThan(first);
  expect(['old.pdf', 'new.pdf'].map(handedOut)).toEqual([false, true]);

  writeFileSync(own('notices.lock.json'), '{}');
  expect(make).toThrow('notices.lock.json does not have yet');
});

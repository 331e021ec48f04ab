import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '..', '..');
const FOLDERS = ['functions', 'shared', 'console', 'infra', 'local', 'examples', 'test/infra/asked-site'];
const SYNTHESIS = ['everything', 'granted', 'synthesis', 'whole'].map((name) => `test/infra/${name}.ts`);
const FILES = [
  ...SYNTHESIS,
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'cdk.json',
  'test/once/write-grants.ts',
];

/** Names whatever bundles and templates are made from: where one byte of it differs, the name does. */
export function inputsHash(): string {
  const hash = createHash('sha256');
  const found = FOLDERS.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name))),
  );
  for (const file of [...FILES, ...found.sort()]) hash.update(`${file}\0`).update(readFileSync(path.join(ROOT, file)));
  return hash.digest('hex').slice(0, 16);
}

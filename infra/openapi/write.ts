import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { clientTypes } from './client-types';
import { openApiDocument } from './document';

const ROOT = path.join(__dirname, '..', '..');
const DO_NOT_EDIT = '// Written by `npm run openapi` from the contracts of the operations.\n\n';

/** What follows from the operations, by the file that keeps it in the repository. */
function openApiFiles(): ReadonlyMap<string, string> {
  const document = openApiDocument();
  return new Map([
    ['docs/openapi.json', `${JSON.stringify(document, null, 2)}\n`],
    ['clients/typescript/src/api.ts', `${DO_NOT_EDIT}${clientTypes(document as Parameters<typeof clientTypes>[0])}\n`],
  ]);
}

export function writeOpenApi(): readonly string[] {
  const files = openApiFiles();
  for (const [file, content] of files) writeFileSync(path.join(ROOT, file), content);
  return [...files.keys()];
}

/** The files that say something else than what would be written. */
export function staleFiles(): readonly string[] {
  const files = [...openApiFiles()];
  return files
    .filter(([file, content]) => readFileSync(path.join(ROOT, file), 'utf8') !== content)
    .map(([file]) => file);
}

import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { openApiDocument } from './document';

const ROOT = path.join(__dirname, '..', '..');
const DO_NOT_EDIT = '// Written by `npm run openapi` from docs/openapi.json.\n\n';

/** What follows from the operations, by the file that keeps it in the repository. */
async function openApiFiles(): Promise<ReadonlyMap<string, string>> {
  const document = openApiDocument();
  const types = await openapiTS(document as Parameters<typeof openapiTS>[0], { defaultNonNullable: false });
  return new Map([
    ['docs/openapi.json', `${JSON.stringify(document, null, 2)}\n`],
    ['clients/typescript/src/api.ts', DO_NOT_EDIT + astToString(types)],
  ]);
}

export async function writeOpenApi(): Promise<readonly string[]> {
  const files = await openApiFiles();
  for (const [file, content] of files) writeFileSync(path.join(ROOT, file), content);
  return [...files.keys()];
}

/** The files that say something else than what would be written. */
export async function staleFiles(): Promise<readonly string[]> {
  const files = [...(await openApiFiles())];
  return files
    .filter(([file, content]) => readFileSync(path.join(ROOT, file), 'utf8') !== content)
    .map(([file]) => file);
}

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { browserScript } from './browser-script';

/** Writes the script that puts a sign-up form on a website's page. */
export function writeDropInForm(folder: string): string {
  const file = path.join(folder, 'form.js');
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, browserScript(path.resolve(__dirname, '..', 'shared', 'web', 'form', 'main.ts')));
  return file;
}

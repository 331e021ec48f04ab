import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { optional } from '../../shared/environment';
import type { SignInSettings } from '../../shared/http/sign-in';
import type { ConsoleFiles } from '../../shared/web/console-pages';
import { deployedFile } from './files';

/** Where people sign in; undefined where nobody does. Written by `infra/functions.ts`. */
export function signInSettings(): SignInSettings | undefined {
  const said = optional('CONSOLE');
  return said === undefined ? undefined : (JSON.parse(said) as SignInSettings);
}

/** The console that was deployed with the function, read when somebody first asks for it. */
export function consoleFiles(): () => Promise<ConsoleFiles> {
  let files: Promise<ConsoleFiles> | undefined;
  return () => (files ??= readConsole(deployedFile('console')));
}

async function readConsole(folder: string): Promise<ConsoleFiles> {
  const assets = path.join(folder, 'assets');
  const names = await readdir(assets);
  const texts = names.map(async (name) => [name, await readFile(path.join(assets, name), 'utf8')] as const);
  return { page: await readFile(path.join(folder, 'index.html'), 'utf8'), assets: new Map(await Promise.all(texts)) };
}

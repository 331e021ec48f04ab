import { readdirSync } from 'node:fs';
import path from 'node:path';

const FUNCTIONS = path.resolve(__dirname, '..', 'functions');

/** The folders of `functions/` in which each file is a function. Beside them is `deps`, what functions work with. */
export const ROOMS: readonly string[] = ['public', 'operators', 'consumers', 'clock', 'inbound'];

/** The Lambda functions by name: one per file in the rooms of `functions/`. */
export function functionFiles(): ReadonlyMap<string, string> {
  const files = ROOMS.flatMap((room) => readdirSync(path.join(FUNCTIONS, room)).map((file) => path.join(room, file)));
  const named = files.map((file) => [path.parse(file).name, path.join(FUNCTIONS, file)] as const);
  return new Map(named.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** The folder that a function is in. */
export function roomOf(name: string): string {
  return path.basename(path.dirname(functionFile(name)));
}

/** @throws where there is no function of that name */
export function functionFile(name: string): string {
  const file = functionFiles().get(name);
  if (file === undefined) throw new Error(`There is no function ${name}: no room of functions/ has ${name}.ts.`);
  return file;
}

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readTimestamp } from '../../shared/archive/timestamp';
import { verifierKey } from '../../shared/log/note';
import { checkFile } from '../../shared/verify/check-file';
import type { LogSource } from '../../shared/verify/tiles';
import { SIGNER } from '../evidence/sample-bundle';

/*
 * Two verifiers, one document: examples/verifier-python was written from docs/evidence-format.md alone, by nothing of ours.
 * Where they differ, one of the three is wrong.
 */

export const KEY = verifierKey(SIGNER);
export const VERIFIER = path.resolve(__dirname, '../../examples/verifier-python/verify.py');
export const { PYTHON = 'python3' } = process.env;
const isThere = spawnSync(PYTHON, ['-c', 'import cryptography']).status === 0;
if (!isThere) console.warn(`${PYTHON} with the package "cryptography" is not here: the second verifier is not tried.`);
export const describeWithPython = isThere ? describe : describe.skip;

/** Files for one call: each call starts Python, and its arguments have an end. */
const BATCH = 500;

const folder = mkdtempSync(path.join(tmpdir(), 'verifier-python-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a reader has beside the file. */
export interface Beside {
  readonly keys?: readonly string[];
  readonly witnesses?: readonly string[];
  readonly checkpoint?: string;
  /** The files of a log, by their paths. */
  readonly log?: Readonly<Record<string, Uint8Array | string>>;
}

export type AnyFile = string | Uint8Array;

function write(name: string, content: AnyFile): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

function flags({ keys = [KEY], witnesses = [], checkpoint, log }: Beside): string[] {
  for (const [name, content] of Object.entries(log ?? {})) write(path.join('log', name), content);
  return [
    ...keys.flatMap((key) => ['--vkey', key]),
    ...witnesses.flatMap((key) => ['--witness', key]),
    ...(checkpoint === undefined ? [] : ['--checkpoint', write('checkpoint', checkpoint)]),
    ...(log ? ['--log', path.join(folder, 'log')] : []),
  ];
}

/** What the other verifier says of each claim, or what it takes the file for. */
function byPython(files: readonly AnyFile[], beside: Beside): unknown[] {
  return Array.from({ length: Math.ceil(files.length / BATCH) }, (_, n) =>
    files.slice(n * BATCH, (n + 1) * BATCH),
  ).flatMap((batch) => {
    const names = batch.map((file, n) => write(`${n}`, file));
    const { stdout, stderr } = spawnSync(PYTHON, [VERIFIER, '--json', ...flags(beside), ...names], {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    expect(stderr).toBe('');
    return stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
  });
}

function sourceOf(files: NonNullable<Beside['log']>): LogSource {
  const read = (name: string) =>
    name in files ? Promise.resolve(Buffer.from(files[name]!)) : Promise.reject(new Error(`There is no ${name}.`));
  return {
    name: 'a folder',
    readCheckpoint: async () => (await read('checkpoint')).toString(),
    readTile: (name) => read(`tile/${name}`),
  };
}

async function byUs(file: AnyFile, { keys = [KEY], log, ...rest }: Beside): Promise<unknown> {
  const means = { keys, ...rest, readStamp: readTimestamp, log: log && sourceOf(log) };
  const { verdict, claims, other } = await checkFile(Buffer.from(file), means);
  if (other !== undefined) return { other };
  const states = Object.fromEntries(claims.map(({ id, state }) => [id, state]));
  return verdict === 'empty' ? { ...states, nothing: 'none' } : states;
}

/** Both say the same of each file, claim by claim. @returns what that is */
export async function expectAgreement(files: readonly AnyFile[], beside: Beside = {}): Promise<readonly unknown[]> {
  const theirs = byPython(files, beside);
  const ours = await Promise.all(files.map((file) => byUs(file, beside)));
  const differing = files.flatMap((file, n) =>
    JSON.stringify(sorted(ours[n])) === JSON.stringify(sorted(theirs[n]))
      ? []
      : [{ n, ours: ours[n], theirs: theirs[n], file: Buffer.from(file).toString('latin1').slice(0, 20_000) }],
  );
  expect(differing.slice(0, 1)).toEqual([]);
  expect(theirs).toHaveLength(files.length);
  return ours;
}

const sorted = (value: unknown): unknown =>
  Object.entries(value as object).sort(([one], [other]) => (one < other ? -1 : 1));

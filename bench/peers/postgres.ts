import { execFileSync, type ExecFileSyncOptions } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { freePort, startProgram, until, type Program } from './processes';

const USER = 'bench';

/** PostgreSQL as it is by default, so each commit is on disk before its answer; on a port of this machine alone. */
export interface Postgres extends Program {
  readonly port: number;
  readonly url: string;
  /** @returns what it prints */
  readonly run: (statement: string) => string;
}

/** Where its programs are: what POSTGRES names, or as Debian installs it. Undefined where there are none. */
export function postgresFolder(): string | undefined {
  const POSTGRES = process.env['POSTGRES'] && path.resolve(process.env['POSTGRES']);
  if (POSTGRES !== undefined) return existsSync(path.join(POSTGRES, 'initdb')) ? POSTGRES : undefined;
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((one, other) => Number(other) - Number(one)) : [];
  return versions
    .map((version) => path.join(debian, version, 'bin'))
    .find((bin) => existsSync(path.join(bin, 'initdb')));
}

/** Starts a server of its own on the data in that folder; if there are none, makes a database `peer` there first. */
export async function startPostgres(folder: string): Promise<Postgres> {
  const bin = postgresFolder() ?? '';
  const owner = ownerOf();
  const options: ExecFileSyncOptions = { ...owner, cwd: '/', stdio: 'pipe' };
  const isNew = !existsSync(folder);
  if (isNew) {
    mkdirSync(folder, { mode: 0o700 });
    if (owner.uid !== undefined && owner.gid !== undefined) chownSync(folder, owner.uid, owner.gid);
    const args = ['-D', folder, '-U', USER, '--auth=trust', '--encoding=UTF8', '--locale=C'];
    execFileSync(path.join(bin, 'initdb'), args, options);
  }
  const port = await freePort();
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories='].flatMap((setting) => ['-c', setting]);
  // By SIGINT it does not wait for clients to leave.
  const program = startProgram(path.join(bin, 'postgres'), ['-D', folder, '-p', String(port), ...settings], {
    ...owner,
    cwd: '/',
    endBy: 'SIGINT',
  });
  const inDatabase = (database: string, statement: string): string =>
    execFileSync(
      path.join(bin, 'psql'),
      ['-h', '127.0.0.1', '-p', String(port), '-U', USER, '-d', database, '-qAtc', statement],
      { ...options, encoding: 'utf8' },
    ).trim();
  await until('PostgreSQL', async () => isReady(() => inDatabase('postgres', 'SELECT 1')));
  if (isNew) inDatabase('postgres', 'CREATE DATABASE peer');
  const url = `postgres://${USER}@127.0.0.1:${port}/peer`;
  return { ...program, port, url, run: (statement) => inDatabase('peer', statement) };
}

function isReady(ask: () => void): boolean {
  try {
    ask();
    return true;
  } catch {
    return false;
  }
}

/** It refuses to be run by root, and Debian brings a user for it. */
function ownerOf(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

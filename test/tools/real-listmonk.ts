import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** The program, and the database that is to be its own: an empty one, which a URL names. */
export const LISTMONK = process.env['LISTMONK'];
export const DATABASE = process.env['LISTMONK_DATABASE'];

export const isHere = LISTMONK !== undefined && DATABASE !== undefined && existsSync(LISTMONK);

export interface RealListmonk {
  readonly url: string;
  /** `name:token` of a user of its API. */
  readonly key: string;
  stop(): Promise<void>;
}

const PORT = 9917;

/** Installs listmonk into the database, and starts it. */
export async function startListmonk(program: string, database: string): Promise<RealListmonk> {
  const { hostname, port, username, password, pathname } = new URL(database);
  const home = await mkdtemp(path.join(tmpdir(), 'listmonk-'));
  const env = {
    ...process.env,
    LISTMONK_app__address: `127.0.0.1:${PORT}`,
    LISTMONK_db__host: hostname,
    LISTMONK_db__port: port || '5432',
    LISTMONK_db__user: username,
    LISTMONK_db__password: password || 'none',
    LISTMONK_db__database: pathname.slice(1),
    LISTMONK_db__ssl_mode: 'disable',
    LISTMONK_ADMIN_USER: 'admin',
    LISTMONK_ADMIN_PASSWORD: 'only for this test',
    LISTMONK_ADMIN_API_USER: 'consent',
  };
  const cwd = process.env['LISTMONK_HOME'] ?? home;
  const said = execFileSync('/bin/sh', ['-c', `"${program}" --config '' --install --yes 2>&1`], {
    cwd,
    env,
  }).toString();
  const token = /LISTMONK_ADMIN_API_TOKEN="(\w+)"/.exec(said)?.[1] ?? '';
  const running = spawn(program, ['--config', ''], { cwd, env, stdio: 'ignore' });
  const url = `http://127.0.0.1:${PORT}/api`;
  const isUp = () =>
    fetch(`${url}/health`).then(
      () => true,
      () => false,
    );
  for (let tries = 0; !(await isUp()) && tries < 100; tries += 1) await wait(200);
  return {
    url,
    key: `consent:${token}`,
    stop: async () => {
      running.kill();
      await rm(home, { recursive: true });
    },
  };
}

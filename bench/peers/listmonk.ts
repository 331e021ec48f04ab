import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { read, send, someAddress } from '../stage/visitor';
import type { Peer, Running } from './peer';
import { postgresFolder, startPostgres, type Postgres } from './postgres';
import { answers, freePort, startProgram, until } from './processes';
import { startSmtpSink, type SmtpSink } from './smtp-sink';

/** The program; and for one that was not packed with its files, the folder where they are. */
const [LISTMONK, LISTMONK_HOME] = [process.env['LISTMONK'], process.env['LISTMONK_HOME']].map(
  (one) => one && path.resolve(one),
);

export const listmonk: Peer = {
  name: 'listmonk',
  missing: () => {
    if (LISTMONK === undefined || !existsSync(LISTMONK)) return 'LISTMONK names no program';
    return postgresFolder() === undefined ? 'there is no PostgreSQL' : undefined;
  },
  start: (folder) => start(LISTMONK ?? '', folder),
};

const LISTS = ['Newsletter', 'Analysis'];
const JSON_TYPE = { 'content-type': 'application/json' };

async function start(program: string, folder: string): Promise<Running> {
  const postgres = await startPostgres(path.join(folder, 'postgres'));
  const sink = await startSmtpSink();
  const home = path.join(folder, 'home');
  const port = await freePort();
  const options = { cwd: LISTMONK_HOME ?? home, env: environmentOf(postgres, port) };
  const tokenFile = path.join(home, 'token');
  if (!existsSync(home)) {
    mkdirSync(home);
    const { stdout, stderr } = spawnSync(program, ['--config', '', '--install', '--yes'], {
      ...options,
      encoding: 'utf8',
    });
    const said = stdout + stderr;
    writeFileSync(tokenFile, /LISTMONK_ADMIN_API_TOKEN="(\w+)"/.exec(said)?.[1] ?? '');
  }
  setUp(postgres, sink);
  const server = startProgram(program, ['--config', ''], options);
  const url = `http://127.0.0.1:${port}`;
  await until('listmonk', () => answers(`${url}/api/public/lists`));
  const key = Buffer.from(`bench:${readFileSync(tokenFile, 'utf8')}`).toString('base64');
  const headers = { authorization: `Basic ${key}` };
  const about = await read(url, { method: 'GET', url: '/api/about', headers });
  const { version } = JSON.parse(about) as { version: string };
  const stop = async (): Promise<void> => {
    await server.stop();
    await postgres.stop();
  };
  return {
    version,
    processes: [server.pid, postgres.pid],
    stop,
    ...callsTo(url, headers, sink, postgres),
  };
}

type Calls = Pick<Running, 'prepare' | 'signUp' | 'rest' | 'proof' | 'bringAlong'>;

function callsTo(url: string, headers: Readonly<Record<string, string>>, sink: SmtpSink, postgres: Postgres): Calls {
  const ask = async <Data>(method: string, path: string, body?: object): Promise<Data> => {
    const sent = { method, url: `/api/${path}`, headers: { ...headers, ...JSON_TYPE } };
    const answer = await read(url, { ...sent, ...(body && { body: JSON.stringify(body) }) });
    return (JSON.parse(answer) as { data: Data }).data;
  };
  let lists: readonly { readonly id: number; readonly uuid: string }[] = [];
  let signUps = 0;
  return {
    prepare: async () => {
      const made = LISTS.map((name) =>
        ask<(typeof lists)[number]>('POST', 'lists', { name, type: 'public', optin: 'double' }),
      );
      lists = await Promise.all(made);
    },
    signUp: async (email) => {
      const body = { email, name: 'Erika Mustermann', list_uuids: lists.map(({ uuid }) => uuid) };
      await send(url, {
        method: 'POST',
        url: '/api/public/subscription',
        headers: JSON_TYPE,
        body: JSON.stringify(body),
      });
      signUps += 1;
    },
    rest: async () => {
      await until('The mails of listmonk', () => Promise.resolve(sink.mails() >= signUps));
      postgres.run('CHECKPOINT');
    },
    proof: async (email) => {
      const query = new URLSearchParams({ query: `subscribers.email = '${email}'` }).toString();
      const { results } = await ask<{ results: readonly { id: number }[] }>('GET', `subscribers?${query}`);
      return read(url, { method: 'GET', url: `/api/subscribers/${results[0]?.id}/export`, headers });
    },
    bringAlong: async (people) => {
      const form = new FormData();
      const lines = Array.from({ length: people }, () => `${someAddress()},Erika Mustermann,{}`);
      form.set('file', new File([['email,name,attributes', ...lines].join('\n')], 'people.csv'));
      form.set('params', JSON.stringify({ ...AS_CONFIRMED, lists: lists.map(({ id }) => id) }));
      const answer = await fetch(`${url}/api/import/subscribers`, { method: 'POST', headers, body: form });
      if (!answer.ok) throw new Error(`listmonk takes no rows: ${await answer.text()}`);
      const status = () => ask<{ status: string; imported: number }>('GET', 'import/subscribers');
      await until('The import of listmonk', async () => (await status()).status === 'finished');
      if ((await status()).imported !== people) throw new Error('listmonk did not take all rows.');
    },
  };
}

const AS_CONFIRMED = { mode: 'subscribe', subscription_status: 'confirmed', delim: ',' };

function environmentOf({ port }: Postgres, own: number): NodeJS.ProcessEnv {
  return {
    ...process.env,
    LISTMONK_app__address: `127.0.0.1:${own}`,
    LISTMONK_db__host: '127.0.0.1',
    LISTMONK_db__port: String(port),
    LISTMONK_db__user: 'bench',
    LISTMONK_db__password: 'none',
    LISTMONK_db__database: 'peer',
    LISTMONK_db__ssl_mode: 'disable',
    // As in its sample of a configuration; without them it connects anew for each statement.
    LISTMONK_db__max_open: '25',
    LISTMONK_db__max_idle: '25',
    LISTMONK_db__max_lifetime: '300s',
    LISTMONK_ADMIN_USER: 'admin',
    LISTMONK_ADMIN_PASSWORD: 'only for this bench',
    LISTMONK_ADMIN_API_USER: 'bench',
  };
}

/** Mails go to the sink, by as many connections as by default; and it asks nobody whether there is a newer version. */
function setUp(postgres: Postgres, { port }: SmtpSink): void {
  const smtp = {
    ...{ enabled: true, host: '127.0.0.1', port, auth_protocol: 'none', tls_type: 'none', tls_skip_verify: false },
    ...{ username: '', password: '', hello_hostname: '', email_headers: [], from_addresses: [] },
    ...{ max_conns: 10, idle_timeout: '15s', wait_timeout: '5s', max_msg_retries: 2, msg_retry_delay: '10ms' },
  };
  const settings = { smtp: [smtp], 'app.check_updates': false };
  for (const [key, value] of Object.entries(settings))
    postgres.run(`UPDATE settings SET value = '${JSON.stringify(value)}' WHERE key = '${key}'`);
}

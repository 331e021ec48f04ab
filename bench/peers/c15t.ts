import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { read, send } from '../stage/visitor';
import type { Peer, Running } from './peer';
import { postgresFolder, startPostgres } from './postgres';
import { answers, freePort, startProgram, until } from './processes';

/** The folder where its packages were installed. */
const C15T = process.env['C15T'] && path.resolve(process.env['C15T']);
const KEY = randomBytes(24).toString('hex');

export const c15t: Peer = {
  name: 'c15t',
  missing: () => {
    if (C15T === undefined || !existsSync(packageFile(C15T))) return 'C15T names no folder with its packages';
    return postgresFolder() === undefined ? 'there is no PostgreSQL' : undefined;
  },
  start: (folder) => start(C15T ?? '', folder),
};

const packageFile = (folder: string): string => path.join(folder, 'node_modules/@c15t/backend/package.json');

async function start(packages: string, folder: string): Promise<Running> {
  const postgres = await startPostgres(path.join(folder, 'postgres'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const file = path.join(__dirname, 'c15t-server.mjs');
  const server = startProgram(process.execPath, [file, packages, postgres.url, String(port), KEY], { cwd: packages });
  await until('c15t', () => answers(`${url}/status`));
  const { version } = JSON.parse(readFileSync(packageFile(packages), 'utf8')) as { version: string };
  return {
    version,
    processes: [server.pid, postgres.pid],
    prepare: () => Promise.resolve(),
    signUp: (email) => send(url, consentOf(email)),
    // Nothing follows from a consent.
    rest: () => Promise.resolve(void postgres.run('CHECKPOINT')),
    proof: (email) => {
      const who = new URLSearchParams({ externalId: email }).toString();
      return read(url, { method: 'GET', url: `/subjects?${who}`, headers: { authorization: `Bearer ${KEY}` } });
    },
    stop: async () => {
      await server.stop();
      await postgres.stop();
    },
  };
}

/** It knows no addresses, but ids of other systems; an address is one of those here. */
function consentOf(email: string) {
  const body = JSON.stringify({
    type: 'marketing_communications',
    // Base58, which has no zero.
    subjectId: `sub_${randomBytes(16).toString('hex').replaceAll('0', 'z')}`,
    externalSubjectId: email,
    identityProvider: 'email',
    domain: 'www.demo.example',
    preferences: { marketing: true, measurement: true },
    givenAt: Date.now(),
    metadata: { name: 'Erika Mustermann' },
  });
  const headers = { 'content-type': 'application/json', origin: 'https://www.demo.example' };
  return { method: 'POST', url: '/subjects', headers, body };
}

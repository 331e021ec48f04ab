import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { importPeople } from '../import/import';
import { askFor, read, send, signUpRequest } from '../stage/visitor';
import type { Peer, Running } from './peer';
import { answers, freePort, startProgram, until } from './processes';

const ROOT = path.join(__dirname, '..', '..');

/** The local stack: the functions that are deployed, with a stand-in for DynamoDB, and consumers beside them. */
export const ours: Peer = { name: 'this system', missing: () => undefined, start };

async function start(folder: string): Promise<Running> {
  mkdirSync(folder, { recursive: true });
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const file = path.join(__dirname, 'stack.ts');
  const stack = startProgram(process.execPath, ['--import', 'tsx', file, folder, String(port)], { cwd: ROOT });
  await until('The stack', () => answers(`${url}/v1/sites/demo/notices?language=de`));
  const tokens = JSON.parse(await read(url, { ...LOCAL, url: '/_local/tokens' })) as Record<string, string>;
  const { backend = '', compliance } = tokens;
  return {
    version: 'local stack',
    processes: [stack.pid],
    prepare: () => Promise.resolve(),
    signUp: (email) => send(url, signUpRequest(email)),
    rest: () => rest(url),
    proof: (email) => {
      const asked = askFor('evidence', email);
      return read(url, { ...asked, headers: { ...asked.headers, authorization: `Bearer ${compliance}` } });
    },
    bringAlong: (people) => importPeople({ gateway: url, backendToken: backend }, people),
    stop: stack.stop,
  };
}

/** The stack's helpers answer to its own name alone. */
const LOCAL = { method: 'GET', headers: { host: 'localhost' } };

/** Some messages wait for days, as reminders do, so it rests when for a while nothing is under way and nothing changes. */
const STILL_MS = 1500;

async function rest(url: string): Promise<void> {
  let [before, since] = ['', performance.now()];
  while (performance.now() - since < STILL_MS) {
    const counts = await read(url, { ...LOCAL, url: '/_local/queues' });
    if (counts !== before || /"(inFlight|lag)":[1-9]/.test(counts)) [before, since] = [counts, performance.now()];
    await wait(100);
  }
}

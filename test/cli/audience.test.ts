import { execFile } from 'node:child_process';
import { appendFile, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeAudience, type AudienceTask, type AudienceState } from '../../cli/audience';
import { SEGMENT_COUNTS, type SegmentCount } from '../../shared/audience-segments';
import { StateFile } from '../../cli/resume/state-file';
import { ledgerOf } from '../../cli/system';
import { runPages } from './paged-run';
import { Person, startSystem, type System } from '../promises/person';

const ROOT = path.resolve(__dirname, '../..');
/** By its path, as the command runs in a folder of its own. */
const TSX = path.join(ROOT, 'node_modules/tsx/dist/loader.mjs');
const LIST = 'newsletter-product';
let system: System;
let folder: string;
const people: Person[] = [];

beforeAll(async () => {
  system = await startSystem();
  folder = await mkdtemp(path.join(tmpdir(), 'audience-'));
  for (let n = 0; n < 12; n++) people.push(await subscriber());
  const isThere = (seen: unknown[]): boolean => seen.length === people.length;
  await system.visitor.eventually(() => people[0]!.audience(LIST), isThere, 'not all are in the audience');
});
afterAll(async () => {
  await system.stop();
  await rm(folder, { recursive: true });
});

async function subscriber(): Promise<Person> {
  const person = new Person(system, 'demo');
  await person.signUp({ purposes: [LIST], language: 'de' });
  await person.confirm(1);
  return person;
}

const file = (name: string): string => path.join(folder, name);

function cli(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const command = ['--import', TSX, path.join(ROOT, 'cli', 'main.ts'), ...args, '--url', system.url];
  return new Promise((resolve) => {
    execFile(process.execPath, command, { cwd: folder }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err }),
    );
  });
}

async function emailsIn(name: string): Promise<string[]> {
  const lines = (await readFile(file(name), 'utf8')).trimEnd().split('\n');
  return lines.map((line) => (JSON.parse(line) as { email: string }).email).sort();
}

const everybody = (): string[] => people.map(({ email }) => email).sort();

test('writes everybody once, for the eyes of its owner, and says so without naming anybody', async () => {
  const { code, out } = await cli('audience', '--site', 'demo', '--purpose', LIST, '--limit', '5');
  expect([code, out]).toEqual([0, expect.stringContaining('recipients 12')]);
  expect(out).not.toContain('@');
  expect(await emailsIn(`out/audience-demo-${LIST}.ndjson`)).toEqual(everybody());
  expect((await stat(file(`out/audience-demo-${LIST}.ndjson`))).mode & 0o077).toBe(0);
  const again = await cli('audience', '--site', 'demo', '--purpose', LIST);
  expect([again.code, again.err]).toEqual([2, expect.stringContaining('is there already')]);
});

test('in segments it is the same file', async () => {
  const args = ['--site', 'demo', '--purpose', LIST, '--limit', '1', '--segments', '8', '--out', 'parts'];
  const { code, out } = await cli('audience', ...args);
  expect([code, out]).toEqual([0, expect.stringContaining('recipients 12')]);
  expect(await emailsIn('parts')).toEqual(everybody());
  expect((await cli('audience', '--site', 'demo', '--purpose', LIST, '--segments', '3')).code).toBe(2);
  const table = await cli('audience', '--site', 'demo', '--purpose', LIST, '--segments', '2', '--format', 'brevo');
  expect([table.code, table.err]).toEqual([2, expect.stringContaining('leave out either')]);
});

test('says why it was refused, and leaves nothing behind', async () => {
  const { code, err } = await cli('audience', '--site', 'demo', '--purpose', 'no-such');
  expect([code, err]).toEqual([1, expect.stringContaining('The site has no such purpose')]);
  await expect(stat(file('out/audience-demo-no-such.ndjson'))).rejects.toMatchObject({ code: 'ENOENT' });
  expect((await cli('audience', '--site', 'demo')).code).toBe(2);
});

test('a file that cannot be written is said before anything is kept of it', async () => {
  const args = ['--site', 'demo', '--purpose', LIST, '--out', 'none/x', '--state', 'none.state'];
  const { code, err } = await cli('audience', ...args);
  expect([code, err]).toEqual([2, expect.stringContaining('none/x cannot be written')]);
  await expect(stat(file('none.state'))).rejects.toMatchObject({ code: 'ENOENT' });
});

test('who fetched it can be read afterwards', async () => {
  const { code, out } = await cli('fetches', '--site', 'demo');
  expect(code).toBe(0);
  const [head, ...rows] = out.trimEnd().split('\n');
  expect(head).toBe('at,operator,client,list,purpose,people');
  expect(rows.at(-1)).toMatch(new RegExp(`^[\\dT:.Z-]+,local-marketing,,audience,${LIST},\\d+$`));
});

describe('interrupted', () => {
  const task = (out: string, url = system.url, segments: SegmentCount = 1): AudienceTask => ({
    ledger: ledgerOf({ url, site: 'demo' }, 'audience:read'),
    purpose: LIST,
    limit: 5,
    segments,
    out: file(out),
  });
  const state = (out: string) => new StateFile<AudienceState>(file(`${out}.state`), { what: 'a test', of: 'it' });

  test('after any page, it goes on where it was', async () => {
    const { pages, result } = await runPages(state('stopped'), 5, (run) => writeAudience(task('stopped'), run));
    expect(pages).toBe(2 + Math.ceil(people.length / 5));
    expect(result).toBe(people.length);
    expect(await emailsIn('stopped')).toEqual(everybody());
  });

  test.each(SEGMENT_COUNTS)(
    'in %s segments side by side, with lines in the file that no place knows of',
    async (count) => {
      const name = `of-${count}`;
      const each = { ...task(name, system.url, count), limit: 1 };
      const { result } = await runPages(state(name), 1, async (run) => {
        if (run.begun) await appendFile(file(name), '{"email":"of a crash"}\n');
        return writeAudience(each, run);
      });
      expect(result).toBe(people.length);
      expect(await emailsIn(name)).toEqual(everybody());
    },
  );

  test('by limits, it waits and asks again', async () => {
    let refusals = 2;
    const busy = await serve((forward) => (refusals-- > 0 ? undefined : forward()));
    process.env['CONSENT_TOKEN'] = await system.visitor.token('marketing');
    const limited = task('limited', busy.url);
    delete process.env['CONSENT_TOKEN'];
    const { result } = await runPages(state('limited'), 5, (run) => writeAudience(limited, run));
    busy.server.close();
    expect(result).toBe(12);
    expect(await emailsIn('limited')).toEqual(everybody());
  });

  /** Hands requests on to the system, or answers as API Gateway does where there are too many. */
  async function serve(decide: (forward: () => true) => true | undefined): Promise<{ server: Server; url: string }> {
    const server = createServer((request, response) => {
      if (!decide(() => true)) {
        response.writeHead(429, { 'content-type': 'application/json' }).end('{"message":"Too Many Requests"}');
        return;
      }
      void system.visitor
        .get(request.url ?? '', { headers: { authorization: request.headers.authorization ?? '' } })
        .then(async (answer) => response.writeHead(answer.status).end(await answer.text()));
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
  }
});

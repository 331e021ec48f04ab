import { spawn } from 'node:child_process';
import path from 'node:path';
import { blocksOf, readPage, ROOT } from '../docs/markdown';
import { Person, startSystem, type System } from '../promises/person';

/* The commands of docs/importing.md, with invented exports in the layouts of the tools: each row becomes what it is. */

const EXPORTS = path.join(ROOT, 'test', 'cli', 'exports');
let system: System;

beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const NPM =
  'npm() { shift 2; "$ROOT/node_modules/.bin/tsx" --tsconfig "$ROOT/tsconfig.json" "$ROOT/cli/main.ts" "${@:2}" --url "$URL" --state "$TMP_STATE"; }';

/** Runs the commands under a heading of the page, and gives what they say, line by line. */
async function commandsOf(heading: string, ...more: string[]): Promise<string[]> {
  const page = readPage('docs/importing.md');
  const from = page.lines.indexOf(`## ${heading}`);
  const block = blocksOf(page, 'sh').find(({ line }) => line > from);
  const script = `${NPM}\n${(block?.text ?? '').replaceAll(/(?<!\\)$/gm, ` ${more.join(' ')}`)}`;
  const state = path.join(process.env['TMPDIR'] ?? '/tmp', `import-tools-${process.pid}.json`);
  const env = { ...process.env, ROOT, URL: system.url, TMP_STATE: state };
  const shell = spawn('bash', ['-c', script], { cwd: EXPORTS, env });
  let out = '';
  shell.stdout.on('data', (text: Buffer) => (out += text.toString()));
  await new Promise((resolve) => shell.once('close', resolve));
  return out.trim().split('\n');
}

class Known extends Person {
  constructor(
    of: System,
    override readonly email: string,
  ) {
    super(of, 'notice-002');
  }
}

const allowed = async (email: string): Promise<unknown> => (await new Known(system, email).allowed())['newsletter'];
const first = async (email: string) => (await new Known(system, email).evidence()).bundle.entries[0];

test('Mailchimp: three files, both steps, and who left stays out', async () => {
  expect(await commandsOf('Mailchimp')).toEqual([
    '3 rows: 3 imported, 0 already there, 0 refused, 0 invalid.',
    '2 rows: 2 imported (2 withdrawals), 0 already there, 0 refused, 0 invalid.',
    '1 row: 1 imported (1 bounces), 0 already there, 0 refused, 0 invalid.',
  ]);
  expect(await first('anna@mailchimp.example')).toMatchObject({
    entry: { facts: { signedUpAt: '2019-05-04T11:22:33.000Z', givenAt: '2019-05-04T11:30:01.000Z' } },
    parts: { network: { data: { ip: '192.0.2.11', signedUpBy: { ip: '192.0.2.10' } } } },
  });
  const cara = (await first('cara@mailchimp.example'))?.entry.facts;
  expect(cara).toMatchObject({ givenAt: '2018-05-20T09:00:00.000Z', proof: ['time', 'wording'] });
  expect(await first('emil@mailchimp.example')).toMatchObject({
    entry: { type: 'ConsentWithdrawn', facts: { via: 'elsewhere', saidAt: '2022-01-15T07:00:00.999Z' } },
  });
  expect(JSON.stringify(await first('emil@mailchimp.example'))).toContain('zu viele Mails');
  expect([await allowed('anna@mailchimp.example'), await allowed('dora@mailchimp.example')]).toEqual([true, false]);
  const again = await commandsOf('Mailchimp');
  expect(again[0]).toBe('3 rows: 0 imported, 3 already there, 0 refused, 0 invalid.');
  expect(again[1]).toBe('2 rows: 0 imported, 2 already there, 0 refused, 0 invalid.');
});

test('Brevo: days in their order, and who is blocklisted has left', async () => {
  expect(await commandsOf('Brevo')).toEqual([
    '3 rows: 2 imported (1 consents, 1 withdrawals), 0 already there, 0 refused, 0 invalid, 1 left out.',
  ]);
  expect((await first('gerd@brevo.example'))?.entry.facts).toMatchObject({ givenAt: '2020-04-02T22:00:00.000Z' });
  expect([await allowed('gerd@brevo.example'), await allowed('hans@brevo.example')]).toEqual([true, false]);
  expect((await first('hans@brevo.example'))?.entry).toMatchObject({
    type: 'ConsentWithdrawn',
    facts: { via: 'elsewhere' },
  });
  expect(await allowed('ida@brevo.example')).toBe(false);
});

test('CleverReach: seconds, sep=; and 0 for never', async () => {
  expect(await commandsOf('CleverReach')).toEqual([
    '3 rows: 2 imported (1 consents, 1 withdrawals), 0 already there, 0 refused, 0 invalid, 1 left out.',
  ]);
  expect((await first('jana@cleverreach.example'))?.entry.facts).toMatchObject({
    signedUpAt: '2019-05-04T11:22:33.000Z',
    givenAt: '2019-05-04T11:30:01.000Z',
  });
  expect((await first('karl@cleverreach.example'))?.entry.facts).toMatchObject({ saidAt: '2021-06-29T22:10:05.999Z' });
  expect(await allowed('jana@cleverreach.example')).toBe(true);
});

test('listmonk: times of Go, and who is blocklisted has left', async () => {
  expect(await commandsOf('listmonk', '--dry-run')).toEqual([
    '3 rows: 2 would be imported (1 consents, 1 withdrawals), 0 already there, 0 refused, 0 invalid, 1 left out.',
  ]);
  expect(await allowed('mia@listmonk.example')).toBe(false);
  await commandsOf('listmonk');
  expect((await first('nils@listmonk.example'))?.entry.facts).toMatchObject({ saidAt: '2023-07-01T10:00:00.999Z' });
  expect([await allowed('mia@listmonk.example'), await allowed('nils@listmonk.example')]).toEqual([true, false]);
});

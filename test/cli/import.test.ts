import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { execFile, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { REGION, TABLES } from '../../local/aws';
import { Person, startSystem, type System } from '../promises/person';

const ROOT = path.resolve(__dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'cli-import-'));
let system: System;
let url: string;

// A test runs the command several times.

beforeAll(async () => {
  system = await startSystem();
  url = (await system.visitor.get('/_local/clock')).url.replace('/_local/clock', '');
});
afterAll(async () => {
  await system.stop();
  rmSync(folder, { recursive: true });
});

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const state = path.join(folder, 'state.json');

function start(args: readonly string[]): { child: ChildProcess; done: Promise<Run> } {
  const command = ['--import', 'tsx', path.join(ROOT, 'cli', 'main.ts'), 'import', '--url', url, '--state', state];
  let child: ChildProcess | undefined;
  const done = new Promise<Run>((resolve) => {
    child = execFile(process.execPath, [...command, ...args], { cwd: ROOT }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err }),
    );
  });
  return { child: child as ChildProcess, done };
}

const run = (file: string, ...more: string[]): Promise<Run> => start([file, '--site', 'notice-002', ...more]).done;

function save(name: string, lines: readonly string[]): string {
  const file = path.join(folder, name);
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}

/** What the ledger holds of a type of entries. */
async function countOf(type: string): Promise<number> {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const client = new DynamoDBClient({ endpoint: system.dynamoEndpoint, region: REGION, credentials });
  let count = 0;
  for await (const { Items = [] } of paginateScan({ client }, { TableName: TABLES.LEDGER_TABLE })) {
    count += Items.filter((item) => item['type']?.S === type).length;
  }
  client.destroy();
  return count;
}

const MAPS = [
  '--map',
  'E-Mail=email',
  '--map',
  'Vorname=fields.firstName',
  '--map',
  'Seit=givenAt',
  '--map',
  'IP=ip',
  '--timezone',
  'Europe/Berlin',
];
const NEWSLETTER = [...MAPS, '--set', 'purposes=newsletter', '--set', 'version=4'];
const HEADER = 'E-Mail;Vorname;Seit;IP;Kundennummer';

test('contracts are taken over from a file like consents, as what they are', async () => {
  const person = new Person(system, 'notice-004');
  const file = save('contracts.csv', ['email,givenAt', `${person.email},2024-03-01`]);
  const constants = ['--timezone', 'Europe/Berlin', '--set', 'purposes=service-mail', '--set', 'version=1'];
  const { code, out } = await start([file, '--site', 'notice-004', ...constants]).done;
  expect([code, out]).toEqual([0, '1 row: 1 imported, 0 already there, 0 refused, 0 invalid.\n']);
  expect((await person.evidence()).records[0]?.entries).toMatchObject([
    {
      type: 'ContractRecorded',
      facts: { source: 'import', givenAt: '2024-02-29T23:00:00.000Z', givenUntil: '2024-03-01T22:59:59.999Z' },
    },
  ]);
});

const MINUTE = { givenAt: '2018-05-25T12:30:00.000Z', givenUntil: '2018-05-25T12:30:59.999Z' };

test('a file from a spreadsheet is taken over with what it proves, once', async () => {
  const person = new Person(system, 'notice-002');
  const row = `${person.email};"Jörg ""Änne""; Süß";25.05.2018 14:30;198.51.100.7;17`;
  const file = save('good.csv', [`\ufeff${HEADER}`, row]);
  const first = await run(file, ...NEWSLETTER);
  expect([first.code, first.out]).toEqual([0, '1 row: 1 imported, 0 already there, 0 refused, 0 invalid.\n']);
  expect(first.err).toContain('Not imported: "Kundennummer".');
  const [entry] = (await person.evidence()).records[0]?.entries ?? [];
  expect(entry).toMatchObject({
    type: 'ConsentRecorded',
    facts: { source: 'import', ...MINUTE, proof: ['time', 'ip', 'wording'] },
    parts: {
      address: { email: person.email },
      details: { fields: { firstName: 'Jörg "Änne"; Süß' } },
      network: { ip: '198.51.100.7', ipSource: 'backend' },
    },
  });
  const more = save('more.csv', [HEADER, row, row, `x${person.email};;25.05.2018 14:30;;18`]);
  expect((await run(more, ...NEWSLETTER)).out).toBe('3 rows: 1 imported, 2 already there, 0 refused, 0 invalid.\n');
  expect((await person.evidence()).records).toHaveLength(1);
  expect(existsSync(state)).toBe(false);
});

test('one invalid row, and nothing is written, unless it is to be left out', async () => {
  const before = await countOf('ConsentRecorded');
  const file = save('bad.csv', [
    HEADER,
    'fine@example.net;Anna;2018-05-25;;',
    'zzmark;Anna;2018-05-25;;',
    'zzmark@example.net;Anna;2018-02-30;1.2.3;',
    'zzmark@example.net;Anna;2099-05-25;;',
  ]);
  const refused = await run(file, ...NEWSLETTER);
  expect(refused.code).toBe(1);
  expect(refused.out.split('\n')).toEqual([
    'line 3, column "E-Mail": An e-mail address has the form name@example.com.',
    expect.stringMatching(/^line 4, column "Seit": There is no such day or hour/),
    'line 4, column "IP": This is no IPv4 or IPv6 address.',
    'line 5, column "Seit": This moment is yet to come.',
    '',
  ]);
  expect(refused.err).toContain('3 of 4 rows are invalid; nothing was written.');
  expect(await countOf('ConsentRecorded')).toBe(before);
  const { code, out } = await run(file, ...NEWSLETTER, '--skip-invalid');
  expect([code, out.split('\n').at(-2)]).toEqual([1, '4 rows: 1 imported, 0 already there, 0 refused, 3 invalid.']);
  expect(await countOf('ConsentRecorded')).toBe(before + 1);
});

test('a withdrawal counts for more than an older consent, and a dry run says so', async () => {
  const [left, stays] = [new Person(system, 'notice-002'), new Person(system, 'notice-002')];
  await left.signUp({ purposes: ['newsletter'] });
  await left.confirm(1);
  await left.press(left.link(await left.mail(2), 'unsubscribe'));
  const file = save('old.csv', [HEADER, ...[left, stays].map(({ email }) => `${email};;2018-05-25;;`)]);
  const before = await countOf('ConsentRecorded');
  const dry = await run(file, ...NEWSLETTER, '--dry-run');
  expect(dry.out).toBe(
    'line 2: refused. The person withdrew; do not mail them. They can sign up again.\n' +
      '2 rows: 1 would be imported, 0 already there, 1 refused (1 withdrawn), 0 invalid.\n',
  );
  expect(await countOf('ConsentRecorded')).toBe(before);
  const { code, out } = await run(file, ...NEWSLETTER);
  expect([code, out.split('\n').at(-2)]).toEqual([
    0,
    '2 rows: 1 imported, 0 already there, 1 refused (1 withdrawn), 0 invalid.',
  ]);
  expect([(await left.allowed())['newsletter'], (await stays.allowed())['newsletter']]).toEqual([false, true]);
});

test('customers on legitimate interest', async () => {
  const person = new Person(system, 'notice-002');
  const file = save('customers.csv', ['email', person.email]);
  const { code } = await run(file, '--set', 'purposes=similar-offers', '--set', 'version=2');
  expect(code).toBe(0);
  const [entry] = (await person.evidence()).records[0]?.entries ?? [];
  expect(entry).toMatchObject({
    type: 'LegitimateInterestRecorded',
    facts: { source: 'import', justification: 'existing-customer' },
  });
});

test('killed amid the rows, the same command goes on and each row is there once', async () => {
  const before = await countOf('ConsentRecorded');
  // More than are under way at once.
  const rows = Array.from({ length: 700 }, (_, n) => `row-${n}@example.net;;2018-05-25;;`);
  const args = [save('many.csv', [HEADER, ...rows]), '--site', 'notice-002', ...NEWSLETTER];
  const { child, done } = start(args);
  // One that ends without a state would be waited for in vain: what it said is shown instead.
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  while (!existsSync(state) && !hasEnded()) await new Promise((resolve) => setTimeout(resolve, 10));
  child.kill('SIGKILL');
  expect(await done).toMatchObject({ code: -1, out: expect.not.stringContaining('rows:') as string });
  const between = await countOf('ConsentRecorded');
  expect(between).toBeGreaterThanOrEqual(before + 100);
  expect(between).toBeLessThan(before + rows.length);

  const other = await run(save('other.csv', [HEADER, rows[0] ?? '']), ...NEWSLETTER);
  expect([other.code, other.err]).toEqual([2, expect.stringMatching(/is of an import of .*many\.csv.*--state/)]);

  const { code, out } = await start(args).done;
  expect([code, out]).toEqual([
    0,
    expect.stringMatching(/^700 rows: \d+ imported, \d+ already there, 0 refused, 0 inv/),
  ]);
  expect(await countOf('ConsentRecorded')).toBe(before + rows.length);
});

test.each([
  ['no site', ['x.csv'], /--site is needed/],
  ['no such file', ['none.csv', '--site', 'demo'], /none\.csv cannot be read \(ENOENT\)/],
])('%s', async (_, args, message) => {
  const { code, err } = await start(args).done;
  expect([code, err]).toEqual([2, expect.stringMatching(message)]);
});

test('a site that is not there', async () => {
  const file = save('good.csv', [HEADER, 'fine@example.net;Anna;2018-05-25;;']);
  const { code, err } = await start([file, '--site', 'none', ...NEWSLETTER]).done;
  expect([code, err]).toEqual([2, expect.stringContaining('The system answered 404: There is no site of that id')]);
});

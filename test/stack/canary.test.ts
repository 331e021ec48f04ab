import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { readdir, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { EXAMPLE_SITES } from '../../examples/sites/module';
import { startStack, type Stack } from '../../local/stack';
import { temporaryFolder, until } from '../local/folder';
import { backendsAndOperators, BERT, consent, failures, HEADERS, HEARSAY, MARKS, SIGN_UPS } from './marked-story';
import { find, type Place } from './marks';
import { decoded, Traffic } from './traffic';
import { BUNDLES } from '../once/made';

const dataDir = path.join(temporaryFolder(), 'data');
const reports: string[] = [];
const tables: Record<string, Place[]> = { Ledger: [], Audience: [], Limits: [], Vault: [] };
let stack: Stack;
let traffic: Traffic;

beforeAll(async () => {
  stack = await startStack({
    sites: EXAMPLE_SITES,
    dataDir,
    bundles: BUNDLES,
    report: (line) => void reports.push(line),
  });
  traffic = new Traffic(stack);
  await consent(traffic, keepTables);
  await backendsAndOperators(traffic);
  await mailServiceDown();
  await failures(traffic);
  await keepTables();
  await traffic.post(200, '/_local/clock', { advance: 'P9D' });
  await stack.stop();
});
afterAll(() => stack.stop());

/** The inbox cannot be written to for a while: mails fail, are tried again, and come in the end. */
async function mailServiceDown(): Promise<void> {
  const [inbox, aside] = [path.join(dataDir, 'inbox'), path.join(dataDir, 'inbox-aside')];
  await rename(inbox, aside);
  await traffic.post(202, SIGN_UPS, { email: `down-${BERT}`, purposes: ['newsletter-events'] }, HEADERS);
  await until(
    () => reports.join('\n'),
    (lines) => lines.includes('will be tried again'),
  );
  await rename(aside, inbox);
  await traffic.link(`down-${BERT}`, 'confirm');
}

/** Takes the raw items, past the stack. */
async function keepTables(): Promise<void> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint: stack.dynamoEndpoint, region: 'eu-central-1', credentials });
  for (const [TableName, places] of Object.entries(tables)) {
    for await (const { Items = [] } of paginateScan({ client }, { TableName, ConsistentRead: true })) {
      places.push(...Items.map((item) => ({ name: `table ${TableName}`, content: JSON.stringify(item) })));
    }
  }
  client.destroy();
}

/** Every file of the stack, but for those of the tables, which were looked into, and what recipients and processors have. */
async function filesOf(...folders: string[]): Promise<Place[]> {
  const files = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(path.join(dataDir, folder), { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name)),
    ),
  );
  return Promise.all(
    files.flat().map(async (file) => ({ name: path.relative(dataDir, file), content: await readFile(file) })),
  );
}

/** One of the subjects: its id is to be found in all the places that are searched. */
const subjectOf = (): string => /subject#([\w-]{22})/.exec(JSON.stringify(tables['Ledger']))?.[1] ?? 'none';

describe('what is personal is in the vault', () => {
  test.each(MARKS)('$name', (mark) => {
    expect(find([mark], tables['Vault'] ?? [])).toContainEqual(expect.stringContaining('table Vault'));
  });

  test('but not what anybody can claim', () => {
    expect(find([HEARSAY], tables['Vault'] ?? [])).toEqual([]);
  });

  test('and an address also where its mails lie', async () => {
    const mails = await filesOf('inbox');
    expect(find(MARKS.slice(0, 1), mails)).not.toEqual([]);
    expect(find(MARKS.slice(3, 4), mails)).not.toEqual([]);
  });

  test('and an address also with those who mail', async () => {
    expect(find(MARKS.slice(0, 1), await filesOf('processors'))).not.toEqual([]);
  });
});

describe('what is personal is nowhere else', () => {
  const all = [...MARKS, HEARSAY];

  test.each(['Ledger', 'Audience'])('not in the table %s', (name) => {
    const places = tables[name] ?? [];
    expect(places.length).toBeGreaterThan(3);
    expect(places.some(({ content }) => String(content).includes(subjectOf()))).toBe(true);
    expect(find(all, places)).toEqual([]);
  });

  test('not in the table Limits, which does not even know of subjects', () => {
    const places = tables['Limits'] ?? [];
    expect(places.length).toBeGreaterThan(3);
    for (const { content } of places) expect(content).toContain('count#');
    expect(places.some(({ content }) => String(content).includes(subjectOf()))).toBe(false);
    expect(find(all, places)).toEqual([]);
  });

  test('not in the stream, in queues, or among dead letters', async () => {
    const places = await filesOf('messages');
    const written = Buffer.concat(places.map(({ content }) => Buffer.from(content))).toString('latin1');
    expect(written).toContain(subjectOf());
    expect(written).toMatch(/stream!\d+/);
    expect(written).toMatch(/queue!mailer!\d+/);
    expect(find(all, places)).toEqual([]);
  });

  test('not in the logs, nor in what the terminal says', async () => {
    const places = [...(await filesOf('logs')), { name: 'terminal', content: reports.join('\n') }];
    const written = places.map(({ content }) => content.toString()).join('\n');
    for (const status of [200, 202, 303, 400, 401, 403, 404, 405, 410, 413, 415, 422])
      expect(written).toContain(`"status":${status}`);
    expect(written).toContain('will be tried again');
    expect(find(all, places)).toEqual([]);
  });

  test('not in any other file', async () => {
    const others = (await readdir(dataDir)).filter(
      (name) => !['tables', 'inbox', 'processors', 'messages', 'logs'].includes(name),
    );
    const [files, folders] = [
      others.filter((name) => name.includes('.')),
      others.filter((name) => !name.includes('.')),
    ];
    const loose = await Promise.all(
      files.map(async (name) => ({ name, content: await readFile(path.join(dataDir, name)) })),
    );
    const places = [...loose, ...(await filesOf(...folders))];
    expect(places.length).toBeGreaterThan(1);
    expect(find(all, places)).toEqual([]);
  });

  test('not in answers, but for evidence and the lists of marketing, least of all in those that refuse', () => {
    expect(traffic.answers.filter(({ name }) => /answer 4/.test(name)).length).toBeGreaterThan(20);
    expect(find(all, traffic.answers)).toEqual([]);
  });

  test('not in the address of any page, however it is encoded', () => {
    const urls = [...new Set(traffic.urls)].filter(Boolean);
    for (const kind of ['/confirm/', '/unsubscribe/', '/assets/', '/signups/sent']) {
      expect(urls.some((url) => url.includes(kind))).toBe(true);
    }
    expect(
      find(
        all,
        urls.map((url) => ({ name: url, content: decoded(url) })),
      ),
    ).toEqual([]);
  });
});

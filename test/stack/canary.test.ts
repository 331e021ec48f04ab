import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { readdir, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { startStack, type Stack } from '../../local/stack';
import { temporaryFolder, until } from '../local/folder';
import { find, type Mark, type Place } from './marks';
import { decoded, Traffic } from './traffic';

const ANNA = 'Kanarie.Vogel+eins@trillern.example';
const BERT = 'zwitscher.bert@piepmatz.example';
const MARKS: Mark[] = [
  { name: 'address', text: ANNA },
  { name: 'its local part', text: 'kanarie.vogel' },
  { name: 'its domain', text: 'trillern.example' },
  { name: 'another address', text: BERT },
  { name: 'first name', text: 'Tirilinde' },
  { name: 'last name', text: 'Flötenschläger' },
  { name: 'department', text: 'Vogelwartenamt' },
  { name: 'IP from a backend', text: '198.51.100.77' },
  { name: 'IPv6 from a backend', text: '2001:db8:cafe::4711' },
  { name: 'user agent', text: 'CanaryBrowser/7.77' },
  { name: 'user agent from a backend', text: 'CanaryPhone/8.88' },
  { name: 'referrer', text: 'kanarien-formular' },
];
/** Sent, but nowhere to be kept: not even in the vault. */
const HEARSAY: Mark = { name: 'IP from a forged header', text: '203.0.113.66' };

const HEADERS = {
  'user-agent': 'Mozilla/5.0 CanaryBrowser/7.77',
  'x-forwarded-for': '203.0.113.66',
  referer: 'https://www.demo.example/kanarien-formular',
};
const SIGN_UPS = '/v1/sites/demo/signups';
const dataDir = path.join(temporaryFolder(), 'data');
const reports: string[] = [];
const tables: Record<string, Place[]> = { Ledger: [], Audience: [], Vault: [] };
let stack: Stack;
let traffic: Traffic;

beforeAll(async () => {
  stack = await startStack({ dataDir, report: (line) => void reports.push(line) });
  traffic = new Traffic(stack);
  await consent();
  await backendsAndOperators();
  await mailServiceDown();
  await failures();
  await keepTables();
  await traffic.post(200, '/_local/clock', { advance: 'P9D' });
  await stack.stop();
}, 120_000);

/** From the form to the whitepaper, withdrawn, and begun again. */
async function consent(): Promise<void> {
  const form: [string, string][] = [
    ['email', ANNA],
    ['purpose', 'newsletter-product'],
    ['purpose', 'analysis'],
    ['asset', 'whitepaper-consent'],
    ['language', 'de'],
    ['field.firstName', 'Tirilinde'],
    ['field.lastName', 'Flötenschläger'],
    ['field.department', 'Vogelwartenamt'],
  ];
  await traffic.form(303, SIGN_UPS, form, { ...HEADERS, accept: 'text/html' });
  const confirm = await traffic.link(ANNA.replace('trillern.example', 'trillern.example'), 'confirm');
  for (const method of ['GET', 'HEAD', 'POST', 'POST']) await traffic.send(200, confirm, { method, headers: HEADERS });
  await traffic.send(200, await traffic.link(ANNA, 'assets'), { headers: HEADERS });
  await keepTables();
  const unsubscribe = await traffic.link(ANNA, 'unsubscribe');
  await traffic.send(200, unsubscribe, { headers: HEADERS });
  await traffic.form(200, unsubscribe, [['List-Unsubscribe', 'One-Click']], HEADERS);
  await traffic.send(410, confirm, { method: 'POST', headers: HEADERS });
  await traffic.form(303, SIGN_UPS, form, HEADERS);
  const second = await traffic.link(ANNA, 'confirm', confirm);
  await traffic.send(200, second, { method: 'POST', headers: HEADERS });
}

async function backendsAndOperators(): Promise<void> {
  const { backend, marketing, compliance } = await traffic.tokens();
  const signUp = { email: BERT, purposes: ['newsletter-events'], language: 'en', form: { url: 'https://www.demo.example/kanarien-formular' } };
  for (const ip of ['198.51.100.77', '2001:db8:cafe::4711']) {
    const purposes = ip.includes(':') ? ['product-info'] : signUp.purposes;
    await traffic.post(202, SIGN_UPS, { ...signUp, purposes, visitor: { ip, userAgent: 'CanaryPhone/8.88' } }, backend);
  }
  await traffic.send(200, await traffic.link(BERT, 'confirm'), { method: 'POST', headers: HEADERS });
  await traffic.post(200, '/v1/sites/demo/permissions', { email: BERT }, marketing);
  await traffic.post(200, '/v1/sites/demo/evidence', { email: ANNA }, compliance, true);
  await traffic.post(200, '/v1/sites/demo/evidence', { email: 'kanarie.vogel@trillern.example' }, compliance, true);
  await until(
    () => traffic.send(200, '/v1/sites/demo/purposes/newsletter-product/audience', { headers: marketing }, true),
    (page) => page.includes(ANNA),
  );
}

/** The inbox cannot be written to for a while: mails fail, are tried again, and come in the end. */
async function mailServiceDown(): Promise<void> {
  const [inbox, aside] = [path.join(dataDir, 'inbox'), path.join(dataDir, 'inbox-aside')];
  await rename(inbox, aside);
  await traffic.post(202, SIGN_UPS, { email: `down-${BERT}`, purposes: ['newsletter-events'] }, HEADERS);
  await until(() => reports.join('\n'), (lines) => lines.includes('will be tried again'), 20_000);
  await rename(aside, inbox);
  await traffic.link(`down-${BERT}`, 'confirm');
}

/** All that can go wrong with a marked address in it. */
async function failures(): Promise<void> {
  const { marketing, compliance } = await traffic.tokens();
  const wrong = { email: ANNA, purposes: ['newsletter-product'], fields: { firstName: 'Tirilinde' } };
  await traffic.post(400, SIGN_UPS, `{"email":"${ANNA}","email":"${BERT}"}`, HEADERS);
  await traffic.post(400, SIGN_UPS, `{"email":"${ANNA}`, HEADERS);
  await traffic.post(422, SIGN_UPS, { ...wrong, email: `${ANNA}\r\nBcc: ${BERT}` }, HEADERS);
  await traffic.post(422, SIGN_UPS, { ...wrong, purposes: [ANNA], language: BERT, asset: 'Tirilinde' }, HEADERS);
  await traffic.post(422, SIGN_UPS, { ...wrong, [ANNA]: 1, fields: { [BERT]: 'Tirilinde' } }, HEADERS);
  await traffic.post(413, SIGN_UPS, JSON.stringify(wrong).padEnd(1024 * 1024), HEADERS);
  await traffic.post(415, SIGN_UPS, wrong, { ...HEADERS, 'content-type': 'text/plain' });
  await traffic.post(403, SIGN_UPS, wrong, { ...HEADERS, origin: 'https://kanarie.vogel.trillern.example' });
  await traffic.post(403, SIGN_UPS, { ...wrong, visitor: { ip: '198.51.100.77' } }, HEADERS);
  await traffic.post(401, SIGN_UPS, wrong, { ...HEADERS, authorization: `Bearer ${Buffer.from(ANNA).toString('base64url')}` });
  await traffic.form(422, SIGN_UPS, [['email', ANNA], ['purpose', BERT]], { ...HEADERS, accept: 'text/html' });
  await traffic.post(404, `/v1/sites/${encodeURIComponent(ANNA)}/signups`, wrong, HEADERS);
  await traffic.post(405, '/v1/sites/demo/notices', wrong, HEADERS);
  await traffic.send(404, `/${encodeURIComponent(ANNA)}?email=${encodeURIComponent(BERT)}`, { headers: HEADERS });
  await traffic.send(400, `/v1/sites/demo/notices?language=${encodeURIComponent(ANNA)}`, { headers: HEADERS });
  for (const link of ['confirm', 'unsubscribe', 'assets']) await traffic.send(404, `/${link}/${encodeURIComponent(ANNA)}`, { headers: HEADERS });
  const unsubscribe = await traffic.link(ANNA, 'unsubscribe');
  await traffic.form(404, `${unsubscribe}A`, [['List-Unsubscribe', 'One-Click']], HEADERS);
  for (const what of ['evidence', 'permissions']) {
    await traffic.post(401, `/v1/sites/demo/${what}`, { email: ANNA }, HEADERS);
    await traffic.post(403, `/v1/sites/demo/${what}`, { email: ANNA }, what === 'evidence' ? marketing : compliance);
    await traffic.post(422, `/v1/sites/demo/${what}`, { email: ANNA, name: 'Tirilinde' }, what === 'evidence' ? compliance : marketing);
  }
  await traffic.send(400, `/v1/sites/demo/purposes/newsletter-product/audience?cursor=${encodeURIComponent(ANNA)}`, { headers: marketing });
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

/** Every file of the stack, but for those of the tables, which were looked into, and the recipients' mailboxes. */
async function filesOf(...folders: string[]): Promise<Place[]> {
  const files = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(path.join(dataDir, folder), { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name)),
    ),
  );
  return Promise.all(files.flat().map(async (file) => ({ name: path.relative(dataDir, file), content: await readFile(file) })));
}

const subjectOf = (): string => /"entry":\{"S":"(.*?)"\}/.exec(String(tables['Ledger']?.[0]?.content))?.[1]?.match(/\\"subject\\":\\"([\w-]{22})/)?.[1] ?? 'none';

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
});

describe('what is personal is nowhere else', () => {
  const all = [...MARKS, HEARSAY];

  test.each(['Ledger', 'Audience'])('not in the table %s', (name) => {
    const places = tables[name] ?? [];
    expect(places.length).toBeGreaterThan(3);
    expect(places.some(({ content }) => String(content).includes(subjectOf()))).toBe(true);
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
    for (const status of [200, 202, 303, 400, 401, 403, 404, 405, 410, 413, 415, 422]) expect(written).toContain(`"status":${status}`);
    expect(written).toContain('will be tried again');
    expect(find(all, places)).toEqual([]);
  });

  test('not in any other file', async () => {
    const others = (await readdir(dataDir)).filter((name) => !['tables', 'inbox', 'messages', 'logs'].includes(name));
    const [files, folders] = [others.filter((name) => name.includes('.')), others.filter((name) => !name.includes('.'))];
    const loose = await Promise.all(files.map(async (name) => ({ name, content: await readFile(path.join(dataDir, name)) })));
    const places = [...loose, ...(await filesOf(...folders))];
    expect(places.length).toBeGreaterThan(1);
    expect(find(all, places)).toEqual([]);
  });

  test('not in answers, but for evidence and audience, least of all in those that refuse', () => {
    expect(traffic.answers.filter(({ name }) => /answer 4/.test(name)).length).toBeGreaterThan(20);
    expect(find(all, traffic.answers)).toEqual([]);
  });

  test('not in the address of any page, however it is encoded', () => {
    const urls = [...new Set(traffic.urls)].filter(Boolean);
    for (const kind of ['/confirm/', '/unsubscribe/', '/assets/', '/signups/sent']) {
      expect(urls.some((url) => url.includes(kind))).toBe(true);
    }
    expect(find(all, urls.map((url) => ({ name: url, content: decoded(url) })))).toEqual([]);
  });
});

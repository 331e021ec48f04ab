import { DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { audit } from '../../cli/audit';
import { closeSite } from '../../cli/close-site';
import { exportSite } from '../../cli/export';
import { importConsents } from '../../cli/import';
import { retention } from '../../cli/retention';
import { readTimestamp } from '../../shared/archive/timestamp';
import { canonicalHash, canonicalJson } from '../../shared/canonical';
import type { ClosingFile } from '../../shared/evidence/closing';
import { checkFile } from '../../shared/verify/check-file';
import { Exported } from '../cli/exported';
import { allIn, keptIn } from './kept';
import { operate } from './operate';
import { Person, startSystem, type System } from './person';

const SITE = 'notice-004';
const DISPUTE = 'Meyer ./. Taktreiher';
const NEWS = 'newsletter-events';
/** The first moment after `closing.lastDay`, and 30 days later. */
const CLOSES = new Date('2035-12-31T23:00:00Z');
const GOES = new Date('2036-01-30T23:00:00Z');

let system: System;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'consent-closing-'));
  system = await startSystem(path.join(__dirname, 'closing-sites', 'index.ts'));
  await advanceTo(new Date('2035-12-31T12:00:00Z'));
});
afterAll(() => Promise.all([system.stop(), rm(folder, { recursive: true })]));

async function advanceTo(moment: Date): Promise<void> {
  const now = await system.visitor.now();
  await system.visitor.advance(`PT${Math.ceil((moment.getTime() - now.getTime()) / 1000)}S`);
}

async function subscriber(site = SITE, purposes = [NEWS]): Promise<Person> {
  const person = new Person(system, site);
  await person.signUp({ purposes });
  await person.confirm(1);
  return person;
}

const page = async (address: string, init: RequestInit = {}): Promise<string> => {
  const answer = await system.visitor.get(address, { ...init, headers: { accept: 'text/html' } });
  return `${answer.status} ${await answer.text()}`;
};

/** Calls a command of the operators; gives its exit code and what it said. */
async function call(command: Parameters<typeof operate>[1], ...args: string[]): Promise<[number, string]> {
  const said: string[] = [];
  const code = await operate(
    system,
    command,
    () => args,
    async () => undefined,
    said,
  );
  return [code, said.join('')];
}

/** Imports one consent that was given elsewhere. */
async function imported(): Promise<Person> {
  const person = new Person(system, SITE);
  const write = async (folder: string): Promise<string> => {
    const file = path.join(folder, 'list.csv');
    await writeFile(file, `email,purposes,givenAt,language\n${person.email},${NEWS},2035-03-01T10:00:00Z,de\n`);
    return file;
  };
  const code = await operate(
    system,
    async (args) => importConsents([await write(path.dirname(args.at(-1) ?? '')), ...args]),
    () => ['--site', SITE, '--set', 'version=3', '--set', 'doubleOptIn=yes'],
    async () => undefined,
  );
  expect(code).toBe(0);
  return person;
}

/** Everything that a site has anywhere: its people's items by their subjects, and whatever names it. */
async function traces(subjects: readonly string[]): Promise<string[]> {
  const items = (
    await Promise.all((['Ledger', 'Vault', 'Audience'] as const).map((name) => allIn(name, system)))
  ).flat();
  const isOfSite = (item: object): boolean =>
    JSON.stringify(item).includes(SITE) || subjects.some((subject) => JSON.stringify(item).includes(subject));
  return items.filter(isOfSite).map(({ pk }) => pk);
}

/** Gives what there is of somebody ends of long after, as they were before the site said that it closes. */
async function keepsOldEnds(subject: string): Promise<void> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint: system.dynamoEndpoint, region: 'eu-central-1', credentials });
  for (const TableName of ['Ledger', 'Vault'] as const) {
    for (const { pk, sk } of await keptIn(TableName, subject, system)) {
      const end = { ':end': Math.floor(GOES.getTime() / 1000) + 10 * 31_536_000 };
      await client.send(
        new UpdateItemCommand({
          TableName,
          Key: marshall({ pk, sk }),
          UpdateExpression: 'SET expiresAt = :end REMOVE partEnds',
          ExpressionAttributeValues: marshall(end),
        }),
      );
    }
  }
  client.destroy();
}

/** Calls the command until it is done: what follows from the last steps may come while it deletes. Gives the statement. */
async function closed(): Promise<string> {
  const out = path.join(folder, 'closing.json');
  await system.visitor.eventually(
    async () => (await close('--out', out))[0],
    (code) => code === 0,
    'something is left',
  );
  const file = await readFile(out, 'utf8');
  await rm(out);
  return file;
}

/** The command goes on where it was, so that what was deleted before stays counted. */
const close = (...args: string[]): Promise<[number, string]> => {
  const goingOn = (given: string[]): Promise<number> => closeSite([...given, '--state', path.join(folder, 'state')]);
  return call(goingOn, '--site', SITE, '--apply', ...args);
};

async function verified(file: string, more: object = {}) {
  const host = { name: 'log', keys: (await (await system.visitor.get('/log/keys')).text()).trim().split('\n') };
  return checkFile(Buffer.from(file), { readStamp: readTimestamp, host, ...more });
}

test('O12: who leaves exports for 30 days; then all of it goes, provably (notice-004)', async () => {
  const [staying, leaving, held, elsewhere] = [
    await subscriber(),
    await subscriber(),
    await subscriber(),
    await subscriber('notice-003', ['newsletter']),
  ];
  const older = await imported();
  await older.evidence();
  await held.order('holds', { label: DISPUTE, reviewBy: '2036-03-01' });
  const waiting = new Person(system, SITE);
  await waiting.signUp({ purposes: [NEWS] });
  const late = waiting.link(await waiting.mail(1), 'confirm');
  const unsubscribe = leaving.link(await leaving.mail(2), 'unsubscribe');
  const old = staying.link(await staying.mail(2), 'unsubscribe');
  const subjects = await Promise.all(
    [staying, leaving, held, older].map(async (one) => (await one.evidence()).subject),
  );
  const told = (await staying.told('brieftapir', 1)).length;
  expect(await staying.allowed()).toMatchObject({ [NEWS]: true, 'service-mail': true });

  await advanceTo(CLOSES);
  // Nothing is asked or mailed any more, for whatever reason; who wants to leave can.
  expect(new Set(Object.values(await staying.allowed()))).toEqual(new Set([false]));
  expect(await staying.audience(NEWS)).toEqual([]);
  const form = new URLSearchParams({ email: 'late@example.org', purpose: NEWS, language: 'de' });
  expect(await page(`/v1/sites/${SITE}/signups`, { method: 'POST', body: form })).toMatch(
    /^410 .*Dieses Angebot ist beendet/s,
  );
  form.set('language', 'en');
  expect(await page(`/v1/sites/${SITE}/signups`, { method: 'POST', body: form })).toMatch(
    /^410 .*This offer has ended/s,
  );
  const asJson = await system.visitor.get(`/v1/sites/${SITE}/notices`);
  expect([asJson.status, await asJson.json()]).toMatchObject([410, { type: 'urn:consent-ledger:site-closed' }]);
  expect(await page(late, { method: 'POST' })).toMatch(/^410 .*Dieses Angebot ist beendet/s);
  expect(await page(unsubscribe, { method: 'POST' })).toMatch(/^200 .*Sie sind abgemeldet/s);
  await system.visitor.advance('P1D');
  expect((await staying.told('brieftapir', told + 1)).at(-1)?.message.type).toBe('deletion.requested');

  // For 30 days everything can be exported and shown, and nothing goes.
  expect(await call(retention, '--apply', '--site', SITE)).toMatchObject([0, expect.stringContaining('earlier')]);
  const exported: string[] = [];
  await operate(
    system,
    exportSite,
    (folder) => ['--site', SITE, '--out', path.join(folder, 'all.ndjson')],
    async (folder) => {
      const all = await Exported.read(path.join(folder, 'all.ndjson'));
      expect(all.findings()).toEqual([]);
      exported.push(...new Set(all.entries.map(({ subject }) => subject)));
    },
  );
  expect(exported).toEqual(expect.arrayContaining(subjects));
  await advanceTo(new Date(GOES.getTime() - 60 * 60 * 1000));
  expect((await staying.evidence()).records[0]?.purposes[0]?.status).toBe('ConsentExpired');
  // Counted while everything is there, as it goes by itself once the time is over.
  expect(await close()).toEqual([0, expect.stringContaining('Counted: people 4, ')]);
  expect(await call(closeSite, '--site', SITE, '--dry-run')).toEqual([
    0,
    expect.stringContaining(`subject ${subjects[2]}: held by`),
  ]);

  // As it is where the site said too late that it closes, for somebody of whom nothing happened since.
  await keepsOldEnds(subjects[1] ?? '');
  expect((await leaving.evidence()).records).toHaveLength(1);
  await advanceTo(GOES);
  // For whoever reads, all of it is gone at that moment, whatever ends stand there.
  expect((await leaving.evidence()).records).toEqual([]);
  expect((await keptIn('Vault', subjects[1] ?? '', system)).length).toBeGreaterThan(0);
  // Whoever is gone is not there to be held.
  await expect(leaving.order('holds', { label: DISPUTE, reviewBy: '2036-03-01' })).rejects.toThrow('unknown-person');
  // A dispute keeps what it needs, and the alarm until somebody has seen to that.
  const [code, said] = await close();
  expect([code, said]).toEqual([1, expect.stringContaining(`subject ${subjects[2]}: held by`)]);
  expect(await keptIn('Ledger', subjects[0] ?? '', system)).toEqual([]);
  expect((await held.evidence()).records).toHaveLength(1);
  await system.visitor.advance('P1D');
  const isAlarmed = ({ message, count }: Record<string, unknown>): boolean =>
    message === 'closed sites not deleted' && count === 1;
  await system.visitor.eventually(
    () => system.logged(),
    (lines) => lines.some(isAlarmed),
    'there was no alarm',
  );
  await held.order('holds', { label: DISPUTE, lift: true });

  const file = await closed();
  expect(await traces(subjects)).toEqual([`closing#${SITE}`]);
  expect((await elsewhere.evidence()).records).toHaveLength(1);

  // The statement says what was deleted, and anybody can check it.
  const { statement, ...proof } = JSON.parse(file) as ClosingFile;
  const { people, entries, parts, others } = statement.deleted;
  expect([people, entries > 20, parts['address'], others]).toEqual([
    4,
    true,
    4,
    expect.objectContaining({ wordings: 1 }),
  ]);
  expect(statement).toMatchObject({ lastDay: '2035-12-31', exportsUntil: GOES.toISOString() });
  expect(Date.parse(statement.copies.personal) - Date.parse(statement.doneAt)).toBe(8 * 86_400_000);
  expect(file).not.toMatch(/@|Meyer/);
  const good = await verified(file);
  expect([good.verdict, ...good.claims.map(({ id, state }) => `${id} ${state}`)]).toEqual([
    'good',
    ...['file holds', 'closing holds', 'checkpoint holds', 'origin holds', 'anchors holds'],
  ]);
  const fewer = { ...statement, deleted: { ...statement.deleted, people: people - 1 } };
  expect((await verified(canonicalJson({ ...proof, statement: fewer }))).verdict).toBe('bad');
  const { hash: _, ...unsealed } = fewer;
  const made = { ...unsealed, hash: canonicalHash(unsealed) };
  expect((await verified(canonicalJson({ ...proof, statement: made }))).verdict).toBe('bad');

  // All is well, and what is left of old links says so; the alarm ends.
  await system.visitor.advance('P1D');
  expect(await call(audit)).toEqual([0, expect.stringContaining('All is well.')]);
  expect(await page(old)).toMatch(/^200 .*nichts mehr/s);
  expect(await page(late)).toMatch(/^410 /);
  const news = (await system.logged()).filter(({ message }) => message === 'closed sites not deleted');
  expect(news.at(-1)).toMatchObject({ count: 0 });
  // Called once more it deletes nothing, and gives the same statement.
  const again = JSON.parse(await closed()) as ClosingFile;
  expect(again.statement).toEqual(statement);

  // Somebody writes after all: there is something again, an alarm, and another statement once it is deleted, too.
  await new Person(system, SITE).order('objections', { via: 'letter', receivedOn: '2036-01-31' });
  await system.visitor.advance('P1D');
  const rings = (count: number) =>
    system.visitor.eventually(
      async () => (await system.logged()).filter(({ message }) => message === 'closed sites not deleted').at(-1),
      (line) => line?.['count'] === count,
      `the review does not say ${count}`,
    );
  await rings(1);
  const anew = JSON.parse(await closed()) as ClosingFile;
  expect(Date.parse(anew.statement.doneAt)).toBeGreaterThan(Date.parse(statement.doneAt));
  expect(new Set(await traces(subjects))).toEqual(new Set([`closing#${SITE}`]));
  await system.visitor.advance('P1D');
  await rings(0);
}, 180_000);

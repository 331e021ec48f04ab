import { execFile } from 'node:child_process';
import path from 'node:path';
import { Person, startSystem, type System } from '../promises/person';

const ROOT = path.resolve(__dirname, '../..');
const SITE = 'notice-001';
let system: System;

beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** @param input what comes by standard input */
function cli(args: readonly string[], input = '', token?: string): Promise<Ran> {
  const command = ['--import', 'tsx', path.join(ROOT, 'cli', 'main.ts'), ...args, '--url', system.url];
  const { CONSENT_TOKEN: _, ...env } = process.env;
  const options = { cwd: ROOT, env: { ...env, ...(token !== undefined && { CONSENT_TOKEN: token }) } };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, command, options, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err }),
    );
    child.stdin?.end(input);
  });
}

const lookUp = (email: string, ...args: string[]): Promise<Ran> =>
  cli(['look-up', '--site', SITE, '--email-stdin', ...args], `${email}\n`);

async function signedUp(site = SITE): Promise<Person> {
  const person = new Person(system, site);
  await person.signUp({ purposes: ['newsletter'] });
  await person.mail(1);
  return person;
}

test('how somebody stands, and why, is said in German and English, and by id as by address', async () => {
  const { email } = await signedUp();
  const english = await lookUp(email);
  expect(english).toMatchObject({ code: 0, err: '' });
  expect(english.out).toContain('- newsletter: signed up, not confirmed');
  expect(english.out).toContain('The sign-up is not confirmed yet.');
  expect((await lookUp(email, '--language', 'de')).out).toContain('Die Anmeldung ist noch nicht bestätigt.');
  const [id = ''] = english.out.split(/\s/);
  expect((await cli(['look-up', '--site', SITE, '--id', id])).out).toContain('- newsletter: signed up, not confirmed');
});

test('of somebody unknown it is said that nothing is stored, and what was perhaps meant', async () => {
  const unknown = await lookUp('erika@gmial.com', '--language', 'de');
  expect(unknown).toMatchObject({
    code: 1,
    out: expect.stringContaining('Vielleicht ist gmail.com gemeint?') as string,
  });
});

test('neither address nor id, or both, is a wrong call', async () => {
  expect(await cli(['look-up', '--site', SITE])).toMatchObject({ code: 2 });
  expect(await cli(['look-up', '--site', SITE, '--email-stdin', '--id', 'A'.repeat(22)])).toMatchObject({ code: 2 });
});

test('the confirmation mail is sent once more, and not twice in a moment', async () => {
  const person = await signedUp();
  const again = (): Promise<Ran> => cli(['confirmations', '--site', SITE], `${person.email}\n`);
  expect(await again()).toMatchObject({ code: 1, out: expect.stringContaining('"sent": false') as string });
  await system.visitor.advance('PT11M');
  expect(await again()).toMatchObject({ code: 0, out: expect.stringContaining('"sent": true') as string });
  expect((await system.visitor.mailsTo(person.email)).length).toBe(2);
});

test('the journal is a table of the days and of the person that are asked for', async () => {
  const [one, other] = [await signedUp(), await signedUp()];
  for (const person of [one, other]) await person.order('holds', { label: '12 O 345/26', reviewBy: '2099-01-01' });
  const id = (await lookUp(one.email)).out.split(/\s/)[0]!;
  const journal = async (...args: string[]): Promise<string[]> => {
    const { code, out, err } = await cli(['journal', '--site', SITE, ...args]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [headings = '', ...rows] = out.trimEnd().split(/\r?\n/);
    expect(headings).toMatch(/^"at","operator",.*"reason","letter"$/);
    return rows;
  };
  const about = (await journal()).filter((row) => row.includes(id));
  expect(about).toEqual([expect.stringContaining('HoldPlaced')]);
  expect(await journal('--person', id)).toEqual(about);
  expect(await journal('--person', id, '--from', '2026-01-01', '--to', '2026-01-31')).toEqual([]);
});

test('how much there is to do is said list by list, and fails where something is overdue', async () => {
  // At a site of which nothing else is said here.
  const site = 'notice-000';
  const person = await signedUp(site);
  const due = (days: string): Promise<unknown> => person.order('holds', { label: '12 O 345/26', reviewBy: days });
  expect(await cli(['worklists', '--site', site])).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^requests: 0\nmails: 0\nweighings: 0\nreview: 0\nholds: 0\n/) as string,
  });
  await due('2099-01-31');
  const counted = async (): Promise<string> => (await cli(['worklists', '--site', site])).out;
  await system.visitor.eventually(counted, (out) => out.includes('holds: 1, next by 2099-01-31'), 'not counted');
});

test('deletions that are awaited: none, and nobody can be written down who was not to be deleted', async () => {
  expect(await cli(['deletions', '--site', 'demo'])).toMatchObject({ code: 0, err: 'No deletion is awaited.\n' });
  const confirm = ['deletions', 'confirm', '--site', 'demo', '--id', 'A'.repeat(22), '--processor', 'brieftapir'];
  expect(await cli(confirm)).toMatchObject({ code: 2 });
  expect(await cli([...confirm, '--reason', 'their letter of 3 December'])).toMatchObject({
    code: 1,
    err: expect.stringContaining('Refused with 404') as string,
  });
});

test('a login says where it has to be told to sign in', async () => {
  expect(await cli(['login', '--sign-in', '{"issuer":"x"}'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('--sign-in takes what the output SignIn of the stack has') as string,
  });
});

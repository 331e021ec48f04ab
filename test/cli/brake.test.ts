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

function brake(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const called = ['brake', ...args, '--url', system.url, '--site', SITE];
  const command = ['--import', 'tsx', path.join(ROOT, 'cli', 'main.ts'), ...called];
  return new Promise((resolve) => {
    execFile(process.execPath, command, { cwd: ROOT }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err }),
    );
  });
}

async function signedUp(): Promise<Person> {
  const person = new Person(system, SITE);
  await person.signUp({ purposes: ['newsletter'] });
  return person;
}

async function comesBack(person: Person): Promise<void> {
  await person.mail(1);
  const body = JSON.stringify({ email: person.email, outcome: 'bounce' });
  const { status } = await system.visitor.get('/_local/feedback', { method: 'POST', body });
  expect(status).toBe(200);
}

const logged = async (message: string): Promise<readonly Readonly<Record<string, unknown>>[]> =>
  (await system.logged()).filter((line) => line['message'] === message);

test('twenty invented addresses stop the confirmation mails of a site, an alarm has its line, and an operator releases them', async () => {
  const early = await signedUp();
  await early.mail(1);
  expect(await brake()).toMatchObject({ code: 0, out: '' });
  const invented = await Promise.all(Array.from({ length: 20 }, signedUp));
  await Promise.all(invented.map(comesBack));

  const stopped = await system.visitor.eventually(brake, ({ code }) => code === 1, 'nothing was stopped');
  expect(stopped.out).toMatch(/^stopped since 20\d\d-/);
  expect(stopped.err).toMatch(/^Of 2\d confirmation mails within a day 2\d came back\.\n$/);
  expect(await logged('confirmation mails stopped by bounces')).toMatchObject([
    { site: SITE, count: 1, level: 'ERROR' },
  ]);

  // The answer is the same; nothing is sent, which the log says, as it does for the alarm.
  const late = await signedUp();
  expect(await logged('confirmation mail capped by bounces')).toMatchObject([{ site: SITE, count: 1 }]);
  // Whoever has a mail goes on: what is confirmed is welcomed, and can be left.
  await early.confirm(1);
  const welcome = await early.mail(2);
  expect((await early.oneClick(early.link(welcome, 'unsubscribe'))).status).toBe(200);
  expect(await late.mails()).toEqual([]);

  expect(await brake('release')).toMatchObject({ code: 0, out: 'released\n' });
  expect(await brake('release')).toMatchObject({ code: 0, out: 'nothing was stopped\n' });
  expect(await brake()).toMatchObject({ code: 0, out: '' });
  await late.signUp({ purposes: ['newsletter'] });
  await late.confirm(1);
  expect((await late.allowed())['newsletter']).toBe(true);
}, 120_000);

test('says what it takes', async () => {
  expect(await brake('stop')).toMatchObject({ code: 2, err: expect.stringContaining('Say "release"') as string });
});

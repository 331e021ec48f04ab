import { execFile } from 'node:child_process';
import path from 'node:path';
import { Person, startSystem, type System } from '../promises/person';

const ROOT = path.resolve(__dirname, '../..');
let system: System;

beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function run(...args: string[]): Promise<Run> {
  const where = ['--url', system.url, '--site', 'notice-002'];
  const command = ['--import', 'tsx', path.join(ROOT, 'cli', 'main.ts'), 'cases', ...args, ...where];
  return new Promise((resolve) => {
    execFile(process.execPath, command, { cwd: ROOT }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err }),
    );
  });
}

async function write({ email }: Person, text: string): Promise<void> {
  const body = `From: ${email}\r\nTo: notice-002@inbox.example\r\nSubject: Frage\r\n\r\n${text}\r\n`;
  expect((await system.visitor.get('/_local/mail', { method: 'POST', body })).status).toBe(200);
}

const WHY = ['--reason', 'somebody has to read it'];

test('a case is listed, read, and closed as what it was', async () => {
  expect(await run()).toMatchObject({ code: 0, out: '' });
  const person = new Person(system, 'notice-002');
  await person.signUp({ purposes: ['newsletter'] });
  await person.confirm(1);
  await write(person, 'Wie kann ich mich abmelden?\u001b[2J');
  const listed = await run();
  expect(listed.code).toBe(1);
  const [, id = ''] = /^([\w-]{22}) {2}since \d{4}-/.exec(listed.out) ?? [];

  const shown = await run('show', id, ...WHY);
  expect(shown.code).toBe(0);
  expect(shown.out).toContain('Taken for: unclear. Who wrote it is proven by the sender.');
  expect(shown.out).toContain(`From: ${person.email}`);
  // What a stranger wrote does not steer the terminal.
  expect(shown.out).toContain('Wie kann ich mich abmelden?[U+001B][2J');
  expect((await run('show', id, '--raw', ...WHY)).out).toContain('To: notice-002@inbox.example');

  const closed = await run('close', id, '--outcome', 'withdrawal', ...WHY);
  expect(JSON.parse(closed.out)).toMatchObject({
    case: id,
    done: [{ type: 'ConsentWithdrawn' }, { type: 'CaseClosed' }],
  });
  expect((await person.allowed())['newsletter']).toBe(false);
  expect(await run()).toMatchObject({ code: 0, out: '' });
  expect(await run('close', id, '--outcome', 'nothing', ...WHY)).toMatchObject({ code: 1 });
});

test.each([
  [['show'], 'show CASE'],
  [['show', 'A'.repeat(22)], '--reason is needed'],
  [['close', 'A'.repeat(22), ...WHY], '--outcome is needed'],
  [['read', 'A'.repeat(22), ...WHY], 'show CASE'],
])('%j is not enough', async (args, said) => {
  const { code, err } = await run(...args);
  expect(code).toBe(2);
  expect(err).toContain(said);
});

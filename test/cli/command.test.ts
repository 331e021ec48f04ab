import { Problem } from '../../clients/typescript/src/index';
import { command } from '../../cli/command';
import { CommandError } from '../../cli/command-error';

let got: unknown;

const greet = command({
  name: 'greet',
  about: 'Greets a person.',
  operands: { names: 'GREETING', least: 1, most: 1, ask: 'Which greeting?' },
  options: {
    name: { takes: 'NAME', says: 'the person', isNeeded: true },
    title: { takes: 'TITLE', says: 'before the name', isNeeded: true },
    language: { takes: 'de|en', says: 'language', oneOf: ['de', 'en'], default: 'en' },
    also: { takes: 'NAME', says: 'somebody else,\nwho came along', isList: true },
    loud: { says: 'so that all can hear it' },
    url: { takes: 'URL', says: 'where' },
  },
  notes: 'Be polite.',
  exits: { 0: 'greeted', 1: 'refused' },
  run: (values, operands) => {
    got = { ...values, operands };
    if (values.name === 'Problem') throw new Problem({ status: 422, type: 'x', detail: 'No.', errors: [ERROR] });
    if (values.name === 'Down') throw Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED' } });
    return Promise.resolve(values.loud ? 7 : undefined);
  },
});
const ERROR = { pointer: '/name', detail: 'Too short.' };

/** Runs it, and gives the exit code, what it says, and on which stream. */
async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const out = jest.spyOn(process.stdout, 'write').mockImplementation((text) => ((said.out += String(text)), true));
  const err = jest.spyOn(process.stderr, 'write').mockImplementation((text) => ((said.err += String(text)), true));
  const code = await greet(args).finally(() => [out, err].forEach((spy) => spy.mockRestore()));
  return { code, ...said };
}

const NEEDED = ['Hello', '--name', 'Ada', '--title', 'Countess'];

test('values come as they are declared, and the exit code is that of the work', async () => {
  expect(await run(...NEEDED)).toEqual({ code: 0, out: '', err: '' });
  expect(got).toEqual({ name: 'Ada', title: 'Countess', language: 'en', also: [], loud: false, operands: ['Hello'] });
  expect((await run(...NEEDED, '--loud', '--also', 'Bo', '--also', 'Cy', '--language', 'de')).code).toBe(7);
  expect(got).toMatchObject({ language: 'de', also: ['Bo', 'Cy'], loud: true });
});

test.each(['-4wLk2J0sQ9nUeXbT7mRyA', '--wLk2J0sQ9nUeXbT7mRyA'])('an id that begins as %s is a value', async (id) => {
  expect((await run(id, '--name', id, '--also', id, '--title', 'x', '--loud')).code).toBe(7);
  expect(got).toMatchObject({ name: id, also: [id], title: 'x', loud: true, operands: [id] });
  expect((await run('--loud', id, '--name', 'Ada', '--title', 'x')).code).toBe(7);
  expect(got).toMatchObject({ name: 'Ada', operands: [id] });
  expect((await run('--name', 'Ada', '--title', 'x', '--', id)).code).toBe(0);
  expect(got).toMatchObject({ operands: [id] });
});

test('the help says all that is declared, and needs nothing', async () => {
  expect(await run('--help')).toEqual({
    code: 0,
    err: '',
    out: `Usage: npm run cli -- greet GREETING --name NAME --title TITLE [options]

Greets a person.

  --name NAME       the person
  --title TITLE     before the name
  --language de|en  language (default: en)
  --also NAME       somebody else,
                    who came along (can be given several times)
  --loud            so that all can hear it
  --url URL         where

Be polite.

Exit code: 0 greeted, 1 refused, 2 it could not be done.
`,
  });
});

test.each([
  ['an option that there is not', [...NEEDED, '--nonsense'], /^Unknown option '--nonsense'/],
  ['an option without its value', ['Hello', '--name'], /^Option '--name <value>' argument missing/],
  ['one that is needed missing', ['Hello', '--name', 'Ada'], /^--title is needed\./],
  ['all that are needed missing', ['Hello'], /^--name and --title are needed\./],
  ['an empty value', ['Hello', '--name', '', '--title', 'x'], /^--name is needed\./],
  ['a value that is none of its', [...NEEDED, '--language', 'fr'], /^--language takes de or en, not "fr"\./],
  ['no address', [...NEEDED, '--url', 'localhost'], /^--url takes an address, not "localhost"\./],
  ['no operand', NEEDED.slice(1), /^Which greeting\?/],
  ['an operand too many', [...NEEDED, 'Bye'], /^Which greeting\?/],
])('%s is said, with how to call it', async (_, args, message) => {
  const refusal = await greet(args).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(CommandError);
  expect((refusal as Error).message).toMatch(message);
  expect((refusal as Error).message).toContain('Usage: npm run cli -- greet GREETING');
});

test('a refusal of the system is explained member by member', async () => {
  const { code, err } = await run('Hello', '--name', 'Problem', '--title', 'x');
  expect([code, err]).toEqual([1, 'Refused with 422: No.\n  /name: Too short.\n']);
});

test('a system that is down is named', async () => {
  const args = ['Hello', '--name', 'Down', '--title', 'x', '--url', 'http://localhost:1'];
  await expect(greet(args)).rejects.toThrow('http://localhost:1 cannot be reached (ECONNREFUSED). Is it running?');
});

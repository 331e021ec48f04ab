import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inOut, saveAnswer } from '../../cli/save-answer';

const folder = mkdtempSync(path.join(tmpdir(), 'cli-files-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => jest.restoreAllMocks());

const file = (name: string): string => path.join(folder, name);

test('the second letter of a day does not overwrite the first, and the operator is told', async () => {
  const said: string[] = [];
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  for (const text of ['Anna', 'Ben', 'Carla']) {
    await saveAnswer(
      { name: 'evidence-demo-AbCdEfGhIjKlMnOpQrStUv-20261125T091530Z.pdf', bytes: Buffer.from(text) },
      file('evidence.pdf'),
    );
  }
  const names = ['evidence.pdf', 'evidence-2.pdf', 'evidence-3.pdf'];
  expect(names.map((name) => readFileSync(file(name), 'utf8'))).toEqual(['Anna', 'Ben', 'Carla']);
  expect(said.slice(1, 3)).toEqual([
    `${file('evidence.pdf')} is there already, and stays as it is.\n`,
    `Written to ${file('evidence-2.pdf')} (1 KB). It holds personal data.\n`,
  ]);
  expect(statSync(file('evidence-3.pdf')).mode & 0o077).toBe(0);
});

test('what holds personal data goes where neither git nor packing takes it from', async () => {
  const root = path.join(__dirname, '..', '..');
  const [inFolder = ''] = (await inOut('x')).split(path.sep);
  expect(readFileSync(path.join(root, '.gitignore'), 'utf8').split('\n')).toContain(`/${inFolder}/`);
  // npm goes by what git ignores where nothing else says what to pack.
  expect(existsSync(path.join(root, '.npmignore'))).toBe(false);
  expect(readFileSync(path.join(root, 'package.json'), 'utf8')).not.toMatch(/"files":/);
});

test('a folder that is not there is said', async () => {
  const saved = saveAnswer({ name: 'x', bytes: Buffer.from('x') }, file('none/x'));
  await expect(saved).rejects.toThrow(/none\/x cannot be written: ENOENT/);
});

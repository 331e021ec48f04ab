import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { verifierKey } from '../../shared/log/note';
import { dossier } from '../../shared/evidence/dossier/dossier';
import type { Report } from '../../shared/verify/report';
import { sampleBundle, SIGNER } from '../evidence/sample-bundle';
import { fileOf } from '../verify/forge';
import { STRANGER_KEY } from '../verify/forgeries';

const ROOT = path.resolve(__dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'cli-verify-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function run(args: readonly string[], input = ''): Promise<Run> {
  return new Promise((resolve) => {
    const command = ['--import', 'tsx', path.join(ROOT, 'cli', 'main.ts'), ...args];
    const child = execFile(process.execPath, command, { cwd: ROOT }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
    child.stdin?.end(input);
  });
}

function save(name: string, content: string | Buffer): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

test('a good file', async () => {
  const bundle = await sampleBundle({ others: 5 });
  const checkpoint = save('checkpoint', bundle.log.checkpoint ?? '');
  const args = ['--vkey', verifierKey(SIGNER), '--checkpoint', checkpoint, '--language', 'de'];
  const { code, out } = await run(['verify', save('good.json', fileOf(bundle)), ...args]);
  expect(out).toMatch(/^✓ Die Datei[^✗○]*\n✓ Der Nachweis ist unverändert und in sich stimmig\.\n.*\n$/s);
  expect(out).not.toContain('\u001b');
  expect(code).toBe(0);
});

test('a bad file, from standard input', async () => {
  const file = fileOf(await sampleBundle({ others: 5 })).replace('203.0.113.7', '203.0.113.8');
  const { code, out } = await run(['verify', '-'], file);
  expect(out).toMatch(/✗ The personal data.*: Fails\n {4}Step 1 \(Sign-up in the form, 2 November 2026.*IP address/);
  expect(code).toBe(1);
});

test('a file with something open, as JSON', async () => {
  const file = save('open.json', fileOf(await sampleBundle({ others: 5, pending: 1 })));
  const { code, out } = await run(['verify', file, '--json']);
  expect((JSON.parse(out) as Report).verdict).toBe('open');
  expect(code).toBe(3);
});

test('a file of another log', async () => {
  const file = save('other.json', fileOf(await sampleBundle({ others: 5 })));
  expect((await run(['verify', file, '--vkey', STRANGER_KEY])).code).toBe(1);
});

test('a PDF that it is attached to', async () => {
  const file = save('dossier.pdf', await dossier(await sampleBundle({ others: 5 }), undefined, 'en'));
  const { code, err } = await run(['verify', file]);
  expect(err).toContain('attached to the PDF');
  expect(code).toBe(0);
});

test.each([
  [[], 'Usage: npm run cli'],
  [['nonsense'], 'There is no command "nonsense"'],
  [['verify'], 'Which file'],
  [['verify', 'no-such-file'], 'no-such-file cannot be read'],
  [['verify', 'package.json', '--nonsense'], "Unknown option '--nonsense'"],
  [['verify', 'package.json', '--vkey', 'nonsense'], 'This is no verifier key: nonsense'],
  [['verify', 'package.json', '--language', 'fr'], 'de or en, not "fr"'],
  [['verify', 'examples/sites/files/whitepaper-consent.pdf'], 'save the attachment evidence.json'],
])('what cannot be done is said: %j', async (args, said) => {
  const { code, out, err } = await run(args);
  expect(out + err).toContain(said);
  expect(code).toBe(2);
});

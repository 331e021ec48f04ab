import { spawnSync } from 'node:child_process';
import { createHmac, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { blocksOf, readPage, ROOT } from '../markdown';

const folder = mkdtempSync(path.join(tmpdir(), 'consent-snippets-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What the compiler says to programs that somebody copied next to this repository. */
function complaints(texts: Readonly<Record<string, string>>): Record<string, string[]> {
  const names = Object.keys(texts);
  for (const [name, text] of Object.entries(texts)) {
    writeFileSync(path.join(folder, `${name}.ts`), text.replace('../consent-evidence-ledger/', `${ROOT}/`));
  }
  const modules = path.join(ROOT, 'node_modules');
  const compilerOptions = { types: ['node'], typeRoots: [path.join(modules, '@types')] };
  const files = names.map((name) => `${name}.ts`);
  const config = { extends: path.join(ROOT, 'tsconfig.json'), files, include: [], compilerOptions };
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(config));
  const tsc = [path.join(modules, 'typescript', 'bin', 'tsc'), '-p', folder, '--pretty', 'false'];
  const { stdout } = spawnSync(process.execPath, tsc, { cwd: folder, encoding: 'utf8' });
  const lines = stdout.split('\n').filter((line) => line !== '');
  return Object.fromEntries(names.map((name) => [name, lines.filter((line) => line.startsWith(`${name}.ts(`))]));
}

const [site = ''] = blocksOf(readPage('docs/policy.md'), 'ts').map(({ text }) => text);
const [processors = ''] = blocksOf(readPage('docs/processors.md'), 'ts').map(({ text }) => text);

describe('the TypeScript of the docs', () => {
  const said = complaints({
    site,
    processors: site.replace(/^( *)retention: \{/m, `${processors}\n$1retention: {`),
    misspelt: site.replace('welcome: true', 'welcomes: true'),
  });

  test('in policy.md, a site, compiles', () => {
    expect(said['site']).toEqual([]);
  });

  test('in processors.md, processors of that site, compiles', () => {
    expect(processors).toMatch(/^processors: \[/);
    expect(said['processors']).toEqual([]);
  });

  test('would not compile with a member that there is not', () => {
    expect(said['misspelt']?.join()).toContain("'welcomes' does not exist");
  });
});

const PYTHON = spawnSync('python3', ['--version']).status === 0;

(PYTHON ? test : test.skip)('the Python of docs/processors.md takes what is genuine, and nothing else', () => {
  const [program = ''] = blocksOf(readPage('docs/processors.md'), 'python').map(({ text }) => text);
  const key = randomBytes(24).toString('base64');
  const at = String(Math.floor(Date.now() / 1000));
  const body = '{"type":"person.deleted"}';
  const signature = `v1,${createHmac('sha256', Buffer.from(key, 'base64')).update(`msg_1.${at}.${body}`).digest('base64')}`;
  const genuine = { 'webhook-id': 'msg_1', 'webhook-timestamp': at, 'webhook-signature': `v1,other ${signature}` };
  const calls = [
    genuine,
    { ...genuine, 'webhook-signature': 'v1,other' },
    { ...genuine, 'webhook-signature': 'v1,ümläut' },
    { ...genuine, 'webhook-timestamp': 'soon' },
    { ...genuine, 'webhook-timestamp': String(Number(at) - 301) },
    {},
  ];
  const input = JSON.stringify({ calls, body, secret: `whsec_${key}` });
  const script = `${program}
import json, sys
given = json.load(sys.stdin)
print(json.dumps([is_genuine(headers, given["body"].encode(), given["secret"]) for headers in given["calls"]]))`;
  const { stdout, stderr } = spawnSync('python3', ['-c', script], { input, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toEqual([true, false, false, false, false, false]);
});

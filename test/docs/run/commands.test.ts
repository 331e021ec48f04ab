import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startSystem, type System } from '../../promises/person';
import { blocksOf, PAGES, readPage, ROOT } from '../markdown';

/*
 * Every command of the docs, page by page, in the order in which somebody would copy them: `sh` blocks that are not
 * marked `aws` (they need an account) or `slow` (they start servers, or take minutes).
 */
const ERIKA = 'erika@example.org';
const PAGES_WITH_COMMANDS = PAGES.filter((file) => blocksOf(readPage(file), 'sh', 'aws', 'slow').length > 0);

let system: System;
let folder: string;

beforeAll(async () => {
  system = await startSystem();
  folder = await mkdtemp(path.join(tmpdir(), 'consent-docs-'));
  // Exports of other tools, which docs/importing.md imports.
  await cp(path.join(ROOT, 'test', 'cli', 'exports'), path.join(folder, 'here'), { recursive: true });
  await mkdir(path.join(folder, 'our-sites'));
  await writeFile(path.join(folder, 'our-sites', 'sites.ts'), siteOfTheDocs());
  await writeFile(path.join(folder, 'here', 'customers.csv'), 'E-Mail,Seit\nmax@example.org,2026-01-05T10:00:00Z\n');
});
afterAll(async () => {
  await system.stop();
  await rm(folder, { recursive: true });
});

/** The site that docs/policy.md shows, in its own words. */
function siteOfTheDocs(): string {
  const [block] = blocksOf(readPage('docs/policy.md'), 'ts');
  return (block?.text ?? '').replace('../consent-evidence-ledger/', `${ROOT}/`);
}

test.each(PAGES_WITH_COMMANDS)('%s: its commands do what they say', async (file) => {
  await knowErika();
  const found = file === 'docs/inbox.md' ? await openCase() : 'none';
  for (const { text, line } of blocksOf(readPage(file), 'sh', 'aws', 'slow')) {
    const { code, output } = await run(localised(`${DEFINITIONS}\n${text}`, found));
    expect(`${file}:${line}\n${output.slice(-2000)}\nexit code ${code}`).toMatch(/\nexit code 0$/);
  }
});

/** What docs/api.md says once for all pages: where the API is, and how to get a token. */
const DEFINITIONS = blocksOf(readPage('docs/api.md'), 'sh', 'aws')
  .flatMap(({ text }) => text.split('\n'))
  .filter((line) => /^(api=|token\(\))/.test(line))
  .join('\n');

/** The docs' stack is at port 3000; that of the test is not. */
const localised = (script: string, found: string): string =>
  script.replaceAll('http://localhost:3000', system.url).replaceAll(/\bCASE\b/g, found);

/** So that whatever is refused ends the script, and commands of the project are those of this checkout. */
const PRELUDE = `
set -Eeuo pipefail
trap 'echo "failed: $BASH_COMMAND"' ERR
curl() { command curl --fail-with-body --silent --show-error "$@"; echo; }
npm() {
  [ "$1" = run ] || { echo "unexpected: npm $*" >&2; return 1; }
  local name=$2; shift 2; [ "\${1:-}" = -- ] && shift
  case $name in
    # That a case is open, or a processor not told, is told by the exit code, too.
    cli) [[ ! "$*" =~ ^(cases|deliveries).--site.demo$ ]] || set +e
      "$ROOT/node_modules/.bin/tsx" --tsconfig "$ROOT/tsconfig.json" "$ROOT/cli/main.ts" "$@" $([[ "$1" = verify ]] || echo --url "$URL")
      set -e ;;
    notices) "$ROOT/node_modules/.bin/tsx" --tsconfig "$ROOT/tsconfig.json" "$ROOT/infra/write-notices.ts" "$@" ;;
    *) echo "unexpected: npm run $name" >&2; return 1 ;;
  esac
}
`;

function run(script: string): Promise<{ code: number | null; output: string }> {
  const env = { ...process.env, ROOT, URL: system.url };
  const shell = spawn('bash', ['-c', `${PRELUDE}\n${script}`], { cwd: path.join(folder, 'here'), env });
  let output = '';
  for (const stream of [shell.stdout, shell.stderr]) {
    stream.on('data', (text: Buffer) => (output += text.toString()));
  }
  return new Promise((resolve) => shell.once('close', (code) => resolve({ code, output })));
}

/** Erika, of whom all examples tell: signed up and confirmed, a day after the page before. */
async function knowErika(): Promise<void> {
  const { visitor } = system;
  await visitor.advance('P1D');
  const before = (await visitor.mailsTo(ERIKA)).length;
  const body = JSON.stringify({ email: ERIKA, purposes: ['newsletter-product', 'newsletter-events'], language: 'de' });
  const headers = { 'content-type': 'application/json' };
  const answer = await visitor.get('/v1/sites/demo/signups', { method: 'POST', headers, body });
  expect(answer.status).toBe(202);
  // What the page before led to may be mailed at the same time.
  const [link = ''] = await visitor.eventually(
    async () => (await visitor.mailsTo(ERIKA)).slice(0, -before || undefined).flatMap(confirmLinks),
    (found) => found.length > 0,
    'no mail to confirm came',
  );
  expect((await visitor.submit(new URL(link).pathname, [])).status).toBe(200);
}

const confirmLinks = ({ text }: { readonly text: string }): readonly string[] => text.match(/\S+\/confirm\/\S+/g) ?? [];

/** A mail that somebody has to read: it asks something. */
async function openCase(): Promise<string> {
  const { visitor } = system;
  const mail = `From: ${ERIKA}\nTo: demo@inbox.example\nSubject: Frage\n\nWie melde ich mich ab?\n`;
  await visitor.get('/_local/mail', { method: 'POST', body: mail });
  const [found] = await visitor.eventually(
    async () => (await visitor.ask<{ cases: { case: string }[] }>('compliance', '/v1/sites/demo/cases')).cases,
    (cases) => cases.length > 0,
    'no case was opened',
  );
  return found?.case ?? '';
}

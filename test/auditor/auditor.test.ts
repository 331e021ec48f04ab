import { execFile, execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { EXAMPLE_SITES } from '../../examples/sites/module';
import { startStack, type Stack } from '../../local/stack';
import { temporaryFolder, until } from '../local/folder';
import { BUNDLES } from '../once/made';

/** Debian's golang-golang-x-mod-dev, which has sumdb/note and sumdb/tlog. */
const GO_PATH = '/usr/share/gocode';
const ENVIRONMENT = { ...process.env, GO111MODULE: 'off', GOPATH: GO_PATH, GOFLAGS: '' };

function hasGo(): boolean {
  try {
    execFileSync('go', ['list', 'golang.org/x/mod/sumdb/tlog'], { env: ENVIRONMENT, stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const describeWithGo = hasGo() ? describe : describe.skip;

describeWithGo('an auditor with nothing but the document and Go’s sumdb packages', () => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'evidence.json');
  const auditor = path.join(folder, 'auditor');
  let stack: Stack;
  let key: string;

  beforeAll(async () => {
    execFileSync('go', ['build', '-o', auditor, path.join(__dirname, 'main.go')], { env: ENVIRONMENT });
    stack = await startStack({
      sites: EXAMPLE_SITES,
      dataDir: path.join(folder, 'data'),
      bundles: BUNDLES,
      dynamo: 'in-memory',
    });
    for (let n = 0; n < 300; n += 1) await signUp(`person-${n}@example.org`);
    writeFileSync(file, await evidenceOf('person-7@example.org'));
    // So that the log has gone on since.
    await signUp('late@example.org');
    key = (await (await fetch(`${stack.url}/log/keys`)).text()).trim();
    await until(logSize, (size) => size > 600);
  }, 180_000);
  afterAll(() => stack.stop());

  async function signUp(email: string): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ email, purposes: ['newsletter-events'] });
    await fetch(`${stack.url}/v1/sites/demo/signups`, { method: 'POST', headers, body });
  }

  async function evidenceOf(email: string): Promise<string> {
    const { compliance } = await stack.issuer.tokens();
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${compliance}` };
    const body = JSON.stringify({ email, reason: 'audit' });
    return (await fetch(`${stack.url}/v1/sites/demo/evidence`, { method: 'POST', headers, body })).text();
  }

  async function logSize(): Promise<number> {
    return Number((await (await fetch(`${stack.url}/log/checkpoint`)).text()).split('\n')[1]);
  }

  const audit = (bundle: string, by = key) => promisify(execFile)(auditor, [`${stack.url}/log`, by, bundle]);

  test('can check the checkpoint, the tiles, and every entry of an evidence file', async () => {
    const { stdout } = await audit(file);
    expect(stdout).toMatch(/^checkpoint: consent\.localhost\/log, \d+ leaves\ntiles: fit the checkpoint/);
    expect(stdout).toMatch(/entries: [2-9], each in the log\n$/);
  });

  test('finds a changed entry, and a key that is another', async () => {
    const changed = path.join(folder, 'changed.json');
    const [, hash = ''] = /"hash":"([\w-]{43})"/.exec(await evidenceOf('person-7@example.org')) ?? [];
    writeFileSync(
      changed,
      (await evidenceOf('person-7@example.org')).replaceAll(hash, (hash.startsWith('A') ? 'B' : 'A') + hash.slice(1)),
    );
    await expect(audit(changed)).rejects.toMatchObject({ stderr: expect.stringContaining("entry's proof") as string });
    const other = 'consent.localhost/log+5414b904+AepKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs';
    await expect(audit(file, other)).rejects.toMatchObject({ stderr: expect.stringContaining('key') as string });
  });
});

import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { verifierKey } from '../../shared/log/note';
import { dossier } from '../../shared/evidence/dossier/dossier';
import type { Report } from '../../shared/verify/report';
import { ORIGIN, sampleBundle, SIGNER } from '../evidence/sample-bundle';
import { evidenceOf } from '../evidence/people';
import { receiptAndLog } from '../verify/sample-receipt';
import { fileOf } from '../verify/forge';
import { resigned, STRANGER_KEY } from '../verify/stranger';

const ROOT = path.resolve(__dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'cli-verify-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => rmSync(path.join(folder, 'config'), { recursive: true, force: true }));

const KEY = verifierKey(SIGNER);

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function run(args: readonly string[], input = ''): Promise<Run> {
  return new Promise((resolve) => {
    const command = ['--import', 'tsx', path.join(ROOT, 'cli', 'main.ts'), ...args];
    const env = { ...process.env, XDG_CONFIG_HOME: path.join(folder, 'config') };
    const child = execFile(process.execPath, command, { cwd: ROOT, env }, (error, out, err) =>
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
  const args = ['--vkey', KEY, '--checkpoint', checkpoint, '--language', 'de'];
  const { code, out } = await run(['verify', save('good.json', fileOf(bundle)), ...args]);
  expect(out).toMatch(
    /^✓ Die Datei[^✗○]*\n✓ Der Nachweis ist unverändert und stammt aus dem Protokoll, das er nennt\.\n.*\n$/s,
  );
  expect(out).not.toContain('\u001b');
  expect(code).toBe(0);
});

test('a bad file, from standard input', async () => {
  const file = fileOf(await sampleBundle({ others: 5 })).replace('203.0.113.7', '203.0.113.8');
  const { code, out } = await run(['verify', '-'], file);
  expect(out).toMatch(/✗ The personal data.*: Fails\n {4}Step 1 \(Sign-up received, 2 November 2026.*IP address/);
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
  const { code, out } = await run(['verify', file, '--vkey', KEY]);
  expect(out).toMatch(/SHA-256 of the attachment: [\da-f]{64}\n {4}Please compare this with the pages of the PDF/);
  expect(code).toBe(0);
});

test('a file whose key nobody vouches for is open, until somebody does: then the key is remembered', async () => {
  const [file, other] = [
    save('known.json', fileOf(await sampleBundle({ others: 5 }))),
    save('other-known.json', fileOf(await sampleBundle({ others: 9 }))),
  ];
  const unknown = await run(['verify', file]);
  expect(unknown.out).toContain('○ Consistent; where the file comes from has not been checked.');
  expect(unknown).toMatchObject({ code: 3, err: '' });

  const given = await run(['verify', file, '--vkey', KEY]);
  expect(given.code).toBe(0);
  expect(given.err).toContain(`Remembered for ${ORIGIN}, on the word of --vkey: ${KEY}`);
  expect(given.err).toContain(path.join(folder, 'config', 'consent-evidence', 'known-keys.json'));

  const known = await run(['verify', other]);
  expect(known.out).toMatch(/Signed with a key that is known here since \d.*2026/);
  expect(known).toMatchObject({ code: 0, err: '' });
});

test('another key than the one remembered is never trusted without a word', async () => {
  const bundle = await sampleBundle({ others: 5 });
  await run(['verify', save('first.json', fileOf(bundle)), '--vkey', KEY]);
  const file = save('changed.json', fileOf(await resigned(bundle)));
  const changed = await run(['verify', file]);
  expect(changed.out).toContain(`by another key, ${KEY}. This file is signed with ${STRANGER_KEY}.`);
  expect(changed.code).toBe(3);
  const given = await run(['verify', file, '--vkey', STRANGER_KEY]);
  expect(given.err).toMatch(/Another key of it is known since .*, and stays/);
  expect(given.code).toBe(0);
});

test('a file that is bad, or a key that is not its own, leaves nothing behind', async () => {
  const file = fileOf(await sampleBundle({ others: 5 }));
  await run(['verify', save('x.json', file.replace('203.0.113.7', '203.0.113.8')), '--vkey', KEY]);
  await run(['verify', save('y.json', file), '--vkey', STRANGER_KEY]);
  expect(existsSync(path.join(folder, 'config'))).toBe(false);
});

test('what is remembered and cannot be read is no reason to begin anew', async () => {
  const known = path.join(folder, 'config', 'consent-evidence', 'known-keys.json');
  mkdirSync(path.dirname(known), { recursive: true });
  writeFileSync(known, '{"keys":[{"key":"nonsense","since":"2026-11-02T08:15:30.120Z","from":"x"}]}');
  const { code, err } = await run(['verify', save('z.json', fileOf(await sampleBundle({ others: 5 })))]);
  expect(err).toContain(`${known} should hold the keys of logs that you know, and does not.`);
  expect(code).toBe(2);
});

describe('the log’s host', () => {
  let host: Server;
  let answer = { status: 200, body: '' };
  beforeAll((done) => {
    host = createServer((_request, response) => response.writeHead(answer.status).end(answer.body)).listen(0, done);
  });
  afterAll((done) => void host.close(done));
  const address = (): string => `http://localhost:${(host.address() as AddressInfo).port}/log`;

  test('vouches for its keys; one that is not of its own name is not remembered', async () => {
    answer = { status: 200, body: `${STRANGER_KEY}\n${KEY}\n` };
    const file = save('host.json', fileOf(await sampleBundle({ others: 5 })));
    const { code, out, err } = await run(['verify', file, '--log', address()]);
    expect(out).toMatch(/Signed with a key that localhost:\d+ publishes/);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(existsSync(path.join(folder, 'config'))).toBe(false);
  });

  test('denies a key that is not among them', async () => {
    answer = { status: 200, body: `${STRANGER_KEY}\n` };
    const file = save('denied.json', fileOf(await sampleBundle({ others: 5 })));
    expect((await run(['verify', file, '--log', address()])).code).toBe(1);
  });

  test('has to answer, and over https', async () => {
    answer = { status: 404, body: '' };
    const file = save('no-host.json', fileOf(await sampleBundle({ others: 5 })));
    const { code, err } = await run(['verify', file, '--log', address()]);
    expect(err).toContain(`/log/keys answers 404. Is that the address of a log?`);
    expect(code).toBe(2);
    expect((await run(['verify', file, '--log', 'http://consent.example.com/log'])).err).toContain(
      'only believed over https',
    );
  });
});

test('a file that says of an address that nothing is recorded has an exit code of its own', async () => {
  const nobody = await evidenceOf('unknown', 'de');
  const { code, out } = await run(['verify', save('nobody.json', fileOf(nobody)), '--vkey', KEY]);
  expect(out).toContain(`E-mail address: ${nobody.address?.address}`);
  expect(out).toContain('nothing is recorded');
  expect(code).toBe(4);
});

test('a file that is no evidence is named, and has an exit code of its own', async () => {
  const { code, out } = await run(['verify', 'examples/sites/files/whitepaper-consent.pdf']);
  expect(out).toMatch(/SHA-256 of the file: [\da-f]{64}\n\n○ This PDF has no evidence attached\.\n/);
  expect(code).toBe(5);
});

test('a receipt, against a log that was copied to a folder', async () => {
  const { receipt, log } = await receiptAndLog();
  const where = path.join(folder, 'log');
  for (const [name, bytes] of Object.entries(log)) {
    mkdirSync(path.dirname(path.join(where, name)), { recursive: true });
    writeFileSync(path.join(where, name), bytes);
  }
  const file = save('receipt.json', receipt);
  const alone = await run(['verify', file]);
  expect(alone.out).toContain(`--log https://${ORIGIN}`);
  expect(alone.code).toBe(3);
  expect((await run(['verify', file, '--log', where])).code).toBe(3);
  const { code, out } = await run(['verify', file, '--log', where, '--vkey', KEY]);
  expect(out).toContain(`in the log, as ${where} shows it.`);
  expect(code).toBe(0);
});

test('nothing of a file reaches the terminal but as text', async () => {
  const reason = 'x\u001b[2J\n\u001b[32m✓ Der Nachweis ist unverändert\u0007\u009b1m\u202e\u200b';
  const file = save('escapes.json', fileOf(await sampleBundle({ others: 5, reason })).replace('"Anfrage', '"'));
  for (const args of [['--vkey', KEY], ['--vkey', KEY, '--json'], []]) {
    const { out, err } = await run(['verify', file, ...args]);
    expect(out + err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u202e]/);
    expect(out + err).not.toMatch(/^✓ Der Nachweis ist unverändert$/m);
  }
});

test.each([
  [[], 'Usage: npm run cli'],
  [['nonsense'], 'There is no command "nonsense"'],
  [['verify'], 'Which file'],
  [['verify', 'no-such-file'], 'no-such-file cannot be read'],
  [['verify', 'package.json', '--nonsense'], "Unknown option '--nonsense'"],
  [['verify', 'package.json', '--vkey', 'nonsense'], 'This is no verifier key: nonsense'],
  [['verify', 'package.json', '--language', 'fr'], 'de or en, not "fr"'],
])('what cannot be done is said: %j', async (args, said) => {
  const { code, out, err } = await run(args);
  expect(out + err).toContain(said);
  expect(code).toBe(2);
});

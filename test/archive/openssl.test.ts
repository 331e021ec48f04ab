import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readTimestamp } from '../../shared/archive/timestamp';
import { askForTimestamp } from '../../shared/archive/timestamp-authority';
import { temporaryFolder } from '../local/folder';
import { startAuthority } from './authority';

/** Somebody else's reading of RFC 3161. */
const isThere = spawnSync('openssl', ['version']).status === 0;
const withOpenssl = isThere ? describe : describe.skip;

const DATA = 'consent.example.com/log\n12\nq83v\n\n\u2014 consent.example.com/log AAAA\n';

withOpenssl('openssl', () => {
  const folder = temporaryFolder();
  const file = (name: string): string => path.join(folder, name);
  const openssl = (...command: string[]): string =>
    execFileSync('openssl', command, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
  const verify = (...more: string[]): string => openssl('ts', '-verify', '-in', 'tsr', '-CAfile', 'ca.pem', ...more);

  test.each(['ECDSA', 'RSA'] as const)('verifies what we accept, with a key for %s', async (kind) => {
    const authority = await startAuthority(kind);
    writeFileSync(file('data'), DATA);
    writeFileSync(file('ca.pem'), authority.caPem);
    writeFileSync(file('tsr'), await askForTimestamp(authority.url, Buffer.from(DATA)));
    writeFileSync(file('query'), authority.asked.at(-1) ?? '');
    await authority.stop();
    expect(verify('-data', 'data')).toContain('Verification: OK');
    expect(verify('-queryfile', 'query')).toContain('Verification: OK');
    writeFileSync(file('data'), `${DATA} `);
    expect(() => verify('-data', 'data')).toThrow('message imprint mismatch');
  });

  /** The old attribute names the certificate by its SHA-1, the other one by what it says. */
  test.each(['sha1', 'sha256', 'sha384'])('makes timestamps that we read; certificate named by %s', async (digest) => {
    writeFileSync(file('data'), DATA);
    writeFileSync(file('config'), configWith(digest));
    openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'key', '-out', 'cert', '-config', 'config');
    openssl('ts', '-query', '-data', 'data', '-sha256', '-cert', '-out', 'query');
    openssl('ts', '-reply', '-queryfile', 'query', '-config', 'config', '-out', 'tsr');
    const { imprint, ...rest } = await readTimestamp(readFileSync(file('tsr')));
    expect(Buffer.from(imprint)).toEqual(createHash('sha256').update(DATA).digest());
    expect(rest).toMatchObject({ authority: 'CN=Zeitstempel Größe & Söhne, C=DE', isSignatureValid: true });
  });
});

const configWith = (digest: string): string => `
[req]
distinguished_name = name
x509_extensions = extensions
prompt = no
string_mask = utf8only
utf8 = yes
[name]
C = DE
CN = Zeitstempel Größe & Söhne
[extensions]
extendedKeyUsage = critical, timeStamping
[tsa]
default_tsa = authority
[authority]
serial = serial
signer_cert = cert
signer_key = key
signer_digest = sha512
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_alg = ${digest}
ess_cert_id_chain = no
`;

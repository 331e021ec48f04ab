import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { verifierKey } from '../../../shared/log/note';
import { seedSigner } from '../../../shared/log/seed-signer';
import { loadStage, parseStage, StageError, type StageInput } from '../../../infra/stages/stage';
import { testWitness } from '../../log/witness-key';
import type { BatchesAtOnce } from '../../../shared/consent/consumers';
import { FILE, FULL, PROD } from './example';

const folder = mkdtempSync(path.join(tmpdir(), 'stages-'));
afterAll(() => rmSync(folder, { recursive: true }));

const { key: OTHER } = testWitness('other-witness.example', 22);
const LOG = verifierKey(seedSigner('consent.example.com/log', Buffer.alloc(32, 7)));

function fileOf(name: string, stage: unknown): string {
  const file = path.join(folder, `${name}.ts`);
  writeFileSync(file, `export const stage = ${JSON.stringify(stage)};`);
  return file;
}

test.each([
  ['bare', PROD],
  ['full', FULL],
])('a %s stage is taken as it is, named after its file', (_, stage) => {
  expect(parseStage(stage, FILE)).toEqual({
    ...stage,
    name: 'prod',
    sites: path.join(path.dirname(FILE), 'sites.ts'),
  });
});

test('sites are looked for from the file that names them', () => {
  writeFileSync(path.join(folder, 'ours.ts'), 'export const sites = [];');
  const stage = loadStage(fileOf('staging', { ...PROD, sites: './ours.ts' }));
  expect(stage).toMatchObject({ name: 'staging', sites: path.join(folder, 'ours.ts') });
});

test('the example is one that can be loaded', () => {
  expect(loadStage('examples/stages/example.ts')).toMatchObject({ name: 'example', isTrial: true });
});

test.each(Object.keys(PROD))('nothing is taken for granted: without %s a stage is refused', (key) => {
  const { [key as keyof StageInput]: _, ...rest } = FULL;
  expect(() => parseStage(rest, FILE)).toThrow(
    `Stage "prod" cannot be used:\n  /${key}: This is missing. Nothing is taken for granted`,
  );
});

test.each([
  [undefined, 'Which stage? Say -- --stage NAME for stages/NAME.ts'],
  ['', 'Which stage?'],
  ['prod', 'There is no stages/prod.ts.'],
  ['../prod.ts', 'There is no ../prod.ts.'],
])('a stage %p that is not there', (given, message) => {
  expect(() => loadStage(given)).toThrow(StageError);
  expect(() => loadStage(given)).toThrow(message);
});

test('a file that exports no stage', () => {
  const file = path.join(folder, 'other.ts');
  writeFileSync(file, 'export const other = 1;');
  expect(() => loadStage(file)).toThrow('other.ts has to export "stage".');
});

test.each(['Prod', '1st', 'prod_2', 'a-', 'a'.repeat(21), 'produktion für alle'])(
  'a stage cannot be called %s',
  (name) => {
    expect(() => parseStage(PROD, `/x/${name}.ts`)).toThrow(
      `A stage cannot be called "${name}": 1 to 20 lower-case letters`,
    );
  },
);

const zoneless = { name: 'consent.example.com', certificateArn: null, hostedZone: null };
const edge = FULL.edge!;

test.each<[string, object, string]>([
  ['a setting that there is not', { sender: 'example.com' }, '/sender: This field is not known here.'],
  ['an account', { account: '1234' }, '/account: This has to be the 12 digits of an AWS account, or null.'],
  [
    'a region elsewhere',
    { region: 'us-east-1' },
    '/region: This has to be a region of the EU/EEA that has Amazon SES: eu-',
  ],
  [
    'a region without SES',
    { region: 'eu-south-2' },
    '/region: This has to be a region of the EU/EEA that has Amazon SES',
  ],
  ['no file', { sites: 'my/sites.ts' }, "/sites: There is no my/sites.ts (seen from the stage's file)."],
  ['no sender', { senderDomains: [] }, '/senderDomains: Mail is sent from at least one domain.'],
  ['an address', { senderDomains: ['a@example.com'] }, '/senderDomains/0: This has to be a domain in lower case'],
  [
    'a domain of nobody',
    { domainsInSes: ['example.net'] },
    '/domainsInSes: example.net is neither among senderDomains',
  ],
  [
    'no domain',
    { domain: null },
    '/domain: Links in mails have to work for years, so they need a host name of your own.',
  ],
  ['no certificate', { domain: zoneless }, '/domain: consent.example.com needs a certificate: give certificateArn, or'],
  [
    'a zone that the host is not in',
    { domain: { ...zoneless, hostedZone: { id: 'Z1', name: 'sent.example.com' } } },
    '/domain/hostedZone: consent.example.com is not in sent.example.com: Route 53 would refuse its records.',
  ],
  [
    'a zone whose name the host only ends with',
    { domain: { ...zoneless, hostedZone: { id: 'Z1', name: 'ample.com' } } },
    '/domain/hostedZone: consent.example.com is not in ample.com',
  ],
  [
    'no client',
    { operators: { clients: [], people: null } },
    '/operators/clients: Name a client, such as compliance@shop, or give',
  ],
  ['half a zone', { domain: { ...zoneless, hostedZone: { id: 'Z1' } } }, '/domain/hostedZone/name: '],
  ['an edge without a domain', { edge, domain: null, isTrial: true }, '/edge: CloudFront needs a domain'],
  [
    'an edge, certified elsewhere',
    { edge: { ...edge, certificateArn: null } },
    '/edge/certificateArn: CloudFront needs a certi',
  ],
  ['a third secret', { edge: { ...edge, originSecret: '3' } }, '/edge/originSecret: This has to be "1" or "2".'],
  [
    'half an issuer',
    { operators: { issuer: 'https://login.example.com' } },
    '/operators: This has to be { clients: [...], people }',
  ],
  [
    'a role that there is not',
    { operators: { clients: ['owner@demo'], people: null } },
    '/operators/clients/0: "owner@demo" is no client.',
  ],
  [
    'a role of people that there is not',
    { operators: { clients: ['compliance@one'], people: { roles: { desk: ['owner@one'] } } } },
    '/operators/people/roles/desk/0: This has to be a role (marketing, compliance, auditor, admin) and where it is good',
  ],
  [
    'a role of people without a site',
    { operators: { clients: ['compliance@one'], people: { roles: { desk: ['marketing'] } } } },
    '/operators/people/roles/desk/0: This has to be a role',
  ],
  [
    'a group that the gateway would part',
    { operators: { clients: ['compliance@one'], people: { roles: { 'the desk': ['marketing@one'] } } } },
    '/operators/people/roles/the desk: A group has no blanks in its name',
  ],
  ['no network', { trustedProxies: ['192.0.2.1'] }, '/trustedProxies/0: This has to be a network'],
  ['few', { reservedConcurrency: 19 }, '/reservedConcurrency: This has to be a whole number from 20 to 100000.'],
  [
    'one batch at once, which SQS does not take',
    { batchesAtOnce: { retention: 1, mover: 5, projector: 5, notifier: 5 } },
    '/batchesAtOnce/retention: This has to be a whole number from 2 to 1000.',
  ],
  [
    'batches of some consumers alone',
    { batchesAtOnce: { retention: 5 } as BatchesAtOnce },
    '/batchesAtOnce/mover: This has to be a whole number from 2 to 1000.',
  ],
  ['no key', { logKeys: [] }, '/logKeys'],
  ['a key of no kind', { logKeys: ['kms'] }, '/logKeys/0: A key is named "kms-1" or "secret-1"'],
  ['a key twice', { logKeys: ['kms-2', 'kms-2'] }, '/logKeys: Each key once, the current one first'],
  ['no year', { archiveYears: 0 }, '/archiveYears: This has to be a whole number from 1 to 99.'],
  ['a hundred years', { archiveYears: 100 }, '/archiveYears: This has to be a whole number from 1 to 99.'],
  ['no address', { timestampUrl: 'timestamps.example.com' }, '/timestampUrl: This has to be an address'],
  ['another kind of address', { timestampUrl: 'ftp://example.com' }, '/timestampUrl: This has to be an address'],
  ['a witness without an address', { witnesses: [OTHER] }, `/witnesses: "${OTHER}": a witness is its verifier key and`],
  [
    'a log as its own witness',
    { witnesses: [`${LOG} https://a.example`] },
    'is the key of a log; that of a witness has a B',
  ],
  [
    'a witness in the clear',
    { witnesses: [`${OTHER} http://a.example`] },
    'http://a.example has to be an https address',
  ],
  ['a witness twice', { witnesses: [`${OTHER} https://a.example`, `${OTHER} https://b.example`] }, 'is there twice'],
  [
    'copies of no copies',
    { backups: false, backupRegion: 'eu-north-1' },
    '/backupRegion: There are no copies to copy there',
  ],
])('%s is refused, with where and what to do', (_, changed, message) => {
  expect(() => parseStage({ ...PROD, ...changed }, FILE)).toThrow(StageError);
  expect(() => parseStage({ ...PROD, ...changed }, FILE)).toThrow(message);
});

test('all that is wrong is said at once', () => {
  expect(() => parseStage({ ...PROD, region: 'x', archiveYears: 0 }, FILE)).toThrow(
    /\/region: .*\n {2}\/archiveYears: /,
  );
});

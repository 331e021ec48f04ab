import path from 'node:path';
import { App, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { verifierKey } from '../../shared/log/note';
import { seedSigner } from '../../shared/log/seed-signer';
import { testWitness } from '../log/witness-key';
import { WITNESS } from './synthesis';
import { regionSetting, settings, SettingsError } from '../../infra/settings';

const given = (context: Record<string, unknown>) => new Stack(new App({ context }), 'Stack');

const { key: OTHER } = testWitness('other-witness.example', 22);
const LOG = verifierKey(seedSigner('consent.example.com/log', Buffer.alloc(32, 7)));
const SITES = 'examples/sites/index.ts';

const EDGE = {
  domain: 'consent.example.com',
  certificateArn: 'arn:aws:acm:eu-central-1:1:certificate/x',
  edge: 'cloudfront',
  webAclArn: 'arn:aws:wafv2:us-east-1:1:global/webacl/x/1',
  edgeCertificateArn: 'arn:aws:acm:us-east-1:1:certificate/y',
};

test('CloudFront stands before the API once what it needs is there', () => {
  const found = (context: object) => settings(given({ sites: SITES, sender: 'example.com', ...context })).edge;
  expect(found({ ...EDGE, originSecret: '2' })).toMatchObject({ webAclArn: EDGE.webAclArn, originSecret: '2' });
  expect(found({ ...EDGE, webAclArn: '' })).toBeUndefined();
  expect(found({ ...EDGE, edge: '' })).toBeUndefined();
});

test('sites and sender domains are enough for a trial', () => {
  const stack = given({ sites: SITES, sender: 'example.com, example.org' });
  expect(settings(stack)).toEqual({ sites: path.resolve(SITES), senderDomains: ['example.com', 'example.org'] });
  expect(regionSetting(stack)).toBe('eu-central-1');
});

test('every setting arrives', () => {
  const stack = given({
    sender: 'example.com',
    region: 'eu-west-1',
    domain: 'consent.example.com',
    hostedZoneId: 'Z1',
    hostedZoneName: 'example.com',
    sites: SITES,
    issuer: 'https://login.example.com',
    audience: 'consent',
    scopePrefix: 'api://consent/',
    jwksUrl: 'https://login.example.com/keys',
    siteClaim: 'sites',
    processorClaim: 'processors',
    trustedProxies: '192.0.2.0/24,2001:db8::/32',
    reservedConcurrency: '200',
    logKeys: 'kms-2, secret-1',
    archiveYears: '3',
    timestampUrl: 'https://timestamps.example.com/tsr',
    witnesses: `${WITNESS}/, ${OTHER} http://localhost:7380`,
    backups: 'off',
    alarmEmail: 'operations@example.com',
    secretsExtensionArn: 'arn:aws:lambda:eu-west-1:1:layer:x:1',
    removalPolicy: 'destroy',
  });
  const { domain, hostedZone, ...others } = settings(stack);
  expect(regionSetting(stack)).toBe('eu-west-1');
  expect(domain).toEqual({ domainName: 'consent.example.com', hostedZone });
  expect(hostedZone?.zoneName).toBe('example.com');
  expect(others).toEqual({
    senderDomains: ['example.com'],
    sites: path.resolve(SITES),
    issuer: {
      issuer: 'https://login.example.com',
      audience: ['consent'],
      scopePrefix: 'api://consent/',
      jwksUrl: 'https://login.example.com/keys',
      siteClaim: 'sites',
      processorClaim: 'processors',
    },
    trustedProxies: ['192.0.2.0/24', '2001:db8::/32'],
    reservedConcurrency: 200,
    logKeys: ['kms-2', 'secret-1'],
    archiveRetention: Duration.days(1096),
    timestampUrl: 'https://timestamps.example.com/tsr',
    witnesses: [WITNESS, `${OTHER} http://localhost:7380`],
    backups: false,
    alarmEmail: 'operations@example.com',
    secretsExtensionArn: 'arn:aws:lambda:eu-west-1:1:layer:x:1',
    removalPolicy: RemovalPolicy.DESTROY,
  });
});

test('clients arrive, each with its sites', () => {
  const { clients } = settings(given({ sites: SITES, sender: 'example.com', clients: 'backend@a, processor=x+y@a+b' }));
  expect(clients).toEqual([
    { name: 'backend@a', role: 'backend', sites: ['a'], processors: [] },
    { name: 'processor=x+y@a+b', role: 'processor', sites: ['a', 'b'], processors: ['x', 'y'] },
  ]);
});

test.each([
  [{ sender: '' }, 'Add -c sender=example.com'],
  [{ sites: '' }, 'Which sites are served? Add -c sites=path/to/your/sites.ts'],
  [{ sites: 'my/sites.ts' }, '-c sites=my/sites.ts: there is no such file.'],
  [{ sender: 7 }, '-c sender=... has to be text.'],
  [{ domain: 'consent.example.com' }, 'The domain consent.example.com needs a certificate: add -c certificateArn='],
  [{ edge: 'yes' }, '-c edge=yes: there is "cloudfront", or leave it out.'],
  [{ edge: 'cloudfront', webAclArn: 'arn:aws:wafv2:x' }, 'needs a domain of your own: add -c domain='],
  [{ ...EDGE, edgeCertificateArn: '' }, 'add -c edgeCertificateArn=arn:aws:acm:us-east-1:...'],
  [{ ...EDGE, originSecret: '3' }, '-c originSecret=3 is neither "1" nor "2".'],
  [{ hostedZoneId: 'Z1' }, 'needs both -c hostedZoneId=Z... and -c hostedZoneName=example.com.'],
  [{ hostedZoneName: 'example.com' }, 'needs both -c hostedZoneId=Z... and -c hostedZoneName=example.com.'],
  [{ issuer: 'https://login.example.com' }, 'need -c audience=...'],
  [{ clients: 'marketing@demo,owner@demo' }, '"owner@demo" is no client'],
  [{ clients: 'marketing', issuer: 'https://a.example', audience: 'x' }, 'are clients of Cognito'],
  [{ reservedConcurrency: '19' }, '-c reservedConcurrency=19 has to be a number from 20 on'],
  [{ reservedConcurrency: 'all' }, '-c reservedConcurrency=all has to be a number'],
  [{ logKeys: 'kms' }, '-c logKeys=kms has to name keys as kms-1 or secret-1'],
  [{ logKeys: 'kms-2,kms-2' }, 'each once, the current one first'],
  [{ logKeys: 'kms-2,key' }, 'while keys change: -c logKeys=kms-2,kms-1.'],
  [{ logKeys: ',' }, 'has to name keys'],
  [{ archiveYears: '0' }, '-c archiveYears=0 has to be a number of years from 1 to 99.'],
  [{ archiveYears: '100' }, 'from 1 to 99'],
  [{ archiveYears: 'ten' }, 'from 1 to 99'],
  [{ timestampUrl: 'timestamps.example.com' }, '-c timestampUrl=timestamps.example.com has to be an address'],
  [{ timestampUrl: 'ftp://example.com' }, 'has to be an address'],
  [{ witnesses: OTHER }, `-c witnesses=...: "${OTHER}": a witness is its verifier key and the address`],
  [{ witnesses: `${OTHER} https://a.example b` }, 'with a space between'],
  [{ witnesses: `${LOG} https://a.example` }, 'is the key of a log; that of a witness has a B after the second plus'],
  [
    { witnesses: `${OTHER.slice(0, -3)} https://a.example` },
    'is no key of a witness (Ed25519, type 4), or not a whole',
  ],
  [{ witnesses: `x${OTHER} https://a.example` }, 'is no key of a witness'],
  [{ witnesses: `${OTHER} http://a.example` }, 'http://a.example has to be an https address without user, query and'],
  [{ witnesses: `${OTHER} a.example` }, 'a.example has to be an https address'],
  [{ witnesses: `${OTHER} https://u:p@a.example` }, 'without user'],
  [{ witnesses: `${OTHER} https://a.example?x=1` }, 'without user, query'],
  [{ witnesses: `${OTHER} https://a.example, ${OTHER} https://b.example` }, 'other-witness.example is there twice'],
  [{ backups: 'yes' }, '-c backups=yes is neither "on" nor "off".'],
  [{ removalPolicy: 'maybe' }, '-c removalPolicy=maybe is neither "retain" (the default) nor "destroy"'],
])('%j is refused with what to add', (context, message) => {
  const stack = given({ sites: SITES, sender: 'example.com', ...context });
  expect(() => settings(stack)).toThrow(SettingsError);
  expect(() => settings(stack)).toThrow(message);
});

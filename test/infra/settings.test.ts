import path from 'node:path';
import { App, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { regionSetting, settings, SettingsError } from '../../infra/settings';

const given = (context: Record<string, unknown>) => new Stack(new App({ context }), 'Stack');

const SITES = 'examples/sites/index.ts';

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
    trustedProxies: '192.0.2.0/24,2001:db8::/32',
    logKeys: 'kms-2, secret-1',
    archiveYears: '3',
    timestampUrl: 'https://timestamps.example.com/tsr',
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
    },
    trustedProxies: ['192.0.2.0/24', '2001:db8::/32'],
    logKeys: ['kms-2', 'secret-1'],
    archiveRetention: Duration.days(1096),
    timestampUrl: 'https://timestamps.example.com/tsr',
    backups: false,
    alarmEmail: 'operations@example.com',
    secretsExtensionArn: 'arn:aws:lambda:eu-west-1:1:layer:x:1',
    removalPolicy: RemovalPolicy.DESTROY,
  });
});

test.each([
  [{ sender: '' }, 'Add -c sender=example.com'],
  [{ sites: '' }, 'Which sites are served? Add -c sites=path/to/your/sites.ts'],
  [{ sites: 'my/sites.ts' }, '-c sites=my/sites.ts: there is no such file.'],
  [{ sender: 7 }, '-c sender=... has to be text.'],
  [{ domain: 'consent.example.com' }, 'The domain consent.example.com needs a certificate: add -c certificateArn='],
  [{ hostedZoneId: 'Z1' }, 'needs both -c hostedZoneId=Z... and -c hostedZoneName=example.com.'],
  [{ hostedZoneName: 'example.com' }, 'needs both -c hostedZoneId=Z... and -c hostedZoneName=example.com.'],
  [{ issuer: 'https://login.example.com' }, 'need -c audience=...'],
  [{ logKeys: 'kms' }, '-c logKeys=kms has to name keys as kms-1 or secret-1'],
  [{ logKeys: 'kms-2,kms-2' }, 'each once, the current one first'],
  [{ logKeys: 'kms-2,key' }, 'while keys change: -c logKeys=kms-2,kms-1.'],
  [{ logKeys: ',' }, 'has to name keys'],
  [{ archiveYears: '0' }, '-c archiveYears=0 has to be a number of years from 1 to 99.'],
  [{ archiveYears: '100' }, 'from 1 to 99'],
  [{ archiveYears: 'ten' }, 'from 1 to 99'],
  [{ timestampUrl: 'timestamps.example.com' }, '-c timestampUrl=timestamps.example.com has to be an address'],
  [{ timestampUrl: 'ftp://example.com' }, 'has to be an address'],
  [{ backups: 'yes' }, '-c backups=yes is neither "on" nor "off".'],
  [{ removalPolicy: 'maybe' }, '-c removalPolicy=maybe is neither "retain" (the default) nor "destroy"'],
])('%j is refused with what to add', (context, message) => {
  const stack = given({ sites: SITES, sender: 'example.com', ...context });
  expect(() => settings(stack)).toThrow(SettingsError);
  expect(() => settings(stack)).toThrow(message);
});

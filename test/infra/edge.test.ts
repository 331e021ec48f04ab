import { asRecord, asSubject } from '../ids';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { HostedZone } from 'aws-cdk-lib/aws-route53';
import { EDGE_REGION, EdgeStack } from '../../infra/edge-stack';
import { ROUTES } from '../../shared/http/routes';
import { LINK_KINDS, writeToken, type LinkKind } from '../../shared/links/link-token';
import { LINK_PATHS } from '../../shared/links/link';
import { grants } from './grants';
import { functions, newApp, newLedger, newStack, only, property, referenced, resources, synthesize } from './synthesis';
import { whole } from './whole';

const ARN = 'arn:aws:acm:us-east-1:111111111111:certificate/x';
const WEB_ACL = 'arn:aws:wafv2:us-east-1:111111111111:global/webacl/x/1';

interface DomainOptions {
  readonly hasEdge: boolean;
  readonly originSecret: '1' | '2';
  readonly isZoneKnown: boolean;
}

/** A stack with a domain, and with CloudFront before it, or without. */
function withDomain({ hasEdge = true, originSecret, isZoneKnown = true }: Partial<DomainOptions> = {}): Template {
  const stack = newStack(newApp());
  const certificate = Certificate.fromCertificateArn(stack, 'EdgeCertificate', ARN);
  const own = Certificate.fromCertificateArn(stack, 'Certificate', ARN.replace('us-east-1', 'eu-central-1'));
  const zone = HostedZone.fromHostedZoneAttributes(stack, 'Zone', { hostedZoneId: 'Z1', zoneName: 'example.com' });
  newLedger(stack, {
    domain: { domainName: 'consent.example.com', certificate: own, ...(isZoneKnown && { hostedZone: zone }) },
    ...(hasEdge && { edge: { certificate, webAclArn: WEB_ACL, originSecret } }),
  });
  return whole(stack);
}

const template = withDomain();
const config = property(only(template, 'AWS::CloudFront::Distribution'), 'DistributionConfig') as {
  Aliases: string[];
  Origins: { DomainName: unknown; OriginCustomHeaders: { HeaderName: string; HeaderValue: unknown }[] }[];
  DefaultCacheBehavior: Record<string, unknown>;
  CacheBehaviors: (Record<string, unknown> & { PathPattern: string })[];
  Logging?: unknown;
  WebACLId: string;
};
const secretShown = (of: Template) =>
  JSON.stringify(property(only(of, 'AWS::CloudFront::Distribution'), 'DistributionConfig', 'Origins', 0));
const CACHING_DISABLED = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';

describe('CloudFront before the API', () => {
  test('answers for the domain, behind the web ACL, and calls the API by the domain name that API Gateway gives', () => {
    expect(config).toMatchObject({ Aliases: ['consent.example.com'], WebACLId: WEB_ACL });
    expect(JSON.stringify(config.Origins[0]?.DomainName)).toContain('RegionalDomainName');
    const targets = [...resources(template, 'AWS::Route53::RecordSet').values()].filter(
      ({ Properties }) => Properties['Name'] === 'consent.example.com.',
    );
    expect(targets).toHaveLength(2);
    for (const target of targets) {
      expect(referenced(property(target, 'AliasTarget', 'DNSName'))).toMatch(/^ConsentEdgeDistribution/);
    }
  });

  test('keeps no log: paths have tokens', () => {
    expect(config.Logging).toBeUndefined();
    expect(resources(template, 'AWS::WAFv2::LoggingConfiguration').size).toBe(0);
  });

  test('caches nothing but what is the same for everybody, and that as the answers say', () => {
    expect(config.DefaultCacheBehavior).toMatchObject({ CachePolicyId: CACHING_DISABLED });
    const patterns = config.CacheBehaviors.map(({ PathPattern }) => PathPattern);
    expect(patterns).toEqual(['/log/*', '/v1/form.js', '/v1/sites/*/notices', '/verify']);
    expect(property(only(template, 'AWS::CloudFront::CachePolicy'), 'CachePolicyConfig')).toMatchObject({
      MinTTL: 0,
      DefaultTTL: 0,
    });
    const matched = ROUTES.filter(({ path }) =>
      patterns.some((pattern) => new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(path)),
    );
    expect(new Set(matched.map(({ function: name }) => name))).toEqual(new Set(['log', 'static']));
  });

  test('names the visitor, and sends all else on as it came', () => {
    expect(property(only(template, 'AWS::CloudFront::OriginRequestPolicy'), 'OriginRequestPolicyConfig')).toMatchObject(
      {
        HeadersConfig: { HeaderBehavior: 'allViewerAndWhitelistCloudFront', Headers: ['CloudFront-Viewer-Address'] },
        QueryStringsConfig: { QueryStringBehavior: 'all' },
      },
    );
  });

  test('without a hosted zone says which record to make', () => {
    const outputs = withDomain({ isZoneKnown: false }).findOutputs('*');
    expect(Object.keys(outputs).filter((id) => id.includes('Cname'))).toHaveLength(1);
    expect(JSON.stringify(outputs)).toMatch(/consent\.example\.com CNAME .*DomainName/);
  });
});

describe('the records of the host', () => {
  const recordsOf = (made: Template) =>
    [...resources(made, 'AWS::Route53::RecordSet')]
      .filter(([, { Properties }]) => Properties['Name'] === 'consent.example.com.')
      .map(([id]) => id)
      .sort();

  test('stay the same resources when CloudFront comes or goes: Route 53 refuses a second record of a name', () => {
    expect(recordsOf(template)).toHaveLength(2);
    expect(recordsOf(withDomain({ hasEdge: false }))).toEqual(recordsOf(template));
  });

  test('are there before SNS asks whether to call that host', () => {
    for (const made of [template, withDomain({ hasEdge: false })]) {
      const [subscription] = [...resources(made, 'AWS::SNS::Subscription').values()];
      expect(subscription?.DependsOn).toEqual(expect.arrayContaining(recordsOf(made)));
    }
  });
});

describe('whoever calls the API without CloudFront', () => {
  const routes = [...resources(template, 'AWS::ApiGatewayV2::Route').values()];
  const authorizer = [...resources(template, 'AWS::ApiGatewayV2::Authorizer')].find(
    ([, { Properties }]) => Properties['AuthorizerType'] === 'REQUEST',
  );

  test('is refused by every route: for want of the secret, or of a token', () => {
    expect(routes.length).toBeGreaterThan(50);
    for (const route of routes) expect(['CUSTOM', 'JWT']).toContain(route.Properties['AuthorizationType']);
    const needsToken = routes.filter(({ Properties }) => Properties['AuthorizationType'] === 'JWT');
    expect(needsToken).toHaveLength(ROUTES.filter(({ scope }) => scope).flatMap(({ methods }) => methods).length);
    const byDefault = routes.find(({ Properties }) => Properties['RouteKey'] === '$default');
    expect(property(byDefault, 'AuthorizerId', 'Ref')).toBe(authorizer?.[0]);
  });

  test('is refused without a call to a function where the secret is missing, and once in five minutes for each wrong one', () => {
    expect(authorizer?.[1].Properties).toMatchObject({
      IdentitySource: ['$request.header.x-origin-secret'],
      EnableSimpleResponses: true,
      AuthorizerResultTtlInSeconds: 300,
    });
  });

  test('finds no other name of the API', () => {
    expect(only(template, 'AWS::ApiGatewayV2::Api').Properties['DisableExecuteApiEndpoint']).toBe(true);
  });
});

describe('the secret', () => {
  test('is made by AWS, with room for the one that takes over', () => {
    const secrets = [...resources(template, 'AWS::SecretsManager::Secret')];
    const origin = secrets.find(([id]) => id.startsWith('ConsentSecretsOrigin'))?.[1];
    expect(origin?.Properties['GenerateSecretString']).toMatchObject({
      SecretStringTemplate: '{"2":""}',
      GenerateStringKey: '1',
      PasswordLength: 64,
    });
  });

  test('is shown by CloudFront: the first value, or the other that was asked for', () => {
    expect(config.Origins[0]?.OriginCustomHeaders).toMatchObject([{ HeaderName: 'x-origin-secret' }]);
    expect(secretShown(template)).toMatch(/SecretString:1::/);
    expect(secretShown(withDomain({ originSecret: '2' }))).toMatch(/SecretString:2::/);
  });

  test('can be read by the authorizer alone', () => {
    const readers = [...grants(template)].filter(([, statements]) =>
      statements.some(({ resources: on }) => on.some((id) => id.startsWith('ConsentSecretsOrigin'))),
    );
    expect(readers.map(([name]) => name)).toEqual(['origin']);
  });
});

test('without CloudFront there is no distribution, no authorizer, no secret of it, and nobody is asked for one', () => {
  const plain = synthesize();
  expect(resources(plain, 'AWS::CloudFront::Distribution').size).toBe(0);
  expect(functions(plain).has('origin')).toBe(false);
  expect([...resources(plain, 'AWS::SecretsManager::Secret').keys()].join()).not.toContain('Origin');
});

test('CloudFront without a domain is refused', () => {
  const stack = newStack(newApp());
  const certificate = Certificate.fromCertificateArn(stack, 'EdgeCertificate', ARN);
  expect(() => newLedger(stack, { edge: { certificate, webAclArn: WEB_ACL } })).toThrow('CloudFront needs a domain');
});

describe('the web ACL', () => {
  const app = new App();
  const edge = Template.fromStack(
    new EdgeStack(app, 'Edge', {
      env: { region: EDGE_REGION, account: '111111111111' },
      domainName: 'consent.example.com',
      hostedZone: { id: 'Z1', name: 'example.com' },
    }),
  );
  const acl = only(edge, 'AWS::WAFv2::WebACL').Properties as {
    Rules: { Name: string; Priority: number; Statement: Record<string, never>; VisibilityConfig: object }[];
    CustomResponseBodies: Record<string, { Content: string }>;
    VisibilityConfig: object;
  };
  const patterns = (name: string): string[] =>
    [
      ...JSON.stringify(acl.Rules.find((rule) => rule.Name === name)).matchAll(/"RegexString":("(?:[^"\\]|\\.)*")/g),
    ].map(([, text = '""']) => JSON.parse(text) as string);
  const limit = (name: string): number =>
    (acl.Rules.find((rule) => rule.Name === name)?.Statement as { RateBasedStatement?: { Limit: number } })
      .RateBasedStatement?.Limit ?? 0;

  test('is what its stack says the other stack needs, with a certificate of the same region', () => {
    expect(Object.keys(edge.findOutputs('*')).sort()).toEqual(['edgeCertificateArn', 'webAclArn']);
    expect((edge.toJSON() as { Resources: object }).Resources).toBeDefined();
    expect(Stack.of(app.node.findChild('Edge')).region).toBe('us-east-1');
  });

  test('limits sign-ups of an address most, and withdrawals last and highest', () => {
    expect(acl.Rules.map(({ Name }) => Name)).toEqual(['NoLinks', 'SignUps', 'Others', 'Leaving']);
    expect(acl.Rules.map(({ Priority }) => Priority)).toEqual([0, 1, 2, 3]);
    expect(limit('Others')).toBeGreaterThanOrEqual(10 * limit('SignUps'));
    expect(limit('Leaving')).toBeGreaterThanOrEqual(10 * limit('Others'));
  });

  test('keeps no sample of requests, as tokens are in their paths', () => {
    for (const { VisibilityConfig } of [acl, ...acl.Rules]) {
      expect(VisibilityConfig).toMatchObject({ SampledRequestsEnabled: false });
    }
  });

  const ring = { current: 1, keys: new Map([[1, 'k'.repeat(64)]]) };
  const ids = { subject: asSubject('A'.repeat(22)), recordId: asRecord(`${'B'.repeat(21)}A`) };
  const isRefused = (path: string): boolean => {
    const [link = '', whole = ''] = patterns('NoLinks');
    return new RegExp(link).test(path) && !new RegExp(whole).test(path);
  };

  test.each(Object.keys(LINK_KINDS) as LinkKind[])('lets every link of the kind %s pass', (kind) => {
    for (const purposes of [[], ['news'], ['news', 'a-longer-one', 'analysis']]) {
      expect(isRefused(`${LINK_PATHS[kind]}/${writeToken({ kind, ...ids, purposes }, ring)}`)).toBe(false);
    }
  });

  test.each([
    'x',
    '',
    'A'.repeat(66),
    `${'A'.repeat(70)}/x`,
    `${'A'.repeat(70)}.`,
    `${'A'.repeat(70)}=`,
    ' '.repeat(70),
  ])('refuses a link that ends in "%s"', (token) => {
    for (const path of Object.values(LINK_PATHS)) expect(isRefused(`${path}/${token}`)).toBe(true);
  });

  test.each(ROUTES.filter(({ path }) => !path.endsWith('{token}')).map(({ path }) => path))('lets %s pass', (path) => {
    expect(isRefused(path.replace('{site}', 'shop'))).toBe(false);
  });

  test('answers in all languages, with pages that WAF can keep', () => {
    for (const { Content } of Object.values(acl.CustomResponseBodies)) {
      expect(Content).toMatch(/lang="de".*lang="en"/s);
      expect(Buffer.byteLength(Content)).toBeLessThanOrEqual(4096);
    }
  });
});

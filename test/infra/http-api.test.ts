import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { Template } from 'aws-cdk-lib/assertions';
import { EXAMPLE_SENDERS, EXAMPLE_SITES } from '../../examples/sites/module';
import { SCOPES, SIGNED_IN } from '../../shared/http/operation';
import { clientOf } from '../../shared/http/roles';
import { FALLBACK_FUNCTION, ROUTES } from '../../shared/http/routes';
import { statementsOf } from './grants';
import {
  functions,
  named,
  newApp,
  newLedger,
  newStack,
  only,
  property,
  referenced,
  type Resource,
  resources,
  synthesize,
  variables,
} from './synthesis';
import { whole } from './whole';

const template = synthesize();
const LOOKED_AT = ['worklists', 'fetches', 'register', 'processors'];
const OF_REQUESTS = ['cases', 'cases/{case}/extend', 'cases/{case}/identity', 'cases/{case}/reopen', 'letters'];
const LISTS = { ThrottlingRateLimit: 10, ThrottlingBurstLimit: 20 };
const deployed = new Map(
  [...resources(template, 'AWS::ApiGatewayV2::Route').values()].map((route) => [
    route.Properties['RouteKey'] as string,
    route,
  ]),
);
const routes = ROUTES.flatMap((route) => route.methods.map((method) => ({ ...route, key: `${method} ${route.path}` })));

/** What each client of the user pool may have in the scope of its tokens. */
function wordsOfClients(of: Template): object {
  const clients = [...resources(of, 'AWS::Cognito::UserPoolClient').values()].map(({ Properties }) => [
    Properties['ClientName'],
    (Properties['AllowedOAuthScopes'] as unknown[]).map((scope) => /"\/([^"]+)"/.exec(JSON.stringify(scope))?.[1]),
  ]);
  return Object.fromEntries(clients) as object;
}

function functionBehind(route: Resource, of: Template = template): string | undefined {
  const integrations = resources(of, 'AWS::ApiGatewayV2::Integration');
  const integration = integrations.get(property(route, 'Target', 'Fn::Join', 1, 1, 'Ref') as string);
  const target = referenced(property(integration, 'IntegrationUri'));
  return [...functions(of).keys()].find((name) => target === `ConsentFunctions${name.replaceAll('-', '')}`);
}

describe('routes', () => {
  test('are those of the route table and the fallback, and no others', () => {
    expect([...deployed.keys()].sort()).toEqual([...routes.map(({ key }) => key), '$default'].sort());
  });

  test.each(routes)('$key goes to $function', ({ key, function: name }) => {
    expect(functionBehind(deployed.get(key)!)).toBe(name);
  });

  test('everything else goes to the fallback', () => {
    expect(functionBehind(deployed.get('$default')!)).toBe(FALLBACK_FUNCTION);
  });

  test('who I am asks for any token of the issuer', () => {
    expect(deployed.get('GET /v1/me')?.Properties).toMatchObject({ AuthorizationType: 'JWT' });
    expect(deployed.get('GET /v1/me')?.Properties['AuthorizationScopes']).toBeUndefined();
  });

  test.each(routes.filter(({ scope }) => scope && scope !== SIGNED_IN))(
    '$key asks for a token with consent/$scope, at the sites it names or any',
    ({ key, scope }) => {
      expect(deployed.get(key)?.Properties).toMatchObject({
        AuthorizationType: 'JWT',
        AuthorizationScopes: [`consent/${scope}`, `consent/${scope}@sites`],
      });
    },
  );

  test.each(routes.filter(({ scope }) => !scope))('$key asks for no token', ({ key }) => {
    expect(deployed.get(key)?.Properties['AuthorizationType']).toBe('NONE');
  });

  test('may invoke their functions, in a role that may do nothing else', () => {
    const role = named(template, 'AWS::IAM::Role').get('ConsentApiCaller');
    expect(JSON.stringify(role?.Properties['AssumeRolePolicyDocument'])).toContain('"apigateway.amazonaws.com"');
    const statements = statementsOf(role);
    expect(new Set(statements.flatMap(({ actions }) => actions))).toEqual(new Set(['lambda:InvokeFunction']));
    const answering = new Set([...ROUTES.map((route) => route.function), FALLBACK_FUNCTION]);
    const ids = [...answering].map((name) => `ConsentFunctions${name.replaceAll('-', '')}`);
    expect(statements.flatMap(({ resources: on }) => on).sort()).toEqual(ids.sort());
    for (const { Properties } of resources(template, 'AWS::ApiGatewayV2::Integration').values()) {
      expect(referenced(Properties['CredentialsArn'])).toBe('ConsentApiCaller');
    }
  });
});

describe('CORS', () => {
  test('is left to the functions, which know the sites', () => {
    expect(only(template, 'AWS::ApiGatewayV2::Api').Properties['CorsConfiguration']).toBeUndefined();
  });
});

describe('the stage', () => {
  const stage = only(template, 'AWS::ApiGatewayV2::Stage');

  const throttled = (rate: number, burst: number) => ({ ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst });

  test('limits requests, sign-ups most of all, and withdrawals last', () => {
    expect(stage.Properties['DefaultRouteSettings']).toEqual(throttled(80, 160));
    expect(stage.Properties['RouteSettings']).toEqual({
      'POST /v1/sites/{site}/signups': throttled(20, 40),
      'GET /unsubscribe/{token}': throttled(1000, 2000),
      'POST /unsubscribe/{token}': throttled(1000, 2000),
      ...Object.fromEntries(
        ['confirm', 'preferences', 'keep'].flatMap((page) =>
          ['GET', 'POST'].map((method) => [`${method} /${page}/{token}`, throttled(300, 600)]),
        ),
      ),
      'POST /v1/sites/{site}/permissions': throttled(50, 100),
      'GET /console': throttled(20, 40),
      'GET /console/{page+}': throttled(20, 40),
      'GET /v1/me': throttled(20, 40),
      'POST /v1/sites/{site}/subjects/look-up': throttled(20, 40),
      'POST /v1/sites/{site}/confirmations': throttled(20, 40),
      ...Object.fromEntries(OF_REQUESTS.map((path) => [`POST /v1/sites/{site}/${path}`, throttled(20, 40)])),
      'POST /v1/sites/{site}/links': LISTS,
      'GET /v1/sites/{site}/changes': LISTS,
      'GET /v1/sites/{site}/counts': LISTS,
      ...{ 'GET /v1/sites/{site}/leavers': LISTS, 'POST /v1/sites/{site}/addresses': LISTS },
      ...Object.fromEntries(LOOKED_AT.map((path) => [`GET /v1/sites/{site}/${path}`, throttled(20, 40)])),
      'GET /v1/sites/{site}/purposes/{purpose}/audience/summary': throttled(20, 40),
      'GET /v1/sites/{site}/reviews': LISTS,
      'GET /v1/sites/{site}/deletions': LISTS,
      'GET /v1/sites/{site}/journal': LISTS,
      'POST /v1/sites/{site}/deletions/confirmations': LISTS,
      'POST /v1/sites/{site}/reviews/decisions': LISTS,
      'GET /v1/sites/{site}/purposes/{purpose}/audience': throttled(20, 40),
      $default: throttled(20, 40),
    });
    const settings = Object.keys(stage.Properties['RouteSettings'] as object);
    expect(settings.filter((key) => !deployed.has(key))).toEqual([]);
  });

  test('has limits that together stay below what API Gateway lets through for an account', () => {
    const own = stage.Properties['RouteSettings'] as Record<string, { ThrottlingRateLimit: number }>;
    const rates = [...deployed.keys()].map((key) => own[key]?.ThrottlingRateLimit ?? 80);
    expect(rates.reduce((sum, rate) => sum + rate, 0)).toBeLessThanOrEqual(10_000);
  });

  test('can have others, of which only those that are named change', () => {
    const other = only(
      synthesize({ limits: { leaving: { rateLimit: 7, burstLimit: 9 } } }),
      'AWS::ApiGatewayV2::Stage',
    );
    expect(property(other, 'RouteSettings', 'POST /unsubscribe/{token}')).toEqual(throttled(7, 9));
    expect(property(other, 'RouteSettings', 'POST /confirm/{token}')).toEqual(throttled(300, 600));
  });

  test('comes after the routes that it has settings for', () => {
    const ids = [...resources(template, 'AWS::ApiGatewayV2::Route').keys()];
    expect(stage.DependsOn).toEqual(expect.arrayContaining(ids));
  });

  test('logs nothing personal: no path, no caller, no claims, no headers', () => {
    const format = property(stage, 'AccessLogSettings', 'Format') as string;
    const logged = format.match(/\$context[\w.]*/g) ?? [];
    const harmless =
      /^\$context\.(requestId|requestTimeEpoch|routeKey|status|response\w+|integration\.\w+|authorizer\.error|error\.responseType)$/;
    expect(logged.length).toBeGreaterThan(5);
    expect(logged.filter((variable) => !harmless.test(variable))).toEqual([]);
    expect(JSON.parse(format)).toMatchObject({ requestId: '$context.requestId' });
  });
});

describe('operators', () => {
  test('get tokens from Cognito, each machine with its own scopes and sites', () => {
    expect(wordsOfClients(template)).toEqual({
      marketing: [
        ...['audience:read@sites', 'activity:write@sites', 'person:read@sites', 'confirmation:send@sites'],
        'site=one',
      ],
      compliance: ['evidence:read@sites', 'evidence:write@sites', 'person:read@sites', 'site=one'],
      backend: ['signup:write@sites', 'site=one'],
    });
    for (const { Properties } of resources(template, 'AWS::Cognito::UserPoolClient').values()) {
      expect(Properties).toMatchObject({ AllowedOAuthFlows: ['client_credentials'], GenerateSecret: true });
    }
  });

  test('get tokens for the sites that are asked for, and each site is a scope that others do not have', () => {
    const clients = ['marketing@demo', 'compliance@demo+notice-000', 'processor=brieftapir@demo'].map((name) =>
      clientOf(name)!,
    );
    const several = synthesize({ sites: EXAMPLE_SITES, senderDomains: EXAMPLE_SENDERS, clients });
    expect(wordsOfClients(several)).toEqual({
      'marketing@demo': [
        ...['audience:read@sites', 'activity:write@sites', 'person:read@sites', 'confirmation:send@sites'],
        'site=demo',
      ],
      'compliance@demo+notice-000': [
        ...['evidence:read@sites', 'evidence:write@sites', 'person:read@sites'],
        ...['site=demo', 'site=notice-000'],
      ],
      'processor=brieftapir@demo': ['processor:write@sites', 'site=demo', 'processor=brieftapir'],
    });
    for (const name of ['audience', 'subjects', 'deletions', 'signup']) {
      expect(variables(functions(several).get(name))['SCOPE_PREFIX']).toBe('consent/');
    }
  });

  test('are known to the gateway and to signup by the same clients', () => {
    const audience = property(only(template, 'AWS::ApiGatewayV2::Authorizer'), 'JwtConfiguration', 'Audience');
    const signup = functions(template).get('signup');
    const joined = property(signup, 'Environment', 'Variables', 'TOKEN_AUDIENCE', 'Fn::Join', 1) as unknown[];
    expect(joined.filter((part) => part !== ',')).toEqual(audience);
    expect(variables(signup)['SCOPE_PREFIX']).toBe('consent/');
  });

  test('nobody can sign up as a user of the pool', () => {
    expect(only(template, 'AWS::Cognito::UserPool').Properties['AdminCreateUserConfig']).toEqual({
      AllowAdminCreateUserOnly: true,
    });
  });

  test('can come from any OIDC issuer', () => {
    const claims = { siteClaim: 'sites', processorClaim: 'processors' };
    const issuer = {
      ...{ issuer: 'https://login.example.org', audience: ['consent', 'crm'], jwksUrl: 'https://keys.test' },
      ...claims,
    };
    const other = synthesize({ issuer, sites: EXAMPLE_SITES, senderDomains: EXAMPLE_SENDERS });
    expect(resources(other, 'AWS::Cognito::UserPool').size).toBe(0);
    expect(only(other, 'AWS::ApiGatewayV2::Authorizer').Properties['JwtConfiguration']).toEqual({
      Issuer: 'https://login.example.org',
      Audience: ['consent', 'crm'],
    });
    expect(variables(functions(other).get('signup'))).toMatchObject({
      TOKEN_ISSUER: 'https://login.example.org',
      TOKEN_JWKS_URL: 'https://keys.test',
      TOKEN_AUDIENCE: 'consent,crm',
    });
    for (const name of ['signup', 'evidence', 'deletions']) {
      expect(variables(functions(other).get(name))).toMatchObject({
        SITE_CLAIM: 'sites',
        PROCESSOR_CLAIM: 'processors',
      });
    }
    const scopes = [...resources(other, 'AWS::ApiGatewayV2::Route').values()].flatMap(
      (route) => (property(route, 'AuthorizationScopes') as string[] | undefined) ?? [],
    );
    expect(new Set(scopes)).toEqual(new Set(SCOPES.flatMap((scope) => [scope, `${scope}@sites`])));
  });
});

describe('with a domain of its own', () => {
  const stack = newStack(newApp());
  const certificate = Certificate.fromCertificateArn(stack, 'Certificate', 'arn:aws:acm:eu-central-1:1:certificate/x');
  const ledger = newLedger(stack, { domain: { domainName: 'consent.example.com', certificate } });
  const own = whole(stack);

  test('the API answers under no other name', () => {
    expect(only(own, 'AWS::ApiGatewayV2::Api').Properties['DisableExecuteApiEndpoint']).toBe(true);
    expect(only(own, 'AWS::ApiGatewayV2::DomainName').Properties).toMatchObject({
      DomainName: 'consent.example.com',
      DomainNameConfigurations: [{ SecurityPolicy: 'TLS_1_2' }],
    });
    expect(resources(own, 'AWS::ApiGatewayV2::ApiMapping').size).toBe(1);
  });

  test('links lead there', () => {
    expect(ledger.publicUrl).toBe('https://consent.example.com');
    for (const fn of functions(own).values()) {
      expect(variables(fn)['PUBLIC_URL']).toBe('https://consent.example.com');
    }
  });
});

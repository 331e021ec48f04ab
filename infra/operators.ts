import { CfnOutput, Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import {
  FeaturePlan,
  Mfa,
  OAuthScope,
  ResourceServerScope,
  UserPool,
  type UserPoolClient,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { ROLES } from '../shared/http/roles';
import type { Scope } from '../shared/http/operation';

/** The issuer of the operators' access tokens. */
export interface TokenIssuer {
  /** The `iss` of the tokens; its `/.well-known/openid-configuration` is public. */
  readonly issuer: string;
  /** The values that a token's `aud` (or `client_id`) may have. */
  readonly audience: readonly string[];
  /**
   * What stands before our scopes in a token, e.g. `consent/`.
   * @default - nothing
   */
  readonly scopePrefix?: string | undefined;
  /**
   * Where the issuer's public keys are.
   * @default - `/.well-known/jwks.json` under the issuer
   */
  readonly jwksUrl?: string | undefined;
}

const SCOPES: Readonly<Record<Scope, string>> = {
  'signup:write': "Sign up on a visitor's behalf and pass on the visitor's IP",
  'audience:read': 'Read who may be mailed for what',
  'activity:write': 'Report who used what they had signed up for',
  'evidence:read': 'Read the evidence of a person',
  'evidence:write': 'Record steps on behalf of a person',
  'processor:write': 'Confirm that a person was deleted',
};

const RESOURCE_SERVER = 'consent';

export interface OperatorPoolProps {
  /** Begins the host of the token endpoint; no other AWS customer in the region may have it. */
  readonly domainPrefix: string;
  readonly removalPolicy: RemovalPolicy;
}

/** A Cognito user pool without users: it issues tokens to machines. */
export class OperatorPool extends Construct implements TokenIssuer {
  readonly issuer: string;
  readonly audience: readonly string[];
  readonly scopePrefix = `${RESOURCE_SERVER}/`;

  constructor(scope: Construct, id: string, { domainPrefix, removalPolicy }: OperatorPoolProps) {
    super(scope, id);
    const pool = new UserPool(this, 'Pool', {
      selfSignUpEnabled: false,
      featurePlan: FeaturePlan.LITE,
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 16,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
      },
      deletionProtection: removalPolicy === RemovalPolicy.RETAIN,
      removalPolicy,
    });
    Validations.of(pool).acknowledge({
      id: 'AwsSolutions-COG8',
      reason: 'The plus plan watches the sign-ins of users; this pool has none, only machine clients.',
    });
    const domain = pool.addDomain('Domain', { cognitoDomain: { domainPrefix } });
    this.issuer = pool.userPoolProviderUrl;
    this.audience = addMachines(pool).map((client) => client.userPoolClientId);
    new CfnOutput(this, 'TokenEndpoint', { value: `${domain.baseUrl()}/oauth2/token` });
    new CfnOutput(this, 'UserPoolId', { value: pool.userPoolId });
  }
}

function addMachines(pool: UserPool): UserPoolClient[] {
  const scopes = new Map(
    Object.entries(SCOPES).map(([scopeName, scopeDescription]) => [
      scopeName,
      new ResourceServerScope({ scopeName, scopeDescription }),
    ]),
  );
  const server = pool.addResourceServer('Consent', { identifier: RESOURCE_SERVER, scopes: [...scopes.values()] });
  return Object.entries(ROLES).map(([role, allowed]) =>
    pool.addClient(role, {
      userPoolClientName: role,
      generateSecret: true,
      accessTokenValidity: Duration.hours(1),
      oAuth: {
        flows: { clientCredentials: true },
        scopes: allowed.map((name) => OAuthScope.resourceServer(server, scopes.get(name)!)),
      },
    }),
  );
}

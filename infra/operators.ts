import { CfnOutput, Duration, type RemovalPolicy, Validations } from 'aws-cdk-lib';
import {
  FeaturePlan,
  Mfa,
  OAuthScope,
  ResourceServerScope,
  UserPool,
  type UserPoolClient,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { AT_SITES } from '../shared/http/grants';
import { SCOPES, type Scope } from '../shared/http/operation';
import { scopeWords, type Client } from '../shared/http/roles';

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
   * The claim that lists the sites that a token is good for.
   * @default - they are words of the scope, e.g. `site=shop`
   */
  readonly siteClaim?: string | undefined;
  /**
   * The claim that lists the processors that a token speaks for.
   * @default - they are words of the scope, e.g. `processor=brieftapir`
   */
  readonly processorClaim?: string | undefined;
  /**
   * Where the issuer's public keys are.
   * @default - `/.well-known/jwks.json` under the issuer
   */
  readonly jwksUrl?: string | undefined;
}

const MEANINGS: Readonly<Record<Scope, string>> = {
  'signup:write': "Sign up on a visitor's behalf and pass on the visitor's IP",
  'audience:read': 'Read who may be mailed for what',
  'activity:write': 'Report who used what they had signed up for',
  'evidence:read': 'Read the evidence of a person',
  'evidence:write': 'Record steps on behalf of a person',
  'processor:write': 'Confirm that a person was deleted',
};

/** What a word of a scope means, in the console of Cognito. */
function meaning(word: string): string {
  const scope = SCOPES.find((one) => word === one + AT_SITES);
  return scope ? `${MEANINGS[scope]}, at the sites that go along` : `For ${word}`;
}

const RESOURCE_SERVER = 'consent';

export interface OperatorPoolProps {
  /** Begins the host of the token endpoint; no other AWS customer in the region may have it. */
  readonly domainPrefix: string;
  /** The machines that get tokens, with the sites that they are for. */
  readonly clients: readonly Client[];
  readonly removalPolicy: RemovalPolicy;
  /** Whether nobody can delete it before that protection is lifted. */
  readonly isProtected: boolean;
}

/** A Cognito user pool without users: it issues tokens to machines. */
export class OperatorPool extends Construct implements TokenIssuer {
  readonly issuer: string;
  readonly audience: readonly string[];
  readonly scopePrefix = `${RESOURCE_SERVER}/`;

  constructor(scope: Construct, id: string, { domainPrefix, clients, removalPolicy, isProtected }: OperatorPoolProps) {
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
      deletionProtection: isProtected,
      removalPolicy,
    });
    Validations.of(pool).acknowledge({
      id: 'AwsSolutions-COG8',
      reason: 'The plus plan watches the sign-ins of users; this pool has none, only machine clients.',
    });
    const domain = pool.addDomain('Domain', { cognitoDomain: { domainPrefix } });
    this.issuer = pool.userPoolProviderUrl;
    this.audience = addMachines(pool, clients).map((client) => client.userPoolClientId);
    new CfnOutput(this, 'TokenEndpoint', { value: `${domain.baseUrl()}/oauth2/token` });
    new CfnOutput(this, 'UserPoolId', { value: pool.userPoolId });
  }
}

/** Each has the words of its own scope and no others, so that no token of it is good for another site. */
function addMachines(pool: UserPool, clients: readonly Client[]): UserPoolClient[] {
  const scopes = new Map(
    [...new Set(clients.flatMap(scopeWords))].map((scopeName) => [
      scopeName,
      new ResourceServerScope({ scopeName, scopeDescription: meaning(scopeName) }),
    ]),
  );
  const server = pool.addResourceServer('Consent', { identifier: RESOURCE_SERVER, scopes: [...scopes.values()] });
  return clients.map((client) =>
    pool.addClient(client.name, {
      userPoolClientName: client.name,
      generateSecret: true,
      accessTokenValidity: Duration.hours(1),
      oAuth: {
        flows: { clientCredentials: true },
        scopes: scopeWords(client).map((word) => OAuthScope.resourceServer(server, scopes.get(word)!)),
      },
    }),
  );
}

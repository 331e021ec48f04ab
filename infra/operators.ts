import { CfnOutput, Duration, type RemovalPolicy, Validations } from 'aws-cdk-lib';
import {
  type CfnUserPoolClient,
  FeaturePlan,
  Mfa,
  OAuthScope,
  ResourceServerScope,
  UserPool,
  UserPoolClientIdentityProvider,
  type UserPoolClient,
  type UserPoolResourceServer,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { AT_SITES } from '../shared/http/grants';
import { SCOPES, type Scope } from '../shared/http/operation';
import { LOOPBACK_CALLBACK, PERSON_ROLES, type People } from '../shared/http/people';
import { SIGNED_IN_PATH, SIGNED_OUT_PATH, type SignInPages } from '../shared/http/sign-in';
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
  /**
   * Who signs in, and what they may.
   * @default - nobody does
   */
  readonly people?: People | undefined;
  /**
   * Where they sign in by a browser. Without it there is no console.
   * @default - nowhere
   */
  readonly pages?: SignInPages | undefined;
}

const MEANINGS: Readonly<Record<Scope, string>> = {
  'signup:write': "Sign up on a visitor's behalf and pass on the visitor's IP",
  'audience:read': 'Read who may be mailed for what',
  'activity:write': 'Report who used what they had signed up for',
  'person:read': 'Look up how a person stands, and why',
  'confirmation:send': 'Send a confirmation mail once more',
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
  /** What people may, by their groups, if any sign in. */
  readonly roles: People['roles'] | undefined;
  /** Where the ledger is reached: the pages of the pool lead back to the console there. */
  readonly publicUrl: string;
  readonly removalPolicy: RemovalPolicy;
  /** Whether nobody can delete it before that protection is lifted. */
  readonly isProtected: boolean;
}

/** A Cognito user pool that issues tokens to machines, and to people if there are roles for them. */
export class OperatorPool extends Construct implements TokenIssuer {
  readonly issuer: string;
  readonly audience: readonly string[];
  readonly scopePrefix = `${RESOURCE_SERVER}/`;
  readonly people: People | undefined;
  readonly pages: SignInPages | undefined;

  constructor(scope: Construct, id: string, props: OperatorPoolProps) {
    super(scope, id);
    const { domainPrefix, clients, roles, removalPolicy, isProtected } = props;
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
      reason: 'The plus plan watches sign-ins for stolen passwords; nobody signs in here without a second factor.',
    });
    const domain = pool.addDomain('Domain', { cognitoDomain: { domainPrefix } });
    this.issuer = pool.userPoolProviderUrl;
    const server = addServer(pool, clients, roles ? PERSON_WORDS : []);
    const machines = addMachines(pool, clients, server);
    const desk = roles && addPeople(pool, server, Object.keys(roles), props.publicUrl);
    this.audience = [...machines, ...(desk ? [desk] : [])].map((client) => client.userPoolClientId);
    this.people = desk && { client: desk.userPoolClientId, claim: 'cognito:groups', roles };
    const at = (page: string): string => `${domain.baseUrl()}${page}`;
    this.pages = desk && { authorize: at('/oauth2/authorize'), token: at('/oauth2/token'), logout: at('/logout') };
    new CfnOutput(this, 'TokenEndpoint', { value: `${domain.baseUrl()}/oauth2/token` });
    new CfnOutput(this, 'UserPoolId', { value: pool.userPoolId });
  }
}

interface Server {
  readonly server: UserPoolResourceServer;
  readonly scopes: ReadonlyMap<string, ResourceServerScope>;
}

/** The words that the scopes of tokens can have. */
function addServer(pool: UserPool, clients: readonly Client[], words: readonly string[]): Server {
  const scopes = new Map(
    [...new Set([...clients.flatMap(scopeWords), ...words])].map((scopeName) => [
      scopeName,
      new ResourceServerScope({ scopeName, scopeDescription: meaning(scopeName) }),
    ]),
  );
  const server = pool.addResourceServer('Consent', { identifier: RESOURCE_SERVER, scopes: [...scopes.values()] });
  return { server, scopes };
}

/** Each has the words of its own scope and no others, so that no token of it is good for another site. */
function addMachines(pool: UserPool, clients: readonly Client[], { server, scopes }: Server): UserPoolClient[] {
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

/** What people may ask for when they sign in. No word names a site: by itself a token of theirs is good for nothing. */
const PERSON_WORDS = [...new Set(Object.values(PERSON_ROLES).flat())].map((scope) => scope + AT_SITES);

/**
 * How people sign in: by code and PKCE, without a secret, as a browser keeps none. Whoever is taken out of a group is out when the
 * token ends.
 */
function addPeople(
  pool: UserPool,
  { server, scopes }: Server,
  groups: readonly string[],
  publicUrl: string,
): UserPoolClient {
  for (const groupName of groups) pool.addGroup(`Group ${groupName}`, { groupName });
  const client = pool.addClient('Console', {
    userPoolClientName: 'console',
    generateSecret: false,
    preventUserExistenceErrors: true,
    supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
    accessTokenValidity: Duration.minutes(5),
    idTokenValidity: Duration.minutes(5),
    refreshTokenValidity: Duration.hours(10),
    oAuth: {
      flows: { authorizationCodeGrant: true },
      callbackUrls: [publicUrl + SIGNED_IN_PATH, LOOPBACK_CALLBACK],
      logoutUrls: [publicUrl + SIGNED_OUT_PATH],
      scopes: [
        OAuthScope.OPENID,
        OAuthScope.PROFILE,
        ...PERSON_WORDS.map((word) => OAuthScope.resourceServer(server, scopes.get(word)!)),
      ],
    },
  });
  // By the pages alone: a token got past them is good for changing one's own name, under which steps are shown to others.
  (client.node.defaultChild as CfnUserPoolClient).explicitAuthFlows = ['ALLOW_REFRESH_TOKEN_AUTH'];
  return client;
}

import { createHash, randomBytes } from 'node:crypto';
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { decodeJwt } from 'jose';
import { REGION, TABLES } from '../../local/aws';
import { signIn } from '../../cli/sign-in';
import { PERSON_ROLES } from '../../shared/http/people';
import { SCOPES } from '../../shared/http/operation';
import { AT_SITES } from '../../shared/http/grants';
import { CONSOLE_CLIENT, INVENTED } from '../../local/issuer/people';
import { startSystem, type System } from '../promises/person';
import { SIGNED_IN_PATH } from '../../shared/http/sign-in';

let system: System;

beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const personOf = (name: string): string => INVENTED.find((person) => person.name.startsWith(name))!.sub;
const EVERYTHING = ['openid', 'profile', ...SCOPES.map((scope) => scope + AT_SITES)].join(' ');

interface Tokens {
  readonly access_token: string;
  readonly id_token: string;
  readonly refresh_token: string;
  readonly error?: string;
}

interface Login {
  readonly back: URL;
  readonly verifier: string;
  readonly redirect: string;
  readonly cookie: string;
}

/** What a browser is answered that asks for a code. */
async function authorize(changes: Readonly<Record<string, string | undefined>>, cookie = '') {
  const verifier = randomBytes(32).toString('base64url');
  const redirect = system.url + SIGNED_IN_PATH;
  const asked = {
    client_id: CONSOLE_CLIENT,
    redirect_uri: redirect,
    response_type: 'code',
    scope: EVERYTHING,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    state: 'the state',
    nonce: 'the nonce',
    ...changes,
  };
  const query = new URLSearchParams(Object.entries(asked).flatMap(([name, value]) => (value ? [[name, value]] : [])));
  const answer = await system.visitor.get(`/_local/oauth2/authorize?${query}`, { headers: { cookie } });
  return { answer, verifier, redirect };
}

async function login(name: string, changes: Readonly<Record<string, string>> = {}): Promise<Login> {
  const { answer, ...rest } = await authorize({ person: personOf(name), ...changes });
  expect(answer.status).toBe(303);
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  return { ...rest, cookie, back: new URL(answer.headers.get('location')!) };
}

async function token(form: Readonly<Record<string, string>>): Promise<Tokens> {
  const body = new URLSearchParams({ client_id: CONSOLE_CLIENT, ...form });
  return (await (await system.visitor.get('/_local/oauth2/token', { method: 'POST', body })).json()) as Tokens;
}

const exchange = ({ back, verifier, redirect }: Login, changes: Readonly<Record<string, string>> = {}) =>
  token({
    grant_type: 'authorization_code',
    code: back.searchParams.get('code')!,
    redirect_uri: redirect,
    code_verifier: verifier,
    ...changes,
  });

const tokensOf = async (name: string): Promise<Tokens> => exchange(await login(name));

async function me(bearer: string) {
  const answer = await system.visitor.get('/v1/me', { headers: { authorization: `Bearer ${bearer}` } });
  return { status: answer.status, said: (await answer.json()) as Record<string, unknown> };
}

describe('the page of the issuer', () => {
  test('lets one choose whom to be, each by one press', async () => {
    const { answer } = await authorize({});
    const page = await answer.text();
    expect(INVENTED.filter(({ sub }) => !page.includes(`person=${sub}`))).toEqual([]);
  });

  test('leads back with code, state and who issued it', async () => {
    const { back } = await login('Conrad');
    expect(Object.fromEntries(back.searchParams)).toMatchObject({ state: 'the state', iss: `${system.url}/_local` });
  });

  test.each<[string, Record<string, string | undefined>]>([
    ['of another client', { client_id: 'other' }],
    ['of an address that begins alike', { redirect_uri: 'http://localhost:1/console/signed-in' }],
    ['that nobody gave', { redirect_uri: undefined }],
  ])('sends nobody to the address %s', async (_, changes) => {
    const { answer } = await authorize({ person: personOf('Conrad'), ...changes });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('location')).toBeNull();
  });

  test.each<[string, Record<string, string | undefined>, string]>([
    ['without a challenge', { code_challenge: undefined }, 'invalid_request'],
    ['with a plain challenge', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['for a token at once', { response_type: 'token' }, 'unsupported_response_type'],
    ['without openid', { scope: 'evidence:read@sites' }, 'invalid_scope'],
    ['in the background, where nobody is signed in', { prompt: 'none', person: undefined }, 'login_required'],
  ])('gives no code %s', async (_, changes, error) => {
    const { answer } = await authorize({ person: personOf('Conrad'), ...changes });
    const { searchParams } = new URL(answer.headers.get('location')!);
    expect(searchParams.get('error')).toBe(error);
    expect(searchParams.get('code')).toBeNull();
  });

  test('leads whoever signed in before on without a press, until they sign out or ask for the page', async () => {
    const { cookie } = await login('Conrad');
    const led = await authorize({ prompt: 'none' }, cookie);
    expect(new URL(led.answer.headers.get('location')!).searchParams.get('code')).toBeTruthy();
    expect((await authorize({ prompt: 'login' }, cookie)).answer.status).toBe(200);
    const out = await system.visitor.get(
      `/_local/oauth2/logout?${new URLSearchParams({ logout_uri: system.url + SIGNED_IN_PATH })}`,
    );
    expect(out.headers.get('set-cookie')).toContain('Max-Age=0');
    expect((await system.visitor.get('/_local/oauth2/logout?logout_uri=https://example.org/')).status).toBe(400);
  });
});

describe('a code', () => {
  test('is good once', async () => {
    const once = await login('Conrad');
    expect(await exchange(once)).toMatchObject({ token_type: 'Bearer', expires_in: 300 });
    expect(await exchange(once)).toEqual({ error: 'invalid_grant' });
  });

  test.each([
    ['to whoever has not the verifier', { code_verifier: 'x'.repeat(43) }],
    ['for another address', { redirect_uri: 'http://localhost:8976/signed-in' }],
    ['that was made up', { code: 'x'.repeat(32) }],
  ])('gives nothing %s', async (_, changes) => {
    expect(await exchange(await login('Conrad'), changes)).toEqual({ error: 'invalid_grant' });
  });

  test('is good for a minute', async () => {
    const slow = await login('Conrad');
    await system.visitor.advance('PT1M');
    expect(await exchange(slow)).toEqual({ error: 'invalid_grant' });
  });
});

describe('tokens', () => {
  test('say who signed in to whoever asked, and the id token says what was asked with', async () => {
    const { access_token, id_token } = await tokensOf('Dora');
    expect(decodeJwt(id_token)).toMatchObject({ aud: CONSOLE_CLIENT, nonce: 'the nonce', name: 'Dora Demo' });
    expect(decodeJwt(access_token)).not.toHaveProperty('name');
    const { status, said } = await me(access_token);
    expect(status).toBe(200);
    expect(said).toMatchObject({
      operator: { id: personOf('Dora'), name: 'Dora Demo' },
      grants: [{ site: 'demo', timeZone: 'Europe/Berlin', scopes: PERSON_ROLES.marketing }],
    });
  });

  test('are good for what the role is good for, whatever the login asked for', async () => {
    const roles = { Mia: 'marketing', Conrad: 'compliance', Rita: 'auditor', Ada: 'admin', Nele: undefined } as const;
    for (const [name, role] of Object.entries(roles)) {
      const { said } = await me((await tokensOf(name)).access_token);
      const scopes = new Set((said['grants'] as { scopes: string[] }[]).flatMap((grant) => grant.scopes));
      expect({ name, scopes: [...scopes] }).toEqual({ name, scopes: role ? [...PERSON_ROLES[role]] : [] });
    }
  });

  test('that say who somebody is are no access tokens', async () => {
    const { id_token } = await tokensOf('Conrad');
    expect((await me(id_token)).status).toBe(401);
  });

  test('end after five minutes, and a refresh token gives others once', async () => {
    const { access_token, refresh_token } = await tokensOf('Conrad');
    await system.visitor.advance('PT4M');
    expect((await me(access_token)).status).toBe(200);
    await system.visitor.advance('PT1M1S');
    expect((await me(access_token)).status).toBe(401);
    const renewed = await token({ grant_type: 'refresh_token', refresh_token });
    expect((await me(renewed.access_token)).said).toMatchObject({ operator: { name: 'Conrad Compliance' } });
    expect(await token({ grant_type: 'refresh_token', refresh_token })).toEqual({ error: 'invalid_grant' });
    await system.visitor.get('/_local/oauth2/revoke', {
      method: 'POST',
      body: new URLSearchParams({ token: renewed.refresh_token }),
    });
    expect(await token({ grant_type: 'refresh_token', refresh_token: renewed.refresh_token })).toEqual({
      error: 'invalid_grant',
    });
  });
});

test('the command line signs in by the loopback address, and keeps nothing', async () => {
  const issuer = { issuer: `${system.url}/_local`, client: CONSOLE_CLIENT, scopePrefix: '' };
  const bearer = await signIn(issuer, (page) => {
    void fetch(`${page}&person=${personOf('Rita')}`);
  });
  expect((await me(bearer)).said).toMatchObject({ operator: { name: 'Rita Revision' } });
});

test('whoever acts is written down by the id of the issuer, and what they are called is in the vault alone', async () => {
  const { access_token } = await tokensOf('Bo');
  await me(access_token);
  const answer = await system.visitor.get('/v1/sites/demo/subjects/objections', {
    method: 'POST',
    headers: { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'erika@example.org', reason: 'letter', via: 'letter', receivedOn: '2026-01-02' }),
  });
  expect(answer.status).toBe(200);
  const all = (await Promise.all(Object.values(TABLES).map(itemsOf))).flat();
  const acted = all.filter((item) => item.includes(personOf('Bo')) && item.includes('ObjectionRecorded'));
  expect(acted).toHaveLength(1);
  expect(acted[0]).toContain(CONSOLE_CLIENT);
  const named = all.filter((item) => item.includes('Bo Beides'));
  expect(named).toEqual([expect.stringContaining(`"operator#${personOf('Bo')}"`)]);
  expect(JSON.stringify(await system.logged())).not.toContain('Bo Beides');
});

/** Each item of a table as the engine has it. */
async function itemsOf(TableName: string): Promise<string[]> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint: system.dynamoEndpoint, region: REGION, credentials });
  const { Items = [] } = await client.send(new ScanCommand({ TableName, ConsistentRead: true }));
  client.destroy();
  return Items.map((item) => JSON.stringify(item));
}

test('a machine is no person, and has no name', async () => {
  const { said } = await me(await system.visitor.token('compliance'));
  expect(said).toMatchObject({ operator: { id: 'local-compliance' } });
  expect(said['operator']).not.toHaveProperty('name');
});

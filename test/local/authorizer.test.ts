import { Clock } from '../../local/clock';
import { authorize } from '../../local/gateway/authorizer';
import { TokenIssuer } from '../../local/gateway/tokens';
import { sites } from '../../examples/sites';
import type { Scope } from '../../shared/http/operation';
import { loadKeys } from '../../local/keys';
import { temporaryFolder } from './folder';
import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';

const ISSUER = 'http://localhost:3000/_local';
const HOUR_MS = 60 * 60 * 1000;
const folder = temporaryFolder();
const clock = new Clock(0);
let issuer: TokenIssuer;
let foreign: TokenIssuer;

beforeAll(async () => {
  mkdirSync(path.join(folder, 'other'));
  issuer = new TokenIssuer((await loadKeys(folder)).tokenKey, ISSUER, clock, sites);
  foreign = new TokenIssuer((await loadKeys(path.join(folder, 'other'))).tokenKey, ISSUER, clock, sites);
});
beforeEach(() => clock.moveTo(0));

const ask = async (header: string | undefined, scope: Scope = 'evidence:read') => authorize(header, scope, issuer);

describe('the authorizer', () => {
  test('lets a token with the scope in, and hands its claims on as text', async () => {
    const { compliance } = await issuer.tokens();
    expect(await ask(`Bearer ${compliance}`)).toMatchObject({
      jwt: { claims: { sub: 'local-compliance', exp: expect.any(String) as string }, scopes: ['evidence:read@sites'] },
    });
  });

  test('answers 403 to a token with another scope', async () => {
    const { marketing } = await issuer.tokens();
    expect(await ask(`Bearer ${marketing}`)).toMatchObject({ status: 403, message: 'Forbidden' });
  });

  test('answers 401 without a token, and to what is no token of ours', async () => {
    const { compliance } = await foreign.tokens();
    for (const header of [undefined, 'Bearer ', 'Bearer abc', `Bearer ${compliance}`]) {
      expect(await ask(header)).toMatchObject({ status: 401, message: 'Unauthorized' });
    }
  });

  test('lets tokens end after twelve hours of the stack’s time, and makes new ones for it', async () => {
    const { compliance } = await issuer.tokens();
    clock.moveTo(13 * HOUR_MS);
    expect(await ask(`Bearer ${compliance}`)).toMatchObject({ status: 401 });
    const { compliance: fresh } = await issuer.tokens();
    expect(await ask(`Bearer ${fresh}`)).toHaveProperty('jwt');
  });

  test('keeps its keys for its owner alone, and the same over restarts', async () => {
    expect(statSync(path.join(folder, 'keys.json')).mode & 0o777).toBe(0o600);
    expect((await loadKeys(folder)).tokenKey.kid).toBe(issuer.jwks.keys[0]?.kid);
    expect(issuer.jwks.keys[0]).not.toHaveProperty('d');
  });
});

import { optional, required } from '../../shared/environment';
import { keysAt, type TokenIssuer } from '../../shared/http/access-token';
import type { ClaimNames } from '../../shared/http/grants';
import { askNameAt, type AskName } from '../../shared/http/userinfo';
import type { People } from '../../shared/http/people';

export const claimNames = (): ClaimNames => ({
  scopePrefix: optional('SCOPE_PREFIX') ?? '',
  siteClaim: optional('SITE_CLAIM'),
  processorClaim: optional('PROCESSOR_CLAIM'),
  people: people(),
});

/** Written by `infra/functions.ts`. */
function people(): People | undefined {
  const said = optional('PEOPLE');
  return said === undefined ? undefined : (JSON.parse(said) as People);
}

/** Asks the issuer of the tokens. */
export const askName = (): AskName => askNameAt(required('TOKEN_ISSUER'));

export const tokens = (): TokenIssuer => ({
  issuer: required('TOKEN_ISSUER'),
  audiences: required('TOKEN_AUDIENCE').split(','),
  claimNames: claimNames(),
  keys: keysAt(required('TOKEN_JWKS_URL')),
});

import { optional, required } from '../../shared/environment';
import { keysAt, type TokenIssuer } from '../../shared/http/access-token';
import type { ClaimNames } from '../../shared/http/grants';

export const claimNames = (): ClaimNames => ({
  scopePrefix: optional('SCOPE_PREFIX') ?? '',
  siteClaim: optional('SITE_CLAIM'),
  processorClaim: optional('PROCESSOR_CLAIM'),
});

export const tokens = (): TokenIssuer => ({
  issuer: required('TOKEN_ISSUER'),
  audiences: required('TOKEN_AUDIENCE').split(','),
  claimNames: claimNames(),
  keys: keysAt(required('TOKEN_JWKS_URL')),
});

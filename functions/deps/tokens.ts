import { optional, required } from '../../shared/environment';
import { keysAt, type TokenIssuer } from '../../shared/http/access-token';

export const tokens = (): TokenIssuer => ({
  issuer: required('TOKEN_ISSUER'),
  audiences: required('TOKEN_AUDIENCE').split(','),
  scopePrefix: optional('SCOPE_PREFIX') ?? '',
  keys: keysAt(required('TOKEN_JWKS_URL')),
});

import type { Operator } from '../consent/entry';
import type { Claims } from './grants';
import { Problem } from './problem';

/** Visible ASCII. It is written down for good, so a token whose `sub` is an address is none of ours. */
const OPAQUE = /^[!-~]{1,255}$/;
const ADDRESS = /[^@]@[^@]+\.[^@]/;

/** Who acts, as an access token says. @throws {Problem} 401 where it does not say so, or says more than may be written down */
export function operatorOf(claims: Claims): Operator {
  const { sub, client_id: clientId, azp } = claims;
  if (typeof sub !== 'string' || sub === '') {
    throw new Problem(401, 'token', 'The access token does not say whose it is (sub).');
  }
  if (!isOpaque(sub)) throw new Problem(401, 'token', NOT_OPAQUE);
  const client = [clientId, azp].find((one) => typeof one === 'string' && one !== sub && isOpaque(one));
  return { kind: 'operator', id: sub, ...(client !== undefined && { client }) } as Operator;
}

const NOT_OPAQUE =
  'The access token says by name whose it is (sub). That is written down for good: have the issuer put an id that names nobody.';

function isOpaque(text: unknown): text is string {
  return typeof text === 'string' && OPAQUE.test(text) && !ADDRESS.test(text);
}

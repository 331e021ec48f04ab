import { readEmailAddress, type EmailAddress } from '../email-address';
import { readJson, validate } from './body';
import { getPermissions } from './contract/get-permissions';
import { Problem } from './problem';
import type { HttpRequest } from './request';

/** @throws {Problem} where the body does not name a person */
export function readSubject(request: HttpRequest): EmailAddress {
  const { email } = validate(getPermissions.body, readJson(request));
  const address = readEmailAddress(email);
  if (typeof address !== 'string') return address;
  throw new Problem(422, 'invalid', 'The body does not name a person; see errors.', [
    { pointer: '/email', detail: address },
  ]);
}

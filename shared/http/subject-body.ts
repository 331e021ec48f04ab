import { readEmailAddress, type EmailAddress } from '../email-address';
import { Problem } from './problem';

/** The person whom a body names. @throws {Problem} where that is no address */
export function readSubject({ email }: { readonly email: string }): EmailAddress {
  const address = readEmailAddress(email);
  if (typeof address !== 'string') return address;
  throw new Problem(422, 'invalid', 'The body does not name a person; see errors.', [
    { pointer: '/email', detail: address },
  ]);
}

import { readEmailAddress, type EmailAddress } from '../email-address';
import type { SubjectId } from '../ids';
import { Problem } from './problem';

/** The person whom a body names. @throws {Problem} where that is no address */
export function readSubject({ email }: { readonly email: string }): EmailAddress {
  const address = readEmailAddress(email);
  if (typeof address !== 'string') return address;
  throw new Problem(422, 'invalid', 'The body does not name a person; see errors.', [
    { pointer: '/email', detail: address },
  ]);
}

/** A person, by the address or by an id of a list. */
export type Whose = EmailAddress | { readonly id: SubjectId };

interface Named {
  readonly email?: string | undefined;
  readonly id?: SubjectId | undefined;
}

/** @throws {Problem} where the body names nobody, or somebody twice */
export function readWhose({ email, id }: Named): Whose {
  if (id === undefined) return readSubject({ email: email ?? '' });
  if (email === undefined) return { id };
  throw new Problem(422, 'invalid', 'The body names a person twice; see errors.', [
    { pointer: '/id', detail: 'Say the address or the id, and not both.' },
  ]);
}

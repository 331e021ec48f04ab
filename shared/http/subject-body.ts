import { readEmailAddress, type EmailAddress } from '../email-address';
import * as z from '../zod';
import { plainString, readJson, validate } from './body';
import { Problem } from './problem';
import type { HttpRequest } from './request';

/** How an operator names a person. In the body, as addresses do not belong into URLs. */
export const subjectSchema = z.strictObject({ email: plainString(320) });

/** @throws {Problem} where the body does not name a person */
export function readSubject(request: HttpRequest): EmailAddress {
  const { email } = validate(subjectSchema, readJson(request));
  const address = readEmailAddress(email);
  if (typeof address !== 'string') return address;
  throw new Problem(422, 'invalid', 'The body does not name a person; see errors.', [
    { pointer: '/email', detail: address },
  ]);
}

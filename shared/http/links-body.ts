import { readEmailAddress, type EmailAddress } from '../email-address';
import type { Purpose, Site } from '../policy/schema';
import { findPurpose } from '../policy/sites';
import * as z from '../zod';
import { plainString, readJson, validate } from './body';
import { Problem } from './problem';
import type { HttpRequest } from './request';

/** As many as are looked up while a gateway waits. */
const MOST = 500;

const EMAILS = `This is a list of 1 to ${MOST} addresses.`;

/** A sender's own list. */
export const linksSchema = z.strictObject({
  emails: z.array(plainString(320), EMAILS).check(z.minLength(1, EMAILS), z.maxLength(MOST, EMAILS)),
  purpose: plainString(40),
});

/** An address of the list. */
export interface Asked {
  readonly email: string;
  /** Or what is wrong with it: nobody can be mailed there, and the others can be asked for all the same. */
  readonly address: EmailAddress | string;
}

export interface LinksRequest {
  readonly purpose: Purpose;
  readonly asked: readonly Asked[];
}

/** @throws {Problem} 422 with one item for each thing that is wrong */
export function readLinksRequest(site: Site, request: HttpRequest): LinksRequest {
  const { emails, purpose: id } = validate(linksSchema, readJson(request));
  const purpose = findPurpose(site, id);
  if (!purpose) {
    throw new Problem(422, 'invalid', 'The site has no such purpose; see errors.', [
      { pointer: '/purpose', detail: 'The site has no such purpose; its notices list them.' },
    ]);
  }
  return { purpose, asked: emails.map((email) => ({ email, address: readEmailAddress(email) })) };
}

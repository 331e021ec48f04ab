import { readEmailAddress, type EmailAddress } from '../email-address';
import type { Purpose, Site } from '../policy/schema';
import { findPurpose } from '../policy/sites';
import type { getLinks } from './operations/get-links';
import type * as z from '../zod';
import { Problem } from './problem';

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
export function readLinksRequest(site: Site, body: z.output<typeof getLinks.body>): LinksRequest {
  const { emails, purpose: id } = body;
  const purpose = findPurpose(site, id);
  if (!purpose) {
    throw new Problem(422, 'invalid', 'The site has no such purpose; see errors.', [
      { pointer: '/purpose', detail: 'The site has no such purpose; its notices list them.' },
    ]);
  }
  return { purpose, asked: emails.map((email) => ({ email, address: readEmailAddress(email) })) };
}

import { readEmailAddress } from '../email-address';
import type { Site } from '../policy/schema';
import { findPurpose } from '../policy/sites';
import type * as z from '../zod';
import type { Finding } from '../zod';
import type { reportActivity } from './operations/report-activity';
import { Problem } from './problem';

export interface ActivityReport {
  /** The canonical addresses, each once. */
  readonly addresses: readonly string[];
  readonly what: 'used' | 'mailed';
  readonly at?: Date;
  readonly purpose?: string;
}

/** @throws {Problem} 422 with one item for each thing that is wrong; then nothing was reported */
export function readActivity(site: Site, body: z.output<typeof reportActivity.body>, now: Date): ActivityReport {
  const { emails, what, at, purpose } = body;
  const read = emails.map(readEmailAddress);
  const wrong: Finding[] = read.flatMap((address, n) =>
    typeof address === 'string' ? [{ pointer: `/emails/${n}`, detail: address }] : [],
  );
  if (at !== undefined && new Date(at) > now) {
    wrong.push({ pointer: '/at', detail: 'This is in the future; leave it out for now.' });
  }
  if (purpose !== undefined && !findPurpose(site, purpose)) {
    wrong.push({ pointer: '/purpose', detail: 'The site has no such purpose; its notices list them.' });
  }
  if (wrong.length > 0) throw new Problem(422, 'invalid', 'Nothing was reported; see errors.', wrong);
  const addresses = new Set(read.flatMap((address) => (typeof address === 'string' ? [] : [address.canonical])));
  return {
    addresses: [...addresses],
    what,
    ...(at && { at: new Date(at) }),
    ...(purpose !== undefined && { purpose }),
  };
}

import { dayOf } from '../calendar';
import { readEmailAddress, type EmailAddress } from '../email-address';
import type { Site } from '../policy/schema';
import { findPurpose } from '../policy/sites';
import type * as z from '../zod';
import type { Finding } from '../zod';
import type { endContract } from './operations/end-contract';
import { Problem } from './problem';

export interface ContractEndReport {
  readonly address: EmailAddress;
  readonly purposes: readonly string[];
  readonly endedOn: string | undefined;
}

/** @throws {Problem} 422 with one item for each thing that is wrong; then nothing was written */
export function readContractEnd(site: Site, body: z.output<typeof endContract.body>, now: Date): ContractEndReport {
  const { email, purposes, endedOn } = body;
  const address = readEmailAddress(email);
  const wrong: Finding[] = [
    ...(typeof address === 'string' ? [{ pointer: '/email', detail: address }] : []),
    ...purposes.flatMap((id, n) => purposeFinding(site, id, `/purposes/${n}`)),
    ...(endedOn !== undefined && endedOn > dayOf(now)
      ? [{ pointer: '/endedOn', detail: 'This day has not come yet; report the end when it has.' }]
      : []),
  ];
  if (wrong.length > 0 || typeof address === 'string') {
    throw new Problem(422, 'invalid', 'Something in the report is not as it has to be; see errors.', wrong);
  }
  return { address, purposes, endedOn };
}

function purposeFinding(site: Site, id: string, pointer: string): Finding[] {
  if (findPurpose(site, id)?.legalBasis === 'contract') return [];
  const known = site.purposes.filter(({ legalBasis }) => legalBasis === 'contract').map((purpose) => purpose.id);
  return [
    { pointer, detail: `The site has no such purpose that rests on a contract; it has ${known.join(', ') || 'none'}.` },
  ];
}

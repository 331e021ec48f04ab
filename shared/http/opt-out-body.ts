import type { OPT_OUT_KINDS } from '../consent/decide/opt-out';
import { readEmailAddress, type EmailAddress } from '../email-address';
import { objectionable } from '../consent/decide/operator-decisions';
import type { Site } from '../policy/schema';
import type * as z from '../zod';
import type { Finding } from '../zod';
import type { recordOptOut } from './operations/record-opt-out';
import { Problem } from './problem';
import { inUtc, spanFindings } from './span';

type Body = z.output<typeof recordOptOut.body>;

export interface OptOutReport extends Pick<Body, 'purposes' | 'note' | 'reference' | 'dryRun'> {
  readonly kind: (typeof OPT_OUT_KINDS)[number];
  readonly address: EmailAddress;
  /** In UTC. */
  readonly saidAt?: string | undefined;
  /** In UTC. */
  readonly saidFrom?: string | undefined;
}

/** @throws {Problem} 422 with one item for each thing that is wrong; then nothing was written */
export function readOptOut(site: Site, body: Body, now: Date): OptOutReport {
  const address = readEmailAddress(body.email);
  const { kind, purposes, saidAt, saidFrom } = body;
  const known = objectionable(site).map(({ id }) => id);
  const wrong: Finding[] = [
    ...(typeof address === 'string' ? [{ pointer: '/email', detail: address }] : []),
    ...purposes.flatMap((id, n) =>
      known.includes(id)
        ? []
        : [{ pointer: `/purposes/${n}`, detail: `There is no such purpose to leave; there are ${known.join(', ')}.` }],
    ),
    ...(kind === 'bounce' && purposes.length > 0
      ? [{ pointer: '/purposes', detail: 'A mailbox that takes no mail takes none for any purpose; leave them out.' }]
      : []),
    ...(saidAt !== undefined && new Date(saidAt) > now
      ? [{ pointer: '/saidAt', detail: 'This moment is yet to come.' }]
      : []),
    ...(saidFrom === undefined ? [] : spanFindings('saidFrom', 'saidAt', { first: saidFrom, last: saidAt })),
  ];
  if (wrong.length > 0 || typeof address === 'string') {
    throw new Problem(422, 'invalid', 'Something in the report is not as it has to be; see errors.', wrong);
  }
  return { ...body, address, saidAt: inUtc(saidAt), saidFrom: inUtc(saidFrom) };
}

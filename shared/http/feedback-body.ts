import type { SubjectId } from '../ids';
import { readEmailAddress } from '../email-address';
import type * as z from '../zod';
import type { Finding } from '../zod';
import type { reportFeedback } from './operations/report-feedback';
import { Problem } from './problem';

export interface FeedbackReport {
  /** The canonical addresses, each once. */
  readonly addresses: readonly string[];
  /** Those that are named by id, each once. */
  readonly ids: readonly SubjectId[];
  readonly kind: z.output<typeof reportFeedback.body>['kind'];
  readonly at: Date;
}

/** @throws {Problem} 422 with one item for each thing that is wrong; then nothing was reported */
export function readFeedback(body: z.output<typeof reportFeedback.body>, now: Date): FeedbackReport {
  const { emails = [], ids = [], kind, at } = body;
  const read = emails.map(readEmailAddress);
  const wrong: Finding[] = read.flatMap((address, n) =>
    typeof address === 'string' ? [{ pointer: `/emails/${n}`, detail: address }] : [],
  );
  if (at !== undefined && new Date(at) > now) {
    wrong.push({ pointer: '/at', detail: 'This is in the future; leave it out for now.' });
  }
  if (emails.length + ids.length === 0) wrong.push({ pointer: '/emails', detail: 'Name people by "emails" or "ids".' });
  if (wrong.length > 0) throw new Problem(422, 'invalid', 'Nothing was reported; see errors.', wrong);
  const addresses = new Set(read.flatMap((address) => (typeof address === 'string' ? [] : [address.canonical])));
  return { addresses: [...addresses], ids: [...new Set(ids)], kind, at: at === undefined ? now : new Date(at) };
}

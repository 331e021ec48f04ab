import { readEmailAddress } from '../email-address';
import * as z from '../zod';
import type { Finding } from '../zod';
import { plainString, readJson, validate } from './body';
import { Problem } from './problem';
import type { HttpRequest } from './request';

/** As many as are worked off while a gateway waits. */
const MOST = 200;

const EMAILS = `This is a list of 1 to ${MOST} addresses.`;
const IDS = `This is a list of 1 to ${MOST} ids, as the audience has them.`;

/** What a sender's tool learned of its recipients' mailboxes. */
export const feedbackSchema = z.strictObject({
  emails: z.optional(z.array(plainString(320), EMAILS).check(z.minLength(1, EMAILS), z.maxLength(MOST, EMAILS))),
  ids: z.optional(
    z.array(z.string().check(z.regex(/^[\w-]{22}$/, IDS)), IDS).check(z.minLength(1, IDS), z.maxLength(MOST, IDS)),
  ),
  kind: z.enum(
    ['permanent-bounce', 'transient-bounce', 'complaint'],
    'This is "permanent-bounce", "transient-bounce" or "complaint".',
  ),
  at: z.optional(z.iso.datetime('This is a moment in UTC, such as "2026-11-25T09:00:00Z".')),
});

export interface FeedbackReport {
  /** The canonical addresses, each once. */
  readonly addresses: readonly string[];
  /** Those that are named by id, each once. */
  readonly ids: readonly string[];
  readonly kind: z.output<typeof feedbackSchema>['kind'];
  readonly at: Date;
}

/** @throws {Problem} 422 with one item for each thing that is wrong; then nothing was reported */
export function readFeedback(request: HttpRequest, now: Date): FeedbackReport {
  const { emails = [], ids = [], kind, at } = validate(feedbackSchema, readJson(request));
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

import { readEmailAddress, type EmailAddress } from '../email-address';
import { type Language, LANGUAGES } from '../policy/schema';
import * as z from '../zod';
import { acceptedForm } from './accept';
import { plainString, readJson, validate } from './body';
import { Problem } from './problem';
import type { HttpRequest } from './request';

/** What the report (Art. 15 GDPR) and the data to take along (Art. 20) can come as: media type -> its ending. */
const REPORTS = { 'application/json': 'json', 'application/pdf': 'pdf' } as const;
const PORTABLES = { 'application/json': 'json', 'text/csv': 'csv' } as const;

export type AccessRequest = {
  readonly address: EmailAddress;
  readonly reason: string;
  /** Undefined for the person's own. */
  readonly language: Language | undefined;
  /** Say what would be given, and give and write nothing. */
  readonly dryRun: boolean;
} & (
  | { readonly kind: 'report'; readonly form: (typeof REPORTS)[keyof typeof REPORTS] }
  | { readonly kind: 'portable'; readonly form: (typeof PORTABLES)[keyof typeof PORTABLES] }
);

export const accessSchema = z.strictObject({
  email: plainString(320),
  reason: plainString(500).check(z.refine((text) => text.trim().length >= 3, 'Say why the person is told.')),
  language: z.optional(z.enum(LANGUAGES)),
  portable: z.optional(z.literal(true, 'Leave this out, or say true.')),
  dryRun: z.optional(z.literal(true, 'Leave this out, or say true.')),
});

/** @throws {Problem} where something in the body is wrong, or for a form that there is not (406); nothing was read yet */
export function readAccessRequest(request: HttpRequest): AccessRequest {
  const { email, reason, language, portable, dryRun = false } = validate(accessSchema, readJson(request));
  const address = readEmailAddress(email);
  if (typeof address === 'string') {
    throw new Problem(422, 'invalid', 'The body does not name a person; see errors.', [
      { pointer: '/email', detail: address },
    ]);
  }
  const asked = { address, reason, language, dryRun };
  return portable
    ? { ...asked, kind: 'portable', form: acceptedForm(request, PORTABLES) }
    : { ...asked, kind: 'report', form: acceptedForm(request, REPORTS) };
}

import type { Facts } from '../consent/entry';
import type { Language } from '../policy/schema';
import type * as z from '../zod';
import { acceptedForm } from './accept';
import type { giveAccess } from './operations/give-access';
import type { HttpRequest } from './request';
import { readWhose, type Whose } from './subject-body';

/** What the report (Art. 15 GDPR) and the data to take along (Art. 20) can come as: media type -> its ending. */
const REPORTS = { 'application/json': 'json', 'application/pdf': 'pdf' } as const;
const PORTABLES = { 'application/json': 'json', 'text/csv': 'csv' } as const;

export type AccessRequest = {
  readonly whose: Whose;
  readonly reason: string;
  /** Undefined for the person's own. */
  readonly language: Language | undefined;
  /** Say what would be given, and give and write nothing. */
  readonly dryRun: boolean;
  /** The head of the preview that the operator saw, null for none; undefined for whatever it is. */
  readonly expects: string | null | undefined;
  readonly answering: Pick<Facts, 'forCase' | 'identity'>;
} & (
  | { readonly kind: 'report'; readonly form: (typeof REPORTS)[keyof typeof REPORTS] }
  | { readonly kind: 'portable'; readonly form: (typeof PORTABLES)[keyof typeof PORTABLES] }
);

/** @throws {Problem} where something in the body is wrong, or for a form that there is not (406); nothing was read yet */
export function readAccessRequest(request: HttpRequest, body: z.output<typeof giveAccess.body>): AccessRequest {
  const { reason, language, portable, dryRun = false, expects, forCase, identity } = body;
  const answering = { ...(forCase !== undefined && { forCase }), ...(identity && { identity }) };
  const asked = { whose: readWhose(body), reason, language, dryRun, expects, answering };
  return portable
    ? { ...asked, kind: 'portable', form: acceptedForm(request, PORTABLES) }
    : { ...asked, kind: 'report', form: acceptedForm(request, REPORTS) };
}

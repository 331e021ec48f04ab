import * as z from '../zod';
import { plainString, readJson, validate } from './body';
import { Problem } from './problem';
import type { HttpRequest } from './request';

const isReason = (text: string): boolean => text.trim().length >= 3 && !/\S@\S/.test(text);

/** It outlives the mail, so it says why and not who. */
const reason = plainString(500).check(
  z.refine(isReason, 'Say why, in 3 to 500 characters and without any address, e.g. "mail of 20 November".'),
);

export const caseReadingSchema = z.strictObject({ reason });

export const caseClosingSchema = z.strictObject({
  reason,
  /** What came of it; a withdrawal or an objection is carried out, in the person's name. */
  outcome: z.enum(['withdrawal', 'objection', 'answered', 'nothing']),
});

export type CaseClosing = z.output<typeof caseClosingSchema>;

/** Why somebody reads a mail. @throws {Problem} */
export function readCaseReading(request: HttpRequest): { readonly reason: string } {
  return validate(caseReadingSchema, readJson(request));
}

/** What came of a mail. @throws {Problem} */
export function readCaseClosing(request: HttpRequest): CaseClosing {
  return validate(caseClosingSchema, readJson(request));
}

export function unknownCase(): Problem {
  return new Problem(
    404,
    'unknown-case',
    'There is no open case of that id at this site; GET the list of those there are.',
  );
}

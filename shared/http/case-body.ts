import type * as z from '../zod';
import { readJson, validate } from './body';
import { closeCase } from './contract/close-case';
import { readCase } from './contract/read-case';
import { Problem } from './problem';
import type { HttpRequest } from './request';

export type CaseClosing = z.output<typeof closeCase.body>;

/** Why somebody reads a mail. @throws {Problem} */
export function readCaseReading(request: HttpRequest): { readonly reason: string } {
  return validate(readCase.body, readJson(request));
}

/** What came of a mail. @throws {Problem} */
export function readCaseClosing(request: HttpRequest): CaseClosing {
  return validate(closeCase.body, readJson(request));
}

export function unknownCase(): Problem {
  return new Problem(
    404,
    'unknown-case',
    'There is no open case of that id at this site; GET the list of those there are.',
  );
}

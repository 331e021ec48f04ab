import { STATUS_CODES } from 'node:http';
import type { Finding } from '../zod';

/**
 * An answer that refuses, as RFC 9457 has it. `detail` says what to do, and never quotes what was sent: that may be
 * somebody's address.
 */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly status: number,
    /** Names the kind of problem, for programs: `urn:consent-ledger:<code>`. */
    readonly code: string,
    readonly detail: string,
    readonly errors: readonly Finding[] = [],
    readonly headers: Readonly<Record<string, string>> = {},
    /** Members of its own kind. */
    readonly members: Readonly<Record<string, unknown>> = {},
  ) {
    super(code);
  }

  toJSON(): object {
    const { status, code, detail, errors, members } = this;
    const title = STATUS_CODES[status];
    return {
      type: `urn:consent-ledger:${code}`,
      title,
      status,
      detail,
      ...(errors.length > 0 && { errors }),
      ...members,
    };
  }
}

const RETRY_LATER: Readonly<Record<string, string>> = { 'Retry-After': '2' };

const PASSING = new Set([
  'TooContended',
  'MailWaits',
  'KeysUnavailable',
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'InternalServerError',
  'ServiceUnavailable',
  'TimeoutError',
]);

/** What to answer to an error: a problem as it is, anything else without its particulars. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const passing = error instanceof Error && PASSING.has(error.name);
  return passing
    ? new Problem(503, 'busy', 'Please try again in a moment; nothing was lost.', [], RETRY_LATER)
    : new Problem(500, 'internal', 'Something went wrong on our side. Please try again; repeating is harmless.');
}

export function unknownSite(): Problem {
  return new Problem(404, 'unknown-site', 'There is no site of that id here; check the address.');
}

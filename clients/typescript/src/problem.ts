import type { Schemas } from './api.ts';

type ProblemDetails = Schemas['Problem'];

const URN = 'urn:consent-ledger:';

/**
 * The ledger refused. `code` says what kind of problem it is (`invalid`, `unknown-site`, ...), `detail` what to do about it, and
 * `errors` so for each member of the body. `unauthorized` and the like are the gateway's: no good token, or too many requests.
 */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors: NonNullable<ProblemDetails['errors']>;
  /** What else the answer says, such as the `preview` of `changed-meanwhile`. */
  readonly members: Readonly<Record<string, unknown>>;

  constructor({
    status,
    type,
    detail,
    errors = [],
    ...members
  }: Pick<ProblemDetails, 'status' | 'type' | 'detail' | 'errors'>) {
    const code = type.startsWith(URN) ? type.slice(URN.length) : type;
    super(`${status} ${code}: ${detail}`);
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.errors = errors;
    this.members = members;
  }
}

/** What an answer that is none of success says, whoever gave it. */
export async function problemIn(answer: Response): Promise<Problem> {
  const { status } = answer;
  const text = await answer.text();
  if (isOfType(answer, 'application/problem+json')) return new Problem(JSON.parse(text) as ProblemDetails);
  const message = isOfType(answer, 'application/json') ? (JSON.parse(text) as { message?: string }).message : undefined;
  const type = (message ?? answer.statusText).toLowerCase().replace(/\W+/g, '-') || 'no-problem-given';
  return new Problem({ status, type, detail: message ?? 'The answer does not say what is wrong.' });
}

function isOfType(answer: Response, type: string): boolean {
  return answer.headers.get('content-type')?.startsWith(type) ?? false;
}

import { solve, type Challenge } from './solve';

/** Why a sign-up was not taken. */
export type Trouble =
  | { readonly kind: 'stale' | 'tooMany' | 'busy' | 'offline' | 'unproven' }
  /** The wrong values, by JSON pointers into the body: `/email`, `/purposes`, `/fields/<id>`. */
  | { readonly kind: 'wrong'; readonly pointers: readonly string[] };

/** The result of sending the form. */
export type FormOutcome = Trouble | { readonly kind: 'sent' };

interface Problem {
  readonly errors?: readonly { readonly pointer: string }[];
  readonly challenge?: Challenge;
}

/**
 * Posts a sign-up, and does the work that is asked for meanwhile. Never throws: each failure has an outcome of its own.
 *
 * @param onWork called before the browser begins to work
 */
export async function send(api: URL, body: object, onWork: () => void): Promise<FormOutcome> {
  try {
    const answer = await post(api, body);
    const problem = await problemIn(answer);
    if (answer.status !== 428 || !problem.challenge) return outcomeOf(answer.status, problem);
    onWork();
    const altcha = await solve(problem.challenge);
    if (altcha === undefined) return { kind: 'unproven' };
    const again = await post(api, { ...body, altcha });
    return outcomeOf(again.status, await problemIn(again));
  } catch {
    return { kind: 'offline' };
  }
}

const post = (api: URL, body: object): Promise<Response> =>
  fetch(new URL('signups', api), {
    method: 'POST',
    credentials: 'omit',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });

const problemIn = async (answer: Response): Promise<Problem> =>
  answer.status === 422 || answer.status === 428 ? ((await answer.json()) as Problem) : {};

export function outcomeOf(status: number, { errors = [] }: Problem): FormOutcome {
  if (status === 202) return { kind: 'sent' };
  if (status === 428) return { kind: 'unproven' };
  if (status === 429) return { kind: 'tooMany' };
  if (status !== 422) return { kind: 'busy' };
  const pointers = errors.map(({ pointer }) => pointer);
  // An error that no visitor can put right did not exist when the form was made: the site has changed since.
  const isForVisitor = pointers.length > 0 && pointers.every((pointer) => MARKABLE.test(pointer));
  return isForVisitor ? { kind: 'wrong', pointers } : { kind: 'stale' };
}

const MARKABLE = /^\/(email|purposes|fields\/\w+)$/;

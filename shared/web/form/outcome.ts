/** Why a sign-up was not taken. */
export type Trouble =
  | { readonly kind: 'stale' | 'tooMany' | 'busy' | 'offline' }
  /** The wrong values, by JSON pointers into the body: `/email`, `/purposes`, `/fields/<id>`. */
  | { readonly kind: 'wrong'; readonly pointers: readonly string[] };

/** The result of sending the form. */
export type FormOutcome = Trouble | { readonly kind: 'sent' };

interface Problem {
  readonly errors?: readonly { readonly pointer: string }[];
}

/** Posts a sign-up. Never throws: each failure has an outcome of its own. */
export async function send(api: URL, body: object): Promise<FormOutcome> {
  try {
    const answer = await fetch(new URL('signups', api), {
      method: 'POST',
      credentials: 'omit',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return outcomeOf(answer.status, answer.status === 422 ? ((await answer.json()) as Problem) : {});
  } catch {
    return { kind: 'offline' };
  }
}

export function outcomeOf(status: number, { errors = [] }: Problem): FormOutcome {
  if (status === 202) return { kind: 'sent' };
  if (status === 429) return { kind: 'tooMany' };
  if (status !== 422) return { kind: 'busy' };
  const pointers = errors.map(({ pointer }) => pointer);
  // An error that no visitor can put right did not exist when the form was made: the site has changed since.
  const isForVisitor = pointers.length > 0 && pointers.every((pointer) => MARKABLE.test(pointer));
  return isForVisitor ? { kind: 'wrong', pointers } : { kind: 'stale' };
}

const MARKABLE = /^\/(email|purposes|fields\/\w+)$/;

import type { Credentials, IncomingAnswer, Meaning, OutgoingRequest, Task } from '../adapter';

/** What all mailing tools have in common. */
export type Calls = Generator<OutgoingRequest, Meaning, IncomingAnswer>;

export function jsonCall(
  method: OutgoingRequest['method'],
  url: string,
  authorization: Readonly<Record<string, string>>,
  body?: object,
): OutgoingRequest {
  const headers = { accept: 'application/json', ...authorization };
  if (!body) return { method, url, headers };
  return { method, url, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

export const basic = (user: string, password: string): Record<string, string> => ({
  authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
});

export const isDone = ({ status }: IncomingAnswer): boolean => status >= 200 && status < 300;

/** Also when there was nobody to delete, as that is what was wanted; if it is the tool that says so, which all do as JSON. */
export const isGone = (answer: IncomingAnswer): boolean =>
  isDone(answer) || (answer.status === 404 && typeof parsed(answer) === 'object');

/** What a good answer says; undefined for any other. */
export const saidBy = (answer: IncomingAnswer): unknown => (isDone(answer) ? parsed(answer) : undefined);

/** The error of `JSON.parse` would quote the answer, so it ends here. */
function parsed({ body }: IncomingAnswer): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}

/**
 * The lists at the tool that the person belongs on and, of this processor's, those that they do not. A purpose may have
 * none, such as one that only says what may be measured; a tool that knows lists alone cannot take who is on none.
 */
export function listsFor({ purposes }: Task, { lists = {} }: Credentials): { on: string[]; off: string[] } {
  const idsOf = (allowed: boolean): string[] =>
    purposes.filter((purpose) => purpose.allowed === allowed).flatMap(({ id }) => lists[id] ?? []);
  const on = [...new Set(idsOf(true))];
  return { on, off: [...new Set(idsOf(false))].filter((id) => !on.includes(id)) };
}

/** The address that the tool still has, unless it takes both for the same. */
export function formerAddress({ email, formerEmail }: Task): string | undefined {
  return formerEmail?.toLowerCase() === email.toLowerCase() ? undefined : formerEmail;
}

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

/** What goes into the tool's own fields; what is not named there it would keep, so what is gone is named as empty. */
export const answersOf = ({ fields, goneFields = [], language }: Task): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(goneFields.map((id) => [id, ''])),
  ...fields,
  language,
});

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

/** Whether any purpose that is allowed is a list at the tool: one that knows lists alone cannot take who is on none. */
export const isOnAnyList = ({ purposes }: Task, { lists = {} }: Credentials): boolean =>
  purposes.some(({ id, allowed }) => allowed && lists[id] !== undefined);

/** The address that the tool still has, unless it takes both for the same. */
export function formerAddress({ email, formerEmail }: Task): string | undefined {
  return formerEmail?.toLowerCase() === email.toLowerCase() ? undefined : formerEmail;
}

/** What a tool says of a person; absent where it does not have them. */
export type Finding<Found> = { readonly found: Found } | 'absent' | 'failed';

/** The person as the tool has them, or else whom it has under the address that they had there before. */
export function* findPerson<Found>(
  task: Task,
  look: (email: string) => Generator<OutgoingRequest, Finding<Found>, IncomingAnswer>,
): Generator<OutgoingRequest, { readonly here: Finding<Found>; readonly former: Finding<Found> }, IncomingAnswer> {
  const here = yield* look(task.email);
  const formerEmail = formerAddress(task);
  if (here !== 'absent' || formerEmail === undefined) return { here, former: 'absent' };
  return { here, former: yield* look(formerEmail) };
}

export const isAbsent = (answer: IncomingAnswer): boolean => answer.status === 404 && isGone(answer);

import type { Credentials, IncomingAnswer, OutgoingRequest, Task } from '../adapter';
import { courseOf, type AtTool, type Course } from './course';
import { answersOf, findPerson, formerAddress, isAbsent, isDone, isGone, isOnAnyList, jsonCall, saidBy } from './tool';
import type { Calls, Finding } from './tool';

/*
 * Brevo API v3. The URL is https://api.brevo.com/v3; purposes are lists. Contacts are addressed by their e-mail address,
 * which Brevo wants in the URL. We take them off lists, and never blocklist them: whom Brevo blocklists left there, or is
 * blocked by Brevo.
 */

interface Contact {
  readonly emailBlacklisted: boolean;
  readonly listIds?: readonly number[];
  /** The lists that the contact left. */
  readonly listUnsubscribed?: readonly number[] | null;
  readonly modifiedAt?: string;
}

export function* brevo(task: Task, credentials: Credentials): Calls {
  if (task.kind === 'delete') return yield* forget([task.email, formerAddress(task)], credentials);
  if (task.kind === 'subscribe' && !isOnAnyList(task, credentials)) return 'failed';
  const { here, former } = yield* findPerson(task, (email) => look(email, credentials));
  if (here === 'failed' || former === 'failed') return 'failed';
  const person = here === 'absent' ? former : here;
  const at = person === 'absent' ? undefined : standingOf(person.found);
  const course = courseOf(task, credentials, at);
  if (here === 'absent') {
    // Whoever left under the former address stays there, where Brevo knows that they did.
    if (!course.isActive && at?.left) return 'done';
    if (course.isActive && !isDone(yield create(task, credentials, course))) return 'failed';
  } else {
    const request = change(task, credentials, course, at);
    const answer = request && (yield request);
    if (answer && !isDone(answer) && !(task.kind === 'unsubscribe' && isAbsent(answer))) return 'failed';
  }
  return yield* forget([formerAddress(task)], credentials);
}

function* look(email: string, credentials: Credentials): Generator<OutgoingRequest, Finding<Contact>, IncomingAnswer> {
  const answer = yield jsonCall('GET', contactUrl(email, credentials), authorization(credentials));
  if (isAbsent(answer)) return 'absent';
  const found = saidBy(answer) as Contact | undefined;
  return typeof found?.emailBlacklisted === 'boolean' ? { found } : 'failed';
}

function standingOf({ emailBlacklisted, listIds = [], listUnsubscribed, modifiedAt = '' }: Contact): AtTool {
  // It says when a contact was changed last, so they left no later than that.
  const left = { since: Number.isNaN(Date.parse(modifiedAt)) ? undefined : Date.parse(modifiedAt) };
  return {
    left: emailBlacklisted ? left : undefined,
    on: listIds.map(String),
    leftLists: new Map((listUnsubscribed ?? []).map((id) => [String(id), left])),
  };
}

function create(task: Task, credentials: Credentials, { on }: Course): OutgoingRequest {
  const body = { email: task.email, attributes: attributesOf(task), listIds: on.map(Number), updateEnabled: true };
  return jsonCall('POST', `${credentials.url}/contacts`, authorization(credentials), body);
}

/** Says nothing of a blocklist that is to stay, so that nobody is taken off it who got on it just now. */
function change(
  task: Task,
  credentials: Credentials,
  { isActive, join, off }: Course,
  at: AtTool | undefined,
): OutgoingRequest | undefined {
  const leave = off.filter((list) => at?.on.includes(list));
  const body = {
    ...(task.kind === 'subscribe' && { attributes: attributesOf(task) }),
    ...(isActive && at?.left && { emailBlacklisted: false }),
    ...(join.length > 0 && { listIds: join.map(Number) }),
    ...(leave.length > 0 && { unlinkListIds: leave.map(Number) }),
  };
  if (Object.keys(body).length === 0) return undefined;
  return jsonCall('PUT', contactUrl(task.email, credentials), authorization(credentials), body);
}

function attributesOf(task: Task): object {
  return Object.fromEntries(Object.entries(answersOf(task)).map(([id, value]) => [id.toUpperCase(), value]));
}

function* forget(addresses: readonly (string | undefined)[], credentials: Credentials): Calls {
  for (const email of addresses) {
    if (email === undefined) continue;
    const answer = yield jsonCall('DELETE', contactUrl(email, credentials), authorization(credentials));
    if (!isGone(answer)) return 'failed';
  }
  return 'done';
}

const authorization = ({ key }: Credentials) => ({ 'api-key': key });

function contactUrl(email: string, { url }: Credentials): string {
  return `${url}/contacts/${encodeURIComponent(email)}?identifierType=email_id`;
}

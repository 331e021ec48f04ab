import type { Credentials, Task } from '../adapter';
import { formerAddress, isDone, isGone, jsonCall, listsFor, type Calls } from './tool';

/*
 * Brevo API v3. The URL is https://api.brevo.com/v3; purposes are lists. Contacts are addressed by their e-mail address,
 * which Brevo wants in the URL.
 */

export function* brevo(task: Task, credentials: Credentials): Calls {
  if (task.kind === 'delete') return yield* forget([task.email, formerAddress(task)], credentials);
  const { on, off } = listsFor(task, credentials);
  if (task.kind === 'subscribe' && on.length === 0) return 'failed';
  if (task.kind === 'subscribe' && !isDone(yield create(task, credentials, on))) return 'failed';
  // Creating can add to lists, but not take from them.
  const isKept = task.kind === 'unsubscribe';
  if (isKept || off.length > 0) {
    const body = { emailBlacklisted: isKept, ...(off.length > 0 && { unlinkListIds: off.map(Number) }) };
    const answer = yield jsonCall('PUT', contactUrl(task.email, credentials), authorization(credentials), body);
    if (!isDone(answer) && !(isKept && answer.status === 404)) return 'failed';
  }
  return yield* forget([formerAddress(task)], credentials);
}

function create({ email, fields, language }: Task, credentials: Credentials, lists: readonly string[]) {
  const attributes = Object.entries({ ...fields, language }).map(([id, value]) => [id.toUpperCase(), value]);
  return jsonCall('POST', `${credentials.url}/contacts`, authorization(credentials), {
    email,
    attributes: Object.fromEntries(attributes) as object,
    emailBlacklisted: false,
    listIds: lists.map(Number),
    updateEnabled: true,
  });
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

import { createHash } from 'node:crypto';
import type { Credentials, IncomingAnswer, Task } from '../adapter';
import { basic, formerAddress, isDone, isGone, jsonCall, listsFor, type Calls } from './tool';

/*
 * Mailchimp Marketing API 3.0. The URL is an audience's, https://us6.api.mailchimp.com/3.0/lists/a1b2c3d4e5; purposes
 * are interests in it. Members are addressed by a hash, so no address stands in a URL.
 */

/** Its own names for what nearly every form asks; others are the field's in capitals, of at most ten characters. */
const MERGE_TAGS: Readonly<Record<string, string>> = { firstName: 'FNAME', lastName: 'LNAME' };

export function* mailchimp(task: Task, credentials: Credentials): Calls {
  if (task.kind === 'delete') return yield* forget([task.email, formerAddress(task)], credentials);
  if (task.kind === 'unsubscribe') {
    const url = memberUrl(task.email, credentials);
    const answer = yield jsonCall('PATCH', url, authorization(credentials), { status: 'unsubscribed' });
    return isGone(answer) ? yield* forget([formerAddress(task)], credentials) : 'failed';
  }
  let answer = yield put(task, credentials, 'subscribed');
  // Who once unsubscribed at Mailchimp itself is asked by Mailchimp; there is no other way back.
  if (isInComplianceState(answer)) answer = yield put(task, credentials, 'pending');
  return isDone(answer) ? yield* forget([formerAddress(task)], credentials) : 'failed';
}

function* forget(addresses: readonly (string | undefined)[], credentials: Credentials): Calls {
  for (const email of addresses) {
    if (email === undefined) continue;
    const url = `${memberUrl(email, credentials)}/actions/delete-permanent`;
    if (!isGone(yield jsonCall('POST', url, authorization(credentials)))) return 'failed';
  }
  return 'done';
}

function put(task: Task, credentials: Credentials, status: 'subscribed' | 'pending') {
  const { on, off } = listsFor(task, credentials);
  const interests = [...on.map((id) => [id, true]), ...off.map((id) => [id, false])];
  const fields = Object.entries(task.fields).map(([id, value]) => [mergeTag(id), value]);
  const body = {
    email_address: task.email,
    status,
    status_if_new: status,
    language: task.language,
    // It refuses what is there and empty.
    ...(fields.length > 0 && { merge_fields: Object.fromEntries(fields) as object }),
    ...(interests.length > 0 && { interests: Object.fromEntries(interests) as object }),
  };
  // A field that the audience requires must not stand between a person and what they asked for.
  const url = `${memberUrl(task.email, credentials)}?skip_merge_validation=true`;
  return jsonCall('PUT', url, authorization(credentials), body);
}

const mergeTag = (id: string): string => MERGE_TAGS[id] ?? id.toUpperCase().slice(0, 10);

/** Any user name will do. */
const authorization = ({ key }: Credentials) => basic('consent', key);

function memberUrl(email: string, { url }: Credentials): string {
  return `${url}/members/${createHash('md5').update(email.toLowerCase()).digest('hex')}`;
}

function isInComplianceState({ status, body }: IncomingAnswer): boolean {
  return status === 400 && body.includes('"Member In Compliance State"');
}

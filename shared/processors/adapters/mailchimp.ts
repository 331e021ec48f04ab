import { createHash } from 'node:crypto';
import type { Credentials, IncomingAnswer, OutgoingRequest, Task } from '../adapter';
import { courseOf, type AtTool, type Course } from './course';
import {
  answersOf,
  basic,
  findPerson,
  formerAddress,
  isAbsent,
  isDone,
  isGone,
  jsonCall,
  saidBy,
  type Calls,
  type Finding,
} from './tool';

/*
 * Mailchimp Marketing API 3.0. The URL is an audience's, https://us6.api.mailchimp.com/3.0/lists/a1b2c3d4e5; purposes
 * are interests in it. Members are addressed by a hash, so no address stands in a URL. Whom a restriction keeps is archived:
 * whoever is unsubscribed or cleaned became that at Mailchimp.
 */

/** Its own names for what nearly every form asks; others are the field's in capitals, of at most ten characters. */
const MERGE_TAGS: Readonly<Record<string, string>> = { firstName: 'FNAME', lastName: 'LNAME' };

interface Member {
  readonly status: string;
  readonly last_changed?: string;
  readonly interests?: Readonly<Record<string, boolean>>;
}

export function* mailchimp(task: Task, credentials: Credentials): Calls {
  if (task.kind === 'delete') return yield* forget([task.email, formerAddress(task)], credentials);
  const { here, former } = yield* findPerson(task, (email) => look(email, credentials));
  if (here === 'failed' || former === 'failed') return 'failed';
  const person = here === 'absent' ? former : here;
  const at = person === 'absent' ? undefined : standingOf(person.found);
  const course = courseOf(task, credentials, at);
  // Whoever left under the former address stays there, where Mailchimp knows that they did.
  if (here === 'absent' && !course.isActive && at?.left) return 'done';
  const isChanged = course.isActive
    ? yield* bringIn(task, credentials, course, here === 'absent' ? undefined : here.found)
    : yield* leaveOut(task, credentials, course, here === 'absent' ? undefined : here.found);
  return isChanged ? yield* forget([formerAddress(task)], credentials) : 'failed';
}

type Step = Generator<OutgoingRequest, boolean, IncomingAnswer>;

function* bringIn(task: Task, credentials: Credentials, course: Course, member: Member | undefined): Step {
  // Says nothing of the status of somebody who is subscribed, so that nobody is brought back who leaves just now.
  if (member && ON.includes(member.status)) {
    return isDone(yield update(task, credentials, course));
  }
  const answer = yield put(task, credentials, course, 'subscribed');
  // Who once unsubscribed at Mailchimp itself is asked by Mailchimp; there is no other way back.
  return isInComplianceState(answer) ? isDone(yield put(task, credentials, course, 'pending')) : isDone(answer);
}

function* leaveOut(task: Task, credentials: Credentials, course: Course, member: Member | undefined): Step {
  const isMailed = member !== undefined && ON.includes(member.status);
  if (task.kind === 'unsubscribe') {
    return (
      !isMailed || isGone(yield jsonCall('DELETE', memberUrl(task.email, credentials), authorization(credentials)))
    );
  }
  return !member || member.status === 'archived' || isDone(yield update(task, credentials, course));
}

function* look(email: string, credentials: Credentials): Generator<OutgoingRequest, Finding<Member>, IncomingAnswer> {
  const answer = yield jsonCall('GET', memberUrl(email, credentials), authorization(credentials));
  if (isAbsent(answer)) return 'absent';
  const found = saidBy(answer) as Member | undefined;
  return typeof found?.status === 'string' ? { found } : 'failed';
}

const ON: readonly string[] = ['subscribed', 'pending'];
const LEFT: readonly string[] = ['unsubscribed', 'cleaned'];

/** Undefined also for whom it keeps in its archive, or for mails about orders alone: they are on no list. */
function standingOf({ status, last_changed: changed = '', interests = {} }: Member): AtTool | undefined {
  // It says when a member was changed last, so they left no later than that.
  const since = Number.isNaN(Date.parse(changed)) ? undefined : Date.parse(changed);
  if (LEFT.includes(status)) return { left: { since }, on: [] };
  return ON.includes(status) ? { on: Object.keys(interests).filter((id) => interests[id]) } : undefined;
}

function* forget(addresses: readonly (string | undefined)[], credentials: Credentials): Calls {
  for (const email of addresses) {
    if (email === undefined) continue;
    const url = `${memberUrl(email, credentials)}/actions/delete-permanent`;
    if (!isGone(yield jsonCall('POST', url, authorization(credentials)))) return 'failed';
  }
  return 'done';
}

function put(task: Task, credentials: Credentials, course: Course, status: 'subscribed' | 'pending') {
  const body = { email_address: task.email, status, status_if_new: status, ...memberOf(task, course) };
  // A field that the audience requires must not stand between a person and what they asked for.
  const url = `${memberUrl(task.email, credentials)}?skip_merge_validation=true`;
  return jsonCall('PUT', url, authorization(credentials), body);
}

function update(task: Task, credentials: Credentials, course: Course) {
  const url = `${memberUrl(task.email, credentials)}?skip_merge_validation=true`;
  return jsonCall('PATCH', url, authorization(credentials), memberOf(task, course));
}

function memberOf(task: Task, { on, off }: Course): object {
  const interests = [...on.map((id) => [id, true]), ...off.map((id) => [id, false])];
  const { language, ...answers } = answersOf(task);
  const merged = Object.entries(answers).map(([id, value]) => [mergeTag(id), value]);
  return {
    language,
    // It refuses what is there and empty.
    ...(merged.length > 0 && { merge_fields: Object.fromEntries(merged) as object }),
    ...(interests.length > 0 && { interests: Object.fromEntries(interests) as object }),
  };
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

import type { Credentials, IncomingAnswer, OutgoingRequest, Task } from '../adapter';
import { courseOf, type AtTool, type Course, type Left } from './course';
import {
  basic,
  findPerson,
  formerAddress,
  isDone,
  isOnAnyList,
  jsonCall,
  saidBy,
  type Calls,
  type Finding,
} from './tool';

/*
 * listmonk. The URL is that of its API, https://lists.example.com/api, the key the name and the token of an API user with a
 * colon between; purposes are lists. A subscriber is found by a query with the address, which listmonk wants in the URL. We
 * remove subscribers from lists, and never unsubscribe or blocklist them: whoever is that left there, or is blocked there.
 */

export type Call = (method: OutgoingRequest['method'], path: string, body?: object) => OutgoingRequest;
export interface Subscriber {
  readonly id: number;
  readonly uuid?: string;
  readonly email: string;
  readonly status: string;
  readonly updated_at?: string;
  readonly lists: readonly Subscription[];
}
interface Subscription {
  readonly id: number;
  readonly name?: string;
  readonly subscription_status: string;
  readonly subscription_updated_at?: string;
}

export function* listmonk(task: Task, credentials: Credentials): Calls {
  const call = callerOf(credentials);
  if (task.kind === 'delete') return yield* forget([task.email, formerAddress(task)], call);
  if (task.kind === 'subscribe' && !isOnAnyList(task, credentials)) return 'failed';
  const { here, former } = yield* findPerson(task, (email) => look(email, call));
  if (here === 'failed' || former === 'failed') return 'failed';
  const person = here === 'absent' ? former : here;
  const at = person === 'absent' ? undefined : standingOf(person.found);
  const course = courseOf(task, credentials, at);
  if (here === 'absent') {
    // Whoever left under the former address stays there, where listmonk knows that they did.
    if (!course.isActive && at?.left) return 'done';
    const body = {
      ...subscriberOf(task),
      status: 'enabled',
      lists: course.on.map(Number),
      preconfirm_subscriptions: true,
    };
    if (course.isActive && !isDone(yield call('POST', 'subscribers', body))) return 'failed';
  } else if ((yield* change(task, here.found, course, at?.left !== undefined, call)) === 'failed') return 'failed';
  return yield* forget([formerAddress(task)], call);
}

/** Changes whom listmonk has already; the lists that are none of ours stay as they are. */
function* change(task: Task, { id, lists }: Subscriber, course: Course, isLeft: boolean, call: Call): Calls {
  if (task.kind === 'subscribe') {
    const status = course.isActive && isLeft ? { status: 'enabled' } : {};
    const body = { ...subscriberOf(task), ...status, lists: lists.map((list) => list.id) };
    if (!isDone(yield call('PUT', `subscribers/${id}`, { ...body, preconfirm_subscriptions: false }))) return 'failed';
  }
  const add = { ids: [id], action: 'add', target_list_ids: course.join.map(Number), status: 'confirmed' };
  if (course.join.length > 0 && !isDone(yield call('PUT', 'subscribers/lists', add))) return 'failed';
  // What they left stays on record there.
  const left = lists.filter((list) => list.subscription_status === 'unsubscribed').map((list) => String(list.id));
  const off = course.off.filter((list) => !left.includes(list)).map(Number);
  const remove = { ids: [id], action: 'remove', target_list_ids: off };
  return off.length > 0 && !isDone(yield call('PUT', 'subscribers/lists', remove)) ? 'failed' : 'done';
}

function* look(email: string, call: Call): Generator<OutgoingRequest, Finding<Subscriber>, IncomingAnswer> {
  const answer = yield call('GET', `subscribers?per_page=1&query=${encodeURIComponent(isAddress(email))}`);
  const found = (saidBy(answer) as { data?: { results?: readonly Subscriber[] } } | undefined)?.data?.results;
  if (!found) return 'failed';
  return found[0] ? { found: found[0] } : 'absent';
}

function standingOf({ status, updated_at: updatedAt, lists }: Subscriber): AtTool {
  const left = lists.filter((list) => list.subscription_status === 'unsubscribed');
  const on = lists.filter((list) => list.subscription_status === 'confirmed');
  const leftAt = (list: Subscription): Left => ({ since: latest([list.subscription_updated_at]) });
  return {
    // Whoever has themselves blocked leaves all lists with it; the subscriber need not say when it was changed.
    left:
      status === 'enabled'
        ? undefined
        : { since: latest([updatedAt, ...left.map((list) => list.subscription_updated_at)]) },
    on: on.map((list) => String(list.id)),
    leftLists: new Map(left.map((list) => [String(list.id), leftAt(list)])),
  };
}

export function latest(times: readonly (string | undefined)[]): number | undefined {
  const known = times.map((time) => Date.parse(time ?? '')).filter((time) => !Number.isNaN(time));
  return known.length > 0 ? Math.max(...known) : undefined;
}

function subscriberOf({ email, fields, language }: Task): object {
  const name = [fields['firstName'], fields['lastName']].filter(Boolean).join(' ');
  return { email, name: name || email, attribs: { ...fields, language } };
}

function* forget(addresses: readonly (string | undefined)[], call: Call): Calls {
  for (const email of addresses) {
    if (email === undefined) continue;
    if (!isDone(yield call('POST', 'subscribers/query/delete', { query: isAddress(email) }))) return 'failed';
  }
  return 'done';
}

/** SQL, in which a quote within a text is written twice. It keeps addresses in small letters. */
const isAddress = (email: string): string => `subscribers.email = '${email.toLowerCase().replaceAll("'", "''")}'`;

export function callerOf({ url, key }: Credentials): Call {
  const [user = '', token = ''] = key.split(':');
  return (method, path, body) => jsonCall(method, `${url}/${path}`, basic(user, token), body);
}

import type { Credentials, IncomingAnswer, OutgoingRequest, Task } from '../adapter';
import { basic, formerAddress, isDone, jsonCall, listsFor, saidBy, type Calls } from './tool';

/*
 * listmonk. The URL is that of its API, https://lists.example.com/api, the key the name and the token of an API user with a
 * colon between; purposes are lists. A subscriber is found by a query with the address, which listmonk wants in the URL.
 */

type Call = (method: OutgoingRequest['method'], path: string, body?: object) => OutgoingRequest;
interface Subscriber {
  readonly id: number;
  readonly lists: readonly { readonly id: number }[];
}

export function* listmonk(task: Task, credentials: Credentials): Calls {
  const call = callerOf(credentials);
  if (task.kind === 'delete') return yield* forget([task.email, formerAddress(task)], call);
  const { on, off } = listsFor(task, credentials);
  if (task.kind === 'subscribe') {
    if (on.length === 0) return 'failed';
    const answer = yield call('POST', 'subscribers', subscriberOf(task, on.map(Number), true));
    if (isDone(answer)) return yield* forget([formerAddress(task)], call);
    if (answer.status !== ALREADY_THERE) return 'failed';
  }
  return yield* change(task, on.map(Number), off.map(Number), call);
}

const ALREADY_THERE = 409;

/** Changes whom listmonk has already; the lists that are none of ours stay as they are. */
function* change(task: Task, on: readonly number[], off: readonly number[], call: Call): Calls {
  const found = foundIn(yield call('GET', `subscribers?per_page=1&query=${encodeURIComponent(isAddress(task.email))}`));
  if (!found) return 'failed';
  const [subscriber] = found;
  if (!subscriber) return task.kind === 'unsubscribe' ? yield* forget([formerAddress(task)], call) : 'failed';
  const { id, lists } = subscriber;
  if (task.kind === 'subscribe') {
    const kept = lists.map((list) => list.id);
    if (!isDone(yield call('PUT', `subscribers/${id}`, subscriberOf(task, kept, false)))) return 'failed';
    const add = { ids: [id], action: 'add', target_list_ids: on, status: 'confirmed' };
    if (!isDone(yield call('PUT', 'subscribers/lists', add))) return 'failed';
  }
  const leave = { ids: [id], action: 'unsubscribe', target_list_ids: off };
  if (off.length > 0 && !isDone(yield call('PUT', 'subscribers/lists', leave))) return 'failed';
  return yield* forget([formerAddress(task)], call);
}

function subscriberOf({ email, fields, language }: Task, lists: readonly number[], isConfirmed: boolean): object {
  const name = [fields['firstName'], fields['lastName']].filter(Boolean).join(' ');
  const attribs = { ...fields, language };
  return { email, name: name || email, status: 'enabled', lists, attribs, preconfirm_subscriptions: isConfirmed };
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

function foundIn(answer: IncomingAnswer): readonly Subscriber[] | undefined {
  return (saidBy(answer) as { data?: { results?: readonly Subscriber[] } } | undefined)?.data?.results;
}

function callerOf({ url, key }: Credentials): Call {
  const [user = '', token = ''] = key.split(':');
  return (method, path, body) => jsonCall(method, `${url}/${path}`, basic(user, token), body);
}

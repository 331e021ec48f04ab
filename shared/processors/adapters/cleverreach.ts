import type { Credentials, IncomingAnswer, OutgoingRequest, Task } from '../adapter';
import { courseOf, type AtTool, type Left } from './course';
import { answersOf, basic, formerAddress, isAbsent, isGone, isOnAnyList, jsonCall, saidBy, type Calls } from './tool';

/*
 * CleverReach REST API v3. The URL is https://rest.cleverreach.com, the key the id and the secret of an OAuth app with a
 * colon between; purposes are groups. Receivers are addressed by their e-mail address, which CleverReach wants in the URL.
 */

type Call = (method: OutgoingRequest['method'], path: string, body?: object) => OutgoingRequest;
/** Seconds; zero for never. */
interface Receiver {
  readonly activated: number;
  readonly deactivated: number;
}
type Receivers = ReadonlyMap<string, Receiver>;

export function* cleverreach(task: Task, credentials: Credentials): Calls {
  const token = tokenOf(yield askForToken(credentials));
  if (token === undefined) return 'failed';
  const call: Call = (method, path, body) =>
    jsonCall(method, `${credentials.url}/v3/${path}`, { authorization: `Bearer ${token}` }, body);
  if (task.kind === 'delete') return yield* forget([task.email, formerAddress(task)], call);
  if (task.kind === 'subscribe' && !isOnAnyList(task, credentials)) return 'failed';
  const groups = [...new Set(task.purposes.flatMap(({ id }) => credentials.lists?.[id] ?? []))];
  const here = yield* look(task.email, groups, call);
  const former = here?.size === 0 ? yield* look(formerAddress(task), groups, call) : NOBODY;
  if (!here || !former) return 'failed';
  const at = standingOf(here.size > 0 ? here : former, task);
  const course = courseOf(task, credentials, at);
  // Whoever left under the former address stays there, where CleverReach knows that they did.
  if (!course.isActive && here.size === 0 && (at?.leftLists?.size ?? 0) > 0) return 'done';
  for (const group of groups) {
    const state = stateOf(here.get(group), task);
    const request = course.on.includes(group)
      ? upsert(task, group, state === 'active' ? {} : joining(task, group, credentials), call)
      : leave(task, group, state, call);
    if (request && !isTaken(yield request)) return 'failed';
  }
  return yield* forget([formerAddress(task)], call);
}

const NOBODY: Receivers = new Map();

/** Of the OAuth app. */
export function askForToken({ url, key }: Credentials): OutgoingRequest {
  const [id = '', secret = ''] = key.split(':');
  const headers = { ...basic(id, secret), 'content-type': 'application/x-www-form-urlencoded' };
  return { method: 'POST', url: `${url}/oauth/token.php`, headers, body: 'grant_type=client_credentials' };
}

/** Whom CleverReach has in which of the groups; undefined where it does not say. */
function* look(
  email: string | undefined,
  groups: readonly string[],
  call: Call,
): Generator<OutgoingRequest, Receivers | undefined, IncomingAnswer> {
  const receivers = new Map<string, Receiver>();
  for (const group of email === undefined ? [] : groups) {
    const answer = yield call('GET', `groups.json/${group}/receivers/${encodeURIComponent(email ?? '')}`);
    if (isAbsent(answer)) continue;
    const receiver = saidBy(answer) as Partial<Receiver> | undefined;
    if (!receiver) return undefined;
    receivers.set(group, { activated: Number(receiver.activated), deactivated: Number(receiver.deactivated) });
  }
  return receivers;
}

type State = 'absent' | 'active' | 'paused' | 'left';

/** Paused is whom we set inactive ourselves, which shows by the time that we set. */
function stateOf(receiver: Receiver | undefined, { pausedAt }: Pick<Task, 'pausedAt'>): State {
  if (!receiver) return 'absent';
  if (receiver.deactivated > 0) return receiver.deactivated === secondsOf(pausedAt) ? 'paused' : 'left';
  // Whoever still has to confirm there gets nothing either.
  return receiver.activated > 0 ? 'active' : 'paused';
}

function standingOf(receivers: Receivers, task: Task): AtTool | undefined {
  if (receivers.size === 0) return undefined;
  const isIn = (state: State) => [...receivers].filter(([, receiver]) => stateOf(receiver, task) === state);
  const left = isIn('left').map(([group, { deactivated }]): [string, Left] => [group, { since: deactivated * 1000 }]);
  return { on: isIn('active').map(([group]) => group), leftLists: new Map(left) };
}

function upsert(task: Task, group: string, state: object, call: Call): OutgoingRequest {
  const attributes = Object.entries(answersOf(task));
  const receiver = {
    email: task.email,
    ...state,
    source: task.site,
    global_attributes: Object.fromEntries(attributes.map(([id, value]) => [id.toLowerCase(), value])) as object,
  };
  return call('POST', `groups.json/${group}/receivers/upsert`, [receiver]);
}

/** Zero brings back who had left. */
function joining(task: Task, group: string, { lists = {} }: Credentials): object {
  const since = task.purposes.find(({ id, allowed }) => allowed && lists[id] === group)?.since ?? task.at;
  return { registered: secondsOf(since), activated: secondsOf(since), deactivated: 0 };
}

/**
 * Whom a restriction keeps is only set inactive; for whom a purpose has ended is taken off its group. Whoever is told of again
 * while it lasts is set inactive anew: by that time they are known when it ends.
 */
function leave(task: Task, group: string, state: State, call: Call): OutgoingRequest | undefined {
  if (state === 'absent' || state === 'left') return undefined;
  if (task.kind === 'subscribe') {
    return call('DELETE', `groups.json/${group}/receivers/${encodeURIComponent(task.email)}`);
  }
  return upsert(task, group, { deactivated: secondsOf(task.at) }, call);
}

const secondsOf = (moment = ''): number => Math.floor(Date.parse(moment) / 1000);

/** Out of all groups. */
function* forget(addresses: readonly (string | undefined)[], call: Call): Calls {
  for (const email of addresses) {
    if (email === undefined) continue;
    if (!isGone(yield call('DELETE', `receivers.json/${encodeURIComponent(email)}`))) return 'failed';
  }
  return 'done';
}

export function tokenOf(answer: IncomingAnswer): string | undefined {
  return (saidBy(answer) as { access_token?: string } | undefined)?.access_token;
}

/** A receiver that was refused is a sentence in an answer that is otherwise fine; one that is gone already was to go. */
function isTaken(answer: IncomingAnswer): boolean {
  const said = saidBy(answer);
  return Array.isArray(said) ? typeof said[0] === 'object' : isGone(answer);
}

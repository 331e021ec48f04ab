import type { Credentials, IncomingAnswer, OutgoingRequest, Task } from '../adapter';
import { basic, formerAddress, isGone, jsonCall, listsFor, saidBy, type Calls } from './tool';

/*
 * CleverReach REST API v3. The URL is https://rest.cleverreach.com, the key the id and the secret of an OAuth app with a
 * colon between; purposes are groups. Receivers are addressed by their e-mail address, which CleverReach wants in the URL.
 */

type Call = (method: OutgoingRequest['method'], path: string, body?: object) => OutgoingRequest;

export function* cleverreach(task: Task, credentials: Credentials): Calls {
  const token = tokenOf(yield askForToken(credentials));
  if (token === undefined) return 'failed';
  const call: Call = (method, path, body) =>
    jsonCall(method, `${credentials.url}/v3/${path}`, { authorization: `Bearer ${token}` }, body);
  if (task.kind === 'delete') return yield* forget([task.email, formerAddress(task)], call);
  const { on, off } = listsFor(task, credentials);
  if (task.kind === 'subscribe' && on.length === 0) return 'failed';
  for (const group of on) if (!isTaken(yield upsert(task, group, credentials, call))) return 'failed';
  for (const group of off) if (!isGone(yield leave(task, group, call))) return 'failed';
  return yield* forget([formerAddress(task)], call);
}

function askForToken({ url, key }: Credentials): OutgoingRequest {
  const [id = '', secret = ''] = key.split(':');
  const headers = { ...basic(id, secret), 'content-type': 'application/x-www-form-urlencoded' };
  return { method: 'POST', url: `${url}/oauth/token.php`, headers, body: 'grant_type=client_credentials' };
}

function upsert(task: Task, group: string, { lists = {} }: Credentials, call: Call): OutgoingRequest {
  const since = task.purposes.find(({ id, allowed }) => allowed && lists[id] === group)?.since ?? task.at;
  const seconds = Math.floor(Date.parse(since) / 1000);
  const attributes = Object.entries({ ...task.fields, language: task.language });
  const receiver = {
    email: task.email,
    registered: seconds,
    activated: seconds,
    // Zero brings back who had left.
    deactivated: 0,
    source: task.site,
    global_attributes: Object.fromEntries(attributes.map(([id, value]) => [id.toLowerCase(), value])) as object,
  };
  return call('POST', `groups.json/${group}/receivers/upsert`, [receiver]);
}

/** Whom a restriction keeps is only set inactive; for whom a purpose has ended is taken off its group. */
function leave({ kind, email }: Task, group: string, call: Call): OutgoingRequest {
  const path = `groups.json/${group}/receivers/${encodeURIComponent(email)}`;
  return kind === 'unsubscribe' ? call('PUT', `${path}/deactivate`) : call('DELETE', path);
}

/** Out of all groups. */
function* forget(addresses: readonly (string | undefined)[], call: Call): Calls {
  for (const email of addresses) {
    if (email === undefined) continue;
    if (!isGone(yield call('DELETE', `receivers.json/${encodeURIComponent(email)}`))) return 'failed';
  }
  return 'done';
}

function tokenOf(answer: IncomingAnswer): string | undefined {
  return (saidBy(answer) as { access_token?: string } | undefined)?.access_token;
}

/** A receiver that was refused is a sentence in an answer that is otherwise fine. */
function isTaken(answer: IncomingAnswer): boolean {
  const [receiver] = (saidBy(answer) as unknown[] | undefined) ?? [];
  return typeof receiver === 'object';
}

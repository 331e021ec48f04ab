import { createHmac } from 'node:crypto';
import type { Credentials, IncomingAnswer, Meaning, OutgoingRequest, Task } from '../adapter';

/*
 * Standard Webhooks (https://www.standardwebhooks.com): for whoever writes the other end, see docs/processors.md.
 */

/** Tells an endpoint of its own how things stand, signed. One call says all of it, so repeating it is harmless. */
export function* webhook(
  task: Task,
  { url, key }: Credentials,
  now: Date,
): Generator<OutgoingRequest, Meaning, IncomingAnswer> {
  const body = JSON.stringify(messageOf(task));
  const headers = { 'content-type': 'application/json', ...signed(task.id, body, key, now) };
  const answer = yield { method: 'POST', url, headers, body };
  return meaningOf(answer, task);
}

function messageOf({ kind, site, subject, at, ...task }: Task): object {
  const who = {
    site,
    id: subject,
    email: task.email,
    ...(task.formerEmail !== undefined && { formerEmail: task.formerEmail }),
  };
  if (kind === 'delete') return { type: 'deletion.requested', timestamp: at, data: who };
  const { fields, language } = task;
  const purposes = task.purposes.map(({ id, allowed, since }) => ({
    id,
    allowed,
    ...(since !== undefined && { since }),
  }));
  return { type: 'permissions.changed', timestamp: at, data: { ...who, fields, language, purposes } };
}

/** While a secret is changed there are two, and a signature by each. */
function signed(id: string, body: string, key: string, now: Date): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const signatures = key.split(' ').map((secret) => `v1,${signature(secret, `${id}.${timestamp}.${body}`)}`);
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}

function signature(secret: string, content: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return createHmac('sha256', key).update(content).digest('base64');
}

const GONE = 410;

function meaningOf({ status, body }: IncomingAnswer, { kind }: Task): Meaning {
  if (status === GONE) return 'gone';
  if (status < 200 || status > 299) return 'failed';
  return kind !== 'delete' || saysDeleted(body) ? 'done' : 'later';
}

function saysDeleted(body: string): boolean {
  try {
    return (JSON.parse(body) as { deleted?: unknown } | null)?.deleted === true;
  } catch {
    return false;
  }
}

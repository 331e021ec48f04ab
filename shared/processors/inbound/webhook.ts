import { createHmac } from 'node:crypto';
import {
  isSame,
  momentOf,
  objectsIn,
  type Heard,
  type Hearing,
  type Inbound,
  type Shared,
  type ToolCall,
} from './report';

/* Standard Webhooks (https://www.standardwebhooks.com), the other way round: see docs/processors.md. */
export const webhook: Inbound = { isGenuine, hear };

const FRESH_MS = 5 * 60 * 1000;

function isGenuine({ headers, text }: ToolCall, { token }: Shared, now: Date): boolean {
  const { 'webhook-id': id = '', 'webhook-timestamp': timestamp = '', 'webhook-signature': signatures = '' } = headers;
  const isFresh = /^\d{1,12}$/.test(timestamp) && Math.abs(now.getTime() - Number(timestamp) * 1000) <= FRESH_MS;
  const expected = token.split(' ').map((secret) => {
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${text}`).digest('base64')}`;
  });
  return isFresh && signatures.split(' ').some((given) => expected.some((one) => isSame(given, one)));
}

const KINDS: readonly string[] = [
  'unsubscribed',
  'complaint',
  'permanent-bounce',
  'transient-bounce',
] satisfies Heard['kind'][];

function* hear(text: string): Hearing {
  const { type, timestamp, data } = objectsIn(text)[0] ?? {};
  const { id, email, purposes } = (typeof data === 'object' && data !== null ? data : {}) as Record<string, unknown>;
  if (typeof type !== 'string' || !KINDS.includes(type)) return [];
  const who = typeof id === 'string' ? { subject: id } : typeof email === 'string' ? { email } : undefined;
  const named = Array.isArray(purposes) ? purposes.filter((one) => typeof one === 'string') : undefined;
  const at = typeof timestamp === 'string' ? momentOf(timestamp) : undefined;
  if (!who) return [];
  return [{ kind: type as Heard['kind'], ...who, ...(named && { purposes: named }), ...(at && { at }), said: text }];
}

import { isSame, momentOf, objectsIn, type Heard, type Hearing, type Inbound } from './report';

/*
 * Brevo's marketing webhooks: JSON without a signature. Brevo sends a token along that was given to it with the webhook
 * ("auth": {"type": "bearer", "token": "..."}). Whoever unsubscribes is blocklisted for all campaigns, whatever list they were
 * sent to. A webhook that is "batched" sends several at once.
 */
export const brevo: Inbound = {
  isGenuine: ({ headers }, { token }) => isSame(/^Bearer (.+)$/i.exec(headers['authorization'] ?? '')?.[1], token),
  hear,
};

const KINDS: ReadonlyMap<unknown, Heard['kind']> = new Map([
  ['unsubscribe', 'unsubscribed'],
  ['spam', 'complaint'],
  ['hard_bounce', 'permanent-bounce'],
  ['soft_bounce', 'transient-bounce'],
]);

function* hear(text: string): Hearing {
  return objectsIn(text).flatMap((one): Heard[] => {
    const { event, email, ts_event: seconds } = one;
    const kind = KINDS.get(event);
    if (!kind || typeof email !== 'string') return [];
    const at = typeof seconds === 'number' ? momentOf(seconds * 1000) : undefined;
    return [{ kind, email, ...(at && { at }), said: JSON.stringify(one) }];
  });
}

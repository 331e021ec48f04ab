import { askForToken, tokenOf } from '../adapters/cleverreach';
import { isAbsent, jsonCall, saidBy } from '../adapters/tool';
import type { Credentials } from '../adapter';
import { isSame, objectsIn, type Hearing, type Inbound } from './report';

/*
 * CleverReach's webhooks: JSON with a token in the header X-CR-Calltoken, which CleverReach made when the webhook was registered. To
 * register it, CleverReach calls by GET, and wants a word that was agreed on, and one of its own. A message names a receiver by a
 * number: the address, and since when, has to be asked for.
 */
export const cleverreach: Inbound = {
  isGenuine: ({ headers }, { token }) => isSame(headers['x-cr-calltoken'], token),
  hear,
  greet({ query: { secret = '' } }, { verify }) {
    return verify !== undefined && /^[\w.-]{1,128}$/.test(secret) ? `${verify} ${secret}` : undefined;
  },
};

function* hear(text: string, credentials: Credentials): Hearing {
  const { event, payload } = objectsIn(text)[0] ?? {};
  const { pool_id: id, group_id: group } = (payload ?? {}) as { pool_id?: unknown; group_id?: unknown };
  if (event !== 'receiver.unsubscribed' || !isNumber(id) || !isNumber(group)) return [];
  if (!Object.values(credentials.lists ?? {}).includes(String(group))) return [];
  const token = tokenOf(yield askForToken(credentials));
  if (token === undefined) return 'failed';
  const url = `${credentials.url}/v3/groups.json/${group}/receivers/${id}`;
  const answer = yield jsonCall('GET', url, { authorization: `Bearer ${token}` });
  if (isAbsent(answer)) return [];
  const receiver = saidBy(answer) as { email?: unknown; deactivated?: unknown } | undefined;
  if (typeof receiver?.email !== 'string') return 'failed';
  const seconds = Number(receiver.deactivated);
  // Whoever is active again by now did not leave for good.
  if (!(seconds > 0)) return [];
  return [
    {
      kind: 'unsubscribed',
      email: receiver.email,
      lists: [String(group)],
      at: new Date(seconds * 1000),
      mayBeOurs: true,
      said: `${text}\n${answer.body}`,
    },
  ];
}

const isNumber = (value: unknown): value is string | number =>
  (typeof value === 'string' || typeof value === 'number') && /^\d{1,20}$/.test(String(value));

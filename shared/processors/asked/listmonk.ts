import { callerOf, latest, type Call, type Subscriber } from '../adapters/listmonk';
import { saidBy } from '../adapters/tool';
import type { IncomingAnswer, OutgoingRequest } from '../adapter';
import type { Heard } from '../inbound/report';
import type { Asked } from './asked';

/*
 * listmonk has webhooks for nothing that its subscribers do. It is asked for those on our lists who unsubscribed from
 * one, or are blocklisted. That is what the lists say now, and no news of a day: listmonk changes no time when a bounce
 * has somebody blocklisted, so nobody could ask for what is new.
 */

const PAGE = 50;

export const listmonk: Asked = function* (from, credentials) {
  const lists = [...new Set(Object.values(credentials.lists ?? {}))].filter((list) => /^\d{1,9}$/.test(list));
  if (lists.length === 0) return { heard: [] };
  const call = callerOf(credentials);
  const query = encodeURIComponent(areOut(lists, from));
  const said = saidBy(yield call('GET', `subscribers?per_page=${PAGE}&order_by=id&order=asc&query=${query}`));
  const results = (said as { data?: { results?: readonly Subscriber[] } } | undefined)?.data?.results;
  if (!results) return 'failed';
  const heard: Heard[] = [];
  for (const subscriber of results) {
    const one = yield* leavingOf(subscriber, lists, call);
    if (one === 'failed') return 'failed';
    heard.push(...one);
  }
  return { heard, ...(results.length === PAGE && { next: results.at(-1)?.id }) };
};

/** SQL. A subscriber of nobody's but other lists is nothing to us. */
const areOut = (lists: readonly string[], from: number): string =>
  `subscribers.id > ${from} AND subscribers.id IN (SELECT ours.subscriber_id FROM subscriber_lists ours ` +
  `WHERE ours.list_id IN (${lists.join(', ')}) AND (ours.status = 'unsubscribed' OR subscribers.status = 'blocklisted'))`;

type Leaving = Generator<OutgoingRequest, readonly Heard[] | 'failed', IncomingAnswer>;

function* leavingOf(subscriber: Subscriber, lists: readonly string[], call: Call): Leaving {
  const ours = subscriber.lists.filter(({ id }) => lists.includes(String(id)));
  const left = ours.filter((list) => list.subscription_status === 'unsubscribed');
  const said = saidOf(subscriber, ours);
  const of = (kind: Heard['kind'], times: readonly (string | undefined)[]): Heard => {
    const at = latest(times);
    return { kind, email: subscriber.email, ...(at !== undefined && { at: new Date(at) }), said: JSON.stringify(said) };
  };
  if (subscriber.status === 'enabled') {
    // What was left at once is one step.
    const times = [...new Set(left.map((list) => list.subscription_updated_at))];
    return times.map((time) => ({
      ...of('unsubscribed', [time]),
      lists: left.filter((list) => list.subscription_updated_at === time).map((list) => String(list.id)),
    }));
  }
  const all = [subscriber.updated_at, ...left.map((list) => list.subscription_updated_at)];
  // Whoever has themselves blocked, or is blocked by hand, leaves all lists with it; where bounces did it, the lists
  // stay.
  if (left.length === ours.length) return [of('unsubscribed', all)];
  const bounces = bouncesIn(yield call('GET', `subscribers/${subscriber.id}/bounces`));
  if (!bounces) return 'failed';
  const complaints = bounces.filter(({ type }) => type === 'complaint');
  const why = complaints.length > 0 ? complaints : bounces;
  Object.assign(said, { bounces: why });
  const kind = why.length === 0 ? 'unsubscribed' : why === complaints ? 'complaint' : 'permanent-bounce';
  return [of(kind, [...all, ...why.map((bounce) => bounce.created_at)])];
}

interface Bounce {
  readonly type: string;
  readonly created_at?: string;
}

function bouncesIn(answer: IncomingAnswer): readonly Bounce[] | undefined {
  const { data } = (saidBy(answer) ?? {}) as { data?: unknown };
  if (!Array.isArray(data)) return undefined;
  return (data as readonly Bounce[]).map(({ type, created_at }) => ({ type, ...(created_at && { created_at }) }));
}

/** What is evidence of it; neither the person's attributes nor what else listmonk has of its lists. */
function saidOf({ id, uuid, email, status, updated_at }: Subscriber, ours: Subscriber['lists']): object {
  const lists = ours.map(({ id: list, name, subscription_status, subscription_updated_at }) => ({
    id: list,
    name,
    subscription_status,
    subscription_updated_at,
  }));
  return { id, uuid, email, status, updated_at, lists };
}

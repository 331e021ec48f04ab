import { contractOf, FakeTool, type Received, type Reply } from '../fake-tool';
import { LISTS, type Fake } from './fake';

interface Subscriber {
  readonly id: number;
  email: string;
  name: string;
  status: string;
  attribs: Record<string, unknown>;
  lists: Map<number, string>;
  leftAt?: string;
  bounces?: readonly { readonly type: string; readonly created_at: string }[];
}
interface Body {
  readonly email: string;
  readonly name: string;
  readonly status?: string;
  readonly lists?: readonly number[];
  readonly attribs?: Record<string, unknown>;
  readonly preconfirm_subscriptions?: boolean;
}
interface ListsBody {
  readonly ids: readonly number[];
  readonly action: 'add' | 'remove';
  readonly target_list_ids: readonly number[];
  readonly status?: string;
}

export interface FakeListmonk extends Fake {
  /** Somebody is put on a list that is none of ours. */
  addElsewhere(email: string, list: number): void;
  blockThere(email: string, at: string): void;
  /** As listmonk does by itself after bounces, or a complaint: nothing else of the subscriber changes, and no time. */
  blockedByBounce(email: string, at: string, type?: string): void;
  forgetBounces(email: string): void;
  leaveListThere(email: string, list: number, at: string): void;
  /** Somebody is put there by hand, or taken away. */
  add(email: string, list: number): void;
  remove(email: string): void;
  listsOf(email: string): Record<number, string>;
}

const contract = contractOf('listmonk');

export function fakeListmonk(): FakeListmonk {
  const subscribers = new Map<number, Subscriber>();
  let ids = 100;
  const find = (email: string): Subscriber | undefined =>
    [...subscribers.values()].find((one) => one.email === email.toLowerCase());
  const queried = (query = ''): string => (/'(.*)'$/.exec(query)?.[1] ?? '').replaceAll("''", "'");

  function create({ body }: Received): Reply {
    const {
      email,
      name,
      status = 'enabled',
      attribs = {},
      lists = [],
      preconfirm_subscriptions: isConfirmed,
    } = body as Body;
    if (find(email)) return { answer: 'exists' };
    const id = (ids += 1);
    const standing = lists.map((list) => [list, isConfirmed ? 'confirmed' : 'unconfirmed'] as const);
    subscribers.set(id, { id, email: email.toLowerCase(), name, status, attribs, lists: new Map(standing) });
    return { answer: 'done', fill: { email } };
  }

  const shown = ({ bounces: _, leftAt, ...one }: Subscriber): object => ({
    ...one,
    lists: [...one.lists].map(([id, status]) => listed(id, status, leftAt)),
  });

  function query({ query: wanted }: Received): Reply {
    const found = find(queried(wanted));
    const results = found ? [shown(found)] : [];
    return { answer: 'done', body: { data: { results, total: results.length, per_page: 1, page: 1 } } };
  }

  /** What the SQL of this one query asks for. */
  function out({ query: wanted = '' }: Received): Reply {
    const after = Number(/id > (\d+)/.exec(wanted)?.[1]);
    const ours = (/list_id IN \(([\d, ]+)\)/.exec(wanted)?.[1] ?? '').split(', ').map(Number);
    const results = [...subscribers.values()]
      .filter(({ id }) => id > after)
      .filter(({ status, lists }) =>
        ours.some((list) => lists.get(list) === 'unsubscribed' || (lists.has(list) && status === 'blocklisted')),
      )
      .sort((one, other) => one.id - other.id)
      .slice(0, 50)
      .map(shown);
    return { answer: 'done', body: { data: { results, total: results.length, per_page: 50, page: 1 } } };
  }

  const bounces = ({ id }: Received): Reply => ({
    answer: 'done',
    body: { data: subscribers.get(Number(id))?.bounces ?? [] },
  });

  function replace({ id, body }: Received): Reply {
    const subscriber = subscribers.get(Number(id));
    if (!subscriber) return { answer: 'unknown' };
    const { lists = [], preconfirm_subscriptions: isConfirmed, ...rest } = body as Body;
    const status = isConfirmed ? 'confirmed' : 'unconfirmed';
    Object.assign(subscriber, rest, { email: rest.email.toLowerCase() });
    subscriber.lists = new Map(lists.map((list) => [list, subscriber.lists.get(list) ?? status]));
    return { answer: 'done' };
  }

  function manage({ body }: Received): Reply {
    const { ids, action, target_list_ids: targets, status = '' } = body as ListsBody;
    for (const { lists } of ids.flatMap((id) => subscribers.get(id) ?? [])) {
      for (const list of targets) {
        if (action === 'add') lists.set(list, status);
        if (action === 'remove') lists.delete(list);
      }
    }
    return { answer: 'done' };
  }

  function deleteByQuery({ body }: Received): Reply {
    const found = find(queried((body as { query: string }).query));
    if (found) subscribers.delete(found.id);
    return { answer: 'done' };
  }

  const purposes = ({ status, lists }: Subscriber): string[] =>
    LISTS.filter((id) => status === 'enabled' && lists.get(Number(contract.credentials.lists?.[id])) === 'confirmed');
  return {
    tool: new FakeTool(contract, { create, query, out, bounces, replace, lists: manage, deleteByQuery }),
    mailed: () => Object.fromEntries([...subscribers.values()].map((one) => [one.email, purposes(one)])),
    leaveThere: (email, at) => {
      const subscriber = find(email);
      if (!subscriber) return;
      subscriber.leftAt = at;
      for (const list of subscriber.lists.keys()) subscriber.lists.set(list, 'unsubscribed');
    },
    blockThere: (email, at) => {
      const subscriber = find(email);
      if (!subscriber) return;
      subscriber.status = 'blocklisted';
      subscriber.leftAt = at;
      for (const list of subscriber.lists.keys()) subscriber.lists.set(list, 'unsubscribed');
    },
    blockedByBounce: (email, at, type = 'hard') => {
      const subscriber = find(email);
      if (subscriber) Object.assign(subscriber, { status: 'blocklisted', bounces: [{ type, created_at: at }] });
    },
    leaveListThere: (email, list, at) => {
      const subscriber = find(email);
      if (!subscriber) return;
      subscriber.leftAt = at;
      subscriber.lists.set(list, 'unsubscribed');
    },
    forgetBounces: (email) => void delete find(email)?.bounces,
    add: (email, list) => {
      const id = (ids += 1);
      const one = { id, email, name: email, status: 'enabled', attribs: {}, lists: new Map([[list, 'confirmed']]) };
      subscribers.set(id, one);
    },
    remove: (email) => void subscribers.delete(find(email)?.id ?? NaN),
    fieldsOf: (email) => ({ name: find(email)?.name, ...find(email)?.attribs }),
    addElsewhere: (email, list) => void find(email)?.lists.set(list, 'unconfirmed'),
    listsOf: (email) => Object.fromEntries(find(email)?.lists ?? []),
  };
}

const listed = (id: number, status: string, leftAt?: string): object => ({
  id,
  subscription_status: status,
  ...(status === 'unsubscribed' && { subscription_updated_at: leftAt }),
  name: `List ${id}`,
});

import { subjectIdOf } from '../../shared/ids';
import { follow, type Task } from '../../shared/processors/adapter';
import { listmonk } from '../../shared/processors/adapters/listmonk';
import type { Found } from '../../shared/processors/asked/asked';
import { listmonk as ask } from '../../shared/processors/asked/listmonk';
import { send } from '../../shared/processors/send';
import { DATABASE, isHere, LISTMONK, startListmonk, type RealListmonk } from './real-listmonk';

/* The adapter against listmonk itself. */

if (!isHere) process.stderr.write('Left out: LISTMONK and LISTMONK_DATABASE do not name listmonk and a database.\n');

interface Subscriber {
  readonly id: number;
  readonly uuid: string;
  readonly name: string;
  readonly status: string;
  readonly lists: readonly { readonly id: number; readonly subscription_status: string }[];
}

(isHere ? describe : describe.skip)('listmonk itself', () => {
  let real: RealListmonk;
  let lists: Readonly<Record<string, string>>;
  let people = 0;

  beforeAll(async () => {
    real = await startListmonk(LISTMONK ?? '', DATABASE ?? '');
    const made = await Promise.all(['product', 'events'].map((name) => call('POST', 'lists', listOf(name))));
    lists = { product: String((made[0] as { id: number }).id), events: String((made[1] as { id: number }).id) };
  });
  afterAll(() => real.stop());

  const listOf = (name: string) => ({ name, type: 'public', optin: 'single', tags: [] });

  async function call(method: string, path: string, body?: object): Promise<unknown> {
    const authorization = `Basic ${Buffer.from(real.key).toString('base64')}`;
    const headers = { authorization, 'content-type': 'application/json' };
    const answer = await fetch(`${real.url}/${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return ((await answer.json()) as { data: unknown }).data;
  }

  const find = async (email: string): Promise<Subscriber | undefined> => {
    const query = encodeURIComponent(`subscribers.email = '${email.replaceAll("'", "''")}'`);
    return ((await call('GET', `subscribers?query=${query}`)) as { results: Subscriber[] }).results[0];
  };
  const mailed = async (email: string): Promise<string[] | undefined> => {
    const found = await find(email);
    const on = found?.lists.filter((one) => one.subscription_status === 'confirmed').map(({ id }) => String(id)) ?? [];
    return found && (found.status === 'enabled' ? Object.keys(lists).filter((id) => on.includes(lists[id] ?? '')) : []);
  };
  const tell = (task: Task) =>
    follow(listmonk(task, { url: real.url, key: real.key, lists }), (request) =>
      send(request, AbortSignal.timeout(9000)),
    );
  const somebody = (): string => `o'person-${++people}+x@example.org`;

  function taskOf(email: string, allowed: readonly string[], changes: Partial<Task> & { given?: string[] } = {}): Task {
    const { given = [], ...more } = changes;
    const now = new Date(Date.now() + 60_000).toISOString();
    return {
      kind: allowed.length > 0 ? 'subscribe' : 'unsubscribe',
      site: 'demo',
      subject: subjectIdOf(Buffer.alloc(16)),
      email,
      fields: { firstName: 'Erika' },
      language: 'de',
      purposes: ['product', 'events'].map((id) => ({
        id,
        allowed: allowed.includes(id),
        ...(given.includes(id) && { isNew: true, givenAt: now }),
      })),
      at: now,
      id: 'msg_1',
      ...more,
    };
  }

  const BOTH = ['product', 'events'];

  test('adds, changes, removes and deletes', async () => {
    const email = somebody();
    expect(await tell(taskOf(email, BOTH, { given: BOTH }))).toBe('done');
    expect(await mailed(email)).toEqual(BOTH);
    expect(await tell(taskOf(email, ['events'], { fields: { firstName: 'Per' } }))).toBe('done');
    expect([await mailed(email), (await find(email))?.name]).toEqual([['events'], 'Per']);
    expect(await tell(taskOf(email, []))).toBe('done');
    expect(await mailed(email)).toEqual([]);
    expect(await tell(taskOf(email, [], { kind: 'delete' }))).toBe('done');
    expect(await find(email)).toBeUndefined();
  });

  test('who unsubscribed there stays out for another language, and comes back by a double opt-in', async () => {
    const email = somebody();
    await tell(taskOf(email, BOTH, { given: BOTH }));
    const id = (await find(email))?.id;
    await call('PUT', 'subscribers/lists', {
      ids: [id],
      action: 'unsubscribe',
      target_list_ids: [Number(lists['product'])],
    });
    expect(await tell(taskOf(email, BOTH, { language: 'en' }))).toBe('done');
    expect(await mailed(email)).toEqual(['events']);
    expect(await tell(taskOf(email, BOTH, { given: ['product'] }))).toBe('done');
    expect(await mailed(email)).toEqual(BOTH);
  });

  test('who is blocklisted there stays so, until they confirm anew', async () => {
    const email = somebody();
    await tell(taskOf(email, BOTH, { given: BOTH }));
    await call('PUT', `subscribers/${(await find(email))?.id}/blocklist`, {});
    expect(await tell(taskOf(email, BOTH, { language: 'en' }))).toBe('done');
    expect([await mailed(email), (await find(email))?.status]).toEqual([[], 'blocklisted']);
    expect(await tell(taskOf(email, BOTH, { given: ['events'] }))).toBe('done');
    expect(await mailed(email)).toEqual(['events']);
  });

  /** All who are out there now, page by page. */
  async function askAll(): Promise<Found['heard']> {
    const heard: Found['heard'][number][] = [];
    for (let from: number | undefined = 0; from !== undefined;) {
      const page: Found | 'failed' = await follow(ask(from, { url: real.url, key: real.key, lists }), (request) =>
        send(request, AbortSignal.timeout(9000)),
      );
      if (page === 'failed') throw new Error('listmonk could not be asked');
      heard.push(...page.heard);
      from = page.next;
    }
    return heard;
  }

  test('who leaves by the link in a campaign is found, with the list and the time; so is who is blocked', async () => {
    const [left, all, blocked, stays] = [somebody(), somebody(), somebody(), somebody()];
    for (const email of [left, all, blocked, stays]) await tell(taskOf(email, BOTH, { given: BOTH }));
    const body = {
      name: 'One',
      subject: 'One',
      lists: [Number(lists['product'])],
      type: 'regular',
      content_type: 'plain',
      body: 'Hello',
    };
    const { uuid } = (await call('POST', 'campaigns', body)) as { uuid: string };
    const before = Date.now();
    for (const [email, form] of [
      [left, ''],
      [all, 'blocklist=true'],
    ] as const) {
      const page = `${real.url.replace(/\/api$/, '')}/subscription/${uuid}/${(await find(email))?.uuid}`;
      const answer = await fetch(page, { method: 'POST', body: new URLSearchParams(form) });
      expect(answer.status).toBe(200);
    }
    await call('PUT', `subscribers/${(await find(blocked))?.id}/blocklist`, {});
    const heard = await askAll();
    const of = (email: string) => heard.filter((one) => one.email === email);
    expect(of(left)).toMatchObject([{ kind: 'unsubscribed', lists: [lists['product']] }]);
    for (const email of [all, blocked]) {
      expect(of(email)).toMatchObject([{ kind: 'unsubscribed' }]);
      expect(of(email)[0]).not.toHaveProperty('lists');
    }
    for (const email of [left, all, blocked]) expect(of(email)[0]?.at?.getTime()).toBeGreaterThanOrEqual(before - 1000);
    expect(of(stays)).toEqual([]);
  });

  test('more of them than a page holds are all found, each once', async () => {
    const many = Array.from({ length: 130 }, somebody);
    for (const email of many) {
      const { id } = (await call('POST', 'subscribers', {
        email,
        name: email,
        status: 'enabled',
        lists: [Number(lists['events'])],
        preconfirm_subscriptions: true,
      })) as { id: number };
      const target = { ids: [id], action: 'unsubscribe', target_list_ids: [Number(lists['events'])] };
      await call('PUT', 'subscribers/lists', target);
    }
    const found = (await askAll()).map(({ email }) => email).filter((email) => many.includes(email ?? ''));
    expect(found).toEqual(many);
  });

  test('who is blocked by hand and left no list has no bounces that say why, and left', async () => {
    const email = somebody();
    await tell(taskOf(email, BOTH, { given: BOTH }));
    const { id, name } = (await find(email))!;
    const kept = { email, name, status: 'blocklisted', lists: [Number(lists['product'])] };
    await call('PUT', `subscribers/${id}`, { ...kept, preconfirm_subscriptions: true });
    expect((await askAll()).filter((one) => one.email === email)).toMatchObject([{ kind: 'unsubscribed' }]);
    expect(await call('GET', `subscribers/${id}/bounces`)).toEqual([]);
  });
});

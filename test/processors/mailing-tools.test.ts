import { asSubject } from '../ids';
import fc from '../seeded';
import { carryOut, type Adapter, type OutgoingRequest, type Task } from '../../shared/processors/adapter';
import { brevo } from '../../shared/processors/adapters/brevo';
import { cleverreach } from '../../shared/processors/adapters/cleverreach';
import { listmonk } from '../../shared/processors/adapters/listmonk';
import { mailchimp } from '../../shared/processors/adapters/mailchimp';
import type { Trouble } from './fake-tool';
import { fakeBrevo } from './fakes/brevo';
import { fakeCleverReach } from './fakes/cleverreach';
import type { Fake } from './fakes/fake';
import { fakeListmonk } from './fakes/listmonk';
import { fakeMailchimp } from './fakes/mailchimp';

const TOOLS: readonly [string, Adapter, () => Fake][] = [
  ['Mailchimp', mailchimp, fakeMailchimp],
  ['Brevo', brevo, fakeBrevo],
  ['CleverReach', cleverreach, fakeCleverReach],
  ['listmonk', listmonk, fakeListmonk],
];
const ERIKA = 'erika@example.org';
const LEFT = '2026-11-26T10:00:00.000Z';
const TROUBLES: readonly Trouble[] = ['wrongKey', 'tooMany', 'broken'];

/** Who may be mailed for which purposes; `analysis` is none that a tool has a list for. */
function taskOf(kind: Task['kind'], allowed: readonly string[], changes: Partial<Task> = {}): Task {
  const since = '2026-11-25T10:00:00.000Z';
  return {
    kind,
    site: 'demo',
    subject: asSubject('c3ViamVjdA'),
    email: ERIKA,
    fields: { firstName: 'Erika' },
    language: 'de',
    purposes: ['product', 'events', 'analysis'].map((id) => {
      const isAllowed = allowed.includes(id);
      return { id, allowed: isAllowed, since, isNew: isAllowed };
    }),
    at: since,
    id: 'msg_1',
    ...changes,
  };
}

describe.each(TOOLS)('%s', (_, adapter, start) => {
  let fake: Fake;
  beforeEach(() => {
    fake = start();
  });
  const tell = (task: Task, { tool } = fake) => carryOut(adapter, task, tool.contract.credentials, tool.send);
  const done = async (task: Task): Promise<void> => expect(await tell(task)).toBe('done');

  test('mails for what is allowed, and stops for what no longer is', async () => {
    await done(taskOf('subscribe', ['product']));
    expect(fake.mailed()).toEqual({ [ERIKA]: ['product'] });
    await done(taskOf('subscribe', ['product', 'events', 'analysis']));
    expect(fake.mailed()).toEqual({ [ERIKA]: ['product', 'events'] });
    await done(taskOf('subscribe', ['events']));
    expect(fake.mailed()).toEqual({ [ERIKA]: ['events'] });
  });

  test('takes whoever gave nothing but an address', async () => {
    await done(taskOf('subscribe', ['product'], { fields: {} }));
    expect(fake.mailed()).toEqual({ [ERIKA]: ['product'] });
  });

  test('deletes what of a name there is no more', async () => {
    await done(taskOf('subscribe', ['product'], { fields: { firstName: 'Erika', lastName: 'Muster' } }));
    await done(taskOf('subscribe', ['product'], { fields: { firstName: 'Erika' }, goneFields: ['lastName'] }));
    expect(JSON.stringify(fake.fieldsOf(ERIKA))).toMatch(/Erika/);
    expect(JSON.stringify(fake.fieldsOf(ERIKA))).not.toMatch(/Muster/);
  });

  test('takes over a corrected name', async () => {
    await done(taskOf('subscribe', ['product'], { fields: { firstName: 'Ericka', lastName: 'Muster' } }));
    await done(taskOf('subscribe', ['product'], { fields: { firstName: 'Erika', lastName: 'Muster' } }));
    expect(JSON.stringify(fake.fieldsOf(ERIKA))).toMatch(/Erika/);
    expect(JSON.stringify(fake.fieldsOf(ERIKA))).not.toMatch(/Ericka/);
  });

  test('takes over another address, and forgets the former', async () => {
    await done(taskOf('subscribe', ['product'], { email: 'old@example.org' }));
    await done(taskOf('subscribe', ['product'], { formerEmail: 'old@example.org' }));
    expect(fake.mailed()).toEqual({ [ERIKA]: ['product'] });
    await done(taskOf('subscribe', ['product'], { formerEmail: 'Erika@Example.ORG' }));
    expect(fake.mailed()).toEqual({ [ERIKA]: ['product'] });
  });

  test('mails nobody whom a restriction keeps, and mails again once it is lifted', async () => {
    await done(taskOf('subscribe', ['product', 'events']));
    await done(taskOf('unsubscribe', []));
    expect(fake.mailed()).toEqual({ [ERIKA]: [] });
    await done(taskOf('subscribe', ['product'], { pausedAt: taskOf('unsubscribe', []).at }));
    expect(fake.mailed()).toEqual({ [ERIKA]: ['product'] });
  });

  test('deletes, once and for good, under each address', async () => {
    await done(taskOf('subscribe', ['product', 'events']));
    await done(taskOf('subscribe', ['product'], { email: 'old@example.org' }));
    await done(taskOf('delete', [], { formerEmail: 'old@example.org', fields: {} }));
    expect(fake.mailed()).toEqual({});
    await done(taskOf('delete', [], { formerEmail: 'old@example.org', fields: {} }));
  });

  test('learns of nobody by being told to stop or to delete', async () => {
    await done(taskOf('unsubscribe', []));
    await done(taskOf('delete', []));
    expect(fake.mailed()).toEqual({});
  });

  const STORIES: readonly [string, Task][] = [
    ['subscribe', taskOf('subscribe', ['product'], { formerEmail: 'old@example.org' })],
    ['unsubscribe', taskOf('unsubscribe', [], { formerEmail: 'old@example.org' })],
    ['delete', taskOf('delete', [], { formerEmail: 'old@example.org' })],
  ];

  test.each(STORIES)('to %s, interrupted at any call by any trouble, can be begun again', async (__, task) => {
    const outcomes = new Set<string>();
    for (const trouble of TROUBLES) {
      for (let at = 0, isOver = false; !isOver; at += 1) {
        fake = start();
        await done(taskOf('subscribe', ['events'], { email: 'old@example.org' }));
        await done(taskOf('subscribe', ['product', 'events']));
        fake.tool.failOnce(trouble, at);
        isOver = (await tell(task)) === 'done';
        if (!isOver) await done(task);
        outcomes.add(JSON.stringify(fake.mailed()));
        expect(at).toBeLessThan(10);
      }
    }
    expect([...outcomes]).toHaveLength(1);
  });

  test('is told nothing with a wrong key', async () => {
    const { tool } = fake;
    const credentials = { ...tool.contract.credentials, key: 'wrong:key' };
    for (const [, task] of STORIES) expect(await carryOut(adapter, task, credentials, tool.send)).toBe('failed');
    expect(fake.mailed()).toEqual({});
  });

  test('keeps whatever addresses there are apart', async () => {
    const address = fc
      .tuple(fc.stringMatching(/^[a-z0-9!#$%&'*+/=?^_`{|}~-]{1,12}$/), fc.constantFrom('a.example', 'b.example'))
      .map((parts) => parts.join('@'));
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(address, { minLength: 2, maxLength: 4 }), async ([first = '', ...others]) => {
        fake = start();
        for (const email of [first, ...others]) await done(taskOf('subscribe', ['product'], { email }));
        await done(taskOf('delete', [], { email: first }));
        expect(fake.mailed()).toEqual(Object.fromEntries(others.map((email) => [email, ['product']])));
      }),
      { numRuns: 30 },
    );
  });

  test('takes no page that is not there for its own answer', async () => {
    const page = async () => ({ status: 404, body: '<h1>Not found</h1>' });
    for (const [, task] of STORIES) {
      expect(await carryOut(adapter, task, fake.tool.contract.credentials, page)).toBe('failed');
    }
  });

  test('would refuse a body that its contract does not have', async () => {
    const { tool } = fake;
    const send = (request: OutgoingRequest) =>
      tool.send({ ...request, ...(request.body && { body: request.body.replace('{', '{"more":1,') }) });
    const { credentials } = tool.contract;
    expect(await carryOut(adapter, taskOf('subscribe', ['product']), credentials, send)).toBe('failed');
    expect(fake.mailed()).toEqual({});
  });

  test('names the sources of its contract, and when they were read', () => {
    expect(fake.tool.contract.sources.every((source) => source.startsWith('https://'))).toBe(true);
    expect(fake.tool.contract.read).toMatch(/^20\d\d-\d\d-\d\d$/);
  });
});

describe('Mailchimp', () => {
  const start = () => {
    const fake = fakeMailchimp();
    const { credentials } = fake.tool.contract;
    return { fake, tell: (task: Task) => carryOut(mailchimp, task, credentials, fake.tool.send) };
  };

  test('asks whoever once left by its own link, as it takes them back in no other way', async () => {
    const { fake, tell } = start();
    fake.leaveThere(ERIKA, LEFT);
    expect(await tell(taskOf('subscribe', ['product']))).toBe('done');
    expect(fake.statusOf(ERIKA)).toBe('pending');
  });

  test('takes nobody back whom it had to forget; that stays visible as failed', async () => {
    const { tell } = start();
    await tell(taskOf('subscribe', ['product']));
    await tell(taskOf('delete', []));
    expect(await tell(taskOf('subscribe', ['product']))).toBe('failed');
  });

  test('has no address in a URL', async () => {
    const { fake, tell } = start();
    for (const kind of ['subscribe', 'unsubscribe', 'delete'] as const) await tell(taskOf(kind, ['product']));
    expect(fake.tool.requests.map(({ url }) => url).join()).not.toContain('erika');
  });
});

test('CleverReach says with a good answer that it refuses an address', async () => {
  const { tool, refused } = fakeCleverReach();
  refused.add(ERIKA);
  const task = taskOf('subscribe', ['product']);
  expect(await carryOut(cleverreach, task, tool.contract.credentials, tool.send)).toBe('failed');
});

test('listmonk keeps the lists that are none of ours as they are', async () => {
  const fake = fakeListmonk();
  const { tool } = fake;
  const tell = (task: Task) => carryOut(listmonk, task, tool.contract.credentials, tool.send);
  await tell(taskOf('subscribe', ['product']));
  fake.addElsewhere(ERIKA, 77);
  await tell(taskOf('subscribe', ['events']));
  expect(fake.listsOf(ERIKA)).toEqual({ 5: 'confirmed', 77: 'unconfirmed' });
});

test('Mailchimp may be an audience for a single purpose, which then is no interest', async () => {
  const { tool, statusOf } = fakeMailchimp();
  const { lists: _, ...credentials } = tool.contract.credentials;
  expect(await carryOut(mailchimp, taskOf('subscribe', ['product']), credentials, tool.send)).toBe('done');
  expect(statusOf(ERIKA)).toBe('subscribed');
});

test.each([
  ['Brevo', brevo, fakeBrevo],
  ['CleverReach', cleverreach, fakeCleverReach],
  ['listmonk', listmonk, fakeListmonk],
] as const)('%s has no place for somebody for whom no list is configured', async (_, adapter, start) => {
  const { tool, mailed } = start();
  const credentials = { url: tool.contract.credentials.url, key: tool.contract.credentials.key };
  expect(await carryOut(adapter, taskOf('subscribe', ['product']), credentials, tool.send)).toBe('failed');
  expect(mailed()).toEqual({});
});

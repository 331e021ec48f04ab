import { asSubject } from '../ids';
import fc from '../seeded';
import { carryOut, type OutgoingRequest, type Task, type TaskPurpose } from '../../shared/processors/adapter';
import { ADAPTERS } from '../../shared/processors/adapters';
import { fakeBrevo } from './fakes/brevo';
import { fakeCleverReach } from './fakes/cleverreach';
import type { Fake } from './fakes/fake';
import { fakeListmonk } from './fakes/listmonk';
import { fakeMailchimp } from './fakes/mailchimp';

/* Whoever left at the tool, or is blocked there, stays out until they say otherwise here. */

type Tool = 'mailchimp' | 'brevo' | 'cleverreach' | 'listmonk';
const TOOLS: readonly [Tool, () => Fake][] = [
  ['mailchimp', fakeMailchimp],
  ['brevo', fakeBrevo],
  ['cleverreach', fakeCleverReach],
  ['listmonk', fakeListmonk],
];
const ERIKA = 'erika@example.org';
const hour = (n: number): string => new Date(Date.UTC(2026, 10, 25, n)).toISOString();

interface Said {
  readonly allowed: readonly string[];
  readonly isNew?: readonly string[];
  readonly given?: readonly string[];
  readonly at: number;
}

function taskOf({ allowed, isNew = [], given = [], at }: Said, changes: Partial<Task> = {}): Task {
  const purposes = ['product', 'events'].map((id): TaskPurpose => ({
    id,
    allowed: allowed.includes(id),
    since: hour(0),
    ...(isNew.includes(id) && { isNew: true }),
    ...(given.includes(id) && { givenAt: hour(at) }),
  }));
  return {
    kind: allowed.length > 0 ? 'subscribe' : 'unsubscribe',
    site: 'demo',
    subject: asSubject('c3ViamVjdA'),
    email: ERIKA,
    fields: { firstName: 'Erika' },
    language: 'de',
    purposes,
    at: hour(at),
    id: `msg_${at}`,
    ...changes,
  };
}

const BOTH = ['product', 'events'];
const FIRST = taskOf({ allowed: BOTH, isNew: BOTH, given: BOTH, at: 1 });

describe.each(TOOLS)('%s', (name, start) => {
  let fake: Fake;
  beforeEach(async () => {
    fake = start();
    await tell(FIRST);
    expect(fake.mailed()).toEqual({ [ERIKA]: BOTH });
  });
  const tell = async (task: Task, { tool } = fake): Promise<void> =>
    expect(await carryOut(ADAPTERS[name], task, tool.contract.credentials, tool.send)).toBe('done');
  const mailed = (email = ERIKA): readonly string[] => fake.mailed()[email] ?? [];

  test('another language brings nobody back', async () => {
    fake.leaveThere(ERIKA, hour(2));
    await tell(taskOf({ allowed: BOTH, at: 3 }, { language: 'en' }));
    expect(mailed()).toEqual([]);
  });

  test('a new double opt-in brings back, for what it is about', async () => {
    fake.leaveThere(ERIKA, hour(2));
    await tell(taskOf({ allowed: BOTH, given: ['product'], at: 3 }));
    // Mailchimp asks by itself whoever left there.
    expect(mailed()).toEqual(name === 'mailchimp' ? [] : ['product']);
    if (name === 'mailchimp') expect((fake as ReturnType<typeof fakeMailchimp>).statusOf(ERIKA)).toBe('pending');
  });

  test('a double opt-in of before they left brings nobody back, however late it is told', async () => {
    fake.leaveThere(ERIKA, hour(4));
    await tell(taskOf({ allowed: BOTH, given: BOTH, at: 3 }));
    expect(mailed()).toEqual([]);
  });

  test('what was not given by the person brings nobody back', async () => {
    fake.leaveThere(ERIKA, hour(2));
    await tell(taskOf({ allowed: BOTH, isNew: BOTH, at: 3 }));
    expect(mailed()).toEqual([]);
  });

  test('a restriction that ends brings nobody back who left before it', async () => {
    fake.leaveThere(ERIKA, hour(2));
    await tell(taskOf({ allowed: [], at: 3 }));
    await tell(taskOf({ allowed: BOTH, isNew: BOTH, at: 4 }, { pausedAt: hour(3) }));
    expect(mailed()).toEqual([]);
  });

  test('a restriction that ends brings nobody back who left while it lasted', async () => {
    // There is no list then that a subscriber of listmonk could leave, and so nothing that it could know.
    if (name === 'listmonk') return;
    await tell(taskOf({ allowed: [], at: 2 }));
    expect(mailed()).toEqual([]);
    fake.leaveThere(ERIKA, hour(3));
    await tell(taskOf({ allowed: BOTH, isNew: BOTH, at: 4 }, { pausedAt: hour(2) }));
    expect(mailed()).toEqual([]);
  });

  test('a restriction that ends brings back who stayed, whatever was told while it lasted', async () => {
    await tell(taskOf({ allowed: [], at: 2 }));
    await tell(taskOf({ allowed: [], at: 3 }, { language: 'en', pausedAt: hour(2) }));
    expect(mailed()).toEqual([]);
    await tell(taskOf({ allowed: BOTH, isNew: BOTH, at: 4 }, { language: 'en', pausedAt: hour(3) }));
    expect(mailed()).toEqual(BOTH);
  });

  test('who was deleted there is not added anew by another language', async () => {
    const gone = start();
    await tell(taskOf({ allowed: BOTH, at: 3 }, { language: 'en' }), gone);
    expect(gone.mailed()).toEqual({});
  });

  test('another spelling of the address brings nobody back', async () => {
    fake.leaveThere(ERIKA, hour(2));
    await tell(taskOf({ allowed: BOTH, at: 3 }, { email: 'new@example.org', formerEmail: ERIKA }));
    expect([mailed(), mailed('new@example.org')]).toEqual([[], []]);
    await tell(taskOf({ allowed: BOTH, at: 4 }, { email: 'new@example.org' }));
    expect([mailed(), mailed('new@example.org')]).toEqual([[], []]);
  });

  test('another spelling takes whoever stayed along', async () => {
    await tell(taskOf({ allowed: BOTH, at: 3 }, { email: 'new@example.org', formerEmail: ERIKA }));
    expect(fake.mailed()).toEqual({ 'new@example.org': BOTH });
  });

  test('who leaves between any two calls of ours is not brought back', async () => {
    for (let at = 0, isOver = false; !isOver; at += 1) {
      fake = start();
      await tell(FIRST);
      let n = 0;
      const send = async (request: OutgoingRequest) => {
        if (n++ === at) fake.leaveThere(ERIKA, hour(2));
        return fake.tool.send(request);
      };
      const task = taskOf({ allowed: BOTH, at: 3 }, { language: 'en' });
      await carryOut(ADAPTERS[name], task, fake.tool.contract.credentials, send);
      isOver = n <= at;
      if (!isOver) expect(mailed()).toEqual([]);
    }
  });

  test('whatever is told in whatever order, nobody is mailed for what they left and did not give since', async () => {
    const purposes = fc.subarray(BOTH, { minLength: 1 });
    const event = fc.oneof(
      fc.record({ what: fc.constant('give' as const), purposes }),
      fc.record({ what: fc.constant('end' as const), purposes }),
      fc.record({ what: fc.constantFrom('leave' as const, 'language' as const, 'restrict' as const, 'lift' as const) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 12 }), async (events) => {
        fake = start();
        const [inForce, told, wanted] = [new Set<string>(), new Set<string>(), new Set<string>()];
        let [isRestricted, hasLeft, pausedAt] = [false, false, undefined as string | undefined];
        for (const [n, one] of events.entries()) {
          if (one.what === 'leave') {
            if (told.size > 0) fake.leaveThere(ERIKA, hour(n));
            told.forEach((id) => wanted.delete(id));
            hasLeft ||= told.size > 0;
            continue;
          }
          const given = one.what === 'give' ? one.purposes : [];
          given.forEach((id) => [inForce, wanted].forEach((set) => set.add(id)));
          if (one.what === 'end') one.purposes.forEach((id) => inForce.delete(id));
          if (one.what === 'restrict' || one.what === 'lift') isRestricted = one.what === 'restrict';
          const allowed = isRestricted ? [] : [...inForce];
          const kind = allowed.length > 0 ? 'subscribe' : inForce.size > 0 ? 'unsubscribe' : 'delete';
          const isNew = allowed.filter((id) => !told.has(id));
          const pause = pausedAt === undefined ? {} : { pausedAt };
          await tell(taskOf({ allowed, isNew, given, at: n }, { kind, ...pause }));
          pausedAt = kind === 'unsubscribe' ? hour(n) : undefined;
          told.clear();
          allowed.forEach((id) => told.add(id));
          expect(mailed().filter((id) => !wanted.has(id) || !allowed.includes(id))).toEqual([]);
          if (!hasLeft) expect(new Set(mailed())).toEqual(new Set(allowed));
          // What is deleted there cannot be left any more, and Mailchimp takes nobody back whom it had to forget.
          if (kind === 'delete') {
            hasLeft = false;
            fake = start();
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

test('Brevo knows of each list whether it was left', async () => {
  const fake = fakeBrevo();
  const tell = (task: Task) => carryOut(ADAPTERS.brevo, task, fake.tool.contract.credentials, fake.tool.send);
  await tell(FIRST);
  fake.leaveListThere(ERIKA, 36, hour(2));
  await tell(taskOf({ allowed: BOTH, isNew: ['product'], at: 3 }));
  expect(fake.mailed()).toEqual({ [ERIKA]: ['events'] });
  await tell(taskOf({ allowed: BOTH, given: ['product'], at: 4 }));
  expect(fake.mailed()).toEqual({ [ERIKA]: BOTH });
});

test('listmonk’s blocklist is lifted by nothing but a new double opt-in', async () => {
  const fake = fakeListmonk();
  const tell = (task: Task) => carryOut(ADAPTERS.listmonk, task, fake.tool.contract.credentials, fake.tool.send);
  await tell(FIRST);
  fake.blockThere(ERIKA, hour(2));
  await tell(taskOf({ allowed: BOTH, isNew: BOTH, at: 3 }));
  expect(fake.mailed()).toEqual({ [ERIKA]: [] });
  await tell(taskOf({ allowed: BOTH, given: ['events'], at: 4 }));
  expect(fake.mailed()).toEqual({ [ERIKA]: ['events'] });
});

import { asRecord } from '../ids';
import { setTimeout as wait } from 'node:timers/promises';
import { fold, purposesInForce } from '../../shared/consent/fold';
import type { Entry } from '../../shared/consent/entry';
import { audit } from './audit';
import { startWorld, tellConsumers, tokenOf, whileSequencing, type World } from './world';
import { takeStep } from '../../shared/actions/take-step';
import { readHistory } from '../../shared/ledger/ledger';
import { subjectId } from '../../shared/ledger/subject-id';
import { linkUrl } from '../../shared/links/link';

let world: World;

beforeAll(async () => {
  world = await startWorld();
});
afterEach(() => audit(world));
afterAll(() => world.stop());

async function pending(email: string): Promise<{ confirm: string; unsubscribe: string }> {
  await world.call('signup', 'signup-json', { body: { email, purposes: ['newsletter-product', 'newsletter-events'] } });
  const [request] = await historyOf(email);
  if (!request) throw new Error('The sign-up left no entry.');
  await tellConsumers(request);
  const { subject, recordId = '' } = request;
  const unsubscribe = await linkUrl(world.deps.links, {
    kind: 'unsubscribe',
    subject,
    recordId: asRecord(recordId),
    purposes: [],
  });
  return {
    confirm: tokenOf((await world.mails(email))[0], 'confirm'),
    unsubscribe: unsubscribe.split('/').at(-1) ?? '',
  };
}

async function historyOf(email: string): Promise<readonly Entry[]> {
  return (await readHistory(world.deps.ledger, await subjectId(world.deps.subjectKey, 'demo', email), new Date()))
    .entries;
}

const press = (fn: 'confirm' | 'unsubscribe', token: string) => world.call(fn, `${fn}-button`, { params: { token } });

test('ten confirmations at once make one entry, and each person sees success', async () => {
  const { confirm } = await pending('ten@example.com');
  const answers = await Promise.all(Array.from({ length: 10 }, () => press('confirm', confirm)));
  expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(10).fill(200));
  const given = (await historyOf('ten@example.com')).filter(({ type }) => type === 'ConsentGiven');
  expect(given).toHaveLength(1);
});

test('whichever comes first, a confirmation that races a withdrawal ends withdrawn', async () => {
  const orders = new Set<string>();
  for (let round = 0; round < 20; round++) {
    const email = `race-${round}@example.com`;
    const { confirm, unsubscribe } = await pending(email);
    // The head start goes from the one to the other, so that both come first at times.
    const headStart = round - 10;
    const answers = await Promise.all([
      wait(Math.max(0, -headStart)).then(() => press('confirm', confirm)),
      wait(Math.max(0, headStart)).then(() => press('unsubscribe', unsubscribe)),
    ]);
    expect(answers.every(({ statusCode }) => statusCode < 500)).toBe(true);
    const entries = await historyOf(email);
    expect([...purposesInForce(fold(entries, new Date())).keys()]).toEqual([]);
    orders.add(
      entries
        .slice(2)
        .map(({ type }) => type)
        .join(),
    );
  }
  // Both orders were seen, or this test shows nothing.
  expect([...orders].sort()).toEqual(['ConsentGiven,ConsentWithdrawn', 'ConsentRefused']);
});

test('fifty withdrawals at once make one entry', async () => {
  const { confirm, unsubscribe } = await pending('fifty@example.com');
  await press('confirm', confirm);
  const answers = await Promise.all(Array.from({ length: 50 }, () => press('unsubscribe', unsubscribe)));
  expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(50).fill(200));
  const withdrawn = (await historyOf('fifty@example.com')).filter(({ type }) => type === 'ConsentWithdrawn');
  expect(withdrawn).toHaveLength(1);
});

test('consumers that work on one subject at once leave one picture of it', async () => {
  const email = 'consumers@example.com';
  const { confirm, unsubscribe } = await pending(email);
  await press('confirm', confirm);
  const last = (await historyOf(email)).at(-1);
  const [left, ...told] = await Promise.allSettled([
    press('unsubscribe', unsubscribe),
    ...Array.from({ length: 12 }, () => last && tellConsumers(last)),
  ]);
  expect(left).toMatchObject({ value: { statusCode: 200 } });
  // One at a time tells a processor: whoever did not get their turn is told again, as by the queue. Nobody else fails.
  const failures = told.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
  expect(failures.filter((failure) => failure !== 'Error: notifier failed')).toEqual([]);
  expect(failures.length).toBeLessThan(told.length);
  const all = await historyOf(email);
  for (const entry of all) await tellConsumers(entry);
  const members = (await world.items('audience')).filter(({ sk }) => sk === all[0]?.subject);
  expect(members.map(({ active }) => active)).toEqual([false, false]);
});

test('operators who read the same evidence at once are each written down', async () => {
  const email = 'read@example.com';
  await pending(email);
  const reading = { params: { site: 'demo' }, body: { email, reason: 'A letter of 1 November' } };
  const calls = Array.from({ length: 8 }, () => world.call('evidence', 'evidence', reading));
  const answers = await whileSequencing(world, Promise.all(calls));
  expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(8).fill(200));
  const disclosed = (await historyOf(email)).filter(({ type }) => type === 'EvidenceDisclosed');
  expect(disclosed).toHaveLength(8);
});

test('times in a chain never go backwards, though the clocks of those who write differ', async () => {
  const email = 'clocks@example.com';
  await pending(email);
  const subject = await subjectId(world.deps.subjectKey, 'demo', email);
  const fast = new Date(Date.now() + 60_000);
  const slow = new Date(fast.getTime() - 30_000);
  const moments: Date[] = [];
  const note = (language: 'de' | 'en', clock: Date) =>
    takeStep(world.deps, {
      subject,
      now: clock,
      decide: (_, __, now) => {
        moments.push(now);
        const said = { site: 'demo', at: clock.toISOString(), language, purposes: [], facts: {} };
        return { type: 'LanguageChosen', actor: { kind: 'subject' }, ...said };
      },
    });
  await note('de', fast);
  const { entry, entries, now } = await note('en', slow);
  expect(moments).toEqual([fast, fast]);
  const times = (await historyOf(email)).map(({ at }) => at);
  expect(times.slice(-2)).toEqual([fast.toISOString(), fast.toISOString()]);
  expect(times).toEqual(times.toSorted());
  // What it was decided on comes back with it, so that nobody has to carry it out of the decision.
  expect([now, entry?.at, entries.at(-1)?.at]).toEqual([fast, fast.toISOString(), fast.toISOString()]);
});

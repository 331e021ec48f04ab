import type { Lack } from '../../cli/derived/person';
import { runReplay } from '../../cli/replay/run';
import { closeSite, type Closure, type ClosureState } from '../../cli/close-site/run';
import { demo } from '../../examples/sites/demo';
import { notice004 } from '../../examples/sites/notice-004-topics';
import { goingOf } from '../../shared/policy/closing';
import type { Site } from '../../shared/policy/schema';
import { keepNotice, readWholeHistory } from '../../shared/ledger/ledger';
import { purposeNotice } from '../../shared/policy/notices';
import { readWhole, suspendSummary } from '../../shared/ledger/summary';
import type { ConsumerName } from '../../shared/consent/steps/step-type';
import { asSubject } from '../ids';
import { progress, taskOf } from '../promises/replaying';
import { LongLived } from './long-history';
import { Reviewing } from './reviewing';
import { operatorIn } from './subject-orders';
import { startWorld, type World } from './world';

const SITE = notice004.id;
const HOLD = { label: '12 O 345/26', reviewBy: '2027-06-30' };
/** The functions here serve the site as it was before it said that it closes. */
const closing: Site = { ...notice004, closing: { lastDay: '2026-12-01', exports: 'P21D' } };
const GOES = new Date('2026-12-22T23:00:00Z');

let world: World;
let desk: Reviewing;
const hold = (email: string) => operatorIn(world).ordered('holds', email, HOLD, SITE);
const lift = (email: string) => operatorIn(world).ordered('holds', email, { label: HOLD.label, lift: true }, SITE);

beforeAll(async () => {
  world = await startWorld();
  desk = new Reviewing(world);
});
beforeEach(async () => {
  await world.renew();
  // Containers remember which wordings they put, so of two tests only the first would have it.
  const [news] = notice004.purposes.filter(({ id }) => id === 'newsletter-events');
  await keepNotice({ ...world.deps.ledger }, purposeNotice(notice004, news!, 'de'));
});
afterAll(() => world.stop());

const subscriber = (email: string) => desk.subscriber(email, ['newsletter-events'], SITE);

async function withdrawn(email: string): Promise<string> {
  const id = await subscriber(email);
  await operatorIn(world).ordered('withdrawals', email, { via: 'letter', receivedOn: '2026-11-20' }, SITE);
  await desk.consume();
  return id;
}

/** Runs it, and interrupts it where a phase is reached. */
async function close(
  at: Partial<Record<ClosureState['phase'], () => Promise<unknown>>>,
  begun?: ClosureState,
  site: Site = closing,
) {
  const { ledger, vault, audience, log } = world.deps;
  const task: Closure = { site, ledger, vault, audience, log, now: () => new Date() };
  const progress = { begin: () => undefined, advance: () => undefined, end: () => undefined };
  const seen = new Set<string>();
  let last: ClosureState | undefined;
  const reached = async (state: ClosureState): Promise<void> => {
    last = state;
    if (seen.has(state.phase)) return;
    seen.add(state.phase);
    await at[state.phase]?.();
  };
  return { closed: await closeSite(task, { begun, reached, progress }).catch(String), last };
}

const wordings = async (): Promise<number> =>
  (await world.items('ledger')).filter(({ pk, notice }) => pk.startsWith('notice#') && String(notice).includes(SITE))
    .length;

describe('a hold that is placed while a site is deleted keeps its wordings', () => {
  test('placed once people were counted', async () => {
    const held = await subscriber('anna@example.org');
    await subscriber('berta@example.org');
    world.advance('P40D');
    const { closed } = await close({ delete: () => hold('anna@example.org') });
    expect(closed).toMatchObject({ held: [{ subject: held }] });
    expect(await wordings()).toBe(1);
  });

  test('placed before it goes on after an interruption', async () => {
    const held = await subscriber('anna@example.org');
    world.advance('P40D');
    const stop = () => Promise.reject(new Error('interrupted'));
    const { closed, last } = await close({ delete: () => hold('anna@example.org'), 'delete others': stop });
    expect([closed, last?.phase]).toEqual(['Error: interrupted', 'delete others']);
    expect((await close({}, last)).closed).toMatchObject({ held: [{ subject: held }] });
    expect(await wordings()).toBe(1);
    // Lifted, all of it goes.
    await lift('anna@example.org');
    expect((await close({})).closed).toEqual({ waitsForLog: true });
    expect(await wordings()).toBe(0);
  });
});

describe('a summary whose entries are gone already, as DynamoDB deletes what is past its end in any order', () => {
  const closingDemo: Site = { ...demo, closing: closing.closing };
  /** Somebody of the demo of whom nothing is left but the summary. */
  async function alone(name: string): Promise<LongLived> {
    const one = await LongLived.summed(world, name, 18);
    for (const item of await one.items()) if (item.sk !== 'summary') await one.remove(item);
    return one;
  }
  const left = async (one: LongLived) => (await one.items()).map(({ sk }) => sk);

  test.each([
    ['in use', undefined],
    ['out of use, as ends were changed when the entries went', suspendSummary],
  ])('goes with its site, before it is said that nothing is left: %s', async (_, suspend) => {
    const one = await LongLived.summed(world, 'anna', 18);
    const { stored, beside } = await readWhole(world.deps.ledger, one.subject);
    await suspend?.(world.deps.ledger, stored[0]!.entry, beside?.mark, new Date());
    for (const item of await one.items()) if (item.sk !== 'summary') await one.remove(item);
    expect(await left(one)).toEqual(['summary']);
    const { last } = await close({}, undefined, closingDemo);
    expect(await left(one)).toEqual([]);
    expect(last?.statement?.deleted.others).toMatchObject({ summaries: 1 });
  });

  test('is found by the second search, too: until it is gone nothing is said', async () => {
    let late: LongLived | undefined;
    const { closed } = await close({ look: async () => (late = await alone('berta')) }, undefined, closingDemo);
    expect(closed).toMatchObject({ left: { people: 0, others: { summaries: 1 } } });
    expect(await left(late!)).toEqual(['summary']);
  });

  test('stays where it is of another site', async () => {
    const one = await alone('carla');
    expect((await close({})).closed).toEqual({ waitsForLog: true });
    expect(await left(one)).toEqual(['summary']);
  });
});

describe('when the time of a closed site is over', () => {
  const read = async (id: string, now: Date) => {
    const ledger = { ...world.deps.ledger, goesAt: goingOf([closing]) };
    return readWholeHistory(ledger, asSubject(id), now);
  };
  const types = async (id: string, now: Date) => (await read(id, now)).all.map(({ type }) => type);

  test('everybody is gone for whoever reads, also who withdrew before the site said that it closes', async () => {
    const left = await withdrawn('anna@example.org');
    const before = await read(left, new Date(GOES.getTime() - 1));
    expect(before.all.map(({ type }) => type)).toContain('ConsentWithdrawn');
    const after = await read(left, GOES);
    expect([after.entries, after.all, after.ended.size]).toEqual([[], [], 0]);
    // What stands there keeps its place in the chain.
    expect(after.tail).toEqual(before.tail);
    expect((await world.items('ledger')).some(({ pk }) => pk === `subject#${left}`)).toBe(true);
  });

  test('but for whom a dispute holds, until that is lifted', async () => {
    const held = await withdrawn('anna@example.org');
    await hold('anna@example.org');
    expect(await types(held, GOES)).toContain('HoldPlaced');
    await lift('anna@example.org');
    expect(await types(held, GOES)).toEqual([]);
  });

  test('and nobody of a site that stays', async () => {
    const other = await desk.subscriber('anna@example.org', ['newsletter'], 'notice-003');
    expect(await types(other, new Date('2027-01-01T00:00:00Z'))).toContain('ConsentGiven');
  });

  test('and nothing has to be derived of them any more but their ends', async () => {
    const left = await subscriber('anna@example.org');
    world.advance('P10D');
    await operatorIn(world).ordered(
      'withdrawals',
      'anna@example.org',
      { via: 'letter', receivedOn: '2026-11-20' },
      SITE,
    );
    const lacking = async (consumer: ConsumerName, site: Site): Promise<string[]> => {
      const found: Lack[] = [];
      const task = taskOf(world, consumer, (lacks) => Promise.resolve(void found.push(...lacks)));
      await runReplay({ ...task, siteOf: () => site }, { begun: undefined, reached: async () => {}, progress });
      return found.filter(({ subject }) => subject === left).map(({ code }) => code);
    };
    world.advance('P22D');
    expect(await lacking('projector', notice004)).toEqual(['audienceTooMuch', 'notCounted']);
    expect(await lacking('projector', closing)).toEqual([]);
    expect(await lacking('retention', closing)).toEqual(['endWrong']);
  });
});

import fc from '../seeded';
import { addUpDays } from '../../shared/actions/add-up-days';
import { addDays } from '../../shared/calendar';
import type { Entry } from '../../shared/consent/entry';
import { isInForce } from '../../shared/consent/fold';
import { stateAt } from '../../shared/consent/keep/state-at';
import { findSite } from '../../shared/policy/sites';
import { dynamo } from '../../functions/deps/tables';
import { countedByHand, countsOf, numbersIn, today } from './counted';
import { failCall } from './fault';
import { SomeBody } from './people';
import { startWorld, tellConsumer, type World } from './world';

let world: World;
let names = 0;

beforeAll(async () => {
  world = await startWorld();
});
beforeEach(() => world.renew());
afterAll(() => world.stop());

const someBody = (): SomeBody => new SomeBody(world, `counted-${++names}`);
const PURPOSES = ['newsletter-product', 'newsletter-events', 'analysis'] as const;
const addUp = (): Promise<void> => addUpDays(world.deps, 'demo', new Date(), () => true);

/** The last year, by purpose. */
async function year() {
  const counts = await countsOf(world, { from: addDays(today(), -364), to: today(), each: 'month', by: 'purpose' });
  const groups = (counts.groups ?? []).map((group) => [group.key ?? '', numbersIn(group)] as const);
  const ours = Object.fromEntries(groups.filter(([key]) => PURPOSES.some((id) => id === key)));
  return { all: numbersIn(counts.all), groups: ours };
}

function byHand(histories: readonly (readonly Entry[])[]) {
  const groups = PURPOSES.map((purpose) => [purpose, countedByHand(histories, purpose)] as const);
  return { all: countedByHand(histories), groups: Object.fromEntries(groups) };
}

/** Purpose -> how many have a sign-up that can still be confirmed, as the summaries of the audience say. */
async function waitingCounted(): Promise<Record<string, number>> {
  // Counts of before are good for five minutes.
  world.advance('PT6M');
  const counts = PURPOSES.map(async (purpose) => {
    const { body } = await world.call('audience', 'audience-summary', { params: { purpose } });
    return [purpose, (JSON.parse(body) as { not: { pending: number } }).not.pending] as const;
  });
  return Object.fromEntries(await Promise.all(counts));
}

function waitingByHand(histories: readonly (readonly Entry[])[]): Record<string, number> {
  const waits = (purpose: string, entries: readonly Entry[]): boolean => {
    // What is in force of a purpose that requires another one depends on that, as the rules of the site say.
    const records = stateAt(entries, findSite(world.deps.sites, 'demo'), new Date());
    const statuses = records.flatMap(({ purposes }) => purposes.filter(({ id }) => id === purpose));
    const isWaiting = records.some(
      ({ confirmBy, purposes }) =>
        confirmBy > new Date().toISOString() &&
        purposes.some(({ id, status }) => id === purpose && status === 'ConsentRequested'),
    );
    return isWaiting && !statuses.some(isInForce);
  };
  return Object.fromEntries(
    PURPOSES.map((purpose) => [purpose, histories.filter((entries) => waits(purpose, entries)).length]),
  );
}

describe('counts are those of the ledger', () => {
  const purposes = fc.uniqueArray(fc.constantFrom(...PURPOSES), { minLength: 1 });
  const act = fc.oneof(
    { arbitrary: fc.record({ kind: fc.constant('give'), purposes }), weight: 4 },
    {
      arbitrary: fc.record({ kind: fc.constantFrom('withdraw', 'object', 'complain', 'lapse', 'ask'), purposes }),
      weight: 4,
    },
    {
      arbitrary: fc.record({ kind: fc.constantFrom('tell', 'tell again', 'tell backwards', 'fail'), purposes }),
      weight: 4,
    },
    { arbitrary: fc.record({ kind: fc.constant('take back'), purposes }), weight: 2 },
    fc.record({ kind: fc.constantFrom('bounce', 'days', 'add up', 'cut add up'), purposes }),
  );
  const scene = fc.record({ who: fc.nat(2), act, nth: fc.nat(4), saved: fc.constantFrom('saved', 'not saved') });
  type Scene = typeof scene extends fc.Arbitrary<infer A> ? A : never;

  async function play({ act: { kind, purposes: ids }, nth, saved }: Scene, person: SomeBody): Promise<void> {
    const { untold } = person;
    const named = ids.map((id) => ({ id, legalBasis: 'consent' as const, noticeHash: 'A'.repeat(43) }));
    if (kind === 'give') return void (await person.give(ids));
    if (kind === 'ask') return void (await person.ask(ids));
    if (kind === 'withdraw') return person.withdraw(ids);
    if (kind === 'take back') return takeBack(person, ids);
    if (kind === 'object') return person.take({ type: 'ObjectionRecorded', purposes: named });
    if (kind === 'complain')
      return person.take({ type: 'ConsentWithdrawn', purposes: named, facts: { via: 'complaint' } });
    if (kind === 'lapse') return person.take({ type: 'ConsentLapsed', purposes: named });
    if (kind === 'bounce') return person.take({ type: 'MailBounced', facts: { bounce: 'permanent' } });
    if (kind === 'days') return world.advance('P1D');
    if (kind === 'add up') return addUp();
    if (kind === 'tell again') return (await person.entries()).length > 0 ? person.tell(0) : undefined;
    if (kind === 'tell backwards') untold.reverse();
    if (kind === 'fail' || kind === 'cut add up') {
      const fault = failCall(kind === 'fail' ? dynamo() : world.deps.ledger.client, nth, saved, 'for good');
      const work = kind === 'fail' ? failing(person) : addUp();
      await work.catch(() => undefined);
      return fault.heal();
    }
    return person.tellAll();
  }

  /** Whoever is told of it sees somebody who waits first, and then somebody who does not. */
  async function takeBack(person: SomeBody, ids: readonly string[]): Promise<void> {
    const { recordId, purposes: asked } = await person.ask(ids);
    await person.tellAll();
    await person.take({ type: 'ConsentRefused', recordId, purposes: asked });
  }

  /** The message stays in the queue where the work fails. */
  async function failing(person: SomeBody): Promise<void> {
    const [seq] = person.untold;
    if (seq !== undefined)
      await tellConsumer('projector', { site: 'demo', subject: await person.subject(), seq } as Entry);
  }

  test('whatever is told twice, late, backwards or cut off, before or after a day was added up', async () => {
    let counted = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(scene, { minLength: 6, maxLength: 24 }), async (scenes) => {
        await world.renew();
        const people = [someBody(), someBody(), someBody()];
        for (const one of scenes) await play(one, people[one.who] as SomeBody);
        for (const person of people) await person.tellAll();
        const histories = await Promise.all(people.map((person) => person.entries()));
        const expected = byHand(histories);
        expect(await year()).toEqual(expected);
        expect(await waitingCounted()).toEqual(waitingByHand(histories));
        world.advance('P3D');
        await addUp();
        expect(await year()).toEqual(expected);
        await addUp();
        expect(await year()).toEqual(expected);
        const items = (await world.items('ledger')).filter(({ pk }) => pk.startsWith('tallied#'));
        expect(items.filter((item) => item['adds'] !== undefined)).toEqual([]);
        counted += items.length;
      }),
      { numRuns: 8 },
    );
    expect(counted).toBeGreaterThan(30);
  });

  test('purposes and forms are called as the site calls them', async () => {
    const person = someBody();
    await person.give(['newsletter-events']);
    await person.tellAll();
    const named = async (language: string): Promise<unknown> =>
      (
        await countsOf(world, { from: addDays(today(), -30), to: today(), each: 'month', by: 'purpose', language })
      ).groups?.find(({ key }) => key === 'newsletter-events');
    expect(await named('de')).toMatchObject({ name: 'Newsletter „Veranstaltungen“' });
    expect(await named('en')).toMatchObject({ name: 'Events newsletter' });
  });

  test('each day in a row is added up, and nothing is left of its single steps', async () => {
    for (let day = 0; day < 4; day++) {
      const person = someBody();
      await person.give(['newsletter-events']);
      await person.tellAll();
      world.advance('P1D');
    }
    world.advance('P3D');
    const counted = async () => (await world.items('ledger')).filter(({ pk }) => pk.startsWith('tallied#'));
    expect((await counted()).filter((item) => item['adds'] !== undefined).length).toBeGreaterThan(3);
    await addUp();
    expect((await counted()).filter((item) => item['adds'] !== undefined)).toEqual([]);
  });
});

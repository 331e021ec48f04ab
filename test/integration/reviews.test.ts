import { beginRounds } from '../../shared/actions/review-lists';
import { notice002 } from '../../examples/sites/notice-002-four-years';
import { logger } from '../../shared/logger';
import { operatorIn } from './subject-orders';
import { OTHER, REASON, Reviewing, SITE, unused } from './reviewing';
import { startWorld, type World } from './world';

let world: World;
let desk: Reviewing;
let ordered: ReturnType<typeof operatorIn>['ordered'];

beforeAll(async () => {
  world = await startWorld();
  desk = new Reviewing(world);
  ({ ordered } = operatorIn(world));
});
beforeEach(() => world.renew());
afterAll(() => world.stop());

describe('a round of a site', () => {
  test('begins by the clock, has its day, and lists whom nothing was heard of; who was heard of since is off', async () => {
    const [silent, active] = [await desk.subscriber('anna@example.org'), await desk.subscriber('berta@example.org')];
    const none = { site: SITE, round: null, nextRound: '2027-11-22', waiting: [] };
    // Also before the clock came by for the first time.
    expect(await desk.list()).toEqual(none);
    await desk.review();
    expect(await desk.list()).toEqual(none);
    world.advance('P1Y');
    await desk.review();
    expect(await desk.list()).toMatchObject({ round: { deleteBy: '2027-12-22' }, nextRound: '2028-11-22' });
    const { waiting } = await desk.list();
    expect(new Set(waiting.map(({ id }) => id))).toEqual(new Set([silent, active]));
    expect(waiting[0]).toMatchObject({ what: 'unused', isDue: true, purposes: ['newsletter'], deleteBy: '2027-12-22' });

    world.advance('P3D');
    const body = { emails: ['berta@example.org'] };
    await world.call('reports', 'activity', { params: { site: SITE }, body });
    expect((await desk.list()).waiting.map(({ id }) => id)).toEqual([silent]);
    const [status, { errors }] = await desk.decide({ decision: 'keep', items: unused(silent, active) });
    expect([status, errors?.map(({ pointer }) => pointer)]).toEqual([409, ['/items/1']]);
    expect(await desk.ofType('KeptOnReview')).toEqual([]);
  });

  test('ends on its day what nobody decided about, and keeps what somebody did, until the next one', async () => {
    const [let_, kept] = [await desk.subscriber('anna@example.org'), await desk.subscriber('berta@example.org')];
    await desk.untilRound();
    expect((await desk.decide({ decision: 'keep', items: unused(kept) }))[0]).toBe(200);
    await desk.consume();
    expect((await desk.list()).waiting.map(({ id }) => id)).toEqual([let_]);
    world.advance('P29D');
    await desk.review();
    expect(await desk.ofType('ConsentLapsed')).toEqual([]);
    world.advance('P1D');
    await desk.review();
    expect(await desk.ofType('ConsentLapsed')).toMatchObject([
      { subject: let_, actor: { kind: 'system' }, facts: { because: 'review' }, purposes: [{ id: 'newsletter' }] },
    ]);
    expect([await desk.classesOf(let_), await desk.classesOf(kept)]).toEqual([
      expect.not.arrayContaining(['details']),
      expect.arrayContaining(['details', 'reason']),
    ]);
    await desk.review();
    expect((await desk.list()).waiting).toEqual([]);
    expect(await desk.ofType('ConsentLapsed')).toHaveLength(1);

    world.advance('P11M');
    await desk.review();
    expect((await desk.list()).waiting).toMatchObject([{ id: kept, deleteBy: '2028-12-22' }]);
    world.advance('P1M');
    await desk.review();
    expect(await desk.ofType('ConsentLapsed', kept)).toHaveLength(1);
  });

  test('that was kept on the last day is not ended by the next one, which begins at once', async () => {
    const kept = await desk.subscriber('anna@example.org');
    await desk.untilRound();
    world.advance('P27D');
    expect((await desk.decide({ decision: 'keep', items: unused(kept) }))[0]).toBe(200);
    // Nobody reviewed for a year.
    world.advance('P1Y');
    await desk.review();
    expect(await desk.ofType('ConsentLapsed')).toEqual([]);
    expect((await desk.list()).waiting).toMatchObject([{ id: kept, deleteBy: '2029-01-19' }]);
  });

  test('leaves a week at least to decide about whom it came upon late', async () => {
    await desk.untilRound();
    world.advance('P28D');
    const body = { purposes: ['newsletter'], version: '4', source: 'import', givenAt: '2020-01-01T00:00:00Z' };
    await world.call('reports', 'consents-report', {
      params: { site: SITE },
      body: { email: 'late@example.org', ...body },
    });
    await desk.consume();
    world.advance('P1D');
    await desk.review();
    expect((await desk.list()).waiting).toMatchObject([{ deleteBy: '2027-12-28' }]);
    world.advance('P6D');
    await desk.review();
    expect(await desk.ofType('ConsentLapsed')).toEqual([]);
    world.advance('P1D');
    await desk.review();
    expect(await desk.ofType('ConsentLapsed')).toHaveLength(1);
  });

  test('lets go what an operator lets go, at once, with the reason in the vault alone', async () => {
    const id = await desk.subscriber('anna@example.org');
    await desk.untilRound();
    const [status, { decisions }] = await desk.decide({ decision: 'let-go', items: unused(id) });
    expect([status, decisions]).toMatchObject([200, [{ id, outcome: 'let-go', done: [{ type: 'ConsentLapsed' }] }]]);
    expect(await desk.ofType('ConsentLapsed')).toMatchObject([
      { actor: { kind: 'operator' }, facts: { because: 'review' } },
    ]);
    expect(JSON.stringify(await world.items('ledger'))).not.toContain('fair');
    expect(JSON.stringify(await world.items('vault'))).toContain(REASON);
    expect((await desk.list()).waiting).toEqual([]);
  });
});

test('a closed site begins no round, and notes none', async () => {
  const now = new Date('2030-01-01T12:00:00Z');
  const rounds = async (closing: typeof notice002.closing) => {
    const site = { ...notice002, id: `closed-${closing?.lastDay}`, closing };
    await beginRounds({ ...world.deps, sites: [site] }, now);
    return (await world.items('audience')).filter(({ sk }) => sk.includes(site.id)).length;
  };
  expect(await rounds({ lastDay: '2029-12-31', exports: 'P30D' })).toBe(0);
  expect(await rounds({ lastDay: '2030-12-31', exports: 'P30D' })).toBe(1);
});

describe('holds and restrictions', () => {
  const HOLD = { label: '12 O 345/26', reviewBy: '2027-06-30' };

  test('are listed with their days at every site, and no silence ends them', async () => {
    const held = await desk.subscriber('anna@example.org', ['newsletter'], OTHER);
    const restricted = await desk.subscriber('berta@example.org', ['newsletter'], OTHER);
    await ordered('holds', 'anna@example.org', HOLD, OTHER);
    await ordered('restrictions', 'berta@example.org', {}, OTHER);
    await desk.consume();
    const found = async () => {
      const { round, waiting } = await desk.list(OTHER);
      expect(round).toBeNull();
      return waiting
        .map(({ id, what, reviewBy, isDue }) => ({ id, what, reviewBy, isDue }))
        .sort((a, b) => a.what.localeCompare(b.what));
    };
    expect(await found()).toEqual([
      { id: held, what: 'hold', reviewBy: '2027-06-30', isDue: false },
      { id: restricted, what: 'restriction', reviewBy: '2027-11-22', isDue: false },
    ]);
    for (const years of ['P1Y', 'P2Y']) {
      world.advance(years);
      await desk.review();
      expect((await found()).map(({ isDue }) => isDue)).toEqual([true, true]);
    }
    expect([await desk.ofType('HoldLifted'), await desk.ofType('RestrictionLifted')]).toEqual([[], []]);
  });

  test('keep a consent from the list meanwhile, which then has a day of its own again', async () => {
    const id = await desk.subscriber('anna@example.org');
    await desk.untilRound();
    const first = (await desk.list()).waiting.find(({ what }) => what === 'unused')?.deleteBy;
    expect(first).toBeDefined();
    await ordered('restrictions', 'anna@example.org', {}, SITE);
    await desk.consume();
    await desk.review();
    expect((await desk.list()).waiting.map(({ what }) => what)).toEqual(['restriction']);
    // Its day passes while the person is restricted; only then is that lifted.
    world.advance('P32D');
    const informedOn = new Date().toISOString().slice(0, 10);
    await desk.review();
    await desk.decide({ decision: 'let-go', items: [{ id, what: 'restriction' }], informedOn });
    await desk.consume();
    await desk.review();
    expect(await desk.ofType('ConsentLapsed')).toEqual([]);
    const again = (await desk.list()).waiting.find(({ what }) => what === 'unused')?.deleteBy;
    expect(again === undefined || again > informedOn).toBe(true);
  });

  test('are kept until another day, or let go: a restriction once the person was told', async () => {
    const id = await desk.subscriber('anna@example.org', ['newsletter'], OTHER);
    await ordered('holds', 'anna@example.org', HOLD, OTHER);
    await ordered('restrictions', 'anna@example.org', {}, OTHER);
    await desk.consume();
    const [hold] = (await desk.list(OTHER)).waiting;
    expect(hold).toMatchObject({ what: 'hold', label: HOLD.label });
    const both = [
      { id, what: 'hold', case: hold?.case },
      { id, what: 'restriction' },
    ];
    expect(await desk.decide({ decision: 'keep', items: both, reviewBy: '2029-01-31' }, OTHER)).toMatchObject([
      200,
      { decisions: [{ done: [{ type: 'HoldPlaced' }] }, { done: [{ type: 'KeptOnReview' }] }] },
    ]);
    expect((await desk.list(OTHER)).waiting).toMatchObject([
      { reviewBy: '2029-01-31', label: HOLD.label },
      { reviewBy: '2029-01-31' },
    ]);
    const untold = await desk.decide({ decision: 'let-go', items: both }, OTHER);
    expect([untold[0], untold[1].errors?.map(({ pointer }) => pointer)]).toEqual([422, ['/informedOn']]);
    expect(await desk.decide({ decision: 'let-go', items: both, informedOn: '2026-11-21' }, OTHER)).toMatchObject([
      200,
      { decisions: [{ done: [{ type: 'HoldLifted' }] }, { done: [{ type: 'RestrictionLifted' }] }] },
    ]);
    expect((await desk.list(OTHER)).waiting).toEqual([]);
    await desk.review();
    const index = (await world.items('audience')).filter(({ pk }) => pk === `worklist#${OTHER}`);
    expect(index).toMatchObject([{ sk: id, expiresAt: expect.any(Number) as number }]);
  });

  test('of an incident are let go together, by its id', async () => {
    const ids = [await desk.subscriber('anna@example.org'), await desk.subscriber('berta@example.org')];
    const why = { reason: 'incident of 20 November', label: 'Password guessing', reviewBy: '2027-06-30' };
    const people = ids.map((id) => ({ id, steps: [0] }));
    const answer = await world.call('subjects', 'subjects-connections', {
      params: { site: SITE },
      body: { people, ...why },
    });
    const { case: id } = JSON.parse(answer.body) as { case: string };
    await desk.consume();
    expect((await desk.list()).waiting).toMatchObject([{ case: id, connections: [0] }, { case: id }]);
    const [status, { decisions, cursor }] = await desk.decide({ decision: 'let-go', group: { case: id } });
    expect([status, decisions.map(({ outcome }) => outcome), cursor]).toEqual([200, ['let-go', 'let-go'], undefined]);
    expect(await desk.ofType('HoldLifted')).toHaveLength(2);
  });
});

test('a list that is longer than a run takes is gone through to its end by the next ones, and what waits stays said', async () => {
  const emails = Array.from({ length: 30 }, (_, n) => `many-${n}@example.org`);
  const given = { purposes: ['newsletter'], version: '4', source: 'import', givenAt: '2026-11-01T00:00:00Z' };
  for (const email of emails) {
    await world.call('reports', 'consents-report', { params: { site: SITE }, body: { email, ...given } });
    await ordered('holds', email, { label: '12 O 345/26', reviewBy: '2026-12-01' }, SITE);
  }
  // Of a site that comes after it: nobody waits behind others.
  await desk.subscriber('berta@example.org', ['newsletter'], OTHER);
  await ordered('holds', 'berta@example.org', { label: '12 O 345/26', reviewBy: '2026-12-01' }, OTHER);
  await desk.consume();
  world.advance('P10D');
  const due = async (): Promise<unknown[]> => {
    const info = jest.spyOn(logger, 'info');
    await desk.review();
    const said = info.mock.calls as unknown as [string, { site?: string; count: number }][];
    info.mockRestore();
    return said.filter(([what]) => what === 'regular review due').map(([, { site, count }]) => [site, count]);
  };
  expect(await due()).toEqual([
    [SITE, 25],
    [OTHER, 1],
  ]);
  expect(await due()).toEqual([
    [SITE, 30],
    [OTHER, 1],
  ]);
  expect(await due()).toEqual([
    [SITE, 30],
    [OTHER, 1],
  ]);
  for (const email of emails) await ordered('holds', email, { label: '12 O 345/26', lift: true }, SITE);
  const listed = async () => {
    const rows = (await world.items('audience')).filter(({ pk }) => pk === `worklist#${SITE}`);
    return rows.filter(({ expiresAt }) => expiresAt === undefined).length;
  };
  expect(await listed()).toBe(30);
  for (let n = 0; n < 3; n++) await desk.review();
  expect(await listed()).toBe(0);
});

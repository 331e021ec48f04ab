import { asSubject } from '../ids';
import { plus } from '../../shared/calendar';
import { decideReviews } from '../../shared/actions/decide-reviews';
import { takeStep } from '../../shared/actions/take-step';
import type { Operator } from '../../shared/consent/entry';
import { notice002 } from '../../examples/sites/notice-002-four-years';
import { operatorIn } from './subject-orders';
import { OTHER, REASON, Reviewing, SITE, unused } from './reviewing';
import { startWorld, whileSequencing, type World } from './world';

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

describe('a preview', () => {
  test('says what would be done, writes nothing, and binds: if anything moved, nothing is done, and the answer says what would be now', async () => {
    const ids = [await desk.subscriber('anna@example.org'), await desk.subscriber('berta@example.org')];
    await desk.untilRound();
    const order = { decision: 'let-go', group: { unusedBefore: '2027-01-01' } };
    const before = await world.entries();
    const [, { decisions }] = await desk.decide({ ...order, dryRun: true });
    expect(await world.entries()).toEqual(before);
    expect(new Set(decisions.map(({ id }) => id))).toEqual(new Set(ids));
    expect(
      (await desk.decide({ decision: 'let-go', group: { unusedBefore: '2026-11-22' }, dryRun: true }))[1].decisions,
    ).toEqual([]);

    const items = decisions.map(({ id, head }) => ({ id, what: 'unused', expects: head }));
    await ordered('holds', 'anna@example.org', { label: '12 O 345/26', reviewBy: '2029-01-31' }, SITE);
    const [status, problem] = await desk.decide({ decision: 'let-go', items });
    expect([status, problem.preview?.decisions.map(({ outcome }) => outcome)]).toEqual([409, ['let-go', 'let-go']]);
    expect(await desk.ofType('ConsentLapsed')).toEqual([]);

    const fresh = problem.preview?.decisions.map(({ id, head }) => ({ id, what: 'unused', expects: head }));
    expect((await desk.decide({ decision: 'let-go', items: fresh }))[0]).toBe(200);
    expect(await desk.ofType('ConsentLapsed')).toHaveLength(2);
    // The answer got lost, and the same is sent again.
    expect(
      (await desk.decide({ decision: 'let-go', items: fresh }))[1].decisions.map(({ outcome }) => outcome),
    ).toEqual(['decided-before', 'decided-before']);
    expect(await desk.ofType('ConsentLapsed')).toHaveLength(2);
  });

  test('of another site decides nothing about its people, and tells nothing of them', async () => {
    const id = await desk.subscriber('anna@example.org');
    await ordered('holds', 'anna@example.org', { label: '12 O 345/26', reviewBy: '2027-01-31' }, SITE);
    await desk.consume();
    const [hold] = (await desk.list()).waiting;
    const items = [{ id, what: 'hold', case: hold?.case }];
    for (const dry of [{ dryRun: true }, {}]) {
      const [status, answer] = await desk.decide({ decision: 'let-go', items, ...dry }, OTHER);
      expect([status, JSON.stringify(answer).includes(hold?.head ?? '-')]).toEqual([409, false]);
    }
    expect(await desk.ofType('HoldLifted')).toEqual([]);
  });

  test('is not moved by who only looked', async () => {
    const id = await desk.subscriber('anna@example.org');
    await desk.untilRound();
    const [item] = (await desk.list()).waiting;
    const body = { email: 'anna@example.org', reason: 'yearly review' };
    await whileSequencing(world, world.call('evidence', 'evidence', { params: { site: SITE }, body }));
    expect(await desk.ofType('EvidenceDisclosed')).toHaveLength(1);
    const items = [{ id, what: 'unused', expects: item?.head }];
    expect((await desk.decide({ decision: 'keep', items }))[0]).toBe(200);
  });

  test('binds in the very moment, too: of whom something happens while it is carried out, nothing is done', async () => {
    const id = asSubject(await desk.subscriber('anna@example.org'));
    await desk.untilRound();
    const [item] = (await desk.list()).waiting;
    const now = new Date();
    let reads = 0;
    const client = new Proxy(world.deps.ledger.client, {
      get: (real, name) =>
        name === 'send'
          ? async (command: object) => {
              // The first reading is the preview's; before the next one the person presses a button.
              if (command.constructor.name === 'QueryCommand' && (reads += 1) === 2) await withdrawn(id, now);
              return real.send(command as never);
            }
          : (Reflect.get(real, name) as unknown),
    });
    const ledger = { ...world.deps.ledger, client };
    const operator = { kind: 'operator', id: 'someone' } as Operator;
    const { decisions } = await decideReviews(
      { ...world.deps, ledger },
      {
        site: notice002,
        operator,
        now,
        order: {
          ruling: { decision: 'let-go' },
          reason: REASON,
          selection: { items: [{ id, what: 'unused', expects: item?.head ?? '' }] },
          isDry: false,
        },
      },
    );
    expect(reads).toBeGreaterThan(1);
    expect(decisions).toMatchObject([{ outcome: 'changed-meanwhile', done: [] }]);
    expect(await desk.ofType('ConsentLapsed')).toEqual([]);
  });
});

async function withdrawn(subject: ReturnType<typeof asSubject>, now: Date): Promise<void> {
  await takeStep(world.deps, {
    subject,
    now,
    decide: ([record], _, moment) => ({
      type: 'ConsentWithdrawn',
      site: SITE,
      recordId: record!.recordId,
      at: moment.toISOString(),
      actor: { kind: 'subject' },
      purposes: record!.purposes.map(({ id, legalBasis, noticeHash }) => ({ id, legalBasis, noticeHash })),
      facts: { via: 'page' },
    }),
    partsEnd: plus(now, 'P1D'),
  });
}

test('the list and a group come page by page, each person once', async () => {
  for (let n = 0; n < 4; n++) await desk.subscriber(`person-${n}@example.org`);
  await desk.untilRound();
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await desk.list(SITE, { limit: '3', ...(cursor !== undefined && { cursor }) });
    ids.push(...page.waiting.map(({ id }) => id));
    cursor = page.cursor;
  } while (cursor !== undefined);
  expect([ids.length, new Set(ids).size]).toEqual([4, 4]);
});

const ID = 'A'.repeat(22);

test.each([
  ['neither items nor a group', { decision: 'keep' }, ['']],
  ['both', { decision: 'keep', items: unused(ID), group: { unusedBefore: '2027-01-01' } }, ['']],
  ['a group of nobody', { decision: 'keep', group: {} }, ['/group']],
  ['no items', { decision: 'keep', items: [] }, ['/items']],
  ['a hold without its case', { decision: 'let-go', items: [{ id: ID, what: 'hold' }] }, ['/items/0/case']],
  ['a restriction kept without a day', { decision: 'keep', items: [{ id: ID, what: 'restriction' }] }, ['/reviewBy']],
  [
    'a day that is past',
    { decision: 'keep', items: [{ id: ID, what: 'restriction' }], reviewBy: '2026-11-22' },
    ['/reviewBy'],
  ],
  ['a day for consents', { decision: 'keep', items: unused(ID), reviewBy: '2099-01-01' }, ['/reviewBy']],
  [
    'told on a day to come',
    { decision: 'let-go', items: [{ id: ID, what: 'restriction' }], informedOn: '2027-11-22' },
    ['/informedOn'],
  ],
  ['told what needs it not', { decision: 'let-go', items: unused(ID), informedOn: '2026-11-20' }, ['/informedOn']],
  ['an address in the reason', { decision: 'keep', items: unused(ID), reason: 'of a@b.example' }, ['/reason']],
])('refuses %s', async (_what, body, pointers) => {
  const [status, { errors }] = await desk.decide(body);
  expect([status, errors?.map(({ pointer }) => pointer)]).toEqual([422, pointers]);
});

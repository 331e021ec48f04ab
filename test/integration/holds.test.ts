import { confirmed, journey, type Journey } from './journey';
import { newsOf } from './news';
import { expectProblem } from './observe';
import { audit } from './audit';
import { operatorIn, types, type Done, type Operator } from './subject-orders';
import { startWorld, type World } from './world';

let world: World;
let consume: () => Promise<void>;
let order: Operator['order'];
let ordered: Operator['ordered'];
let people = 0;

beforeAll(async () => {
  world = await startWorld();
  consume = newsOf(world);
  ({ order, ordered } = operatorIn(world));
});
afterEach(() => audit(world));
afterAll(() => world.stop());

async function subscriber(): Promise<Journey> {
  const person = journey(world, consume, `erika-${++people}@example.com`);
  await confirmed(person);
  return person;
}

describe('a hold', () => {
  const HOLD = { label: 'Erika Muster ./. Zettelkranich, 12 O 345/26', reviewBy: '2027-06-30' };
  const called = ({ now }: Done) => now.holds.map(({ label }) => label);

  test('has a name and a review date; several stand at once, and each is lifted alone', async () => {
    const { email } = await subscriber();
    await ordered('holds', email, HOLD);
    expect(types(await ordered('holds', email, HOLD))).toEqual([]);
    const later = await ordered('holds', email, { ...HOLD, reviewBy: '2028-06-30' });
    expect(later.now.holds).toEqual([expect.objectContaining({ ...HOLD, reviewBy: '2028-06-30' })]);
    expect(called(await ordered('holds', email, { label: 'Authority 7', reviewBy: '2027-01-31' }))).toEqual([
      HOLD.label,
      'Authority 7',
    ]);
    expect(called(await ordered('holds', email, { label: HOLD.label, lift: true }))).toEqual(['Authority 7']);
    for (const dryRun of [{}, { dryRun: true }]) {
      const again = await order('holds', email, { label: HOLD.label, lift: true, ...dryRun });
      expectProblem(again, { status: 409, code: 'no-such-hold' });
    }
  });

  test('is known by an id of ours, which its date is changed by and which it is lifted by; the name goes along', async () => {
    const { email } = await subscriber();
    const [placed] = (await ordered('holds', email, HOLD)).now.holds;
    const [moved] = (await ordered('holds', email, { case: placed!.case, reviewBy: '2029-01-01' })).now.holds;
    expect(moved).toMatchObject({ case: placed!.case, label: HOLD.label, reviewBy: '2029-01-01' });
    expect((await ordered('holds', email, { case: placed!.case, lift: true })).now.holds).toEqual([]);
    const other = await subscriber();
    await ordered('holds', other.email, HOLD);
    const ids = (await world.entries()).flatMap(({ type, facts }) => (type === 'HoldPlaced' ? [facts.case] : []));
    expect(new Set(ids.filter((id) => id === placed!.case)).size).toBe(1);
    expect(new Set(ids).size).toBeGreaterThan(2);
  });

  test('is not named in the ledger, and no id but ours gets there', async () => {
    const { email } = await subscriber();
    await ordered('holds', email, HOLD);
    for (const made of ['erika-muster-12-O-345x', 'A'.repeat(22)]) {
      const answer = await order('holds', email, { case: made, reviewBy: '2029-01-01' });
      expectProblem(answer, { status: 409, code: 'no-such-hold' });
    }
    const ledger = JSON.stringify(await world.items('ledger'));
    expect(ledger).not.toContain('12 O 345/26');
    expect(ledger.toLowerCase()).not.toContain('muster');
  });

  test('has its name in the vault, which has no end while the hold stands, and one once it is lifted', async () => {
    const { email } = await subscriber();
    await ordered('holds', email, HOLD);
    const subject = `subject#${await world.subjectId(email)}`;
    const ends = async () => {
      const items = (await world.items('vault')).filter((item) => item.pk === subject);
      return items.filter((item) => JSON.stringify(item).includes('12 O 345/26')).map(({ expiresAt }) => expiresAt);
    };
    expect(await ends()).toEqual([expect.any(Number)]);
    await consume();
    expect(await ends()).toEqual([undefined]);
    await ordered('holds', email, { label: HOLD.label, lift: true });
    await consume();
    expect(await ends()).toEqual([expect.any(Number)]);
  });

  test('is shown by a dry run under the name that it would have', async () => {
    const { email } = await subscriber();
    expect(called(await ordered('holds', email, { ...HOLD, dryRun: true }))).toEqual([HOLD.label]);
    expect(called(await ordered('restrictions', email))).toEqual([]);
  });
});

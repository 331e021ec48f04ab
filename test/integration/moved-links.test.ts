import { audit } from './audit';
import { failCall, type Outcome, type Reach } from './fault';
import { journey } from './journey';
import { moversIn, type Movers } from './movers';
import { newsOf } from './news';
import { operatorIn, TOLD, type Operator } from './subject-orders';
import { startWorld, tokenOf, type World } from './world';
import { runFunction } from './run-function';
import type { Failures } from './world';

let world: World;
let consume: () => Promise<void>;
let people: Movers;
let ordered: Operator['ordered'];
let audience: Operator['audience'];

beforeAll(async () => {
  world = await startWorld();
  consume = newsOf(world);
  people = moversIn(world, consume);
  ({ ordered, audience } = operatorIn(world));
});
afterEach(() => audit(world));
afterAll(() => world.stop());

describe('the link in an old mail', () => {
  const to = (token: string) => ({ params: { token } });

  test.each([
    ['button', 'unsubscribe-button'],
    ['one-click', 'unsubscribe-one-click'],
  ])('withdraws at the new address, too: %s', async (_, event) => {
    const { tokens, next } = await people.moved();
    const page = await world.call('unsubscribe', 'unsubscribe-page', to(tokens.unsubscribe));
    expect(page.body).toMatch(/<li>[^<]+<\/li>.*<li>[^<]+<\/li>.*<button/s);
    expect(await people.mayWriteTo(next)).not.toEqual([]);
    const answer = await world.call('unsubscribe', event, to(tokens.unsubscribe));
    expect(answer.statusCode).toBe(200);
    expect(await people.mayWriteTo(next)).toEqual([]);
    expect((await world.call('unsubscribe', event, to(tokens.unsubscribe))).statusCode).toBe(200);
    expect(await people.steps(next.email, 'ConsentWithdrawn')).toHaveLength(1);
    const nothing = await world.call('unsubscribe', 'unsubscribe-page', to(tokens.unsubscribe));
    expect(nothing.body).not.toContain('<button');
  });

  test('does its work on the second press where the first one stopped between the two addresses', async () => {
    const { old, tokens, next } = await people.moved();
    await ordered('withdrawals', old.email, TOLD);
    await world.call('unsubscribe', 'unsubscribe-button', to(tokens.unsubscribe));
    expect(await people.mayWriteTo(next)).toEqual([]);
  });

  test('works where nothing is kept of what was withdrawn, and the old address is in no audience', async () => {
    const site = 'notice-001';
    const [email, newEmail] = ['gone@example.com', 'here@example.com'];
    const press = async (address: string, fn: 'confirm' | 'unsubscribe'): Promise<number> => {
      const mail = (await world.mails(address)).find(({ links }) => links.some((link) => link.includes(`/${fn}/`)));
      return (await world.call(fn, `${fn}-button`, { params: { token: tokenOf(mail, fn) } })).statusCode;
    };
    const recipients = async () => (await audience('newsletter', site)).map((recipient) => recipient.email);
    const body = { email, purposes: ['newsletter'] };
    await world.call('signup', 'signup-json', { params: { site }, body, headers: { origin: undefined } });
    await consume();
    await press(email, 'confirm');
    await consume();
    expect(await recipients()).toEqual([email]);
    await ordered('rectifications', email, { newEmail }, site);
    await consume();
    await press(newEmail, 'confirm');
    await consume();
    expect(await recipients()).toEqual([newEmail]);
    expect(JSON.stringify(await world.items('vault'))).not.toContain(email);
    world.advance('P11M');
    expect(await press(email, 'unsubscribe')).toBe(200);
    await consume();
    expect(await recipients()).toEqual([]);
  });

  test('withdraws at the old one alone where the new one did not confirm yet', async () => {
    const { old, tokens, next } = await people.person();
    await people.move(old, next);
    await world.call('unsubscribe', 'unsubscribe-button', to(tokens.unsubscribe));
    expect([await people.mayWriteTo(old), (await people.steps(next.email, 'ConsentWithdrawn')).length]).toEqual([
      [],
      0,
    ]);
  });

  test('follows a person who moves on, and comes back', async () => {
    const { old, tokens, next } = await people.moved();
    const third = journey(world, consume, 'third@example.com');
    for (const [before, after] of [
      [next, third],
      [third, old],
    ] as const) {
      world.advance('P2D');
      await people.move(before, after);
      await people.confirmAt(after);
      await consume();
    }
    expect([await people.mayWriteTo(next), await people.mayWriteTo(third)]).toEqual([[], []]);
    expect(await people.mayWriteTo(old)).toEqual(['newsletter-product', 'analysis']);
    await world.call('unsubscribe', 'unsubscribe-button', to(tokens.unsubscribe));
    expect(await people.mayWriteTo(old)).toEqual([]);
  });
});

const FAULTS = (['not saved', 'saved'] as const).flatMap((outcome) =>
  (['for good', 'for once'] as const).map((reach) => [outcome, reach] as const),
);

/** The mover is told while its nth call fails; false when it makes fewer calls than that. */
async function moveWithFault(nth: number, outcome: Outcome, reach: Reach): Promise<boolean> {
  const { old, next } = await people.person();
  await people.move(old, next);
  await people.confirmAt(next);
  const [given] = await people.steps(next.email, 'ConsentGiven');
  const event = { detail: { site: 'demo', subject: given?.subject, seq: given?.seq } };
  const tell = () => runFunction<Failures>('mover', { Records: [{ messageId: 'm', body: JSON.stringify(event) }] });
  const { client: dynamo } = world.deps.ledger;
  const fault = failCall(dynamo, nth, outcome, reach);
  const { batchItemFailures } = await tell();
  fault.heal();
  if (batchItemFailures.length === 0) expect(await people.steps(old.email, 'ConsentWithdrawn')).toHaveLength(1);
  expect(await tell()).toEqual({ batchItemFailures: [] });
  expect(await people.steps(old.email, 'ConsentWithdrawn')).toHaveLength(1);
  expect([await people.mayWriteTo(old), await people.mayWriteTo(next)]).toEqual([
    [],
    ['newsletter-product', 'analysis'],
  ]);
  return fault.fired();
}

test.each(FAULTS)(
  'each call of what follows a confirmation can fail, %s, %s, and a repetition repairs it',
  async (outcome, reach) => {
    let nth = 0;
    while (await moveWithFault(nth, outcome, reach)) nth++;
    expect(nth).toBeGreaterThanOrEqual(3);
  },
);

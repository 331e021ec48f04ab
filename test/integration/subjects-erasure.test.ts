import { asSubject } from '../ids';
import { notice001 } from '../../examples/sites/notice-001-deletes-at-once';
import { deliver } from '../../shared/actions/deliver';
import { audit } from './audit';
import { failCall, type Outcome } from './fault';
import { confirmed, journey } from './journey';
import { newsOf } from './news';
import { toldIn } from './observe';
import { operatorIn, TOLD, types, type Operator } from './subject-orders';
import { startWorld, tokenOf, type World } from './world';

let world: World;
let consume: () => Promise<void>;
let order: Operator['order'];
let ordered: Operator['ordered'];
let audience: Operator['audience'];
let people = 0;

beforeAll(async () => {
  world = await startWorld();
  consume = newsOf(world);
  ({ order, ordered, audience } = operatorIn(world));
});
afterEach(() => audit(world));
afterAll(() => world.stop());

/** Signs up at a site, and confirms. */
async function subscriberOf(site: string, wishes: object = { purposes: ['newsletter'] }): Promise<string> {
  const email = `erika-${++people}@example.com`;
  const body = { email, language: 'de', ...wishes };
  const answer = await world.call('signup', 'signup-json', { params: { site }, body, headers: { origin: undefined } });
  expect(answer.statusCode).toBe(202);
  await consume();
  const mail = (await world.mails(email))[0];
  await world.call('confirm', 'confirm-button', { params: { token: tokenOf(mail, 'confirm') } });
  world.advance('PT1M');
  await consume();
  return email;
}

describe('an erasure', () => {
  test('at a site that keeps no proof ends every part at once, for every reader; the entries stay provable', async () => {
    const email = await subscriberOf('notice-001');
    const planned = await ordered('erasures', email, { dryRun: true }, 'notice-001');
    const done = await ordered('erasures', email, TOLD, 'notice-001');
    expect([types(planned), planned.erasure]).toEqual([types(done), done.erasure]);
    expect(types(done)).toEqual(['ConsentWithdrawn', 'DataErased']);
    expect(done.erasure).toEqual({
      result: 'erased',
      parts: { address: 1, network: 2, mail: 2, reason: 1 },
      against: [],
    });
    // Nobody has deleted anything yet.
    expect(JSON.stringify(await world.items('vault'))).toContain(email);
    const { bundle } = await world.evidence(email, 'notice-001');
    expect(toldIn(bundle, email)).not.toContain(email);
    expect(bundle.entries.map(({ entry }) => entry.type)).toContain('ConsentGiven');
    expect(types(await ordered('erasures', email, TOLD, 'notice-001'))).toEqual([]);
    await consume();
    expect(JSON.stringify(await world.items('vault'))).not.toContain(email);
    expect(await audience('newsletter', 'notice-001')).not.toContainEqual(expect.objectContaining({ email }));
  });

  test('leaves no address to mail to, also before anything is deleted', async () => {
    const email = await subscriberOf('notice-001');
    const deliverTo = async (): Promise<boolean> => {
      const entries = await world.history(email, 'notice-001');
      const [first] = entries;
      return deliver(world.deps, {
        site: notice001,
        subject: asSubject(first?.subject ?? ''),
        entries,
        record: { language: 'de', ...(first?.recordId !== undefined && { recordId: first.recordId }) },
        kind: 'confirmation',
        letter: { subject: 'A letter', text: 'What it says.' },
        now: new Date(),
      });
    };
    expect(await deliverTo()).toBe(true);
    await ordered('erasures', email, TOLD, 'notice-001');
    expect(JSON.stringify(await world.items('vault'))).toContain(email);
    const before = await world.mails(email);
    expect(await deliverTo()).toBe(false);
    expect(await world.mails(email)).toEqual(before);
  });

  test('where proof has to be kept restricts instead, and says until when; unless it is not needed', async () => {
    const email = await subscriberOf('notice-002');
    const done = await ordered('erasures', email, TOLD, 'notice-002');
    expect(types(done)).toEqual(['ConsentWithdrawn', 'ProcessingRestricted']);
    const until = expect.stringMatching(/^2030-11-/) as string;
    const recordId = expect.any(String) as string;
    expect(done.erasure).toEqual({ result: 'restricted', parts: {}, against: [{ kind: 'duty', recordId, until }] });
    expect(types(await ordered('erasures', email, TOLD, 'notice-002'))).toEqual([]);
    expect(done.now.records).toEqual([{ recordId, keptUntil: until }]);
    const despite = await ordered('erasures', email, { despiteDuty: true }, 'notice-002');
    expect(types(despite)).toEqual(['DataErased']);
    expect(despite.erasure).toMatchObject({ parts: { address: 1 }, against: [] });
  });

  test('a hold stands against it, whatever else may be waived', async () => {
    const email = await subscriberOf('notice-001');
    await ordered('holds', email, { label: 'A 1', reviewBy: '2027-11-22' }, 'notice-001');
    const done = await ordered('erasures', email, { despiteDuty: true }, 'notice-001');
    expect(types(done)).toEqual(['ConsentWithdrawn', 'ProcessingRestricted']);
    expect(done.now.records).toMatchObject([{ keptUntil: null }]);
    expect(done.erasure).toEqual({
      result: 'restricted',
      parts: {},
      against: [expect.objectContaining({ kind: 'hold', label: 'A 1', reviewBy: '2027-11-22' })],
    });
    await consume();
    expect(JSON.stringify(await world.items('vault'))).toContain(email);
    await ordered('holds', email, { label: 'A 1', lift: true }, 'notice-001');
    expect(types(await ordered('erasures', email, {}, 'notice-001'))).toEqual(['DataErased']);
  });

  test.each<Outcome>(['not saved', 'saved'])(
    'interrupted at any call (%s), the same order finishes it',
    async (outcome) => {
      const { client: dynamo } = world.deps.ledger;
      for (let nth = 0, fired = true; fired; nth++) {
        const email = await subscriberOf('notice-001');
        const fault = failCall(dynamo, nth, outcome, 'for good');
        const { statusCode } = await order('erasures', email, TOLD, 'notice-001');
        fault.heal();
        fired = fault.fired();
        if (statusCode !== 200) await ordered('erasures', email, TOLD, 'notice-001');
        expect(await stepsOf(email)).toEqual(['ConsentWithdrawn', 'DataErased']);
      }
    },
  );

  test('ordered twice at once it is carried out once', async () => {
    const email = await subscriberOf('notice-001');
    await Promise.all([1, 2, 3].map(() => ordered('erasures', email, TOLD, 'notice-001')));
    expect(await stepsOf(email)).toEqual(['ConsentWithdrawn', 'DataErased']);
  });

  /** What operators did about a person. */
  async function stepsOf(email: string): Promise<string[]> {
    const { bundle } = await world.evidence(email, 'notice-001');
    const steps = bundle.entries.filter(({ entry }) => entry.actor.kind === 'operator');
    return steps.map(({ entry }) => entry.type).filter((type) => type !== 'EvidenceDisclosed');
  }

  test('an order of a download is erased at once where it is no proof', async () => {
    const email = await subscriberOf('notice-001', { asset: 'whitepaper-consent' });
    expect(types(await ordered('erasures', email, {}, 'notice-001'))).toEqual(['DataErased']);
  });

  test('what waits for its confirmation can be confirmed no more, and is mailed no more', async () => {
    const email = `erika-${++people}@example.com`;
    const body = { email, asset: 'whitepaper-consent', purposes: [], language: 'de' };
    await world.call('signup', 'signup-json', { body });
    await consume();
    const token = tokenOf((await world.mails(email))[0], 'confirm');
    const done = await ordered('erasures', email);
    expect([types(done), done.erasure?.against]).toEqual([['DataErased'], []]);
    const answer = await world.call('confirm', 'confirm-button', { params: { token } });
    expect(answer.statusCode).toBe(410);
    const waiting = await subscriberless();
    await ordered('erasures', waiting);
    await consume();
    expect(await world.mails(waiting)).toEqual([]);
  });

  /** Signed up, and the mail has not gone out yet. */
  async function subscriberless(): Promise<string> {
    const email = `erika-${++people}@example.com`;
    await world.call('signup', 'signup-json', { body: { email, purposes: ['newsletter-events'], language: 'de' } });
    return email;
  }

  test('can leave a mark, also of somebody of whom nothing is known; their own sign-up takes it away', async () => {
    const stranger = await ordered('erasures', 'never@example.com', { suppress: true });
    expect([types(stranger), stranger.now.suppressed]).toEqual([['DataErased'], true]);
    expect(types(await ordered('erasures', 'never@example.com', { suppress: true }))).toEqual([]);
    const person = journey(world, consume, 'never@example.com');
    await confirmed(person);
    expect((await ordered('rectifications', person.email, { fields: { firstName: 'N' } })).now.suppressed).toBe(false);
    expect(await person.statuses()).toMatchObject({ 'newsletter-product': 'ConsentGiven' });
  });
});

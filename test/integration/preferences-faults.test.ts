import { audit } from './audit';
import { failCall, type Outcome } from './fault';
import { journey } from './journey';
import { newsOf } from './news';
import { hidden } from './preference-centre';
import { startWorld, type World } from './world';
import { subjectId } from '../../shared/ledger/subject-id';

let world: World;
let consume: () => Promise<void>;

beforeAll(async () => {
  world = await startWorld();
  consume = newsOf(world);
});
afterEach(() => audit(world));
afterAll(() => world.stop());

let people = 0;

/** Unticks analysis and ticks another newsletter while the nth call fails; false when fewer calls are made than that. */
async function saveWithFault(nth: number, outcome: Outcome): Promise<boolean> {
  const person = journey(world, consume, `preferences-fault-${(people += 1)}@example.com`);
  await person.signUp();
  await person.press(await person.token('confirm'));
  const params = { token: await person.token('preferences') };
  const page = await world.call('preferences', 'preferences-page', { params });
  const ticked = ['newsletter-product', 'newsletter-events'].map((id) => ['purpose', id]);
  const body = new URLSearchParams([...hidden(page.body), ...ticked, ['do', 'save']].map(([a = '', b = '']) => [a, b]));
  const save = () => world.call('preferences', 'preferences-save', { params, body: body.toString() });
  const { client: dynamo } = world.deps.ledger;
  const fault = failCall(dynamo, nth, outcome, 'for good');
  const { statusCode } = await save();
  fault.heal();
  expect([200, 503]).toContain(statusCode);
  expect((await save()).statusCode).toBe(200);
  await consume();
  const subject = await subjectId(world.deps.subjectKey, 'demo', person.email);
  const own = (await world.entries()).filter((entry) => entry.subject === subject);
  // But for what processors were told, which is about the person as a whole.
  const types = own.filter(({ recordId }) => recordId !== undefined).map(({ type }) => type);
  expect(types.sort()).toEqual([
    ...['ConsentGiven', 'ConsentRequested', 'ConsentRequested', 'ConsentWithdrawn'],
    ...['MailSent', 'MailSent', 'MailSent'],
  ]);
  return fault.fired();
}

test.each(['not saved', 'saved'] as const)(
  'each call of a press can fail, %s, and pressing again does what is left, once',
  async (outcome) => {
    let nth = 0;
    while (await saveWithFault(nth, outcome)) nth++;
    expect(nth).toBeGreaterThanOrEqual(8);
  },
);

import { REPORT_KEY } from './processors';
import { ofType, somebody, Telling } from './telling';
import { signed } from './tool-messages';
import { startWorld, type World } from './world';

/* Leaving at a processor, as the gateway calls the functions. */

let world: World;
let people: Telling;

beforeAll(async () => {
  world = await startWorld();
  people = new Telling(world);
});
beforeEach(() => world.advance('PT1M'));
afterAll(() => world.stop());

async function subscribed(): Promise<string> {
  const email = somebody();
  await people.subscribed('demo', email, ['newsletter-product', 'newsletter-events']);
  world.advance('PT1H');
  return email;
}

describe('by the function, over HTTP', () => {
  test('a processor of the examples reports; evidence and access report say who and how', async () => {
    const email = await subscribed();
    const text = JSON.stringify({ type: 'unsubscribed', timestamp: new Date().toISOString(), data: { email } });
    const answer = await world.call('feedback', 'feedback-processor', {
      headers: signed(text, REPORT_KEY),
      body: text,
    });
    expect(answer).toMatchObject({ statusCode: 200, body: '' });
    const { bundle } = await world.evidence(email);
    const withdrawn = bundle.entries.find(({ entry }) => entry.type === 'ConsentWithdrawn');
    expect(withdrawn).toMatchObject({
      entry: { facts: { via: 'elsewhere', processor: 'brieftapir', reportedBy: 'webhook' } },
      parts: { reason: { state: 'disclosed', data: { reason: text } } },
    });
  });

  test('by the API, with the processor’s own access token', async () => {
    const email = await subscribed();
    const body = { processor: 'brieftapir', emails: [email, somebody()], kind: 'unsubscribed' };
    const answer = await world.call('reports', 'leavings', { body });
    expect(JSON.parse(answer.body)).toEqual({ reported: 2, recorded: 1 });
    expect(ofType(await people.history('demo', email), 'ConsentWithdrawn')).toMatchObject([
      { actor: { kind: 'backend' }, facts: { via: 'elsewhere', processor: 'brieftapir', reportedBy: 'api' } },
    ]);
    const wrong = { ...body, purposes: ['analysis-of-others'], processor: 'brieftapir' };
    expect((await world.call('reports', 'leavings', { body: wrong })).statusCode).toBe(422);
  });
});

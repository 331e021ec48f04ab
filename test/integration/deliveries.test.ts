import { asSubject } from '../ids';
import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { audit } from './audit';
import { TOLD } from './subject-orders';
import { somebody, Telling } from './telling';
import { startWorld, type World } from './world';
import { endTurn, takeTurn } from '../../shared/ledger/deliveries';

let world: World;
let people: Telling;

beforeAll(async () => {
  world = await startWorld();
  people = new Telling(world);
});
afterEach(async () => {
  world.processors.behave(undefined);
  world.processors.told.length = 0;
  await audit(world);
});
afterAll(() => world.stop());

describe('what could not be told', () => {
  test('is listed with why, by ids alone, until it was', async () => {
    const [one, other] = [somebody(), somebody()];
    for (const email of [one, other]) await people.subscribed('demo', email, ['newsletter-product']);
    world.processors.behave({ status: 500 });
    expect(await people.notify('demo', one)).toBe(false);
    expect(await people.notify('demo', one)).toBe(false);
    world.processors.behave('no answer');
    expect(await people.notify('demo', other)).toBe(false);
    const listed = await people.deliveries();
    expect(listed).toHaveLength(2);
    expect(listed).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          id: await people.subjectOf('demo', one),
          attempts: 2,
          failure: 'refused',
          status: 500,
        }),
        expect.objectContaining({ id: await people.subjectOf('demo', other), attempts: 1, failure: 'unreachable' }),
      ]),
    );
    expect(JSON.stringify(listed)).not.toContain('@');
    expect(await people.replay()).toEqual({ told: 0, failed: 2 });
    world.processors.behave(undefined);
    expect(await people.replay()).toEqual({ told: 2, failed: 0 });
    expect(await people.deliveries()).toEqual([]);
    expect([...world.processors.picture('demo/brieftapir').keys()]).toEqual(expect.arrayContaining([one, other]));
  });

  test('is tried again page by page', async () => {
    const emails = Array.from({ length: 22 }, somebody);
    for (const email of emails) await people.subscribed('demo', email, ['newsletter-product']);
    world.processors.behave({ status: 400 });
    for (const email of emails) await people.notify('demo', email);
    world.processors.behave(undefined);
    expect(await people.replay()).toEqual({ told: 22, failed: 0 });
    expect(await people.deliveries()).toEqual([]);
  });

  test('a processor that is new is told of everybody, once', async () => {
    const emails = Array.from({ length: 3 }, somebody);
    for (const email of emails) {
      await people.subscribed('notice-004', email, ['product-updates']);
      await people.consume('notice-004', email, 'projector');
    }
    await people.notify('notice-004', emails[0] ?? '');
    expect(await people.replay('notice-004', { everybody: true })).toEqual({ told: 2, failed: 0 });
    expect([...world.processors.picture('notice-004/meldeluchs').keys()].sort()).toEqual([...emails].sort());
    expect(await people.replay('notice-004', { everybody: true })).toEqual({ told: 0, failed: 0 });
    expect(await people.replay('notice-000', { everybody: true })).toEqual({ told: 0, failed: 0 });
  });

  test('is tried twice at once where that may help, and not where it will not', async () => {
    const email = somebody();
    await people.subscribed('demo', email, ['newsletter-product']);
    world.processors.behave({ status: 401 });
    await people.notify('demo', email);
    expect(people.told()).toHaveLength(1);
    world.processors.behave({ status: 502 });
    await people.notify('demo', email);
    expect(people.told()).toHaveLength(3);
    expect(new Set(people.told().map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    world.processors.behave({ status: 302, body: {} });
    await people.notify('demo', email);
    expect(people.told()).toHaveLength(4);
    world.processors.behave(undefined);
    await people.notify('demo', email);
  });

  test('is not tried at a processor that wants nothing any more, until somebody asks for it', async () => {
    const [one, other] = [somebody(), somebody()];
    for (const email of [one, other]) await people.subscribed('demo', email, ['newsletter-product']);
    world.processors.behave({ status: 410 });
    expect(await people.notify('demo', one)).toBe(false);
    expect(await people.notify('demo', other)).toBe(false);
    expect(people.told()).toHaveLength(1);
    expect(await people.deliveries()).toMatchObject([{ failure: 'stopped' }, { failure: 'stopped' }]);
    world.processors.behave(undefined);
    expect(await people.replay()).toEqual({ told: 2, failed: 0 });
  });
});

test('a crash between sending and the entry: it is told once more, under the same id', async () => {
  const email = somebody();
  await people.subscribed('demo', email, ['newsletter-product']);
  const { client: dynamo } = world.deps.ledger;
  const crash = (next: (args: { input: { Item?: Record<string, { S?: string }> } }) => Promise<unknown>) => {
    return (args: { input: { Item?: Record<string, { S?: string }> } }) => {
      if (args.input.Item?.['type']?.S === 'ProcessorInformed') throw new Error('injected');
      return next(args);
    };
  };
  dynamo.middlewareStack.add(crash as never, { step: 'initialize', name: 'crash' });
  expect(await people.notify('demo', email)).toBe(false);
  dynamo.middlewareStack.remove('crash');
  expect(await people.notify('demo', email)).toBe(true);
  const [first, second, ...others] = people.told();
  expect(others).toEqual([]);
  expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
  expect(second?.body).toBe(first?.body);
});

test('two at once: one tells, the other comes again; what was true before never arrives last', async () => {
  const email = somebody();
  await people.subscribed('demo', email, ['newsletter-product']);
  expect(await Promise.all([people.notify('demo', email), people.notify('demo', email)])).toContain(true);
  expect(people.told()).toHaveLength(1);
  await people.ordered('withdrawals', email, TOLD);
  await Promise.all([people.notify('demo', email), people.notify('demo', email), people.notify('demo', email)]);
  expect(people.told().map(({ type }) => type)).toEqual(['permissions.changed', 'deletion.requested']);
});

/** As by the queue, which calls again whoever did not get their turn. */
async function notified(email: string): Promise<void> {
  while (!(await people.notify('demo', email)));
}

test('a consent that is slow to arrive does not undo the withdrawal that followed', async () => {
  const email = somebody();
  await people.subscribed('demo', email, ['newsletter-product']);
  const release = world.processors.hold();
  const slow = people.notify('demo', email);
  while (people.told().length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  await people.ordered('withdrawals', email, TOLD);
  const quick = notified(email);
  setTimeout(release, 100);
  expect(await slow).toBe(true);
  await quick;
  expect(people.told().map(({ type }) => type)).toEqual(['permissions.changed', 'deletion.requested']);
  expect(world.processors.picture('demo/brieftapir').has(email)).toBe(false);
});

test('a turn that nobody gave back is taken by the next after a minute', async () => {
  const email = somebody();
  await people.subscribed('demo', email, ['newsletter-product']);
  const subject = await people.subjectOf('demo', email);
  await takeTurn(world.deps.audience, {
    site: 'demo',
    processor: 'brieftapir',
    subject: asSubject(subject),
    name: 'of who crashed',
  });
  expect(await people.notify('demo', email)).toBe(false);
  expect(people.told()).toEqual([]);
  world.advance('PT1M');
  expect(await people.notify('demo', email)).toBe(true);
  expect(people.told()).toHaveLength(1);
});

test('who does not get a turn asks for it for nearly three seconds, even where the shortest pauses are drawn', async () => {
  const draw = jest.spyOn(Math, 'random').mockReturnValue(0);
  const turn = { site: 'demo', processor: 'brieftapir', subject: asSubject('A'.repeat(22)), name: 'of the first' };
  await takeTurn(world.deps.audience, turn);
  const began = performance.now();
  await expect(takeTurn(world.deps.audience, { ...turn, name: 'of the second' })).rejects.toMatchObject({
    name: 'Busy',
  });
  const took = performance.now() - began;
  draw.mockRestore();
  await endTurn(world.deps.audience, turn);
  expect(took).toBeGreaterThan(2_700);
});

test('an address that is gone too soon is a failure that operators see', async () => {
  const email = somebody();
  await people.subscribed('demo', email, ['newsletter-product']);
  await people.notify('demo', email);
  await people.ordered('withdrawals', email, TOLD);
  const subject = await people.subjectOf('demo', email);
  const address = (await world.items('vault')).find(
    ({ pk, sk }) => pk === `subject#${subject}` && sk.includes('#address#'),
  );
  const Key = marshall({ pk: address?.pk, sk: address?.sk });
  await world.dynamo.send(new DeleteItemCommand({ TableName: process.env['VAULT_TABLE'], Key }));
  expect(await people.notify('demo', email)).toBe(false);
  expect(await people.deliveries()).toMatchObject([{ id: subject, failure: 'no-address' }]);
});

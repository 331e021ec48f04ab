import { somebody, Telling } from './telling';
import { startWorld, type World } from './world';
import { noteFetch } from '../../shared/ledger/fetches';
import { putOperatorName } from '../../shared/ledger/operator-names';

let world: World;
let people: Telling;

beforeAll(async () => {
  world = await startWorld();
  people = new Telling(world);
});
beforeEach(() => world.processors.behave(undefined));
afterAll(() => world.stop());

interface Tool {
  readonly id: string;
  readonly state: string;
  readonly failed: number;
  readonly failures: readonly { readonly failure: string; readonly status?: number; readonly count: number }[];
  readonly stoppedAt?: string;
}

async function tools(site = 'demo'): Promise<Record<string, Tool>> {
  const { statusCode, body } = await world.call('deliveries', 'processors', { params: { site } });
  expect(statusCode).toBe(200);
  expect(body).not.toContain('@');
  const { processors } = JSON.parse(body) as { processors: Tool[] };
  return Object.fromEntries(processors.map((tool) => [tool.id, tool]));
}

async function failing(behaviour: Parameters<World['processors']['behave']>[0], count = 1): Promise<void> {
  world.processors.behave(behaviour);
  for (let n = 0; n < count; n++) {
    const email = somebody();
    await people.subscribed('demo', email, ['newsletter-product']);
    await people.notify('demo', email);
  }
  world.processors.behave(undefined);
}

describe('the tools', () => {
  test('are in step once they were told; who is not told from here is by hand', async () => {
    const email = somebody();
    await people.subscribed('demo', email, ['newsletter-product']);
    await people.notify('demo', email);
    expect(await tools()).toMatchObject({
      brieftapir: { state: 'in-step', failed: 0, failures: [] },
      wolkenhamster: { state: 'by-hand' },
    });
  });

  test('say why they do not know everything, by reason, until they do', async () => {
    await failing({ status: 401 }, 2);
    await failing('no answer');
    const { brieftapir } = await tools();
    expect(brieftapir).toMatchObject({ state: 'failed', failed: 3 });
    expect(brieftapir?.failures).toMatchObject([
      { failure: 'refused', status: 401, count: 2 },
      { failure: 'unreachable', count: 1 },
    ]);
    expect(await people.replay('demo', { processor: 'wolkenhamster' })).toEqual({ told: 0, failed: 0 });
    expect((await tools())['brieftapir']?.failed).toBe(3);
    expect(await people.replay('demo', { processor: 'brieftapir' })).toEqual({ told: 3, failed: 0 });
    expect((await tools())['brieftapir']).toMatchObject({ state: 'in-step', failed: 0 });
  });

  test('say that they want nothing any more, until somebody has it tried again', async () => {
    await failing({ status: 410 });
    const { brieftapir } = await tools();
    expect(brieftapir).toMatchObject({ state: 'stopped', stoppedAt: expect.any(String) as string });
    await people.replay('demo', { processor: 'brieftapir' });
    expect((await tools())['brieftapir']).toMatchObject({ state: 'in-step' });
  });

  test('are not told again all at once and one alone', async () => {
    const body = { everybody: true, processor: 'brieftapir' };
    expect((await world.call('deliveries', 'deliveries-replay', { body })).statusCode).toBe(422);
  });
});

describe('fetches', () => {
  const listed = async (query: Record<string, string> = {}) => {
    const { statusCode, body } = await world.call('desk', 'fetches', { query });
    expect(statusCode).toBe(200);
    return JSON.parse(body) as { fetches: { at: string; name?: string; people: number }[]; cursor?: string };
  };

  test('come the latest first, page by page, with what operators are called, as long as they are kept', async () => {
    const now = new Date();
    const far = new Date('2099-01-01');
    await putOperatorName(world.deps.vault, 'person-1', { name: 'B. Muster', at: now.toISOString() }, far);
    for (const [n, end] of [far, far, new Date(now.getTime() - 1000)].entries()) {
      const at = `2026-11-0${n + 1}T09:00:00.000Z`;
      const operator = n === 0 ? 'person-1' : 'program';
      await noteFetch(world.deps.ledger, 'demo', { at, operator, what: 'audience', purpose: 'x', count: n }, end);
    }
    const first = await listed({ limit: '2' });
    expect(first.fetches.map(({ at }) => at.slice(0, 10))).toEqual(['2026-11-02']);
    const second = await listed({ limit: '2', cursor: first.cursor ?? '' });
    expect(second.fetches).toEqual([
      {
        at: '2026-11-01T09:00:00.000Z',
        operator: 'person-1',
        name: 'B. Muster',
        list: 'audience',
        purpose: 'x',
        people: 0,
      },
    ]);
    expect((await world.call('desk', 'fetches', { query: { cursor: 'x' } })).statusCode).toBe(400);
  });
});

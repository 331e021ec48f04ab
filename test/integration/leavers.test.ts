import { Marketing } from './marketing';
import { expectProblem } from './observe';
import { SomeBody } from './people';
import { startWorld, type World } from './world';
import type { Way } from '../../shared/consent/steps/facts';
import { readFetches } from '../../shared/ledger/fetches';

const LIST = 'newsletter-product';
const OTHER = 'newsletter-events';
let world: World;
let marketing: Marketing;
let names = 0;

beforeAll(async () => {
  world = await startWorld();
  marketing = new Marketing(world);
});
afterAll(() => world.stop());

interface Leaver {
  readonly id: string;
  readonly email?: string;
  readonly purpose: string;
  readonly at: string;
  readonly how: string;
  readonly via?: string;
}
interface Summary {
  readonly countedAt: string;
  readonly mayBeMailed: number;
  readonly not: Readonly<Record<string, number>>;
  readonly left: { readonly since: string; readonly people: number; readonly how: Readonly<Record<string, number>> };
}

async function subscriber(purposes: readonly string[] = [LIST]): Promise<SomeBody> {
  const person = new SomeBody(world, `leaver-${++names}`);
  await person.give(purposes);
  await person.tellAll();
  return person;
}

const purposeOf = async (person: SomeBody, id: string) =>
  (await person.entries())
    .flatMap(({ purposes }) => purposes)
    .filter((purpose) => purpose.id === id)
    .slice(0, 1);

async function leave(person: SomeBody, via: Way = 'one-click', id = LIST): Promise<void> {
  const purposes = await purposeOf(person, id);
  await person.take({ type: 'ConsentWithdrawn', purposes, facts: { via } });
  await person.tellAll();
}

async function page(
  query: Record<string, string> = {},
): Promise<{ leavers: Leaver[]; cursor?: string; since: string }> {
  const { statusCode, body } = await marketing.call('leavers', { query });
  expect([statusCode, body]).toEqual([200, expect.any(String)]);
  return JSON.parse(body) as { leavers: Leaver[]; cursor?: string; since: string };
}

async function leavers(query: Record<string, string> = {}): Promise<Leaver[]> {
  const found: Leaver[] = [];
  let cursor: string | undefined;
  do {
    const next = await page({ ...query, ...(cursor !== undefined && { cursor }) });
    found.push(...next.leavers);
    cursor = next.cursor;
  } while (cursor !== undefined);
  return found;
}

const of = async (person: SomeBody): Promise<Leaver[]> => {
  const id = await person.subject();
  return (await leavers()).filter((leaver) => leaver.id === id);
};

async function summary(purpose = OTHER): Promise<Summary> {
  const { statusCode, body } = await marketing.call('audience-summary', { params: { purpose } });
  expect([statusCode, body]).toEqual([200, expect.any(String)]);
  return JSON.parse(body) as Summary;
}

describe('who left', () => {
  test('comes with the address, the purpose, when and how', async () => {
    const person = await subscriber([LIST, OTHER]);
    await leave(person);
    const at = (await person.entries()).at(-1)?.at;
    const { email } = person;
    expect(await of(person)).toEqual([
      { id: await person.subject(), email, purpose: LIST, at, how: 'withdrawn', via: 'one-click' },
    ]);
  });

  test('by pressing "spam" complained', async () => {
    const person = await subscriber();
    await leave(person, 'complaint');
    expect(await of(person)).toMatchObject([{ how: 'complained' }]);
  });

  test('and is told of again is said once', async () => {
    const person = await subscriber();
    await leave(person);
    await person.tell((await person.entries()).length - 1);
    await person.tell((await person.entries()).length - 1);
    expect(await of(person)).toHaveLength(1);
  });

  test('and came back is not among them; who then leaves again is, once, by when that was', async () => {
    const person = await subscriber();
    await leave(person);
    await person.give([LIST]);
    await person.tellAll();
    expect(await of(person)).toEqual([]);
    await leave(person, 'letter');
    expect(await of(person)).toMatchObject([{ via: 'letter', at: (await person.entries()).at(-1)?.at }]);
  });

  test('and signed up again without confirming is out', async () => {
    const person = await subscriber();
    await leave(person);
    const confirmBy = '2099-01-01T00:00:00.000Z';
    const [given] = (await person.entries()).filter(({ type }) => type === 'ConsentGiven');
    const said = { recordId: 'A'.repeat(22), language: 'de', purposes: given?.purposes } as object;
    await person.take({ type: 'ConsentRequested', ...said, facts: { confirmBy } });
    await person.tellAll();
    expect(await of(person)).toHaveLength(1);
  });

  test('what nobody confirmed nobody left', async () => {
    const person = new SomeBody(world, `leaver-${++names}`);
    await person.give([LIST]);
    await person.delete(({ type }) => type === 'ConsentGiven');
    person.untold.pop();
    await person.tellAll();
    await person.take({ type: 'ConsentRefused', purposes: await purposeOf(person, LIST), facts: {} });
    await person.tellAll();
    expect(await of(person)).toEqual([]);
  });

  test('and is deleted at once is said to have ended, without an address', async () => {
    const person = await subscriber();
    await person.withdraw([LIST]);
    const seq = (await person.entries()).length - 1;
    await person.delete(() => true);
    await person.tell(seq);
    await person.tell(seq);
    expect(await of(person)).toEqual([
      { id: await person.subject(), purpose: LIST, at: expect.any(String) as string, how: 'ended' },
    ]);
  });

  test('comes page by page, the latest first, and of one purpose where that is asked for', async () => {
    const people = [await subscriber([OTHER]), await subscriber([OTHER]), await subscriber([OTHER])];
    for (const person of people) await leave(person, 'page', OTHER);
    const found = await leavers({ purpose: OTHER, limit: '1' });
    const ids = await Promise.all(people.map((person) => person.subject()));
    expect(found.map(({ id }) => id)).toEqual([...ids].reverse());
    expect(found.every(({ purpose }) => purpose === OTHER)).toBe(true);
    const times = (await leavers()).map(({ at }) => at);
    expect(times).toEqual([...times].sort().reverse());
  });

  test('is written down with how many people were named', async () => {
    await page({ limit: '2' });
    const fetches = [];
    for await (const fetch of readFetches(world.deps.ledger, 'demo', new Date())) fetches.push(fetch);
    expect(fetches.filter(({ what }) => what === 'leavers').at(-1)).toMatchObject({
      count: 2,
      operator: 'test-operator',
    });
  });

  test('longer ago than is known, on no day, or by a cursor of another list is refused', async () => {
    const { since } = await page();
    expectProblem(await marketing.call('leavers', { query: { since: '2020-01-01' } }), { status: 400, code: 'since' });
    expectProblem(await marketing.call('leavers', { query: { since: 'today' } }), { status: 400, code: 'since' });
    const cursor = Buffer.from(JSON.stringify({ before: 'x' })).toString('base64url');
    expectProblem(await marketing.call('leavers', { query: { cursor } }), { status: 400, code: 'cursor' });
    expect((await page({ since })).since).toBe(since);
  });

  test('is forgotten after 35 days', async () => {
    const person = await subscriber();
    await leave(person);
    world.advance('P36D');
    expect(await of(person)).toEqual([]);
    // Nor is it said anew by who looks at the person later.
    await person.tell((await person.entries()).length - 1);
    const { since } = await page();
    expect((await leavers({ since })).map(({ id }) => id)).not.toContain(await person.subject());
  });
});

describe('the summary', () => {
  test('says how many may be mailed, and why not more', async () => {
    world.advance('P40D');
    const before = await summary();
    const [kept, bounced, restricted, left, back] = Array.from(
      { length: 5 },
      () => new SomeBody(world, `leaver-${++names}`),
    );
    for (const person of [kept, bounced, restricted, left, back]) await person?.give([OTHER]);
    await bounced?.take({ type: 'MailBounced', facts: { bounce: 'permanent' } });
    await restricted?.take({ type: 'ProcessingRestricted', facts: { via: 'letter' } });
    await left?.withdraw([OTHER]);
    await back?.withdraw([OTHER]);
    await back?.give([OTHER]);
    const waiting = new SomeBody(world, `leaver-${++names}`);
    await waiting.give([OTHER]);
    await waiting.delete(({ type }) => type === 'ConsentGiven');
    for (const person of [kept, bounced, restricted, left, back, waiting]) await person?.tellAll();
    world.advance('PT6M');
    const after = await summary();
    const more = (of: (said: Summary) => number | undefined): number => (of(after) ?? 0) - (of(before) ?? 0);
    expect(more(({ mayBeMailed }) => mayBeMailed)).toBe(2);
    expect(after.mayBeMailed).toBe((await marketing.audience(OTHER)).length);
    expect(more(({ not }) => not['undeliverable'])).toBe(1);
    expect(more(({ not }) => not['restricted'])).toBe(1);
    expect(more(({ not }) => not['pending'])).toBe(1);
    expect(more(({ left: gone }) => gone.people)).toBe(1);
    expect(more(({ left: gone }) => gone.how['withdrawn'])).toBe(1);
  });

  test('is counted at most every five minutes, and says when', async () => {
    world.advance('PT6M');
    const first = await summary();
    await subscriber([OTHER]);
    expect(await summary()).toMatchObject({ mayBeMailed: first.mayBeMailed, countedAt: first.countedAt });
    world.advance('PT6M');
    expect((await summary()).mayBeMailed).toBe(first.mayBeMailed + 1);
  });

  test('counts sign-ups as long as they can be confirmed', async () => {
    world.advance('PT6M');
    const { not } = await summary();
    expect(not['pending']).toBe(1);
    world.advance('P8D');
    expect((await summary()).not['pending']).toBe(0);
  });

  test('and the register say how many rest on which wording', async () => {
    world.advance('PT6M');
    const read = async () => {
      const { statusCode, body } = await world.call('audience', 'register');
      expect(statusCode).toBe(200);
      const { purposes } = JSON.parse(body) as { purposes: { purpose: string; wordings: Wording[] }[] };
      return purposes.find(({ purpose }) => purpose === OTHER)?.wordings ?? [];
    };
    interface Wording {
      readonly language?: string;
      readonly text?: string;
      readonly isCurrent: boolean;
      readonly restingOn: number;
      readonly newest?: string;
    }
    const [before = []] = [(await read()).map(({ restingOn }) => restingOn)];
    await subscriber([OTHER]);
    world.advance('PT6M');
    const after = await read();
    const total = (all: readonly number[]): number => all.reduce((sum, count) => sum + count, 0);
    expect(total(after.map(({ restingOn }) => restingOn))).toBe(total(before) + 1);
    const german = after.find(({ language, isCurrent }) => language === 'de' && isCurrent);
    expect(german).toMatchObject({ text: expect.any(String) as string, newest: expect.any(String) as string });
    expect(after.find(({ language }) => language === 'en')).toMatchObject({ restingOn: 0 });
  });

  test('is of a purpose that there is', async () => {
    expectProblem(await marketing.call('audience-summary', { params: { purpose: 'nothing' } }), {
      status: 404,
      code: 'unknown-purpose',
    });
  });
});

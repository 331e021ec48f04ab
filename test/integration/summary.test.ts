import { deflateRawSync } from 'node:zlib';
import { lacksOfSummary } from '../../cli/derived/summaries';
import { planEnds } from '../../shared/ledger/end-plan';
import { applyEnds } from '../../shared/ledger/ends';
import { readHistory, readWholeHistory } from '../../shared/ledger/ledger';
import { putOffAllEnds } from '../../shared/ledger/put-off';
import { readWhole } from '../../shared/ledger/summary';
import { findSite } from '../../shared/policy/sites';
import { queueEvent } from './fixtures';
import { copiesIn, LongLived, readsOf, request } from './long-history';
import { runFunction } from './run-function';
import { startWorld, type Item, type World } from './world';

let world: World;
let count = 0;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const someone = (): Promise<LongLived> => LongLived.begin(world, `long-${++count}`);

const summed = (repetitions?: number): Promise<LongLived> => LongLived.summed(world, `long-${++count}`, repetitions);
const read = (one: LongLived) => readHistory(world.deps.ledger, one.subject, new Date());

describe('a short history', () => {
  test('has no summary, and one query reads it all', async () => {
    const one = await someone();
    await one.repeat(13);
    await one.retain();
    expect((await one.items()).map(({ sk }) => sk.split('#')[0])).toEqual(Array.from({ length: 15 }, () => 'entry'));
    expect(await readsOf(world.deps.ledger.client, () => read(one))).toEqual({ calls: 1, items: 15 });
  });
});

describe('a long history', () => {
  test('is read in one query, however long it is, and every rule says of it what it says of all of it', async () => {
    const one = await summed(60);
    const [some, all] = await one.decides();
    expect(all).toBe(62);
    expect(some).toBeLessThan(20);
    expect(await readsOf(world.deps.ledger.client, () => read(one))).toEqual({ calls: 1, items: 16 });
  });

  test('goes on with the same summary for some steps, and then has a new one', async () => {
    const one = await summed();
    const { upTo } = (await one.summary())!;
    await one.repeat(11);
    await one.retain();
    expect(await one.summary()).toMatchObject({ upTo });
    await one.decides();
    await one.repeat(1);
    await one.retain();
    expect(await one.summary()).toMatchObject({ upTo: Number(upTo) + 12 });
    await one.decides();
  });

  test('is read from the summary on where nobody made a new one for long', async () => {
    const one = await summed();
    await one.repeat(40);
    const [some] = await one.decides();
    expect(some).toBeLessThan(57);
    expect((await readsOf(world.deps.ledger.client, () => read(one))).calls).toBe(2);
  });

  test('has a summary without anything that the entries do not hold', async () => {
    const one = await summed();
    const summary = (await one.summary())!;
    const entries = (await one.items()).flatMap(({ entry }) => entry as string);
    expect(entries).toEqual(expect.arrayContaining(copiesIn(summary).map(({ entry }) => entry)));
    const { copies: _, ...beside } = summary;
    expect(Object.keys(beside).sort()).toEqual(['grounds', 'hash', 'mark', 'pk', 'reached', 'site', 'sk', 'upTo', 'v']);
  });

  test('costs a message of retention no more than what counts of it', async () => {
    const one = await summed(80);
    await one.repeat(1);
    const { calls, items } = await readsOf(world.deps.ledger.client, () => one.retain());
    expect(calls).toBe(2);
    expect(items).toBeLessThan(20);
  });
});

describe('all entries are read where the summary', () => {
  const whole = async (one: LongLived): Promise<void> => {
    const [some, all] = await one.decides();
    expect(some).toBe(all);
  };

  test('is lost', async () => {
    const one = await summed();
    await one.remove((await one.summary())!);
    await whole(one);
    await one.repeat(1);
    await one.retain();
    expect(await one.summary()).toBeDefined();
  });

  test.each<[string, (summary: Item) => Partial<Item>]>([
    ['is of another version', () => ({ v: 2 })],
    ['is of another chain', () => ({ hash: 'A'.repeat(43) })],
    ['cannot be unpacked', () => ({ copies: Buffer.from('spoilt') })],
    ['holds no copies', () => ({ copies: deflateRawSync('{}') })],
    ['is of another person', (summary) => ({ copies: ofAnother(summary) })],
    ['lacks its last entry', (summary) => ({ copies: packed(copiesIn(summary).slice(0, -1)) })],
    ['has its entries in another order', (summary) => ({ copies: packed(swapped(copiesIn(summary))) })],
    ['is past its end', () => ({ expiresAt: Math.floor(Date.now() / 1000) })],
  ])('%s; and the next message of retention makes a new one', async (_, change) => {
    const one = await summed();
    const summary = (await one.summary())!;
    await one.put({ ...summary, ...change(summary) });
    await whole(one);
    await one.repeat(12);
    await one.retain();
    const [some, all] = await one.decides();
    expect(some).toBeLessThan(all);
  });

  const packed = (copies: readonly object[]): Buffer => deflateRawSync(JSON.stringify(copies));
  const ofAnother = (summary: Item): Buffer =>
    packed(
      copiesIn(summary).map(({ entry }) => ({
        entry: entry.replace(/"subject":"[^"]+"/, '"subject":"BBBBBBBBBBBBBBBBBBBBBB"'),
      })),
    );
  const swapped = <T>([first, second, ...rest]: readonly T[]): T[] => [second!, first!, ...rest];

  test('ends with an entry that is not there, nor the one after it', async () => {
    const one = await summed();
    const { upTo } = (await one.summary())!;
    await one.repeat(4);
    const items = await one.items();
    for (const seq of [Number(upTo), Number(upTo) + 1]) await one.remove(items.find((item) => item['seq'] === seq)!);
    await whole(one);
  });

  test('ends after the place up to which a processor was told since', async () => {
    const one = await summed();
    const { upTo } = (await one.summary())!;
    await one.add({ type: 'ProcessorInformed', facts: { processor: 'tool', upTo: Number(upTo) - 1 } });
    await whole(one);
    await one.retain();
    await one.decides();
  });
});

describe('ends are looked at again', () => {
  const endsOf = async (one: LongLived) =>
    (await one.items()).flatMap(({ sk, expiresAt }) => (sk === 'summary' ? [] : [expiresAt]));

  test('where they were put off for a step that was then never written', async () => {
    const one = await summed();
    await one.add({ ...request('r1'), type: 'ConsentWithdrawn', facts: { via: 'one-click' } });
    await one.retain();
    const before = await endsOf(one);
    expect(before[0]).toBeGreaterThan(0);
    expect(await one.summary()).toBeDefined();
    const now = new Date();
    const to = new Date(Number(before[0]) * 1000 + 60_000);
    await putOffAllEnds(world.deps, one.subject, { isPartNeeded: () => false, now, to });
    expect(await endsOf(one)).not.toEqual(before);
    await one.decides();
    await one.add({ type: 'LanguageChosen', language: 'en' });
    await one.retain();
    expect((await endsOf(one)).slice(0, before.length)).toEqual(before);
  });

  test('where a hold was placed while they were being changed, and nothing else tells of it', async () => {
    const one = await someone();
    await one.repeat(3);
    await one.retain();
    await one.add({ ...request('r1'), type: 'ConsentWithdrawn', facts: { via: 'one-click' } });
    let isHeld = false;
    const { client } = world.deps.ledger;
    client.middlewareStack.add(
      (next, context) => async (args) => {
        if (String(context['commandName']) === 'UpdateItemCommand' && !isHeld) {
          isHeld = true;
          await one.add({ type: 'HoldPlaced', facts: { case: 'AAAAAAAAAAAAAAAAAAAAAA', reviewBy: '2100-01-01' } });
          // Whoever is told of the hold is done before the one that does not know of it goes on.
          await one.retain();
        }
        return next(args);
      },
      { name: 'hold', step: 'initialize', override: true },
    );
    const site = findSite(world.deps.sites, 'demo')!;
    await applyEnds(world.deps, one.subject, () => site, new Date()).finally(() =>
      client.middlewareStack.remove('hold'),
    );
    expect(isHeld).toBe(true);
    expect((await endsOf(one)).filter((end) => end !== undefined)).toEqual([]);
  });
});

describe('the audit', () => {
  const lacks = async (one: LongLived) => {
    const { ledger, vault, audience, sites } = world.deps;
    const { entries, all } = await readWholeHistory(ledger, one.subject, new Date());
    const site = findSite(sites, 'demo')!;
    const looking = { ledger, vault, audience, siteOf: () => site, now: new Date() };
    return (
      await lacksOfSummary(
        { subject: one.subject, site, entries, all, stored: (await one.items()).length - 1, isGone: false },
        looking,
      )
    ).map(({ code }) => code);
  };

  test('has nothing to say of a summary that says what the entries say, also once some of them are gone', async () => {
    const one = await summed();
    world.advance('PT1H');
    expect(await lacks(one)).toEqual([]);
    await one.add(request('r2'));
    await one.repeat(14);
    await one.retain();
    world.advance('P9D');
    expect(await lacks(one)).toEqual([]);
  });

  test('nobody goes by one in which an entry says another thing than was sealed', async () => {
    const one = await summed();
    const [before, all] = await one.decides();
    expect(before).toBeLessThan(all);
    const summary = (await one.summary())!;
    const changed = copiesIn(summary).map((copy) => ({ ...copy, entry: copy.entry.replace('"de"', '"en"') }));
    await one.put({ ...summary, copies: deflateRawSync(JSON.stringify(changed)) });
    const [after] = await one.decides();
    expect(after).toBe(all);
  });

  test.each<[string, (copies: ReturnType<typeof copiesIn>) => object[]]>([
    ['lacks an entry that counts', (copies) => copies.slice(1)],
    ['has another end', (copies) => copies.map((copy, n) => (n === 0 ? { ...copy, expiresAt: 4_000_000_000 } : copy))],
  ])('names one that %s; a message of no step makes it anew', (_, change) =>
    namesAndMends((summary) => ({ copies: deflateRawSync(JSON.stringify(change(copiesIn(summary)))) })),
  );

  test('names one that goes by other grounds, so that ends would never be looked at again', () =>
    namesAndMends(() => ({ grounds: 'A'.repeat(43) })));

  test('names one that lacks a record by whose end left-out entries go', () =>
    namesAndMends(async (_, one) => {
      const { stored } = await readWhole(world.deps.ledger, one.subject);
      const items = stored.map(({ item }) => item);
      const { common } = planEnds(items, [], findSite(world.deps.sites, 'demo')!, new Date());
      return { reached: [], grounds: common!.hashFor([]) };
    }));

  test('looks at a summary also where most entries are past their end, and not deleted yet', async () => {
    const one = await summed();
    const summary = (await one.summary())!;
    await one.put({ ...summary, copies: deflateRawSync(JSON.stringify(copiesIn(summary).slice(1))) });
    const past = (await one.items()).filter(({ seq }) => Number(seq) >= 2 && Number(seq) < Number(summary['upTo']) - 2);
    for (const item of past) await one.put({ ...item, expiresAt: Math.floor(Date.now() / 1000) });
    world.advance('PT1H');
    expect(await lacks(one)).toEqual(['summaryWrong']);
  });

  async function namesAndMends(change: (summary: Item, one: LongLived) => Partial<Item> | Promise<Partial<Item>>) {
    const one = await summed();
    const summary = (await one.summary())!;
    await one.put({ ...summary, ...(await change(summary, one)) });
    world.advance('PT1H');
    expect(await lacks(one)).toEqual(['summaryWrong']);
    // As `replay` tells it.
    await runFunction(
      'retention',
      queueEvent('retention-consent-given', { site: 'demo', subject: one.subject, seq: undefined }),
    );
    expect(await lacks(one)).toEqual([]);
    await one.decides();
  }
});

import { readHistory, readWholeHistory } from '../../shared/ledger/ledger';
import { putSummary, readWhole, summaryIn, SummaryTaken } from '../../shared/ledger/summary';
import { failCall } from './fault';
import { copiesIn, LongLived, request } from './long-history';
import { startWorld, tellConsumer, type World } from './world';

let world: World;
let count = 0;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const summed = (repetitions?: number): Promise<LongLived> => LongLived.summed(world, `long-${++count}`, repetitions);
const read = (one: LongLived) => readHistory(world.deps.ledger, one.subject, new Date());

describe('what it covers and what comes to its end', () => {
  test('a sign-up that waits, and is confirmed after its end was put off, is there though retention is down', async () => {
    const one = await summed();
    const waiting = request('r2');
    await one.add(waiting);
    await one.repeat(14);
    await one.retain();
    const covered = (await one.items()).find(({ entry }) => (entry as string | undefined)?.includes('"r2"'))!;
    const { upTo } = (await one.summary())!;
    expect(Number(covered['seq'])).toBeLessThan(Number(upTo));
    expect(covered['expiresAt']).toBeDefined();
    // As `confirm` does it.
    await one.put({ ...covered, expiresAt: Number(covered['expiresAt']) + 22 * 24 * 60 * 60 });
    await one.add({ type: 'ConsentGiven', recordId: 'r2', language: 'de', purposes: waiting.purposes });
    await one.decides();
    world.advance('P9D');
    const { all } = await read(one);
    expect(all.map(({ seq }) => seq)).toContain(covered['seq']);
    await one.decides();
  });

  test('a sign-up that nobody confirmed is gone at its end, whether or not it was deleted', async () => {
    const one = await summed();
    await one.add(request('r2'));
    await one.repeat(14);
    await one.retain();
    const summary = (await one.summary())!;
    const isOfIt = ({ entry }: { readonly [name: string]: unknown }): boolean =>
      (entry as string | undefined)?.includes('"r2"') ?? false;
    expect(copiesIn(summary).some((copy) => isOfIt({ ...copy }))).toBe(true);
    world.advance('P9D');
    const { all, isWhole } = await read(one);
    expect(isWhole).toBe(false);
    expect(all.filter((entry) => 'recordId' in entry && entry.recordId === 'r2')).toEqual([]);
    await one.remove((await one.items()).find(isOfIt)!);
    await one.decides();
  });

  test('a withdrawal gives all entries their end, and the summary has the same', async () => {
    const one = await summed();
    await one.add({ type: 'ConsentWithdrawn', purposes: request('r1').purposes });
    await one.retain();
    const items = await one.items();
    expect(items.filter(({ expiresAt }) => expiresAt === undefined)).toEqual([]);
    const ends = new Map(items.map(({ entry, expiresAt }) => [entry, expiresAt]));
    const summary = (await one.summary())!;
    for (const { entry, expiresAt } of copiesIn(summary)) expect(expiresAt).toBe(ends.get(entry));
    expect(summary['expiresAt']).toBe(Math.max(...items.map(({ expiresAt }) => Number(expiresAt))));
    const [some, all] = await one.decides();
    expect(some).toBeLessThan(all);
  });

  test('once everything is gone the summary is, too', async () => {
    const one = await summed();
    await one.add({ type: 'ConsentWithdrawn', purposes: request('r1').purposes });
    await one.retain();
    world.advance('P10Y');
    await tellConsumer('retention', { site: 'demo', subject: one.subject, seq: 0 });
    expect(await one.items()).toEqual([]);
  });

  test('stopped at any call while ends change, whoever decides decides as by all entries; and it is done once more', async () => {
    for (let nth = 0, isStopped = true; isStopped; nth++) {
      const one = await summed(18);
      await one.add({ type: 'ConsentWithdrawn', purposes: request('r1').purposes });
      const fault = failCall(world.deps.ledger.client, nth, nth % 2 === 0 ? 'saved' : 'not saved', 'for good');
      await one.retain().catch(() => undefined);
      isStopped = fault.fired();
      fault.heal();
      await one.decides();
      await one.retain();
      await one.decides();
      const items = await one.items();
      expect(items.filter(({ expiresAt }) => expiresAt === undefined)).toEqual([]);
      const copies = copiesIn((await one.summary())!);
      const ends = new Map(items.map(({ entry, expiresAt }) => [entry, expiresAt]));
      expect(copies.map(({ expiresAt }) => expiresAt)).toEqual(copies.map(({ entry }) => ends.get(entry)));
      if (nth > 60) throw new Error('This does not end.');
      // The first calls, those around the summary, and every seventh of the many alike.
      if (nth > 8 && nth % 7 !== 0) nth += 6 - (nth % 7);
    }
  }, 240_000);
});

describe('two at the same time', () => {
  test('of two who write one begins again', async () => {
    const one = await summed();
    const { beside } = await readWhole(world.deps.ledger, one.subject);
    const summary = summaryIn(beside!, one.subject, new Date())!;
    await putSummary(world.deps.ledger, one.subject, summary, beside?.mark);
    await expect(putSummary(world.deps.ledger, one.subject, summary, beside?.mark)).rejects.toThrow(SummaryTaken);
    await expect(putSummary(world.deps.ledger, one.subject, summary, undefined)).rejects.toThrow(SummaryTaken);
  });

  test('two messages of retention leave ends and a summary that fit', async () => {
    const one = await summed();
    await one.add({ type: 'ConsentWithdrawn', purposes: request('r1').purposes });
    await one.repeat(12);
    // Whoever lost too often comes again by their queue.
    await Promise.allSettled([one.retain(), one.retain()]);
    await one.retain();
    const ends = new Map((await one.items()).map(({ entry, expiresAt }) => [entry, expiresAt]));
    for (const { entry, expiresAt } of copiesIn((await one.summary())!)) expect(expiresAt).toBe(ends.get(entry));
    await one.decides();
  });
});

test('what a later version wrote is in the summary, and nothing is left out of it', async () => {
  const one = await LongLived.begin(world, 'later');
  await one.repeat(10);
  await one.add({ type: 'SomethingLater', recordId: 'r9', facts: { any: 'thing' } });
  await one.repeat(30);
  await one.retain();
  const [some, all] = await one.decides();
  expect(some).toBeLessThan(all);
  expect((await read(one)).all.map(({ type }) => type)).toContain('SomethingLater');
  await one.add({ type: 'ConsentWithdrawn', purposes: request('r1').purposes });
  await one.retain();
  await one.decides();
  const kept = (await one.items()).find(({ entry }) => (entry as string | undefined)?.includes('SomethingLater'));
  expect(kept?.['expiresAt']).toBeUndefined();
});

test('ends follow for what a summary leaves out, too, where a later version wrote something before or after it', async () => {
  for (const [name, before] of [
    ['later-before', true],
    ['later-after', false],
  ] as const) {
    const one = await LongLived.begin(world, name);
    const later = { type: 'SomethingLater', recordId: 'r9', facts: { any: 'thing' } };
    await one.repeat(20);
    if (before) await one.add(later);
    await one.repeat(20);
    await one.retain();
    if (!before) await one.add(later);
    expect((await read(one)).all.length).toBeLessThan((await one.items()).length - 1);
    await one.add({ type: 'ConsentWithdrawn', purposes: request('r1').purposes });
    await one.retain();
    const endless = (await one.items()).filter(({ sk, expiresAt }) => sk !== 'summary' && expiresAt === undefined);
    const types = endless.map(({ entry }) => (JSON.parse(entry as string) as { type: string }).type);
    expect(types).toEqual(['SomethingLater']);
  }
});

test('a step that a summary leaves out is not called gone when the projector hears of it late', async () => {
  const one = await summed();
  const left = (await readWholeHistory(world.deps.ledger, one.subject, new Date())).all.find(
    ({ type, seq }) => type === 'LanguageChosen' && seq < 10,
  )!;
  expect((await read(one)).all.map(({ seq }) => seq)).not.toContain(left.seq);
  await tellConsumer('projector', { site: 'demo', subject: one.subject, seq: left.seq });
  const changes = (await world.items('audience')).filter(
    ({ pk, sk }) => pk === 'changes#demo' && sk.endsWith(one.subject),
  );
  expect(changes.map(({ what }) => what)).toEqual(['language']);
});

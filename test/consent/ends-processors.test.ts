import { asRecord } from '../ids';
import fc from '../seeded';
import { plus } from '../../shared/calendar';
import type { Entry } from '../../shared/consent/entry';
import { itemEnds } from '../../shared/consent/keep/item-ends';
import { awaitedUntil, type Processor } from '../../shared/consent/processors';
import type { RetentionRules } from '../../shared/consent/keep/record-end';
import { history } from './histories';
import { all, rules, Tale } from './tale';

const ENDED = '2026-03-01T10:00:00.000Z';
const PATIENCE_OVER = '2026-03-17T10:00:00.000Z';

function processor(id: string, purposes: readonly string[], isConnected = true): Processor {
  const said = { id, purposes, transfers: [], ...(isConnected && { connection: { tool: 'webhook' } }) };
  return said as unknown as Processor;
}

/** A site that keeps no proof at all, so that nothing but its processors keeps anything. */
function atOnce(...processors: Processor[]): RetentionRules {
  return { ...rules({ evidence: { keep: 'P0D', from: 'withdrawal' } }), processors };
}

const informed = (tale: Tale, at: string, upTo: number, id = 'tool'): Tale =>
  tale.step('ProcessorInformed', at, { facts: { processor: id, upTo } });

const left = (): Tale => new Tale().given('2026-01-10T10:00:00Z', 'r1', ['news']).withdrawn(ENDED, 'r1', ['news']);

/** When the address goes, that who has to be told is found by. */
const addressEnd = (tale: Tale, by: RetentionRules): string | undefined =>
  tale.ends(by)[0]?.parts['address']?.toISOString();

describe('who withdraws where nothing is kept', () => {
  test('is forgotten at once where nobody has to be told', () => {
    expect(left().of(atOnce())).toStrictEqual(all(3, ENDED));
    expect(left().of(atOnce(processor('other', ['events'])))).toStrictEqual(all(3, ENDED));
  });

  test('is forgotten at once where those who mail are told by the site itself', () => {
    expect(left().of(atOnce(processor('tool', ['news'], false)))).toStrictEqual(all(3, ENDED));
  });

  test('is kept until the processor was told, to the moment, and everything but the address went before', () => {
    const tale = informed(left(), '2026-03-01T10:00:05Z', 2);
    const by = atOnce(processor('tool', ['news']));
    expect(tale.of(by).slice(0, 3)).toStrictEqual(all(3, '2026-03-01T10:00:05.000Z'));
    expect(addressEnd(tale, by)).toBe('2026-03-01T10:00:05.000Z');
    expect(tale.ends(by)[0]?.parts['network']?.toISOString()).toBe(ENDED);
  });

  test('is kept sixteen days for one that cannot be reached, and not a moment longer', () => {
    const by = atOnce(processor('tool', ['news']));
    expect(addressEnd(left(), by)).toBe(PATIENCE_OVER);
    expect(addressEnd(informed(left(), '2026-02-28T10:00:00Z', 1), by)).toBe(PATIENCE_OVER);
  });

  test('is kept for the last of several', () => {
    const by = atOnce(processor('tool', ['news']), processor('other', ['news']));
    const tale = informed(left(), '2026-03-01T10:00:05Z', 2);
    expect(addressEnd(tale, by)).toBe(PATIENCE_OVER);
    expect(addressEnd(informed(tale, '2026-03-02T10:00:00Z', 2, 'other'), by)).toBe('2026-03-02T10:00:00.000Z');
  });

  test('was told before it was told again: the first time counts', () => {
    const tale = informed(informed(left(), '2026-03-01T10:00:05Z', 2), '2026-03-02T10:00:05Z', 3);
    expect(addressEnd(tale, atOnce(processor('tool', ['news'])))).toBe('2026-03-01T10:00:05.000Z');
  });
});

test('a proof that is kept longer than that keeps the address, too', () => {
  const by = { ...rules(), processors: [processor('tool', ['news'])] };
  expect(addressEnd(left(), by)).toBe('2030-03-01T10:00:00.000Z');
});

test('of who never confirmed nobody was told, so nobody is waited for', () => {
  const tale = new Tale().request('2026-01-10T10:00:00Z', 'r1', ['news']).withdrawn(ENDED, 'r1', ['news']);
  expect(awaitedUntil(tale.entries, [processor('tool', ['news'])]).size).toBe(0);
});

test('as long as something is in force nothing is waited for', () => {
  const tale = new Tale().given('2026-01-10T10:00:00Z', 'r1', ['news', 'events']);
  expect(awaitedUntil(tale.entries, [processor('tool', ['news'])]).size).toBe(0);
});

test.each(['ObjectionRecorded', 'ConsentLapsed', 'ConsentWithdrawn'] as const)('%s is an end to be told of', (type) => {
  const tale = new Tale().given('2026-01-10T10:00:00Z', 'r1', ['news']).step(type, ENDED, { purposes: ['news'] });
  const until = awaitedUntil(tale.entries, [processor('tool', ['news'])]).get(asRecord('r1'));
  expect(until?.toISOString()).toBe(PATIENCE_OVER);
});

test('an end of a contract is one, too', () => {
  const tale = new Tale()
    .step('ContractRecorded', '2026-01-10T10:00:00Z', { record: 'r1', purposes: ['service'], parts: ['address'] })
    .step('ContractEnded', ENDED, { record: 'r1', purposes: ['service'] });
  expect(addressEnd(tale, atOnce(processor('tool', ['service'])))).toBe(PATIENCE_OVER);
});

describe('an erasure', () => {
  const erased = (): Tale => left().step('DataErased', '2026-03-01T11:00:00Z', { parts: ['reason'] });
  const by = { ...rules(), processors: [processor('tool', ['news'])] };

  test('ends everything but the address, which whoever mails has to be told', () => {
    const [request] = erased().ends(by);
    expect(request?.parts['network']?.toISOString()).toBe('2026-03-01T11:00:00.000Z');
    expect(request?.parts['address']?.toISOString()).toBe(PATIENCE_OVER);
  });

  test('ends the address with the rest once they were told', () => {
    expect(addressEnd(informed(erased(), '2026-03-01T11:00:03Z', 3), by)).toBe('2026-03-01T11:00:03.000Z');
    expect(addressEnd(informed(left(), '2026-03-01T10:00:05Z', 2).step('DataErased', '2026-03-01T11:00:00Z'), by)).toBe(
      '2026-03-01T11:00:00.000Z',
    );
  });
});

/** The moments at which each item goes; what stays is at infinity. */
const times = (entries: readonly Entry[], by: RetentionRules): number[] =>
  itemEnds(entries, by).flatMap(({ entry, parts }) =>
    [entry, ...Object.values(parts)].map((end) => end?.getTime() ?? Infinity),
  );

test('whatever happened: a processor makes nothing go sooner, and keeps nothing past sixteen days after the last step', () => {
  const tool = processor('tool', ['news', 'events']);
  fc.assert(
    fc.property(history, ({ entries, now }) => {
      const [without, withIt] = [times(entries, atOnce()), times(entries, atOnce(tool))];
      withIt.forEach((end, n) => {
        expect(end).toBeGreaterThanOrEqual(without[n] ?? NaN);
        if (end !== without[n]) expect(end).toBeLessThanOrEqual(plus(now, 'P16D').getTime());
      });
    }),
    { numRuns: 500 },
  );
});

test('nothing is kept for a processor that is told by the site itself', () => {
  const silent = processor('tool', ['news', 'events', 'analysis'], false);
  fc.assert(
    fc.property(history, ({ entries }) => {
      expect(times(entries, atOnce(silent))).toStrictEqual(times(entries, atOnce()));
    }),
    { numRuns: 300 },
  );
});

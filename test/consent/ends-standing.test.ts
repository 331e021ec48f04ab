import type { Facts } from '../../shared/consent/entry';
import { itemEnds } from '../../shared/consent/keep/item-ends';
import { all, rules, Tale, withdrawn } from './tale';

describe('a hold', () => {
  const held = withdrawn('2026-03-01T10:00:00Z').step('HoldPlaced', '2026-04-01T10:00:00Z', {
    facts: { case: 'A' },
    parts: ['reason'],
  });

  test('keeps all there is while it stands', () => {
    const ends = held.ends(rules({ registrationMaximum: 'P1M', network: { keep: 'P7D' } }));
    expect(ends.flatMap(({ entry, parts }) => [entry, ...Object.values(parts)])).toStrictEqual(
      Array(9).fill(undefined),
    );
  });

  test('lifted, lets the ends be what they were, and goes when the log of accesses does', () => {
    const lifted = held.step('HoldLifted', '2026-06-01T10:00:00Z', { facts: { case: 'B' } });
    expect(lifted.of(rules())).toStrictEqual(all(5, undefined));
    lifted.step('HoldLifted', '2026-06-02T10:00:00Z', { facts: { case: 'A' } });
    const [kept, first, log] = ['2030-03-01T10:00:00.000Z', '2026-08-30T10:00:00.000Z', '2026-08-31T10:00:00.000Z'];
    expect(lifted.of(rules())).toStrictEqual([kept, kept, kept, log, first, log]);
    expect(lifted.ends(rules())[3]?.parts['reason']?.toISOString()).toBe(log);
  });
});

test('a restriction stays until it is lifted, and what it restricts with it', () => {
  const tale = withdrawn('2026-03-01T10:00:00Z').step('ProcessingRestricted', '2026-04-01T10:00:00Z');
  expect(tale.of(rules())).toStrictEqual(all(4, undefined));
  tale.step('RestrictionLifted', '2026-05-01T10:00:00Z');
  expect(tale.of(rules())).toStrictEqual([
    ...all(3, '2030-03-01T10:00:00.000Z'),
    ...all(2, '2026-07-30T10:00:00.000Z'),
  ]);
});

test('a chosen language is known for as long as any sign-up', () => {
  const tale = new Tale()
    .given('2026-01-10T10:00:00Z', 'r1', ['news'])
    .step('LanguageChosen', '2026-02-01T10:00:00Z')
    .given('2026-03-10T10:00:00Z', 'r2', ['events']);
  tale.withdrawn('2027-03-01T10:00:00Z', 'r1', ['news']);
  expect(tale.of(rules())[2]).toBeUndefined();
  tale.withdrawn('2028-03-01T10:00:00Z', 'r2', ['events']);
  expect(tale.of(rules())[2]).toBe('2032-03-01T10:00:00.000Z');
});

test('an objection stays for good, its parts as long as what it ended', () => {
  const tale = new Tale()
    .step('LegitimateInterestRecorded', '2026-01-10T10:00:00Z', {
      record: 'r1',
      purposes: ['offers'],
      parts: ['address'],
    })
    .step('ObjectionRecorded', '2026-03-01T10:00:00Z', { purposes: ['offers'], parts: ['reason'] })
    .step('ObjectionRecorded', '2026-04-01T10:00:00Z', { purposes: ['other'], parts: ['reason'] });
  expect(tale.of(rules())).toStrictEqual(['2030-03-01T10:00:00.000Z', undefined, undefined]);
  expect(tale.ends(rules()).map(({ parts }) => parts['reason']?.toISOString())).toStrictEqual([
    undefined,
    '2030-03-01T10:00:00.000Z',
    '2026-06-30T10:00:00.000Z',
  ]);
});

describe('an erasure', () => {
  const erased = (facts: Facts): Tale =>
    withdrawn('2026-03-01T10:00:00Z')
      .step('EvidenceDisclosed', '2026-03-02T10:00:00Z', { parts: ['reading'] })
      .step('DataErased', '2026-03-05T10:00:00Z', { facts, parts: ['reason'] });

  test('ends the parts before it at once, the entries when their duty does, itself with the log', () => {
    const ends = erased({}).ends(rules());
    const [at, log] = [new Date('2026-03-05T10:00:00Z'), new Date('2026-06-03T09:00:00Z')];
    expect(ends.slice(0, 4).flatMap(({ parts }) => Object.values(parts))).toStrictEqual(Array(5).fill(at));
    expect(erased({}).of(rules()).slice(0, 3)).toStrictEqual(all(3, '2030-03-01T10:00:00.000Z'));
    expect(ends[4]).toStrictEqual({ entry: log, parts: { reason: log } });
  });

  test('that keeps the person out stays for good, its reason does not', () => {
    const log = new Date('2026-06-03T09:00:00Z');
    expect(erased({ suppress: true }).ends(rules())[4]).toStrictEqual({ entry: undefined, parts: { reason: log } });
  });

  test('waits for a hold', () => {
    const tale = erased({}).step('HoldPlaced', '2026-03-06T10:00:00Z', { facts: { case: 'A' } });
    expect(tale.ends(rules())[0]?.parts).toStrictEqual({ address: undefined, network: undefined });
  });
});

test('who read the evidence, or had access, is kept as long as the log of accesses', () => {
  const tale = new Tale()
    .step('EvidenceDisclosed', '2026-01-10T10:00:00Z', { parts: ['reading'] })
    .step('AccessGiven', '2026-01-11T10:00:00Z', { parts: ['reason'] });
  expect(tale.of(rules())).toStrictEqual(['2026-04-10T09:00:00.000Z', '2026-04-11T09:00:00.000Z']);
});

describe('who did not want to go on when asked (R10)', () => {
  const by = rules({ inactivity: { askAfter: 'P3Y', answerWithin: 'P30D', addressAfter: 'P1Y' } });
  const asked = (): Tale =>
    new Tale()
      .given('2026-01-10T10:00:00Z', 'r1', ['news'])
      .step('MailSent', '2029-01-10T10:00:00Z', { record: 'r1', facts: { mail: 'still-interested' }, parts: ['mail'] });

  test('is forgotten at once but for the address', () => {
    const tale = asked().step('ConsentLapsed', '2029-02-09T10:00:00Z', { record: 'r1', purposes: ['news'] });
    const [at, end] = [new Date('2029-02-09T10:00:00Z'), new Date('2030-02-09T10:00:00Z')];
    expect(tale.ends(by)).toStrictEqual([
      { entry: end, parts: { address: end, network: at } },
      { entry: end, parts: { network: at } },
      { entry: end, parts: { mail: at } },
      { entry: end, parts: {} },
    ]);
  });

  test('not so who unsubscribes without having been asked', () => {
    expect(withdrawn('2026-03-01T10:00:00Z').of(by)).toStrictEqual(all(3, '2030-03-01T10:00:00.000Z'));
  });
});

test('what a record that is gone has left is over', () => {
  const rest = withdrawn('2026-03-01T10:00:00Z').entries.slice(1);
  expect(itemEnds(rest, rules()).map(({ entry }) => entry?.toISOString())).toStrictEqual(rest.map(({ at }) => at));
});

test('a mail that somebody has to read stays until they have, however soon copies of our own go', () => {
  const soon = rules({ mails: { keep: 'P7D' }, enquiries: 'P10D' });
  const tale = new Tale()
    .step('MailReceived', '2026-03-01T10:00:00Z', { facts: { reading: 'automatic' }, parts: ['mail'] })
    .step('MailReceived', '2026-03-02T10:00:00Z', { facts: { reading: 'unclear', case: 'A' }, parts: ['mail'] });
  const mails = () => tale.ends(soon).map(({ parts }) => parts['mail']?.toISOString());
  expect(mails()).toStrictEqual(['2026-03-11T10:00:00.000Z', undefined]);
  tale.step('CaseClosed', '2027-03-02T10:00:00Z', { facts: { case: 'A', outcome: 'nothing' }, parts: ['reason'] });
  // That it came and was seen to is known for longer than what was in it.
  expect(mails()).toStrictEqual(['2026-03-11T10:00:00.000Z', '2027-03-12T10:00:00.000Z', undefined]);
  const closed = '2027-05-31T09:00:00.000Z';
  expect(tale.of(soon).slice(1)).toStrictEqual([closed, closed]);
});

test.each(['withdrawal', 'objection'] as const)(
  'R12: a mail that came to a %s is kept as the proof of it',
  (outcome) => {
    const tale = new Tale()
      .step('MailReceived', '2026-03-02T10:00:00Z', { facts: { reading: 'unclear', case: 'A' }, parts: ['mail'] })
      .step('CaseClosed', '2026-03-03T10:00:00Z', { facts: { case: 'A', outcome } });
    const [mail] = tale.ends(rules({ enquiries: 'P0D' }));
    expect(mail?.parts['mail']).toStrictEqual(mail?.entry);
    expect(mail?.entry?.toISOString()).toBe('2026-06-01T09:00:00.000Z');
  },
);

describe('restricted once more, after something new was agreed to', () => {
  const tale = withdrawn('2026-03-01T10:00:00Z')
    .step('ProcessingRestricted', '2026-04-01T10:00:00Z')
    .given('2031-01-10T10:00:00Z', 'r2', ['events'])
    .step('ProcessingRestricted', '2031-02-01T10:00:00Z');

  test('what was stored since the first time stays so, whose duty has ended meanwhile', () => {
    expect(tale.of(rules())).toStrictEqual(all(7, undefined));
    expect(tale.ends(rules()).flatMap(({ parts }) => Object.values(parts))).toStrictEqual(Array(7).fill(undefined));
  });

  test('and what closed something meanwhile stays along with it, or that would be open again', () => {
    const closed = withdrawn('2026-03-01T10:00:00Z')
      .step('HoldPlaced', '2026-03-15T10:00:00Z', { facts: { case: 'A' } })
      .step('ProcessingRestricted', '2026-04-01T10:00:00Z')
      .step('HoldLifted', '2029-04-01T10:00:00Z', { facts: { case: 'A' }, parts: ['reason'] })
      .given('2031-01-10T10:00:00Z', 'r2', ['events'])
      .step('ProcessingRestricted', '2031-02-01T10:00:00Z');
    expect(closed.of(rules())[3]).toBeUndefined();
    expect(closed.ends(rules())[5]).toEqual({ entry: undefined, parts: { reason: undefined } });
  });

  test('until it is lifted, which ends all of it', () => {
    const lifted = new Tale();
    lifted.entries.push(...tale.entries);
    lifted.step('RestrictionLifted', '2031-03-01T10:00:00Z');
    expect(lifted.of(rules())).toStrictEqual([
      ...all(3, '2030-03-01T10:00:00.000Z'),
      '2031-05-30T09:00:00.000Z',
      undefined,
      undefined,
      ...all(2, '2031-05-30T09:00:00.000Z'),
    ]);
  });

  test('as a duty stands against its erasure: then it goes with the duty', () => {
    const erased = withdrawn('2026-03-01T10:00:00Z')
      .step('ProcessingRestricted', '2026-04-01T10:00:00Z')
      .step('ProcessingRestricted', '2026-05-01T10:00:00Z', { facts: { insteadOf: 'erasure' }, purposes: [] });
    expect(erased.of(rules()).slice(0, 3)).toStrictEqual(all(3, '2030-03-01T10:00:00.000Z'));
  });
});

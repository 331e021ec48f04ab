import { groundsFor, groundsOf, keptRecordEnds, reachedBy } from '../../shared/consent/keep/item-ends';
import type { RetentionRules } from '../../shared/consent/keep/record-end';
import { rules, Tale, withdrawn } from './tale';

const LEFT = '2026-03-01T10:00:00Z';
const PROOF = new Date('2030-03-01T10:00:00Z');
const HELD = { facts: { case: 'A', reviewBy: '2027-01-01' } };

describe('a part goes by its own rule', () => {
  test('a copy of a mail that we sent, and no other mail', () => {
    const by = rules({ mails: { keep: 'P7D' }, enquiries: 'P9Y' });
    const tale = withdrawn(LEFT)
      .step('MailSent', '2026-03-01T10:00:05Z', { record: 'r1', facts: { mail: 'welcome' }, parts: ['mail'] })
      .step('ConsentWithdrawn', '2026-03-02T10:00:00Z', { record: 'r1', purposes: ['news'], parts: ['mail'] });
    expect(tale.ends(by)[3]?.parts).toEqual({ mail: new Date('2026-03-08T10:00:05Z') });
    expect(tale.ends(by)[4]?.parts).toEqual({ mail: PROOF });
  });

  test('the IP of an order by that of the site, whatever came along has one of its own', () => {
    const purposes = [{ id: 'news', retention: { network: { keep: 'P1D' } } }] as unknown as RetentionRules['purposes'];
    const by = { ...rules({ network: { keep: 'P7D' } }), purposes };
    const network = (asset?: string) =>
      new Tale()
        .step('ConsentRequested', '2026-01-10T10:00:00Z', {
          ...{ record: 'r1', purposes: ['news'], facts: { confirmBy: '2026-01-17T10:00:00.000Z' }, parts: ['network'] },
          ...(asset !== undefined && { asset }),
        })
        .step('ConsentGiven', '2026-01-10T10:01:00Z', { record: 'r1', purposes: ['news'] })
        .ends(by)[0]?.parts['network'];
    expect(network()).toEqual(new Date('2026-01-11T10:00:00Z'));
    expect(network('whitepaper')).toEqual(new Date('2026-01-17T10:00:00Z'));
  });

  test('the IP of a step that is about no purpose by that of the site', () => {
    const tale = withdrawn(LEFT).step('LanguageChosen', '2026-03-02T10:00:00Z', { parts: ['network'] });
    expect(tale.ends(rules({ network: { keep: 'P7D' } }))[3]?.parts).toEqual({
      network: new Date('2026-03-09T10:00:00Z'),
    });
  });

  test('what an incident needs is the IP alone', () => {
    const tale = withdrawn(LEFT).step('HoldPlaced', LEFT, { facts: { ...HELD.facts, connections: [0] } });
    expect(tale.ends(rules())[0]).toStrictEqual({ entry: undefined, parts: { address: PROOF, network: undefined } });
    expect(tale.ends(rules())[1]).toStrictEqual({ entry: undefined, parts: { network: PROOF } });
  });
});

test('of whom a dispute needs everything, no record has an end', () => {
  const ends = keptRecordEnds(withdrawn(LEFT).step('HoldPlaced', LEFT, HELD).entries, rules());
  const never = { end: undefined, address: undefined, details: undefined, allButAddress: undefined };
  expect([...ends]).toStrictEqual([['r1', never]]);
});

describe('what ends have in common', () => {
  const two = (): Tale =>
    new Tale()
      .given('2026-01-10T10:00:00Z', 'r2', ['news'])
      .given('2026-01-11T10:00:00Z', 'r1', ['news'])
      .withdrawn(LEFT, 'r2', ['news'])
      .step('LanguageChosen', '2026-03-02T10:00:00Z');
  const grounds = ({ entries }: Tale, reached: readonly string[], by = rules()): string =>
    groundsFor(reached, groundsOf(entries, by), by);

  test('is by which records they go, or that they go by all', () => {
    expect([...reachedBy(two().entries)]).toEqual([
      ...[0, 1].map((seq) => [seq, 'r2']),
      ...[2, 3].map((seq) => [seq, 'r1']),
      ...[
        [4, 'r1,r2'],
        [5, 'all'],
      ],
    ]);
  });

  test('and stays the same while nothing changes that they follow from', () => {
    const more = two().request('2026-03-03T10:00:00Z', 'r3', ['events']);
    expect(grounds(more, ['r1', 'r1,r2'])).toBe(grounds(two(), ['r1', 'r1,r2']));
    expect(grounds(two(), ['all'])).toBe(grounds(two(), ['r1,r2']));
    expect(grounds(two(), [''])).not.toBe(grounds(two(), ['r1']));
  });

  test('and changes with the end of any of the records, and with no other', () => {
    const others = two().given('2026-03-03T10:00:00Z', 'r3', ['events']);
    expect(grounds(others, ['r1'])).toBe(grounds(two(), ['r1']));
    expect(grounds(others, ['all'])).not.toBe(grounds(two(), ['all']));
    expect(grounds(others, ['r1,r3'])).not.toBe(grounds(two(), ['r1,r2']));
  });

  test('and changes with a hold, a restriction, an erasure and the rules of the site or of a purpose', () => {
    const at = '2026-03-04T10:00:00Z';
    const all = [
      grounds(two(), ['r1']),
      grounds(two().step('HoldPlaced', at, HELD), ['r1']),
      grounds(two().step('HoldPlaced', at, { facts: { ...HELD.facts, connections: [1] } }), ['r1']),
      grounds(two().step('HoldPlaced', at, { facts: { ...HELD.facts, connections: [2] } }), ['r1']),
      grounds(two().step('ProcessingRestricted', at), ['r1']),
      grounds(two().step('DataErased', at), ['r1']),
      grounds(two(), ['r1'], rules({ accessLog: 'P30D' })),
      grounds(two(), ['r1'], rules({}, { events: { keep: 'P1Y', from: 'withdrawal' } })),
      grounds(two(), ['r1'], rules({}, { other: { keep: 'P1Y', from: 'withdrawal' } })),
    ];
    expect(new Set(all).size).toBe(all.length);
  });

  test('and, once everything is erased, with those who have yet to be told to delete it', () => {
    const tool = { id: 'tool', purposes: ['news'], transfers: [], connection: { tool: 'webhook' } };
    const told = { ...rules(), processors: [tool] as unknown as RetentionRules['processors'] };
    const erased = (): Tale => two().step('DataErased', '2026-03-04T10:00:00Z');
    expect(grounds(two(), ['r1'], told)).toBe(grounds(two(), ['r1']));
    expect(grounds(erased(), ['r1'], told)).not.toBe(grounds(erased(), ['r1']));
  });
});

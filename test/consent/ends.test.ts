import { all, rules, Tale, withdrawn, type Evidence } from './tale';

test('a sign-up that nobody confirms goes a day after its confirmation came too late', () => {
  const tale = new Tale().request('2026-01-10T10:00:00Z', 'r1', ['news']).step('MailSent', '2026-01-10T10:00:05Z', {
    record: 'r1',
    facts: { mail: 'confirmation' },
  });
  expect(tale.of(rules())).toStrictEqual(all(2, '2026-01-18T10:00:00.000Z'));
});

test('what is in force has no end, and neither has anything of its record', () => {
  const tale = new Tale()
    .given('2026-01-10T10:00:00Z', 'r1', ['news', 'events'])
    .withdrawn('2026-02-01T10:00:00Z', 'r1', ['news']);
  expect(tale.of(rules())).toStrictEqual(all(3, undefined));
  expect(tale.ends(rules())[0]?.parts).toStrictEqual({ address: undefined, network: undefined });
});

describe('the calendar is that of Europe/Berlin', () => {
  test.each<[why: string, withdrawn: string, rule: Evidence, end: string]>([
    ['29 February', '2028-02-29T12:00:00Z', { keep: 'P1Y', from: 'withdrawal' }, '2029-02-28T12:00:00.000Z'],
    [
      'to the next 29 February',
      '2028-02-29T12:00:00Z',
      { keep: 'P4Y', from: 'withdrawal' },
      '2032-02-29T12:00:00.000Z',
    ],
    ['31 August', '2026-08-31T10:00:00Z', { keep: 'P1M', from: 'withdrawal' }, '2026-09-30T10:00:00.000Z'],
    [
      'into winter, the same time',
      '2026-10-20T10:00:00Z',
      { keep: 'P7D', from: 'withdrawal' },
      '2026-10-27T11:00:00.000Z',
    ],
    [
      'into winter, as many hours',
      '2026-10-24T22:00:00Z',
      { keep: 'PT24H', from: 'withdrawal' },
      '2026-10-25T22:00:00.000Z',
    ],
    [
      'into the hour that is not',
      '2026-03-28T01:30:00Z',
      { keep: 'P1D', from: 'withdrawal' },
      '2026-03-29T01:30:00.000Z',
    ],
    [
      'into the hour that is twice',
      '2026-10-24T00:30:00Z',
      { keep: 'P1D', from: 'withdrawal' },
      '2026-10-25T00:30:00.000Z',
    ],
    ['at once', '2026-05-05T10:00:00Z', { keep: 'P0D', from: 'withdrawal' }, '2026-05-05T10:00:00.000Z'],
    [
      '31 December, 23:59',
      '2026-12-31T22:59:59Z',
      { keep: 'P3Y', from: 'end-of-year-of-withdrawal' },
      '2029-12-31T23:00:00.000Z',
    ],
    [
      '1 January, 00:00, which is the evening before in UTC',
      '2026-12-31T23:00:00Z',
      { keep: 'P3Y', from: 'end-of-year-of-withdrawal' },
      '2030-12-31T23:00:00.000Z',
    ],
  ])('%s', (_, at, evidence, end) => {
    expect(withdrawn(at).of(rules({ evidence }))).toStrictEqual(all(3, end));
  });
});

describe('several purposes', () => {
  const own = { events: { keep: 'P1Y', from: 'end-of-year-of-withdrawal' } as const };

  test('of one record: all of it stays as long as the longest duty', () => {
    const tale = new Tale()
      .given('2026-01-10T10:00:00Z', 'r1', ['news', 'events'])
      .withdrawn('2026-03-01T10:00:00Z', 'r1', ['news'])
      .withdrawn('2026-05-01T10:00:00Z', 'r1', ['events']);
    expect(tale.of(rules({ evidence: { keep: 'P1M', from: 'withdrawal' } }, own))).toStrictEqual(
      all(4, '2027-12-31T23:00:00.000Z'),
    );
    expect(tale.of(rules({}, own))).toStrictEqual(all(4, '2030-03-01T10:00:00.000Z'));
  });

  test('one that was asked for and not given when the rest was has no duty', () => {
    const tale = new Tale()
      .request('2026-01-10T10:00:00Z', 'r1', ['news', 'events'])
      .step('ConsentGiven', '2026-01-10T10:01:00Z', { record: 'r1', purposes: ['news'] })
      .step('ConsentWithdrawn', '2026-01-11T10:00:00Z', { record: 'r1', purposes: ['news'] });
    const evidence = { keep: 'P1D', from: 'withdrawal' } as const;
    expect(tale.of(rules({ evidence }, own))).toStrictEqual(all(3, '2026-01-12T10:00:00.000Z'));
  });

  test('one that the site has no longer is kept by the rule of the site', () => {
    expect(withdrawn('2026-03-01T10:00:00Z').of(rules({}, { other: own.events }))).toStrictEqual(
      all(3, '2030-03-01T10:00:00.000Z'),
    );
  });
});

describe('several records of a person', () => {
  test('end by themselves, and a withdrawal with the last of those that it ended', () => {
    const tale = new Tale()
      .given('2026-01-10T10:00:00Z', 'r1', ['news', 'events'])
      .given('2026-02-10T10:00:00Z', 'r2', ['news'])
      .withdrawn('2026-03-01T10:00:00Z', 'r2', ['news'])
      .withdrawn('2026-06-01T10:00:00Z', 'r1', ['events']);
    const [short, long] = ['2030-03-01T10:00:00.000Z', '2030-06-01T10:00:00.000Z'];
    expect(tale.of(rules())).toStrictEqual([long, long, short, short, long, long]);
  });

  test('a withdrawal does not stay for a record in which it had nothing to end', () => {
    const tale = new Tale()
      .given('2026-01-10T10:00:00Z', 'r1', ['news', 'events'])
      .withdrawn('2026-02-01T10:00:00Z', 'r1', ['news'])
      .given('2026-03-10T10:00:00Z', 'r2', ['news'])
      .withdrawn('2026-04-01T10:00:00Z', 'r2', ['news']);
    expect(tale.of(rules())[5]).toBe('2030-04-01T10:00:00.000Z');
    expect(tale.of(rules()).slice(0, 3)).toStrictEqual(all(3, undefined));
  });
});

describe('parts', () => {
  test('with a rule of their own end by it, if that is sooner', () => {
    const by = rules({ network: { keep: 'P7D' }, mails: { keep: 'P9Y' } });
    const tale = withdrawn('2026-03-01T10:00:00Z').step('MailSent', '2026-03-01T10:00:05Z', {
      record: 'r1',
      parts: ['mail'],
    });
    const [request, given, withdrawal, mail] = tale.ends(by).map(({ parts }) => parts);
    const end = new Date('2030-03-01T10:00:00Z');
    expect(request).toStrictEqual({ address: end, network: new Date('2026-01-17T10:00:00Z') });
    expect(given).toStrictEqual({ network: new Date('2026-01-17T10:01:00Z') });
    expect(withdrawal).toStrictEqual({ network: new Date('2026-03-08T10:00:00Z') });
    expect(mail).toStrictEqual({ mail: end });
  });

  test('of what has no end have theirs all the same', () => {
    const tale = new Tale().given('2026-01-10T10:00:00Z', 'r1', ['news']);
    const [request] = tale.ends(rules({ network: { keep: 'P7D' } }));
    expect(request?.parts).toStrictEqual({ address: undefined, network: new Date('2026-01-17T10:00:00Z') });
  });
});

describe('a registration has a longest life', () => {
  const by = rules({ registrationMaximum: 'P1Y' });
  const MAXIMUM = '2027-01-10T10:00:00.000Z';
  const partsOf = (tale: Tale): (string | undefined)[] =>
    tale.ends(by).flatMap(({ parts }) => Object.values(parts).map((end) => end?.toISOString()));

  test('what was registered goes then, in force or not; that it was goes by its duty', () => {
    const tale = withdrawn('2026-12-01T10:00:00Z');
    expect(partsOf(tale)).toStrictEqual(all(4, MAXIMUM));
    expect(tale.of(by)).toStrictEqual(all(3, '2030-12-01T10:00:00.000Z'));
  });

  test('a duty that is over sooner ends all of it', () => {
    const soon = rules({ registrationMaximum: 'P1Y', evidence: { keep: 'P1D', from: 'withdrawal' } });
    const tale = withdrawn('2026-03-01T10:00:00Z');
    for (const { entry, parts } of tale.ends(soon)) {
      for (const end of [entry, ...Object.values(parts)]) expect(end).toStrictEqual(new Date('2026-03-02T10:00:00Z'));
    }
  });

  test('what is in force until then has its duty from then on, or from when that was written down', () => {
    const tale = new Tale().given('2026-01-10T10:00:00Z', 'r1', ['news']);
    expect(partsOf(tale)).toStrictEqual(all(3, MAXIMUM));
    expect(tale.of(by)).toStrictEqual(all(2, '2031-01-10T10:00:00.000Z'));
    const facts = { because: 'registration-maximum' } as const;
    tale.step('ConsentLapsed', '2027-01-09T22:00:00Z', { record: 'r1', purposes: ['news'], facts });
    expect(partsOf(tale)).toStrictEqual(all(3, MAXIMUM));
    expect(tale.of(by)).toStrictEqual(all(3, '2031-01-09T22:00:00.000Z'));
  });

  test('what waits for its confirmation goes at the maximum, if that is sooner', () => {
    const [request] = new Tale()
      .request('2026-01-10T10:00:00Z', 'r1', ['news'])
      .ends(rules({ registrationMaximum: 'P2D' }));
    expect(request?.parts['address']).toStrictEqual(new Date('2026-01-12T10:00:00Z'));
    expect(request?.entry).toStrictEqual(new Date('2026-01-18T10:00:00Z'));
  });

  test('also where the site asks whether to go on: the maximum is no answer to that', () => {
    const both = rules({
      registrationMaximum: 'P1Y',
      inactivity: { askAfter: 'P11M', answerWithin: 'P60D', addressAfter: 'P5Y' },
    });
    const asked = (): Tale =>
      new Tale()
        .given('2026-01-10T10:00:00Z', 'r1', ['news'])
        .step('MailSent', '2026-12-10T10:01:00Z', { record: 'r1', facts: { mail: 'still-interested' } });
    const end = { record: 'r1', purposes: ['news'] };
    const lapsed = asked().step('ConsentLapsed', '2027-01-09T22:00:00Z', {
      ...end,
      facts: { because: 'registration-maximum' },
    });
    expect(lapsed.of(both)).toStrictEqual(all(4, '2031-01-09T22:00:00.000Z'));
    expect(asked().of(both)).toStrictEqual(all(3, '2031-01-10T10:00:00.000Z'));
    const refused = asked().step('ConsentWithdrawn', '2026-12-20T10:00:00Z', end);
    expect(refused.of(both)).toStrictEqual(all(4, '2031-12-20T10:00:00.000Z'));
    expect(refused.ends(both)[0]?.parts).toStrictEqual({
      address: new Date(MAXIMUM),
      network: new Date('2026-12-20T10:00:00Z'),
    });
  });
});

describe('from the last mail', () => {
  const by = rules({ evidence: { keep: 'P3Y', from: 'last-mail' } });
  const mailed = (tale: Tale, at: string, mailedAt: string): Tale =>
    tale.step('ActivityReported', at, { record: 'r1', purposes: ['news'], facts: { mailedAt } });

  test('that was reported, and not from before the end of the consent', () => {
    const tale = mailed(
      new Tale().given('2026-01-10T10:00:00Z', 'r1', ['news']),
      '2026-02-02T08:00:00Z',
      '2026-02-01T08:00:00Z',
    );
    expect(tale.withdrawn('2026-05-01T10:00:00Z', 'r1', ['news']).of(by)).toStrictEqual(
      all(4, '2029-05-01T10:00:00.000Z'),
    );
  });

  test('or else from when it ended', () => {
    expect(withdrawn('2026-05-01T10:00:00Z').of(by)).toStrictEqual(all(3, '2029-05-01T10:00:00.000Z'));
  });

  test('and a report stays with every record that it counts for', () => {
    const tale = new Tale()
      .given('2026-01-10T10:00:00Z', 'r1', ['news', 'events'])
      .given('2026-01-11T10:00:00Z', 'r2', ['news']);
    const ends = mailed(tale, '2026-02-02T08:00:00Z', '2026-02-01T08:00:00Z')
      .withdrawn('2026-05-01T10:00:00Z', 'r2', ['news'])
      .of(by);
    expect(ends).toStrictEqual([undefined, undefined, ...all(2, '2029-05-01T10:00:00.000Z'), undefined, undefined]);
  });
});

describe('an order without purposes', () => {
  test.each<[Evidence, string]>([
    [{ keep: 'P1Y', from: 'withdrawal' }, '2027-01-10T10:01:00.000Z'],
    [{ keep: 'P1Y', from: 'end-of-year-of-withdrawal' }, '2027-12-31T23:00:00.000Z'],
    [{ keep: 'P0D', from: 'withdrawal' }, '2026-02-09T10:01:00.000Z'],
  ])('%j', (evidence, end) => {
    expect(new Tale().given('2026-01-10T10:00:00Z', 'r1', []).of(rules({ evidence }))).toStrictEqual(all(2, end));
  });
});

test('a changed rule moves the ends of what is there already', () => {
  const tale = withdrawn('2026-03-01T10:00:00Z');
  const ends = ['P1Y', 'P2Y'].map((keep) => tale.of(rules({ evidence: { keep, from: 'withdrawal' } }))[0]);
  expect(ends).toStrictEqual(['2027-03-01T10:00:00.000Z', '2028-03-01T10:00:00.000Z']);
});

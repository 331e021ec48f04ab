import { aboutOf } from '../../shared/verify/about';
import type { About } from '../../shared/verify/report';

const [ADA, OTHER] = ['Ada@Example.org', 'other@example.org'];
const SUBJECT = 'the-subject';
const disclosed = (data: object): object => ({ state: 'disclosed', data, salt: 's' });
const step = (type: string, { parts = {}, ...entry }: { parts?: object; recordId?: string; at?: string } = {}) => ({
  entry: { type, at: '2026-11-02T08:00:00.000Z', recordId: 'r1', ...entry },
  parts,
  proof: null,
});
const typed = (email: unknown, more: object = {}) => ({ address: disclosed({ email, ...more }) });
const asked = (email: unknown = ADA, more: object = {}) => step('ConsentRequested', { parts: typed(email, more) });
const record = (members: object = {}) => ({
  ...{ recordId: 'r1', language: 'de', requestedAt: 'asked at', confirmedAt: null, purposes: [], asset: null },
  ...members,
});

/** What is said of a bundle with these members. */
const about = (members: object = {}): About =>
  aboutOf({
    ...{ site: 'demo', subject: SUBJECT, at: 'made at', controller: { name: 'Example GmbH' }, address: null },
    request: { operator: 'desk', reason: 'why', disclose: [] },
    ...{ records: [], entries: [], deleted: [], notices: {} },
    ...members,
  } as unknown as Parameters<typeof aboutOf>[0]);

test('a file says of which site and controller it is, who made it when and why, and how many steps it has', () => {
  expect(about({ entries: [asked(), step('MailSent')] })).toMatchObject({
    site: 'demo',
    controller: 'Example GmbH',
    made: { at: 'made at', operator: 'desk', reason: 'why' },
    steps: 2,
    records: [],
  });
  expect(about({ controller: {} }).controller).toBe('');
  expect(about({ controller: { name: ['x'] } }).controller).toBe('');
});

test('mails are counted that were sent, and of these the ones that are shown', () => {
  const mails = [
    step('MailSent', { parts: { mail: disclosed({}) } }),
    step('MailSent', { parts: { mail: { state: 'gone', since: 'x' } } }),
    step('MailSent'),
    step('MailReceived', { parts: { mail: disclosed({}) } }),
  ];
  expect(about({ entries: mails }).mails).toEqual({ sent: 3, shown: 1 });
});

describe('the address', () => {
  const salts = (...ids: string[]) => Object.fromEntries(ids.map((id) => [id, 's']));
  const committed = { address: ADA.toLowerCase(), salts: salts('r1') };
  const said = (members: object) => {
    const { addresses, committed: besides } = about(members);
    return besides === undefined ? addresses : { addresses, besides };
  };

  test('is each that was typed, once, and none where the file shows none', () => {
    expect(said({ entries: [asked(), asked(), asked(OTHER), step('MailSent')] })).toEqual([ADA, OTHER]);
    expect(said({ entries: [step('ConsentRequested', { parts: { address: { state: 'withheld' } } })] })).toBeNull();
    expect(said({ entries: [asked(''), asked(1), asked(null)] })).toBeNull();
  });

  test('that the holder of a link asked for is not the person’s', () => {
    expect(said({ entries: [asked(), step('RightRequested', { parts: typed(OTHER) })] })).toEqual([ADA]);
  });

  test('to which the records commit is told where nobody typed it', () => {
    expect(said({ entries: [step('MailSent')], address: committed })).toEqual([committed.address]);
    expect(said({ entries: [asked()], address: committed })).toEqual([ADA]);
    expect(said({ entries: [asked(OTHER), asked()], address: committed })).toEqual([OTHER, ADA]);
    expect(said({ entries: [asked(OTHER)], address: committed })).toEqual({
      addresses: [OTHER],
      besides: committed.address,
    });
  });

  test('to which no record commits is told only of a file without steps', () => {
    const subjectAlone = { ...committed, salts: salts(SUBJECT) };
    expect(said({ entries: [step('MailSent')], address: subjectAlone })).toBeNull();
    expect(said({ entries: [step('MailSent')], address: { ...committed, salts: {} } })).toBeNull();
    expect(said({ entries: [step('MailSent')], address: { ...committed, salts: salts(SUBJECT, 'r1') } })).toEqual([
      committed.address,
    ]);
    expect(said({ entries: [], address: { ...committed, salts: {} } })).toEqual([committed.address]);
  });
});

describe('a record', () => {
  const first = (members: object) => about(members).records[0];

  test('was begun by its first step, on the page that this one names', () => {
    const page = { url: 'https://a.example/', knownBy: 'referrer' };
    const others = step('ConsentRecorded', { recordId: 'r2', parts: typed(OTHER, { page: { url: 'x' } }) });
    expect(first({ records: [record()], entries: [others, asked(ADA, { page }), step('MailSent')] })).toMatchObject({
      begun: { at: 'asked at', type: 'ConsentRequested' },
      page,
    });
    const pageOf = (other: unknown) => first({ records: [record()], entries: [asked(ADA, { page: other })] })?.page;
    expect(pageOf({ url: 'https://a.example/', knownBy: 1 })).toEqual({ url: 'https://a.example/', knownBy: '' });
    for (const none of [undefined, null, 'https://a.example/', {}, { url: 1 }, ['x']]) expect(pageOf(none)).toBeNull();
    expect(first({ records: [record()], entries: [others] })).toMatchObject({ begun: { at: 'asked at' }, page: null });
    expect(first({ records: [record()], entries: [others] })?.begun).not.toHaveProperty('type');
  });

  test('was confirmed by a step of its own, of that time and of a kind that confirms', () => {
    const [now, later] = ['2026-11-02T08:00:00.000Z', '2026-11-03T08:00:00.000Z'];
    const confirmedBy = (...entries: object[]) =>
      first({ records: [record({ confirmedAt: now })], entries: [asked(), ...entries] })?.confirmed;
    expect(confirmedBy(step('MailSent'), step('ConsentGiven'))).toEqual({ type: 'ConsentGiven', at: now });
    expect(confirmedBy(step('RenewedConsentGiven'))).toEqual({ type: 'RenewedConsentGiven', at: now });
    expect(confirmedBy(step('ConsentGiven', { at: later }))).toBeNull();
    expect(confirmedBy(step('ConsentGiven', { recordId: 'r2' }))).toBeNull();
    expect(confirmedBy()).toBeNull();
    expect(first({ records: [record()], entries: [step('ConsentGiven')] })?.confirmed).toBeNull();
  });

  const purpose = { id: 'news', legalBasis: 'consent', noticeHash: 'h1', status: 'ConsentGiven', since: 'then' };
  const notices = { h1: { site: 'demo', purpose: 'news', version: '1', language: 'de', text: 'Ja.' } };
  const wording = { version: '1', language: 'de', text: 'Ja.' };
  const withNames = (names: unknown) => [
    asked(),
    step('EvidenceDisclosed', { parts: { reading: disclosed({ names }) } }),
  ];

  test('has purposes and an order with their wordings, as far as they are there', () => {
    const asset = { id: 'paper', noticeHash: 'h2' };
    expect(first({ records: [record({ purposes: [purpose], asset })], notices, entries: [asked()] })).toMatchObject({
      purposes: [{ id: 'news', names: {}, status: 'ConsentGiven', since: 'then', wording }],
      asset: { id: 'paper', names: {}, wording: null },
    });
    expect(first({ records: [record()] })).toMatchObject({ purposes: [], asset: null });
  });

  test('has the names by which the newest step calls them, each in its place', () => {
    const asset = { id: 'paper', noticeHash: 'h1' };
    const namesIn = (names: unknown) => {
      const said = first({ records: [record({ purposes: [purpose], asset })], entries: withNames(names) });
      return [said?.purposes[0]?.names, said?.asset?.names];
    };
    const names = { purposes: { news: { de: 'Neues', en: 'News' } }, assets: { paper: { de: 'Papier' } } };
    expect(namesIn(names)).toEqual([{ de: 'Neues', en: 'News' }, { de: 'Papier' }]);
    expect(namesIn({ purposes: { paper: { de: 'x' } }, assets: { news: { de: 'x' } } })).toEqual([{}, {}]);
    expect(namesIn({ purposes: { news: { de: 1, en: 'News', fr: null } }, assets: { paper: 'x' } })).toEqual([
      { en: 'News' },
      {},
    ]);
    for (const none of [undefined, null, 'x', [1]]) expect(namesIn(none)).toEqual([{}, {}]);
    const earlier = { records: [record({ purposes: [purpose] })], entries: [...withNames(names), step('MailSent')] };
    expect(first(earlier)?.purposes[0]?.names).toEqual({});
  });
});

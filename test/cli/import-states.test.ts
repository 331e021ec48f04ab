import { columnsOf } from '../../cli/import/columns';
import { readRow, type Sheet } from '../../cli/import/row';
import { isNamedNo } from '../../cli/import/says-no';
import type { Kind } from '../../cli/import/kinds';
import { kindOf, statesOf, Unmapped } from '../../cli/import/states';
import fc from '../seeded';

/* No consent is made of an opt-out: whatever says, or may say, that somebody is not to be mailed has to be explained first. */

const SETS = ['purposes=newsletter', 'version=4'];

function sheet(
  header: readonly string[],
  values: readonly string[] = [],
  as: Kind = 'consents',
  maps: readonly string[] = [],
): Sheet {
  const columns = columnsOf(['email', ...header], maps, SETS, as);
  return { columns, states: statesOf(columns, as, values), clock: { zone: 'UTC', order: undefined }, name: 'list.csv' };
}

function question(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  values: readonly string[] = [],
  maps: readonly string[] = [],
) {
  const { states } = sheet(header, values, 'consents', maps);
  const unmapped = new Unmapped(states);
  for (const row of rows) unmapped.count(['a@one.example', ...row]);
  return unmapped.question;
}

describe('a file stops before its first row', () => {
  test.each([
    ['a state that says no', 'status', 'unsubscribed'],
    ['Mailchimp’s cleaned', 'Status', 'Cleaned'],
    ['listmonk’s blocklisted', 'status', 'blocklisted'],
    ['listmonk’s disabled', 'status', 'disabled'],
    ['a state nobody knows', 'subscription_status', 'S7'],
    ['an unconfirmed one', 'state', 'unconfirmed'],
    ['the time of leaving', 'UNSUB_TIME', '2020-01-01 10:00:00'],
    ['the same by another name', 'LEAVE_TIME', '2020-01-01 10:00:00'],
    ['the time of a bounce', 'CLEAN_TIME', '2020-01-01 10:00:00'],
    ['CleverReach’s seconds', 'deactivated', '1577872800'],
    ['CleverReach’s 0, as nobody said what it is', 'deactivated', '0'],
    ['a yes to a no', 'blacklisted', '1'],
    ['the same in capitals', 'EMAIL_BLACKLISTED', 'true'],
    ['the same in one word', 'emailBlacklisted', 'true'],
    ['the same apart', 'Email blocklisted', 'yes'],
    ['an opt-out', 'OPTOUT', 'x'],
    ['a no to a yes', 'active', 'false'],
    ['the same in German', 'aktiv', 'nein'],
    ['no opt-in', 'opt_in', 'no'],
    ['a number for a yes', 'Opt-In', '1'],
    ['a German heading', 'Abgemeldet am', '03.04.2019'],
    ['a German word', 'Zustand', 'inaktiv'],
    ['an umlaut', 'Gekündigt', 'ja'],
    ['a suppression list', 'Suppressed', 'TRUE'],
    ['a complaint', 'complaint_date', '2020-01-01'],
    ['a bounce counter', 'bounces', '3'],
    ['the Robinson list', 'Robinsonliste', 'ja'],
    ['a shop’s question', 'Accepts Email Marketing', 'no'],
    ['a column that says nothing by its heading', 'Spalte 7', 'unsubscribed'],
    ['a tag among others', 'TAGS', '"vip","unsubscribed"'],
    ['a remark', 'Bemerkung', 'hat sich am 3. April abgemeldet'],
    ['JSON', 'attributes', '{"state":"bounced"}'],
    ['accents', 'statut', 'désinscrit'],
  ])('for %s', (_, heading, value) => {
    expect(question([heading], [[value]])).toContain(`"${heading}"`);
  });

  test('for a remark that was mapped to a note, or to a question of the site', () => {
    for (const field of ['note', 'fields.state']) {
      expect(question(['status'], [['unsubscribed']], [], [`status=${field}`])).toContain('"status"');
    }
  });

  test('for a time of leaving that was mapped to that of the consent', () => {
    expect(question(['UNSUB_TIME'], [['2020-01-01']], [], ['UNSUB_TIME=givenAt'])).toContain('"UNSUB_TIME"');
  });

  test('for an opt-in that was mapped to its confirmation', () => {
    expect(question(['opt_in'], [['no']], [], ['opt_in=doubleOptIn'])).toContain('"opt_in"');
    expect(question(['double_optin'], [['no']], [], ['double_optin=doubleOptIn'])).toBeUndefined();
  });

  test('for an empty state among others, and a row that is too short', () => {
    expect(question(['status'], [['enabled'], ['']])).toContain('"status" empty, 1 row: --value "status:=MEANING"');
    expect(question(['name', 'status'], [['x', 'enabled'], ['y']])).toContain('"status" empty, 1 row');
  });
});

test('it says which column, which values of how many rows, and what to write', () => {
  const rows = [['unsubscribed'], ['Unsubscribed'], ['cleaned'], ['S7'], ['subscribed']];
  expect(question(['status'], rows)).toBe(
    [
      'Nothing was sent: these columns say who is not to be mailed, or may say so. Say what each value makes of its rows:',
      '  "status" "unsubscribed", 1 row: --value "status:unsubscribed=withdrawals"',
      '  "status" "Unsubscribed", 1 row: --value "status:Unsubscribed=withdrawals"',
      '  "status" "cleaned", 1 row: --value "status:cleaned=bounces"',
      '  "status" "S7", 1 row: --value "status:S7=MEANING"',
      'consents: as without it; withdrawals, objections, bounces: imported as such; skip: left out; ignore: the column is about something else.',
    ].join('\n'),
  );
});

test('what may be personal is not shown', () => {
  const text = question(['Bemerkung'], [[`zzmark hat sich abgemeldet, und noch viel mehr steht in dieser Zelle`]]);
  expect(text).toContain('--value "Bemerkung:*=MEANING"');
  expect(text).not.toContain('zzmark');
});

describe('nothing is asked', () => {
  test.each([
    ['of what is about something else', 'Vorname', 'Sabine'],
    ['of a state that is good', 'status', 'enabled'],
    ['of a time of a step', 'CONFIRM_TIME', '2020-01-01'],
    ['of an empty time of leaving', 'UNSUB_TIME', ''],
    ['of an address that holds the word', 'list mail', 'unsubscribe@one.example'],
    ['of a link that does', 'profile', 'https://one.example/unsubscribe/x'],
  ])('%s', (_, heading, value) => {
    expect(question([heading], [[value]])).toBeUndefined();
  });
});

describe('the operator says what a value means', () => {
  const kind = (
    header: readonly string[],
    values: readonly string[],
    cells: readonly string[],
    as: Kind = 'consents',
  ) => kindOf(sheet(header, values, as).states, ['a@one.example', ...cells]);

  test('however it is written', () => {
    expect(kind(['status'], ['status:UnSubscribed=withdrawals'], ['unsubscribed'])).toBe('withdrawals');
    expect(kind(['deactivated'], ['deactivated:0=consents', 'deactivated:*=withdrawals'], ['0'])).toBe('consents');
    expect(kind(['deactivated'], ['deactivated:0=consents', 'deactivated:*=withdrawals'], ['1577872800'])).toBe(
      'withdrawals',
    );
  });

  test('and the strictest of several counts', () => {
    const values = ['status:left=withdrawals', 'bounced:1=bounces', 'complained:1=objections', 'status:on=consents'];
    const header = ['status', 'bounced', 'complained'];
    expect(kind(header, values, ['on', '1', ''])).toBe('bounces');
    expect(kind(header, values, ['left', '1', ''])).toBe('withdrawals');
    expect(kind(header, values, ['left', '1', '1'])).toBe('objections');
  });

  test('but a "no" becomes a consent by its own name alone, and not with all others', () => {
    expect(question(['status'], [['unsubscribed']], ['status:*=consents'])).toContain('unsubscribed');
    expect(question(['status'], [['unsubscribed']], ['status:*=ignore'])).toContain('unsubscribed');
    expect(question(['status'], [['unsubscribed']], ['status:unsubscribed=consents'])).toBeUndefined();
    expect(question(['state'], [['CA']], ['state:*=ignore'])).toBeUndefined();
  });

  test('or the row is invalid', () => {
    const row = readRow({ number: 2, cells: ['a@one.example', 'S7'] }, sheet(['status']));
    expect(row.flaws.map(({ detail }) => detail)).toContainEqual(expect.stringMatching(/Nobody said/));
  });

  test.each([
    ['no meaning', 'status:x', /A meaning is objections/],
    ['an unknown meaning', 'status:x=yes', /A meaning is/],
    ['a column that is not there', 'zustand:x=skip', /The file has "email", "status"/],
  ])('and not %s', (_, argument, message) => {
    expect(() => sheet(['status'], [argument])).toThrow(message);
  });

  test('of headings with colons, too', () => {
    expect(kind(['a', 'a:b'], ['a:b:x=skip'], ['', 'x'])).toBe('skip');
  });
});

test('an opt-out keeps what the source said of it, for the vault alone', () => {
  const values = ['UNSUB_TIME:*=withdrawals'];
  const columns = sheet(['UNSUB_TIME', 'UNSUB_REASON', 'City'], values, 'consents', ['UNSUB_TIME=saidAt']);
  const row = readRow({ number: 2, cells: ['a@one.example', '2020-01-01 10:00:00', 'NORMAL', 'Ulm'] }, columns);
  expect(row).toMatchObject({
    kind: 'withdrawals',
    flaws: [],
    body: {
      kind: 'withdrawal',
      saidAt: '2020-01-01T10:00:00.999Z',
      note: 'list.csv; UNSUB_TIME: 2020-01-01 10:00:00; UNSUB_REASON: NORMAL',
    },
  });
});

test('files are called by what is in them', () => {
  const names = [
    'unsubscribed_segment_export_8a.csv',
    'cleaned_segment_export_8a.csv',
    'Abmeldungen.csv',
    'blocklist.csv',
    'bounces-2024.csv',
    'nonsubscribed_email_audience_export.csv',
  ];
  expect(names.filter((name) => !isNamedNo(name))).toEqual([]);
  expect(['subscribed_segment_export_8a.csv', 'kunden.csv', 'audience.csv'].filter(isNamedNo)).toEqual([]);
});

test('a row is a consent only where every cell is explained or says nothing, whatever else is in the file', () => {
  const word = fc.constantFrom(
    'unsubscribed',
    'Cleaned',
    'blocklisted',
    'abgemeldet',
    'inaktiv',
    'bounced',
    'opt-out',
    'Suppressed',
  );
  const heading = fc.constantFrom('status', 'x', 'Name', 'UNSUB_TIME', 'note', 'active', 'Zustand', 'TAGS');
  const rest = fc.array(fc.constantFrom('', 'Ulm', 'enabled', '7'), { maxLength: 2 });
  fc.assert(
    fc.property(word, heading, rest, (value, name, more) => {
      const { states } = sheet([name, ...more.map((_, n) => `Spalte ${n}`)]);
      expect(kindOf(states, ['a@one.example', value, ...more])).toBeUndefined();
    }),
  );
});

describe('both steps', () => {
  const maps = ['OPTIN_TIME=signedUpAt', 'OPTIN_IP=signedUpIp', 'CONFIRM_TIME=givenAt', 'CONFIRM_IP=ip'];
  const header = ['OPTIN_TIME', 'OPTIN_IP', 'CONFIRM_TIME', 'CONFIRM_IP'];
  const read = (cells: readonly string[], sets: readonly string[] = ['doubleOptIn=yes']) => {
    const columns = columnsOf(['email', ...header], maps, [...SETS, ...sets]);
    const states = statesOf(columns, 'consents', []);
    const one = { columns, states, clock: { zone: 'UTC', order: undefined }, name: 'x' };
    return readRow({ number: 2, cells: ['a@one.example', ...cells] }, one);
  };

  test('have a time and an address each', () => {
    expect(read(['2020-01-01 10:00:00', '192.0.2.1', '2020-01-01 10:05:00', '192.0.2.2']).body).toMatchObject({
      doubleOptIn: true,
      signedUpAt: '2020-01-01T10:00:00.000Z',
      signedUpBy: { ip: '192.0.2.1' },
      givenAt: '2020-01-01T10:05:00.000Z',
      visitor: { ip: '192.0.2.2' },
    });
  });

  test.each([
    ['only a confirmation', ['', '', '2020-01-01 10:05:00', '192.0.2.2']],
    ['the same time twice', ['2020-01-01 10:05:00', '192.0.2.2', '2020-01-01 10:05:00', '192.0.2.2']],
  ])('are one where there is %s', (_, cells) => {
    const { body, flaws } = read(cells);
    expect(flaws).toEqual([]);
    expect(body).toMatchObject({ givenAt: '2020-01-01T10:05:00.000Z', visitor: { ip: '192.0.2.2' } });
    expect(body).not.toHaveProperty('doubleOptIn');
    expect(body).not.toHaveProperty('signedUpAt');
  });

  test('are no consent where nothing was confirmed', () => {
    expect(read(['2020-01-01 10:00:00', '192.0.2.1', '', '']).flaws).toMatchObject([{ field: 'givenAt' }]);
  });

  test('come in their order', () => {
    const row = read(['2020-01-02 10:00:00', '', '2020-01-01 10:00:00', '']);
    expect(row.flaws).toMatchObject([{ field: 'signedUpAt' }]);
  });
});

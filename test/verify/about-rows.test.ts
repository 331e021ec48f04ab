import { aboutRows } from '../../shared/verify/about-rows';
import type { About, CheckedRecord } from '../../shared/verify/report';
import { statusesIn } from '../../shared/words/statuses';
import { timeOrText } from '../../shared/words/times';
import { verifyFileIn } from '../../shared/words/verify-file';

const TEXTS = verifyFileIn('en').about;
const [ASKED, GIVEN] = ['2026-11-02T08:15:30.120Z', '2026-11-03T09:00:00.000Z'];
const time = (at: string): string => timeOrText(at, 'en');

const RECORD: CheckedRecord = {
  ...{ begun: { at: ASKED }, page: null, confirmed: null, purposes: [], asset: null },
};
const ABOUT: About = { site: 'demo', controller: 'Example GmbH', addresses: null, records: [] };

const rows = (about: About | undefined, hashes?: { file: string; attachment?: string }): [string, ...string[]][] =>
  aboutRows({ verdict: 'good', claims: [], ...(about && { about }), ...(hashes && { hashes }) }, 'en').map(
    ({ name, lines }) => [name, ...lines],
  );
const recordRows = (record: Partial<CheckedRecord>): [string, ...string[]][] =>
  rows({ ...ABOUT, records: [{ ...RECORD, ...record }] }).slice(3);

test('without anything that can be read the hashes alone are told', () => {
  expect(rows(undefined)).toEqual([]);
  expect(rows(undefined, { file: 'f' })).toEqual([[TEXTS.fileHash, 'f']]);
  expect(rows(undefined, { file: 'f', attachment: 'a' })).toEqual([
    [TEXTS.fileHash, 'f'],
    [TEXTS.attachmentHash, 'a'],
  ]);
});

test('a receipt has no address, and nobody who made it', () => {
  expect(rows(ABOUT)).toEqual([
    [TEXTS.address, TEXTS.noAddress],
    [TEXTS.controller, 'Example GmbH'],
    [TEXTS.site, 'demo'],
    [TEXTS.record(1, 1), TEXTS.noRecord],
  ]);
});

test('evidence has its mails, its steps, and who made it when and why', () => {
  const made = { at: GIVEN, operator: 'desk', reason: 'asked for' };
  expect(rows({ ...ABOUT, made, steps: 5, mails: { sent: 2, shown: 1 } }, { file: 'f' }).slice(4)).toEqual([
    [TEXTS.mails, TEXTS.sent(2, 1)],
    [TEXTS.steps, '5'],
    [TEXTS.made, time(GIVEN)],
    [TEXTS.operator, 'desk'],
    [TEXTS.reason, 'asked for'],
    [TEXTS.fileHash, 'f'],
  ]);
});

test('an address stands as it is, and each letter that is not of ASCII is named once', () => {
  const address = (...addresses: string[]): string[] => rows({ ...ABOUT, addresses })[0]?.slice(1) ?? [];
  expect(address('ada@example.org', 'other~@example.org')).toEqual(['ada@example.org', 'other~@example.org']);
  expect(address('аdа@example.org')).toEqual(['аdа@example.org', TEXTS.notAscii('а (U+0430)')]);
  expect(address('ü\u007f\u{1f600}@x')).toEqual([
    'ü\u007f\u{1f600}@x',
    TEXTS.notAscii('ü (U+00FC), \u007f (U+007F), \u{1f600} (U+1F600)'),
  ]);
});

test('the address that the records are about comes before those that were typed', () => {
  const [row] = rows({ ...ABOUT, addresses: ['b@example.org'], committed: 'a@example.org' });
  expect(row).toEqual([TEXTS.address, 'a@example.org', 'b@example.org']);
});

test('a record was begun on a page, and confirmed or not', () => {
  const page = { url: 'https://a.example/', knownBy: 'somebody' };
  const confirmed = { type: 'ConsentGiven', at: GIVEN };
  expect(recordRows({ page, confirmed })).toEqual([
    [
      TEXTS.record(1, 1),
      `${TEXTS.begun}: ${time(ASKED)}`,
      `${TEXTS.page}: https://a.example/ (somebody)`,
      `${TEXTS.confirmed}: ${time(GIVEN)}`,
    ],
  ]);
  expect(recordRows({})[0]?.slice(2)).toEqual([
    `${TEXTS.page}: ${TEXTS.noPage}`,
    `${TEXTS.confirmed}: ${TEXTS.notConfirmed}`,
  ]);
});

test('how a page is known is said in words, where there are words for it', () => {
  for (const [knownBy, words] of [...Object.entries(TEXTS.pageBy), ['toString', 'toString'], ['', '']] as const) {
    const [, , page] = recordRows({ page: { url: 'x', knownBy } })[0] ?? [];
    expect(page).toBe(`${TEXTS.page}: x (${words})`);
  }
});

test('of several records each says which of how many it is', () => {
  const names = rows({ ...ABOUT, records: [RECORD, RECORD] }).map(([name]) => name);
  expect(names.slice(3)).toEqual([TEXTS.record(1, 2), TEXTS.record(2, 2)]);
});

test('a purpose has its status and since when, and its wording line by line, behind a mark', () => {
  const purpose = { id: 'news', names: { en: 'News', de: 'Neues' }, status: 'ConsentGiven', since: GIVEN } as const;
  const wording = { version: '3', language: 'de', text: 'Yes.\nGood.' };
  const status = TEXTS.since(statusesIn('en').names.ConsentGiven, time(GIVEN));
  expect(
    recordRows({
      purposes: [
        { ...purpose, wording },
        { ...purpose, names: { de: 'Neues' }, wording: null },
        { ...purpose, names: {}, wording: null },
      ],
      asset: { id: 'paper', names: { en: 'Paper' }, wording: { ...wording, text: 'Send it.' } },
    }).slice(1),
  ).toEqual([
    ['News (news)', status, `${TEXTS.wording('3', 'de')}:`, '  | Yes.', '  | Good.'],
    ['Neues (news)', status],
    ['news', status],
    ['Paper (paper)', TEXTS.ordered, `${TEXTS.wording('3', 'de')}:`, '  | Send it.'],
  ]);
});

test('of a site that was deleted it is told what went when, and until when there are copies', () => {
  const closed = {
    lastDay: '2026-11-01',
    doneAt: GIVEN,
    deleted: { people: 3, entries: 20, parts: { address: 2, unheard: 1 }, others: { toString: 4 } as never },
    copies: { personal: ASKED, history: 'never' },
  };
  expect(rows({ ...ABOUT, closed }, { file: 'f' })).toEqual([
    [TEXTS.controller, 'Example GmbH'],
    [TEXTS.site, 'demo'],
    [TEXTS.lastDay, '2026-11-01'],
    [TEXTS.deletedAt, time(GIVEN)],
    [
      TEXTS.deleted,
      ...[`${TEXTS.counted.people}: 3`, `${TEXTS.counted.entries}: 20`, `${TEXTS.counted.address}: 2`],
      ...['unheard: 1', 'toString: 4'],
    ],
    [TEXTS.personalCopies, time(ASKED)],
    [TEXTS.historyCopies, 'never'],
    [TEXTS.fileHash, 'f'],
  ]);
});

import { columnsOf } from '../../cli/import/columns';
import { readMoment } from '../../cli/import/moment';
import { isNamedNo } from '../../cli/import/says-no';
import { statesOf, Unmapped } from '../../cli/import/states';

/*
 * Files in which somebody says "no" in a way that no tool has. Each is a heading and a cell of one row, as somebody keeps it by hand,
 * and each stops the import: whoever asks once too little makes a consent of it.
 */

function asks(heading: string, cell: string): boolean {
  const columns = columnsOf(['email', heading], [], ['purposes=newsletter', 'version=4'], 'consents');
  const unmapped = new Unmapped(statesOf(columns, 'consents', []));
  unmapped.count(['a@one.example', cell]);
  return unmapped.question !== undefined;
}

const NOS: readonly (readonly [story: string, heading: string, cell: string])[] = [
  ['an association’s members who left', 'Austritt', '03.04.2019'],
  ['the same in a cell', 'Mitgliedschaft', 'ausgetreten'],
  ['a stop for advertising, in one word', 'Werbesperre', 'ja'],
  ['a stop for mails', 'Mailsperre', 'x'],
  ['a stop for all contact', 'Kontaktsperre', '1'],
  ['a ban', 'Werbeverbot', 'ja'],
  ['an objection in one word', 'Werbewiderspruch', '03.04.2019'],
  ['a permission that was not given', 'Werbeerlaubnis', 'nein'],
  ['the same as a question', 'E-Mail erlaubt?', 'nein'],
  ['the same in words', 'Darf angeschrieben werden', 'nein'],
  ['a plain no in a column of any name', 'Xyz', 'nein'],
  ['another, in English', 'Whatever', 'No'],
  ['a truth value', 'Mail-Flag', 'FALSE'],
  ['a zero for a yes', 'Infomail', '0'],
  ['a shop’s permission', 'OK to email', 'N'],
  ['a sales program’s', 'HasOptedOutOfEmail', 'true'],
  ['another’s bounces', 'IsEmailBounced', 'true'],
  ['a third one’s', 'donotbulkemail', '1'],
  ['a remark with somebody’s address', 'Bemerkung', 'abgemeldet, schrieb erika@example.org'],
  ['a remark with a link', 'Bemerkung', 'unsubscribed via https://x.example'],
  ['a remark in somebody’s own words', 'Bemerkung', 'will keine Mails mehr'],
  ['a wish to be deleted', 'Notiz', 'bitte löschen'],
  ['a wish to be removed', 'Notes', 'please remove'],
  ['a list to be taken off', 'Notes', 'take off list'],
  ['a tag in one word', 'Tags', 'NoMailing'],
  ['a group of those who left', 'Kategorie', 'Kündiger'],
  ['the dead', 'Verstorben', 'ja'],
  ['mail that came back', 'Rückläufer', '1'],
  ['the same in English', 'Returned mail', '1'],
  ['a server that refused', 'Last error', '550 user unknown'],
  ['a failure of delivery', 'Mail delivery', 'failed'],
  ['an address that is none', 'Adresse ungültig', '1'],
  ['an end', 'Abo-Ende', '03.04.2019'],
  ['a time until when', 'gültig bis', '03.04.2019'],
  ['another channel', 'Kontaktweg', 'nur Post'],
  ['no channel', 'Präferenz', 'keine'],
  ['an abbreviation', 'Abm.', 'x'],
  ['a typo', 'Unsuscribed', '1'],
  ['two letters that changed places', 'Status', 'abgemledet'],
  ['a hyphen within', 'Un-subscribed', '1'],
  ['a soft hyphen within', 'op\u00adtout', '1'],
  ['a sign without width within', 'Un\u200bsubscribed', '1'],
  ['wide letters', 'ｏｐｔ－ｏｕｔ', '1'],
  ['a Cyrillic letter that looks alike', 'Оptout', '1'],
  ['the same in a cell', 'Xyz', 'unsubscribеd'],
  ['Spanish', 'Fecha de baja', '2020-01-01'],
  ['French', 'Résilié', 'oui'],
  ['Polish', 'Wypisany', '1'],
  ['a single opt-in', 'SOI', '1'],
];

test.each(NOS)('%s', (_, heading, cell) => {
  expect(asks(heading, cell)).toBe(true);
});

test.each([
  ['a surname', 'Nachname', 'Sperber'],
  ['another', 'Nachname', 'Ender'],
  ['a place', 'Ort', 'Werl'],
  ['a country of two letters', 'CC', 'NO'],
  ['a firm', 'Firma', 'Endress GmbH'],
  ['a trade', 'Branche', 'Werbung'],
  ['a department', 'Abteilung', 'Versand'],
  ['a number', 'Umsatz', '0'],
  ['a remark', 'Bemerkung', 'Stammkunde, kommt gern'],
  ['a day of a step', 'Registrierungsdatum', '2020-01-01'],
])('but nothing is asked of %s', (_, heading, cell) => {
  expect(asks(heading, cell)).toBe(false);
});

test('files are called so in more words than tools have', () => {
  const names =
    'Kündigungen|Austritte 2020|werbewidersprueche|newsletterabmeldungen|Mailsperre|Ex-Abonnenten|Rückläufer|removed|Hardbounces 2020';
  expect(names.split('|').filter((name) => !isNamedNo(`${name}.csv`))).toEqual([]);
});

test.each([
  ['a year of two digits', '1.4.20'],
  ['a clock of twelve hours', '01.04.2020 3:04 PM'],
  ['a day of a spreadsheet', '43831'],
  ['a part of a second since 1970', '1577872800.5'],
  ['a time before 1970', '-1577872800'],
  ['digits without signs', '20200101'],
  ['a zero', '0000-00-00 00:00:00'],
  ['the first day of all', '1970-01-01'],
  ['a day that never was', '31.06.2020'],
  ['a day of no leap year', '29.02.2021'],
  ['the hour 24', '2020-01-01 24:00'],
  ['a second 60', '2020-01-01T10:00:60Z'],
  ['day and month, or month and day', '03/04/2020'],
  ['a month in words', '5. Januar 2020'],
  ['Arabic digits', '٢٠٢٠-٠١-٠١'],
  ['dashes that are none', '2020–01–01'],
  ['a name without an offset', '2020-01-01 10:00 CEST'],
  ['an offset that contradicts its name', '2020-01-01 10:00:00 +0000 CEST'],
  ['another', '2020-01-01T10:00:00+0200 UTC'],
  ['an offset that is none', '2020-01-01T10:00:00+25:00'],
  ['a zone in brackets', '2020-01-01T10:00:00Z[Europe/Berlin]'],
  ['a week', '2020-W01-1'],
  ['a month', '2020-01'],
  ['a word', 'gestern'],
  ['a database’s nothing', 'NULL'],
])('a time is refused and never shifted: %s', (_, text) => {
  expect(readMoment(text, { zone: 'UTC', order: undefined })).toHaveProperty('wrong');
});

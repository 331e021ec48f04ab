import { PROFILES, type Profile } from '../../shared/audience-profiles';
import { audienceCsv } from '../../shared/evidence/audience-csv';

const SITE = { fields: [{ id: 'firstName', label: { de: 'Vorname', en: 'First name' } }] };
const somebody = (email: string, firstName = 'Erika') => ({
  ...{ id: 'A'.repeat(22), email, fields: { firstName }, language: 'de' as const, since: '2026-11-25T23:30:00.000Z' },
  ...{ mayMeasure: true, unsubscribeUrl: 'https://c.example/u', preferencesUrl: 'https://c.example/p' },
});
const table = (profile: Profile, ...people: readonly ReturnType<typeof somebody>[]): string =>
  audienceCsv(SITE, profile, people, false);

const CALLS = `=cmd|'/Ccalc'!A0@evil.example`;

test.each(PROFILES)('a name is no formula in %s', (profile) => {
  const row = table(profile, somebody('erika@example.org', '=HYPERLINK("https://evil.example")'));
  expect(row).not.toMatch(/(^|[;,])"=/);
});

test.each(PROFILES)('no address calls anything in %s', (profile) => {
  expect(table(profile, somebody(CALLS))).not.toMatch(/(^|[;,])"=/);
});

test.each(PROFILES.filter((profile) => !profile.startsWith('excel')))(
  'an address is written as it is in %s, or else left out: nobody is mailed by another',
  (profile) => {
    const rows = table(profile, somebody('+erika@example.org'), somebody(CALLS), somebody('-karl@example.org'));
    expect(rows).toContain('"+erika@example.org"');
    expect(rows).toContain('"-karl@example.org"');
    expect(rows).not.toContain('cmd');
    expect(rows).not.toContain(`"'`);
  },
);

test('people read the day, in their own words, and separated as their spreadsheet expects it', () => {
  expect(table('excel-de', somebody('erika@example.org'))).toBe(
    `"erika@example.org";"Erika";"de";"2026-11-26";"ja";"https://c.example/u";"https://c.example/p";"${'A'.repeat(22)}"\r\n`,
  );
  expect(table('excel-en', somebody('erika@example.org'))).toContain('"yes","https');
});

test('headings, and the mark by which Excel knows UTF-8, come on the first page alone', () => {
  expect(audienceCsv(SITE, 'excel-de', [], true)).toMatch(/^\ufeff"E-Mail"/);
  expect(audienceCsv(SITE, 'excel-de', [], false)).toBe('');
});

test('listmonk gets what it imports: attributes as JSON', () => {
  const [, , , json = ''] = /^"(.*?)","(.*?)","(.*)"\r\n$/.exec(table('listmonk', somebody('erika@example.org'))) ?? [];
  expect(JSON.parse(json.replaceAll('""', '"'))).toMatchObject({
    firstName: 'Erika',
    language: 'de',
    mayMeasure: true,
  });
});

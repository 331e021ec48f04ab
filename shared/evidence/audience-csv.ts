import { dayOf } from '../calendar';
import type { Profile } from '../audience-profiles';
import type { Language, Site } from '../policy/schema';
import { audienceFileIn } from '../words/audience-file';
import { csvTable, isFormula, isSignedAddress } from './csv-table';

/** Somebody who may be mailed, with what a mail to them needs. */
interface Recipient {
  readonly id: string;
  readonly email: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly language: Language;
  readonly since: string;
  readonly mayMeasure: boolean;
  readonly unsubscribeUrl?: string;
  readonly preferencesUrl: string;
}

type Column = readonly [heading: string, valueOf: (recipient: Recipient) => string];

/**
 * A page of an audience as a table, the headings on the first alone, so that pages make one file. In tables for programs the
 * address is as it is; whoever has one that a spreadsheet would take for a formula that calls something is left out of those.
 */
export function audienceCsv(
  site: Pick<Site, 'fields'>,
  profile: Profile,
  recipients: readonly Recipient[],
  isFirst: boolean,
): string {
  const reader = READERS[profile];
  const columns = columnsFor(profile, site);
  const shown = recipients.filter(({ email }) => reader !== undefined || !isFormula(email) || isSignedAddress(email));
  const rows = shown.map((recipient) => columns.map(([, valueOf]) => valueOf(recipient)));
  const head = isFirst ? [columns.map(([heading]) => heading)] : [];
  return csvTable([...head, ...rows], {
    language: reader ?? 'en',
    forSpreadsheets: reader !== undefined && isFirst,
    keepsAddresses: reader === undefined,
  });
}

const READERS: Readonly<Partial<Record<Profile, Language>>> = { 'excel-de': 'de', 'excel-en': 'en' };

/** What mailing tools call the address, and how they call what was asked besides. Their import lets one assign columns by hand. */
const TOOLS = {
  rfc4180: { email: 'email', field: (id: string) => id, id: 'id', language: 'language' },
  // https://help.brevo.com/hc/en-us/articles/208729849: EMAIL, FIRSTNAME, LASTNAME, EXT_ID; separated by commas, UTF-8.
  brevo: { email: 'EMAIL', field: (id: string) => id.toUpperCase(), id: 'EXT_ID', language: 'LANGUAGE' },
  // https://support.cleverreach.de/hc/en-us/articles/202372861: UTF-8, the address alone is needed, fields are assigned by hand.
  cleverreach: { email: 'email', field: (id: string) => id.toLowerCase(), id: 'id', language: 'language' },
  // https://mailchimp.com/help/format-guidelines-for-your-import-file/: "Email Address"; text of at most 255 bytes.
  mailchimp: { email: 'Email Address', field: mailchimpField, id: 'Id', language: 'Language' },
} as const;

function mailchimpField(id: string): string {
  return { firstName: 'First Name', lastName: 'Last Name' }[id] ?? id;
}

function columnsFor(profile: Profile, site: Pick<Site, 'fields'>): readonly Column[] {
  if (profile === 'listmonk') return LISTMONK;
  const reader = READERS[profile];
  return reader === undefined ? toolColumns(profile as keyof typeof TOOLS, site) : readersColumns(reader, site);
}

const answer =
  (id: string) =>
  ({ fields }: Recipient): string =>
    fields[id] ?? '';

function toolColumns(tool: keyof typeof TOOLS, { fields }: Pick<Site, 'fields'>): readonly Column[] {
  const said = TOOLS[tool];
  return [
    [said.email, ({ email }) => email],
    ...fields.map(({ id }): Column => [said.field(id), answer(id)]),
    [said.language, ({ language }) => language],
    [said.id, ({ id }) => id],
    ['UNSUBSCRIBE_URL', ({ unsubscribeUrl = '' }) => unsubscribeUrl],
    ['PREFERENCES_URL', ({ preferencesUrl }) => preferencesUrl],
    ['SINCE', ({ since }) => since],
    ['MAY_MEASURE', ({ mayMeasure }) => String(mayMeasure)],
  ];
}

function readersColumns(language: Language, { fields }: Pick<Site, 'fields'>): readonly Column[] {
  const said = audienceFileIn(language);
  return [
    [said.email, ({ email }) => email],
    ...fields.map(({ id, label }): Column => [label[language] ?? id, answer(id)]),
    [said.language, (recipient) => recipient.language],
    [said.since, ({ since }) => dayOf(new Date(since))],
    [said.mayMeasure, ({ mayMeasure }) => (mayMeasure ? said.yes : said.no)],
    [said.unsubscribeUrl, ({ unsubscribeUrl = '' }) => unsubscribeUrl],
    [said.preferencesUrl, ({ preferencesUrl }) => preferencesUrl],
    [said.id, ({ id }) => id],
  ];
}

/** https://github.com/knadh/listmonk/blob/master/internal/subimporter/importer.go: email, name, and attributes as JSON. */
const LISTMONK: readonly Column[] = [
  ['email', ({ email }) => email],
  ['name', ({ fields }) => [fields['firstName'], fields['lastName']].filter((part) => part !== undefined).join(' ')],
  [
    'attributes',
    ({ fields, language, id, unsubscribeUrl, preferencesUrl, mayMeasure }) =>
      JSON.stringify({ ...fields, language, id, unsubscribeUrl, preferencesUrl, mayMeasure }),
  ],
];

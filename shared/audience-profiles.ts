/** What a table of people is for: a spreadsheet by the language that it is read in, any program, or the import of a mailing tool. */
export const PROFILES = ['excel-de', 'excel-en', 'rfc4180', 'brevo', 'cleverreach', 'mailchimp', 'listmonk'] as const;
export type Profile = (typeof PROFILES)[number];

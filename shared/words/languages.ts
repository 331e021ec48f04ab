// Written by `npm run words` from the folders of the languages.

/** The languages that pages, mails and documents exist in; the first where nothing says which. */
export const LANGUAGES = ['de', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

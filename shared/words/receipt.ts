// Written by `npm run words` from the folders of the languages.
import { receipt as de } from './de/receipt';
import { receipt as en } from './en/receipt';
import type { Language } from './languages';

const words: Readonly<Record<Language, typeof de>> = { de, en };

export const receiptIn = (language: Language): typeof de => words[language];

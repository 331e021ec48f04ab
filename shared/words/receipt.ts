// Written by `npm run words` from the folders of the languages.
import { receipt as de } from './de/receipt';
import { receipt as en } from './en/receipt';
import type { Language } from './languages';

const words: Readonly<Record<Language, typeof de>> = { de, en };

// A later version may have written down a language that this one does not speak.
export const receiptIn = (language: Language): typeof de => words[language] ?? de;

// Written by `npm run words` from the folders of the languages.
import { receiptPage as de } from './de/receipt-page';
import { receiptPage as en } from './en/receipt-page';
import type { Language } from './languages';

const words: Readonly<Record<Language, typeof de>> = { de, en };

// A later version may have written down a language that this one does not speak.
export const receiptPageIn = (language: Language): typeof de => words[language] ?? de;

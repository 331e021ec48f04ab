// Written by `npm run words` from the folders of the languages.
import { receiptPage as de } from './de/receipt-page';
import { receiptPage as en } from './en/receipt-page';
import type { Language } from './languages';

const words: Readonly<Record<Language, typeof de>> = { de, en };

export const receiptPageIn = (language: Language): typeof de => words[language];

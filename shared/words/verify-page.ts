// Written by `npm run words` from the folders of the languages.
import { verifyPage as de } from './de/verify-page';
import { verifyPage as en } from './en/verify-page';
import type { Language } from './languages';

const words: Readonly<Record<Language, typeof de>> = { de, en };

// A later version may have written down a language that this one does not speak.
export const verifyPageIn = (language: Language): typeof de => words[language] ?? de;

// Written by `npm run words` from the folders of the languages.
import { confirmPage as de } from './de/confirm-page';
import { confirmPage as en } from './en/confirm-page';
import type { Language } from './languages';

const words: Readonly<Record<Language, typeof de>> = { de, en };

// A later version may have written down a language that this one does not speak.
export const confirmPageIn = (language: Language): typeof de => words[language] ?? de;

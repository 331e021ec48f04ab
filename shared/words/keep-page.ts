// Written by `npm run words` from the folders of the languages.
import { keepPage as de } from './de/keep-page';
import { keepPage as en } from './en/keep-page';
import type { Language } from './languages';

const words: Readonly<Record<Language, typeof de>> = { de, en };

// A later version may have written down a language that this one does not speak.
export const keepPageIn = (language: Language): typeof de => words[language] ?? de;

// Written by `npm run words` from the folders of the languages.
import { pages as de } from './de/pages';
import { pages as en } from './en/pages';
import type { Language } from './languages';

const words: Readonly<Record<Language, typeof de>> = { de, en };

// A later version may have written down a language that this one does not speak.
export const pagesIn = (language: Language): typeof de => words[language] ?? de;

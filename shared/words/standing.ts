// Written by `npm run words` from the folders of the languages.
import { standing as de } from './de/standing';
import { standing as en } from './en/standing';
import type { Language } from './languages';

const words: Readonly<Record<Language, typeof de>> = { de, en };

// A later version may have written down a language that this one does not speak.
export const standingIn = (language: Language): typeof de => words[language] ?? de;

// Written by `npm run words` from the folders of the languages.
import { verify as de } from './de/verify';
import { verify as en } from './en/verify';
import type { Language } from './languages';

const words: Readonly<Record<Language, typeof de>> = { de, en };

// A later version may have written down a language that this one does not speak.
export const verifyIn = (language: Language): typeof de => words[language] ?? de;

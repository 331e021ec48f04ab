// Written by `npm run words` from the folders of the languages.
import { witnesses as de } from './de/witnesses';
import { witnesses as en } from './en/witnesses';
import type { Language } from './languages';

const words: Readonly<Record<Language, typeof de>> = { de, en };

// A later version may have written down a language that this one does not speak.
export const witnessesIn = (language: Language): typeof de => words[language] ?? de;

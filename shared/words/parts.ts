// Written by `npm run words` from the folders of the languages.
import { parts as de } from './de/parts';
import { parts as en } from './en/parts';
import type { Language } from './languages';

const words: Readonly<Record<Language, typeof de>> = { de, en };

// A later version may have written down a language that this one does not speak.
export const partsIn = (language: Language): typeof de => words[language] ?? de;

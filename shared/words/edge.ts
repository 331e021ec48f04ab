// Written by `npm run words` from the folders of the languages.
import { edge as de } from './de/edge';
import { edge as en } from './en/edge';
import type { Language } from './languages';

const words: Readonly<Record<Language, typeof de>> = { de, en };

// A later version may have written down a language that this one does not speak.
export const edgeIn = (language: Language): typeof de => words[language] ?? de;

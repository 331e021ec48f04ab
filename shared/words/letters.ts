// Written by `npm run words` from the folders of the languages.
import { letters as de } from './de/letters';
import { letters as en } from './en/letters';
import type { Language } from './languages';

const words: Readonly<Record<Language, typeof de>> = { de, en };

// A later version may have written down a language that this one does not speak.
export const lettersIn = (language: Language): typeof de => words[language] ?? de;

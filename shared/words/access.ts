// Written by `npm run words` from the folders of the languages.
import { access as de } from './de/access';
import { access as en } from './en/access';
import type { Language } from './languages';

const words: Readonly<Record<Language, typeof de>> = { de, en };

// A later version may have written down a language that this one does not speak.
export const accessIn = (language: Language): typeof de => words[language] ?? de;

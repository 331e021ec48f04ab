// Written by `npm run words` from the folders of the languages.
import { problems as de } from './de/problems';
import { problems as en } from './en/problems';
import type { Language } from './languages';

const words: Readonly<Record<Language, typeof de>> = { de, en };

// A later version may have written down a language that this one does not speak.
export const problemsIn = (language: Language): typeof de => words[language] ?? de;

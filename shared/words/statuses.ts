// Written by `npm run words` from the folders of the languages.
import { statuses as de } from './de/statuses';
import { statuses as en } from './en/statuses';
import type { Language } from './languages';

const words: Readonly<Record<Language, typeof de>> = { de, en };

// A later version may have written down a language that this one does not speak.
export const statusesIn = (language: Language): typeof de => words[language] ?? de;

// Written by `npm run words` from the folders of the languages.
import { ownData as de } from './de/own-data';
import { ownData as en } from './en/own-data';
import type { Language } from './languages';

const words: Readonly<Record<Language, typeof de>> = { de, en };

// A later version may have written down a language that this one does not speak.
export const ownDataIn = (language: Language): typeof de => words[language] ?? de;

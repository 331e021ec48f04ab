// Written by `npm run words` from the folders of the languages.
import { legalBases as de } from './de/legal-bases';
import { legalBases as en } from './en/legal-bases';
import type { Language } from './languages';

const words: Readonly<Record<Language, typeof de>> = { de, en };

// A later version may have written down a language that this one does not speak.
export const legalBasesIn = (language: Language): typeof de => words[language] ?? de;

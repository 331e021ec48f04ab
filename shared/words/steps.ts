// Written by `npm run words` from the folders of the languages.
import { steps as de } from './de/steps';
import { steps as en } from './en/steps';
import type { Language } from './languages';

const words: Readonly<Record<Language, typeof de>> = { de, en };

// A later version may have written down a language that this one does not speak.
export const stepsIn = (language: Language): typeof de => words[language] ?? de;

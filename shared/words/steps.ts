// Written by `npm run words` from the folders of the languages.
import { steps as de } from './de/steps';
import { steps as en } from './en/steps';
import type { Language } from './languages';

const words: Readonly<Record<Language, typeof de>> = { de, en };

export const stepsIn = (language: Language): typeof de => words[language];

// Written by `npm run words` from the folders of the languages.
import { stepFacts as de } from './de/step-facts';
import { stepFacts as en } from './en/step-facts';
import type { Language } from './languages';

const words: Readonly<Record<Language, typeof de>> = { de, en };

// A later version may have written down a language that this one does not speak.
export const stepFactsIn = (language: Language): typeof de => words[language] ?? de;

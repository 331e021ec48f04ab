// Written by `npm run words` from the folders of the languages.
import { closing as de } from './de/closing';
import { closing as en } from './en/closing';
import type { Language } from './languages';

const words: Readonly<Record<Language, typeof de>> = { de, en };

// A later version may have written down a language that this one does not speak.
export const closingIn = (language: Language): typeof de => words[language] ?? de;

// Written by `npm run words` from the folders of the languages.
import { access as de } from './de/access';
import { access as en } from './en/access';
import type { Language } from './languages';

const words: Readonly<Record<Language, typeof de>> = { de, en };

export const accessIn = (language: Language): typeof de => words[language];

// Written by `npm run words` from the folders of the languages.
import { locale as de } from './de/locale';
import { locale as en } from './en/locale';
import type { Language } from './languages';

const words: Readonly<Record<Language, typeof de>> = { de, en };

export const localeIn = (language: Language): typeof de => words[language];

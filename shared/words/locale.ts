// Written by `npm run words` from the folders of the languages.
import { locale as de } from './de/locale';
import { locale as en } from './en/locale';
import type { Language } from './languages';

const words: Readonly<Record<Language, typeof de>> = { de, en };

// A later version may have written down a language that this one does not speak.
export const localeIn = (language: Language): typeof de => words[language] ?? de;

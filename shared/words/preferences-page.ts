// Written by `npm run words` from the folders of the languages.
import { preferencesPage as de } from './de/preferences-page';
import { preferencesPage as en } from './en/preferences-page';
import type { Language } from './languages';

const words: Readonly<Record<Language, typeof de>> = { de, en };

// A later version may have written down a language that this one does not speak.
export const preferencesPageIn = (language: Language): typeof de => words[language] ?? de;

// Written by `npm run words` from the folders of the languages.
import { form as de } from './de/form';
import { form as en } from './en/form';
import type { Language } from './languages';

const words: Readonly<Record<Language, typeof de>> = { de, en };

// A later version may have written down a language that this one does not speak.
export const formIn = (language: Language): typeof de => words[language] ?? de;

// Written by `npm run words` from the folders of the languages.
import { document as de } from './de/document';
import { document as en } from './en/document';
import type { Language } from './languages';

const words: Readonly<Record<Language, typeof de>> = { de, en };

// A later version may have written down a language that this one does not speak.
export const documentIn = (language: Language): typeof de => words[language] ?? de;

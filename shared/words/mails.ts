// Written by `npm run words` from the folders of the languages.
import { mails as de } from './de/mails';
import { mails as en } from './en/mails';
import type { Language } from './languages';

const words: Readonly<Record<Language, typeof de>> = { de, en };

// A later version may have written down a language that this one does not speak.
export const mailsIn = (language: Language): typeof de => words[language] ?? de;

// Written by `npm run words` from the folders of the languages.
import { verifyFile as de } from './de/verify-file';
import { verifyFile as en } from './en/verify-file';
import type { Language } from './languages';

const words: Readonly<Record<Language, typeof de>> = { de, en };

// A later version may have written down a language that this one does not speak.
export const verifyFileIn = (language: Language): typeof de => words[language] ?? de;

// Written by `npm run words` from the folders of the languages.
import { dossier as de } from './de/dossier';
import { dossier as en } from './en/dossier';
import type { Language } from './languages';

const words: Readonly<Record<Language, typeof de>> = { de, en };

// A later version may have written down a language that this one does not speak.
export const dossierIn = (language: Language): typeof de => words[language] ?? de;

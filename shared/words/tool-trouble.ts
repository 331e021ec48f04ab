// Written by `npm run words` from the folders of the languages.
import { toolTrouble as de } from './de/tool-trouble';
import { toolTrouble as en } from './en/tool-trouble';
import type { Language } from './languages';

const words: Readonly<Record<Language, typeof de>> = { de, en };

// A later version may have written down a language that this one does not speak.
export const toolTroubleIn = (language: Language): typeof de => words[language] ?? de;

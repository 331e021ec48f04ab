// Written by `npm run words` from the folders of the languages.
import { unsubscribePage as de } from './de/unsubscribe-page';
import { unsubscribePage as en } from './en/unsubscribe-page';
import type { Language } from './languages';

const words: Readonly<Record<Language, typeof de>> = { de, en };

// A later version may have written down a language that this one does not speak.
export const unsubscribePageIn = (language: Language): typeof de => words[language] ?? de;

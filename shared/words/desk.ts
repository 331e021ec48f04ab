// Written by `npm run words` from the folders of the languages.
import type { desk as de } from './de/desk';
import type { Language } from './languages';

const load: Readonly<Record<Language, () => Promise<typeof de>>> = {
  de: async () => (await import('./de/desk')).desk,
  en: async () => (await import('./en/desk')).desk,
};

export const deskIn = (language: Language): Promise<typeof de> => load[language]();

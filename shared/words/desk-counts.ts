// Written by `npm run words` from the folders of the languages.
import type { deskCounts as de } from './de/desk-counts';
import type { Language } from './languages';

const load: Readonly<Record<Language, () => Promise<typeof de>>> = {
  de: async () => (await import('./de/desk-counts')).deskCounts,
  en: async () => (await import('./en/desk-counts')).deskCounts,
};

export const deskCountsIn = (language: Language): Promise<typeof de> => load[language]();

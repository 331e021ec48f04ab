// Written by `npm run words` from the folders of the languages.
import type { deskLists as de } from './de/desk-lists';
import type { Language } from './languages';

const load: Readonly<Record<Language, () => Promise<typeof de>>> = {
  de: async () => (await import('./de/desk-lists')).deskLists,
  en: async () => (await import('./en/desk-lists')).deskLists,
};

export const deskListsIn = (language: Language): Promise<typeof de> => load[language]();

// Written by `npm run words` from the folders of the languages.
import type { deskJournal as de } from './de/desk-journal';
import type { Language } from './languages';

const load: Readonly<Record<Language, () => Promise<typeof de>>> = {
  de: async () => (await import('./de/desk-journal')).deskJournal,
  en: async () => (await import('./en/desk-journal')).deskJournal,
};

export const deskJournalIn = (language: Language): Promise<typeof de> => load[language]();

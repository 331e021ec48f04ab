// Written by `npm run words` from the folders of the languages.
import type { deskRequests as de } from './de/desk-requests';
import type { Language } from './languages';

const load: Readonly<Record<Language, () => Promise<typeof de>>> = {
  de: async () => (await import('./de/desk-requests')).deskRequests,
  en: async () => (await import('./en/desk-requests')).deskRequests,
};

export const deskRequestsIn = (language: Language): Promise<typeof de> => load[language]();

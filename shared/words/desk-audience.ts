// Written by `npm run words` from the folders of the languages.
import type { deskAudience as de } from './de/desk-audience';
import type { Language } from './languages';

const load: Readonly<Record<Language, () => Promise<typeof de>>> = {
  de: async () => (await import('./de/desk-audience')).deskAudience,
  en: async () => (await import('./en/desk-audience')).deskAudience,
};

export const deskAudienceIn = (language: Language): Promise<typeof de> => load[language]();

// Written by `npm run words` from the folders of the languages.
import type { deskRegister as de } from './de/desk-register';
import type { Language } from './languages';

const load: Readonly<Record<Language, () => Promise<typeof de>>> = {
  de: async () => (await import('./de/desk-register')).deskRegister,
  en: async () => (await import('./en/desk-register')).deskRegister,
};

export const deskRegisterIn = (language: Language): Promise<typeof de> => load[language]();

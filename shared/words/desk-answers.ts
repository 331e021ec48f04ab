// Written by `npm run words` from the folders of the languages.
import type { deskAnswers as de } from './de/desk-answers';
import type { Language } from './languages';

const load: Readonly<Record<Language, () => Promise<typeof de>>> = {
  de: async () => (await import('./de/desk-answers')).deskAnswers,
  en: async () => (await import('./en/desk-answers')).deskAnswers,
};

export const deskAnswersIn = (language: Language): Promise<typeof de> => load[language]();

// Written by `npm run words` from the folders of the languages.
import { audienceFile as de } from './de/audience-file';
import { audienceFile as en } from './en/audience-file';
import type { Language } from './languages';

const words: Readonly<Record<Language, typeof de>> = { de, en };

// A later version may have written down a language that this one does not speak.
export const audienceFileIn = (language: Language): typeof de => words[language] ?? de;

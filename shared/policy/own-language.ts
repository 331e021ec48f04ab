import { LANGUAGES, type Language, type Site } from './schema';

/** The language of a site where nothing says which. */
export function ownLanguage({ languages: [first = LANGUAGES[0]] }: Site): Language {
  return first;
}

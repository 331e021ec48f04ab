import { LANGUAGES, type Language, type Site } from '../policy/schema';
import { acceptedLanguage } from './accepted-language';
import type { HttpRequest } from './request';

/** The language that a browser asks for, or the first of those that there are. */
export function browserLanguage(site: Site | undefined, call: HttpRequest): Language {
  const offered: readonly Language[] = site?.languages ?? LANGUAGES;
  return acceptedLanguage(call, offered) ?? offered[0] ?? LANGUAGES[0];
}

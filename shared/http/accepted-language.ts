import preferredLanguages from 'negotiator/lib/language';
import type { HttpRequest } from './request';

/** What a browser's owner likes best to read, of the languages that there are; undefined where they name none of them. */
export function acceptedLanguage<L extends string>({ headers }: HttpRequest, languages: readonly L[]): L | undefined {
  // Apps and scripts send what their system calls a language: `de_AT`.
  const wanted = headers['accept-language']?.replaceAll('_', '-');
  return preferredLanguages(wanted || '*', languages)[0];
}

import preferredLanguages from 'negotiator/lib/language';
import type { HttpRequest } from './request';

/** What a browser's owner likes best to read, of the languages that there are; undefined where they name none of them. */
export function acceptedLanguage<L extends string>({ headers }: HttpRequest, languages: readonly L[]): L | undefined {
  return preferredLanguages(headers['accept-language'] || '*', languages)[0];
}

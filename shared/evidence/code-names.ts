import type { Language } from '../words/languages';
import { localeIn } from '../words/locale';

/** The name of a country (ISO 3166-1 alpha-2). */
export function countryName(code: string, language: Language): string {
  return new Intl.DisplayNames([localeIn(language).tag], { type: 'region' }).of(code) ?? code;
}

/** The name of a language in another. */
export function languageName(code: Language, language: Language): string {
  return new Intl.DisplayNames([localeIn(language).tag], { type: 'language' }).of(code) ?? code;
}

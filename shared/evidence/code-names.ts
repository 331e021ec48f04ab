import type { Language } from '../words/languages';
import { localeIn } from '../words/locale';

/** What a country (ISO 3166-1 alpha-2) is called. */
export function countryName(code: string, language: Language): string {
  return new Intl.DisplayNames([localeIn(language).tag], { type: 'region' }).of(code) ?? code;
}

/** What a language is called in another. */
export function languageName(code: Language, language: Language): string {
  return new Intl.DisplayNames([localeIn(language).tag], { type: 'language' }).of(code) ?? code;
}

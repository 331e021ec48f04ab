import type { Language } from '../../policy/schema';

/** What a country (ISO 3166-1 alpha-2) is called. */
export function countryName(code: string, language: Language): string {
  return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code;
}

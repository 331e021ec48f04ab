import { nearestLanguage } from '../nearest-language';
import { LANGUAGES, type Language, type Site } from './schema';

/** The wanted language, or the first of those that there are. */
export function offeredLanguage(site: Site | undefined, wanted: string | undefined): Language {
  const offered: readonly Language[] = site?.languages ?? LANGUAGES;
  return nearestLanguage(offered, wanted ?? '') ?? offered[0] ?? LANGUAGES[0];
}

import { nearestLanguage } from '../shared/nearest-language';
import { LANGUAGES, type Language } from '../shared/words/languages';

const KEPT = 'language';

/** What the operator chose here, or what the browser asks for. */
export function chosenLanguage(): Language {
  const wanted = [localStorage.getItem(KEPT) ?? '', ...navigator.languages];
  const spoken = wanted.map((tag) => nearestLanguage(LANGUAGES, tag)).find((language) => language !== undefined);
  return spoken ?? LANGUAGES[0];
}

export function keepLanguage(language: Language): void {
  localStorage.setItem(KEPT, language);
}

import { LANGUAGES, type Language } from '../shared/words/languages';

const KEPT = 'language';

/** What the operator chose here, or what the browser asks for. */
export function chosenLanguage(): Language {
  const wanted = [localStorage.getItem(KEPT), ...navigator.languages].map((tag) => tag?.split('-')[0]);
  return (
    LANGUAGES.find((language) => wanted.find((one) => LANGUAGES.some((known) => known === one)) === language) ??
    LANGUAGES[0]
  );
}

export function keepLanguage(language: Language): void {
  localStorage.setItem(KEPT, language);
}

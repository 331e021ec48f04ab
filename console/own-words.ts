import { useEffect, useState } from 'preact/hooks';
import type { Language } from '../shared/words/languages';
import { useDesk } from './context';

/** The words that a page has besides the desk's, in the language that was chosen; undefined until they are there. */
export function useOwnWords<Own>(load: (language: Language) => Promise<Own>): Own | undefined {
  const { language } = useDesk();
  const [own, setOwn] = useState<Own>();
  useEffect(() => void load(language).then((words) => setOwn(() => words)), [load, language]);
  return own;
}

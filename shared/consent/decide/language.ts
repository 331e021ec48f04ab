import type { Language } from '../../policy/schema';
import type { Entry, Step } from '../entry';
import { standingOf } from '../standing';

/** The language in which to speak to a person: the one that they chose, or else that of the form. */
export function spokenLanguage(entries: readonly Entry[], form: Language): Language {
  return standingOf(entries).language ?? form;
}

export interface LanguageChoice {
  readonly site: string;
  /** The one that is spoken as long as nothing was chosen. */
  readonly form: Language;
  readonly wanted: Language;
}

/** The person wants to be written to in that language; undefined where they are. */
export function chooseLanguage(
  entries: readonly Entry[],
  { site, form, wanted }: LanguageChoice,
  now: Date,
): Step | undefined {
  if (spokenLanguage(entries, form) === wanted) return undefined;
  const said = { site, at: now.toISOString(), language: wanted, purposes: [], facts: {} };
  return { type: 'LanguageChosen', actor: { kind: 'subject' }, ...said };
}

import type { Language } from '../../policy/schema';
import type { Entry, Step } from '../entry';
import { isOwnWord, type RecordState, type SubjectState } from '../fold';
import { standingOf } from '../standing';

/** The language in which to speak to a person: the one that they chose, or else that of the form. */
export function spokenLanguage(entries: readonly Entry[], form: Language): Language {
  return standingOf(entries).language ?? form;
}

/**
 * The language for what concerns a record: the one that the person chose, or else that of a form that they confirmed; only where
 * they never confirmed any, the one that others reported, or that somebody filled in a form in.
 */
export function languageFor(entries: readonly Entry[], state: SubjectState, record: RecordState): Language {
  const own = isOwnWord(record) ? record : state.findLast(isOwnWord);
  return spokenLanguage(entries, (own ?? record).language);
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

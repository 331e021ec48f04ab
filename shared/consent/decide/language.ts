import { ownLanguage } from '../../policy/own-language';
import type { Language, Site } from '../../policy/schema';
import { entriesOf, type Entry, type Step } from '../entry';
import { BEGINNING, fold, isOwnWord, type RecordState, type SubjectState } from '../fold';
import { standingOf } from '../standing';
import { CHOICES_A_DAY } from '../steps/language-chosen';

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

/** The language that the person chose, or in which they last dealt with the site. */
export function languageOf(entries: readonly Entry[], site: Site): Language {
  const state = fold(entries, BEGINNING);
  const last = state.at(-1);
  return last ? languageFor(entries, state, last) : spokenLanguage(entries, ownLanguage(site));
}

export interface LanguageChoice {
  readonly site: string;
  /** The one that is spoken as long as nothing was chosen. */
  readonly form: Language;
  readonly wanted: Language;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Whether the person changed the language as often as they may within 24 hours. */
export function choseOften(entries: readonly Entry[], now: Date): boolean {
  const lately = entriesOf('LanguageChosen', entries).filter(({ at }) => now.getTime() - Date.parse(at) < DAY_MS);
  return lately.length >= CHOICES_A_DAY;
}

/** The person wants to be written to in that language; undefined where they are, or changed it too often today. */
export function chooseLanguage(
  entries: readonly Entry[],
  { site, form, wanted }: LanguageChoice,
  now: Date,
): Step | undefined {
  if (spokenLanguage(entries, form) === wanted || choseOften(entries, now)) return undefined;
  const said = { site, at: now.toISOString(), language: wanted, purposes: [], facts: {} };
  return { type: 'LanguageChosen', actor: { kind: 'subject' }, ...said };
}

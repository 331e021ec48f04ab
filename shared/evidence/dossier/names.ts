import type { Notice } from '../../policy/notices';
import type { Language, Site } from '../../policy/schema';
import { findAsset, inLanguage, purposeName } from '../../policy/sites';
import type { RecordState } from '../../consent/fold';
import { standingOf } from '../../consent/standing';
import type { Bundle } from '../bundle';
import type { Known } from '../purpose-status';
import { historyOf, type History } from './history';
import { dossierIn } from '../../words/dossier';
import { stepFactsIn } from '../../words/step-facts';
import { shortened } from '../../document/content';

/** No name may take so much room that nothing else is seen. */
const LONGEST_NAME = 100;

/** The sources of all parts of a dossier. */
export interface Matter {
  readonly bundle: Bundle;
  readonly history: History;
  readonly known: Known;
  /** Undefined where the site is configured no longer; then there are ids in place of names. */
  readonly site: Site | undefined;
  readonly language: Language;
  readonly texts: ReturnType<typeof dossierIn>;
  readonly words: ReturnType<typeof stepFactsIn>;
}

export function matterOf(bundle: Bundle, site: Site | undefined, language: Language): Matter {
  const entries = bundle.entries.map(({ entry }) => entry);
  const known = { entries, standing: standingOf(entries), at: bundle.at };
  const history = historyOf(bundle, site);
  return {
    bundle,
    history,
    known,
    site,
    language,
    texts: dossierIn(language),
    words: stepFactsIn(language),
  };
}

/** People count from one, and so does what checks the file. */
export function stepNumber({ seq }: { readonly seq: number }): number {
  return seq + 1;
}

/** Records have letters, so that nobody takes their numbers for those of steps. */
export function nameOfRecord({ history, texts }: Matter, { recordId }: RecordState): string {
  const place = history.records.findIndex((record) => record.recordId === recordId);
  const letter = String.fromCharCode(65 + (place % 26));
  return texts.cover.recordName(place < 26 ? letter : `${letter}${Math.floor(place / 26)}`);
}

export function nameOfPurpose({ site, language }: Matter, id: string): string {
  return shortened(purposeName(site, id, language), LONGEST_NAME);
}

export function nameOfAsset({ site, language }: Matter, id: string): string {
  const asset = findAsset(site, id);
  return shortened(asset ? inLanguage(asset.title, language) : id, LONGEST_NAME);
}

export function nameOfProcessor({ site }: Pick<Matter, 'site'>, id: string): string {
  return shortened(site?.processors.find((other) => other.id === id)?.name ?? id, LONGEST_NAME);
}

export function nameOfNotice(matter: Matter, { purpose, asset }: Notice): string {
  return purpose === undefined ? nameOfAsset(matter, asset ?? '') : nameOfPurpose(matter, purpose);
}

/** Answers to the form's further questions, in the form's order. */
export function fieldsInOrder(
  { site, language }: Matter,
  answers: Readonly<Record<string, string>>,
): { label: string; value: string }[] {
  const known = (site?.fields ?? []).filter(({ id }) => id in answers);
  const others = Object.keys(answers).filter((id) => !known.some((field) => field.id === id));
  return [
    ...known.map(({ id, label }) => ({ label: inLanguage(label, language), value: answers[id] ?? '' })),
    ...others.map((id) => ({ label: id, value: answers[id] ?? '' })),
  ];
}

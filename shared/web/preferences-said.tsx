import type { Happened } from '../actions/change-preferences';
import type { Preference } from '../consent/preferences';
import type { Language, Site } from '../policy/schema';
import { findPurpose, purposeName } from '../policy/sites';
import { NameList } from './page';
import { preferencesPageIn } from '../words/preferences-page';
import { ownDataIn } from '../words/own-data';
import { pagesIn } from '../words/pages';
import { unsubscribePageIn } from '../words/unsubscribe-page';

/** Whether the purpose has something to end. */
export const canEnd = ({ status }: Preference): boolean => ['on', 'resting', 'waiting'].includes(status);

interface Reader {
  readonly site: Site;
  readonly language: Language;
  readonly choices: readonly Preference[];
  readonly hasContractMail: boolean;
}

/** The title names the most important result; a step that is left to the person comes first. */
export function titleOf(happened: Happened, reader: Reader): string {
  const { ended, asked, lacking = [], hasNewLanguage, choseOften, right } = happened;
  const texts = preferencesPageIn(reader.language);
  if (right) return ownDataIn(reader.language)[`${right}Title`];
  if (asked) return texts.askedTitles[asked.outcome];
  if (lacking.length > 0) return texts.lackingTitle;
  if (hasNewLanguage) return texts.languageTitle;
  if (choseOften) return texts.choseOftenTitle;
  if (ended.length === 0) return texts.unchangedTitle;
  return reader.choices.some(canEnd) ? texts.savedTitle : texts.endedAllTitle;
}

/** All results, in plain words. */
export function Said({ happened, view }: { happened: Happened; view: Reader }) {
  const { ended, asked, lacking = [], hasNewLanguage, choseOften, right } = happened;
  const { site, language } = view;
  const texts = preferencesPageIn(language);
  const isNothing = ended.length === 0 && !asked && lacking.length === 0 && !hasNewLanguage && !choseOften && !right;
  return (
    <div class="said">
      {right && <p>{ownDataIn(language)[right]}</p>}
      {asked && <AskedFor asked={asked} view={view} />}
      {ended.length > 0 && <p>{texts.ended}</p>}
      {ended.length > 0 && <NameList names={namesOf(ended, view)} />}
      {ended.length > 0 && !view.choices.some(canEnd) && view.hasContractMail && (
        <p>{unsubscribePageIn(language).contractNote}</p>
      )}
      {lacking.map((id) => (
        <p>{pagesIn(language).requiresError(purposeName(site, id, language), othersOf(id, view))}</p>
      ))}
      {hasNewLanguage && <p>{texts.languageText}</p>}
      {choseOften && <p>{texts.choseOftenText}</p>}
      {isNothing && <p>{texts.unchanged}</p>}
    </div>
  );
}

function AskedFor({ asked: { purposes, outcome }, view }: { asked: NonNullable<Happened['asked']>; view: Reader }) {
  const texts = preferencesPageIn(view.language);
  if (outcome === 'unknown') {
    return (
      <p>
        <SignUpAnew {...view} />
      </p>
    );
  }
  return (
    <>
      <p>{texts[outcome]}</p>
      <NameList names={namesOf(purposes, view)} />
    </>
  );
}

/** For a person whose address is gone: without one there is no confirmation mail. */
export function SignUpAnew({ site, language }: Pick<Reader, 'site' | 'language'>) {
  const { unknown, website } = preferencesPageIn(language);
  const [origin] = site.origins;
  return (
    <>
      {unknown} {origin !== undefined && <a href={origin}>{website}</a>}
    </>
  );
}

function namesOf(ids: readonly string[], { site, language }: Reader): string[] {
  return ids.map((id) => purposeName(site, id, language));
}

function othersOf(id: string, { site, language }: Reader): string[] {
  return (findPurpose(site, id)?.requires ?? []).map((other) => purposeName(site, other, language));
}

import { factsOf } from '../../consent/entry';
import { isBeginning } from '../../consent/steps/begins-and-ends';
import type { Block } from '../../document/content';
import { languageName } from '../code-names';
import type { BundleEntry } from '../bundle';
import { nameOfNotice, stepNumber, type Matter } from './names';
import { ranges } from './ranges';
import { wordingNumber, wordings } from './wordings';

/** The wordings, in full as far as the page goes. */
export function excerpts(matter: Matter): Block[] {
  const { bundle, texts, language } = matter;
  const shown = wordings(matter).flatMap((hash) => {
    const notice = bundle.notices[hash];
    if (!notice) return [];
    const { version, text } = notice;
    const title = texts.cover.wordingOf(nameOfNotice(matter, notice), version, languageName(notice.language, language));
    return [
      {
        title,
        note: shownBy(matter, hash).join(' '),
        text,
        more: texts.cover.wordingInFull(wordingNumber(matter, hash)),
      },
    ];
  });
  return shown.length > 0 ? [{ kind: 'excerpts', texts: shown }] : [];
}

/** Who showed a wording to the person, as far as that is recorded. */
export function shownBy({ bundle, texts }: Matter, hash: string): string[] {
  const named = bundle.entries.filter(({ entry: { purposes, asset } }) =>
    [...purposes, ...(asset ? [asset] : [])].some(({ noticeHash }) => noticeHash === hash),
  );
  const places = (which: (step: BundleEntry) => boolean): string =>
    ranges(named.filter(which).map(({ entry }) => stepNumber(entry)));
  const byForm = places(({ entry }) => factsOf(entry).wordingBy === 'form');
  const byPage = places(({ entry }) => factsOf(entry).wordingBy === 'confirmation-page');
  const bySource = places(({ entry }) => isBeginning(entry) && entry.type !== 'ConsentRequested');
  const lines = [
    ...(byForm === '' ? [] : [texts.shownBy.form(byForm)]),
    ...(byPage === '' ? [] : [texts.shownBy.page(byPage)]),
    ...(bySource === '' ? [] : [texts.shownBy.source(bySource)]),
  ];
  return lines.length > 0 ? lines : [texts.shownBy.nobody];
}

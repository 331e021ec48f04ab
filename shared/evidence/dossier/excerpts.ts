import { isInForce } from '../../consent/fold';
import { factsOf } from '../../consent/entry';
import { isBeginning, isEnding } from '../../consent/steps/begins-and-ends';
import type { Block } from '../../document/content';
import { languageName } from '../code-names';
import type { BundleEntry } from '../bundle';
import { orders, standings } from './history';
import { nameOfNotice, stepNumber, type Matter } from './names';
import { ranges } from './ranges';
import { wordingHeading, wordingNumber, wordings } from './wordings';

/**
 * The wordings, in full as far as the page goes: those of the answers above first, what is in force before what has ended. What the
 * person only said no to is not among them.
 */
export function excerpts(matter: Matter): Block[] {
  const { bundle, texts, language } = matter;
  const answering = answeringWordings(matter);
  const others = wordings(matter).filter((hash) => !answering.includes(hash) && isAsked(matter, hash));
  const shown = [...answering, ...others].flatMap((hash) => {
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
        heading: wordingHeading(matter, hash, notice),
      },
    ];
  });
  return shown.length > 0 ? [{ kind: 'excerpts', texts: shown }] : [];
}

const isAsked = ({ bundle }: Matter, hash: string): boolean =>
  bundle.entries.some((step) => !isEnding(step.entry) && names(step, hash));

const names = ({ entry: { purposes, asset } }: BundleEntry, hash: string): boolean =>
  [...purposes, ...(asset ? [asset] : [])].some(({ noticeHash }) => noticeHash === hash);

/** By which wordings the answers on page 1 stand, in force before ended. */
function answeringWordings({ history }: Matter): string[] {
  const answers = standings(history).map(({ purpose }) => purpose);
  const current = [...answers.filter(isInForce), ...answers.filter((purpose) => !isInForce(purpose))];
  const ordered = orders(history).flatMap(({ record }) => record.asset ?? []);
  return [...new Set([...current, ...ordered].map(({ noticeHash }) => noticeHash))];
}

/** Who showed a wording to the person, as far as that is recorded. */
export function shownBy({ bundle, texts }: Matter, hash: string): string[] {
  const named = bundle.entries.filter((step) => names(step, hash));
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

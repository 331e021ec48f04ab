import type { HiddenField } from '../http/press';
import type { HttpResponse } from '../http/response';
import type { Language, Site } from '../policy/schema';
import { keepPageIn } from '../words/keep-page';
import { pagesIn } from '../words/pages';
import { readableDay, readableTime } from '../words/times';
import { ActButton, NameList, page } from './page';
import { NoMailHints } from './no-mail-hints';

export interface KeepView {
  readonly site: Site | undefined;
  readonly language: Language;
  /** The names of the purposes in force that a person decides on. */
  readonly names: readonly string[];
  readonly restrictedSince: string | undefined;
  readonly undeliverableSince: string | undefined;
}

/** What the mail asked, and what follows where nobody presses. */
export interface Question {
  readonly until: Date;
  /** Whether that is over, and it ends with the next review. */
  readonly isLate: boolean;
  readonly addressGone: Date;
  /** Whether a dispute keeps the data. */
  readonly isHeld: boolean;
  readonly hasContract: boolean;
}

/** The purposes in force, until when and what ends without an answer, and one button to keep them. */
export function keepPage(view: KeepView, question: Question, landing: HiddenField): HttpResponse {
  const { site, language, names } = view;
  const texts = keepPageIn(language);
  return page({
    status: 200,
    language,
    site,
    title: texts.keepTitle,
    children: (
      <>
        <p>{texts.keepText}</p>
        <NameList names={names} />
        <NoMailHints {...view} />
        <Silence {...view} {...question} />
        <ActButton label={texts.keepButton} landing={landing} />
      </>
    ),
  });
}

function Silence({ language, restrictedSince, until, isLate, addressGone, isHeld, hasContract }: KeepView & Question) {
  const texts = keepPageIn(language);
  const by = readableTime(until, language);
  // Nothing lapses as long as processing is restricted.
  const end = restrictedSince !== undefined ? texts.afterRestriction : isLate ? texts.late : texts.silence;
  return (
    <>
      <p>{end(by)}</p>
      <p>
        {texts.gone(readableDay(addressGone, language))} {isHeld && texts.held} {hasContract && texts.contract}
      </p>
    </>
  );
}

/** What goes on; because the person just said so, or because there is nothing to answer. */
export function keptPage({ isAnswer = false, ...view }: KeepView & { readonly isAnswer?: boolean }): HttpResponse {
  const { site, language, names } = view;
  const texts = keepPageIn(language);
  return page({
    status: 200,
    language,
    site,
    title: isAnswer ? texts.keptTitle : texts.nothingAskedTitle,
    children: (
      <>
        <p>{texts.keptText}</p>
        <NameList names={names} />
        <NoMailHints {...view} />
        <p class="note">{pagesIn(language).withdrawNote}</p>
      </>
    ),
  });
}

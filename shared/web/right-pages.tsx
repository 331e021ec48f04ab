import type { Exercised, RightVisit } from '../actions/exercise-right';
import type { OwnRight } from '../consent/steps/right-requested';
import type { HiddenField } from '../http/press';
import type { HttpResponse } from '../http/response';
import { inLanguage } from '../policy/sites';
import { readableAddress } from '../readable-address';
import { ownDataIn } from '../words/own-data';
import { stayingLines } from '../words/staying';
import { ActButton, NameList, page } from './page';
import { RIGHT_STYLE } from './right-style';

type View = Omit<RightVisit, 'history' | 'subject'>;

/** What the person is asked, what would have to stay, and one button. */
export function rightPage(view: View, landing: HiddenField, isTooLong = false): HttpResponse {
  const { site, language, request, newEmail = '' } = view;
  const { pages } = ownDataIn(language);
  const right = request.facts.right as OwnRight;
  if (right === 'rectification') return detailsPage(view, landing, isTooLong);
  return page({
    status: 200,
    language,
    site,
    title: pages.titles[right],
    children: (
      <>
        {right === 'move' && <NameList names={[readableAddress(newEmail)]} />}
        <p>{pages[right]}</p>
        {right === 'erasure' && <Staying {...view} />}
        <ActButton label={pages.buttons[right]} landing={landing} />
        <p class="note">{pages.note}</p>
      </>
    ),
  });
}

function detailsPage({ site, language, fields }: View, landing: HiddenField, isTooLong: boolean): HttpResponse {
  const { pages } = ownDataIn(language);
  const title = pages.titles.rectification;
  if (site.fields.length === 0) return page({ status: 200, language, site, title, children: <p>{pages.noFields}</p> });
  return page({
    ownStyle: RIGHT_STYLE,
    status: isTooLong ? 422 : 200,
    language,
    site,
    title,
    children: (
      <>
        {isTooLong && <p class="hint">{pages.tooLong}</p>}
        <p>{pages.rectification}</p>
        <form method="post">
          <input type="hidden" {...landing} />
          {site.fields.map(({ id, label }) => (
            <p class="field">
              <label for={`field-${id}`}>{inLanguage(label, language)}</label>
              <input type="text" id={`field-${id}`} name={`field-${id}`} value={fields[id] ?? ''} maxLength={200} />
            </p>
          ))}
          <button>{pages.buttons.rectification}</button>
        </form>
        <p class="note">{pages.note}</p>
      </>
    ),
  });
}

function Staying({ against, language }: Pick<View, 'against' | 'language'>) {
  const { stay } = ownDataIn(language);
  const lines = stayingLines(against, language);
  if (lines.length === 0) return <p>{stay.nothing}</p>;
  return (
    <>
      <p>{stay.intro}</p>
      <ul>
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <p>{stay.restricted}</p>
    </>
  );
}

/** What came of the button; of an erasure, what had to stay. */
export function exercisedPage(view: View, { kind }: Exercised): HttpResponse {
  const { site, language, against } = view;
  const { pages } = ownDataIn(language);
  const [title, text] = {
    erased: [stayingLines(against, language).length > 0 ? pages.keptTitle : pages.erasedTitle, pages.erased],
    corrected: [pages.correctedTitle, pages.corrected],
    asked: [pages.movedTitle, pages.moved],
    unchanged: [pages.unchangedTitle, pages.unchanged],
    'not-movable': [pages.notMovableTitle, pages.notMovable],
    'too-long': [pages.titles.rectification, pages.tooLong],
  }[kind] as [string, string];
  return page({
    status: 200,
    language,
    site,
    title,
    children: (
      <>
        <p>{text}</p>
        {kind === 'erased' && <Staying {...view} />}
      </>
    ),
  });
}

/** A link that did its work, or came too late. */
export function usedLinkPage({ site, language, state, request, against }: View): HttpResponse {
  const { pages } = ownDataIn(language);
  const isDone = state === 'done';
  return page({
    status: isDone ? 200 : 410,
    language,
    site,
    title: isDone ? pages.doneTitle : pages.overTitle,
    children: (
      <>
        <p>{isDone ? pages.done : pages.over}</p>
        {isDone && request.facts.right === 'erasure' && <Staying against={against} language={language} />}
      </>
    ),
  });
}

import type { HiddenField } from '../http/press';
import type { HttpResponse } from '../http/response';
import type { Language, Site } from '../policy/schema';
import { ActButton, NameList, page } from './page';
import { QUIET_STYLE } from './quiet-style';
import { unsubscribePageIn } from '../words/unsubscribe-page';

export interface UnsubscribeView {
  readonly site: Site | undefined;
  readonly language: Language;
  /** Whether the link ends the measuring of opens and clicks and nothing else. */
  readonly isAnalysis: boolean;
  /** The names of the purposes that end. */
  readonly names: readonly string[];
  /** The names of those that go on. */
  readonly untouched: readonly string[];
  /** Whether the site sends mail that a contract needs, which no withdrawal ends. */
  readonly hasContractMail: boolean;
}

/** The purposes that the link ends, those that it does not, and one button. */
export function unsubscribePage(view: UnsubscribeView, landing: HiddenField): HttpResponse {
  const { site, language, names } = view;
  const { analysis, ...texts } = unsubscribePageIn(language);
  return page({
    status: 200,
    language,
    site,
    title: view.isAnalysis ? analysis.title : texts.unsubscribeTitle,
    children: (
      <>
        <p>{texts.unsubscribeText}</p>
        <NameList names={names} />
        <Untouched {...view} />
        <ActButton label={view.isAnalysis ? analysis.button : texts.unsubscribeButton} landing={landing} />
        <p class="note">{texts.unsubscribeNote}</p>
      </>
    ),
  });
}

function Untouched({ language, untouched }: Pick<UnsubscribeView, 'language' | 'untouched'>) {
  if (untouched.length === 0) return null;
  return (
    <>
      <p>{unsubscribePageIn(language).untouched}</p>
      <NameList names={untouched} />
    </>
  );
}

/** The link ends nothing that has not ended already; that is as good for the person. */
export function nothingLeftPage(view: Omit<UnsubscribeView, 'names'>): HttpResponse {
  const { site, language } = view;
  const { analysis, ...texts } = unsubscribePageIn(language);
  const { nothingTitle, nothingText } = view.isAnalysis ? analysis : texts;
  return page({
    status: 200,
    language,
    site,
    title: nothingTitle,
    children: (
      <>
        <p>{nothingText}</p>
        <Untouched {...view} />
      </>
    ),
  });
}

export interface UnsubscribedView extends UnsubscribeView {
  /** The purposes that can be asked for again. */
  readonly undo: readonly string[];
  readonly preferencesUrl: string;
}

/** The purposes that ended, the purposes that go on, and the way back. */
export function unsubscribedPage(view: UnsubscribedView): HttpResponse {
  const { site, language, names } = view;
  const { analysis, ...texts } = unsubscribePageIn(language);
  return page({
    ownStyle: QUIET_STYLE,
    status: 200,
    language,
    site,
    title: view.isAnalysis ? analysis.doneTitle : texts.unsubscribedTitle,
    children: (
      <>
        <p>{texts.unsubscribedText}</p>
        <NameList names={names} />
        <Untouched {...view} />
        {view.hasContractMail && <p class="note">{texts.contractNote}</p>}
        <WayBack {...view} />
      </>
    ),
  });
}

/** A new double opt-in for exactly the ended purposes; the preference centre asks for it. */
function WayBack({ language, isAnalysis, undo, preferencesUrl }: UnsubscribedView) {
  const { analysis, ...texts } = unsubscribePageIn(language);
  const { undoTitle, undoNote } = isAnalysis ? analysis : texts;
  return (
    <div class="apart">
      {undo.length > 0 && (
        <form method="post" action={preferencesUrl}>
          <h2>{undoTitle}</h2>
          <p>{undoNote}</p>
          {undo.map((id) => (
            <input type="hidden" name="purpose" value={id} />
          ))}
          <button class="quiet" name="do" value="ask">
            {texts.undo}
          </button>
        </form>
      )}
      <p class="note">
        <a href={preferencesUrl}>{texts.preferences}</a>
      </p>
    </div>
  );
}

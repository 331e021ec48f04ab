import type { HiddenField } from '../http/press';
import type { HttpResponse } from '../http/response';
import type { Language, Site } from '../policy/schema';
import { ActButton, NameList, page } from './page';
import { QUIET_STYLE } from './quiet-style';
import { unsubscribePageIn } from '../words/unsubscribe-page';

export interface UnsubscribeView {
  readonly site: Site | undefined;
  readonly language: Language;
  /** The names of the purposes. */
  readonly names: readonly string[];
}

/** The purposes that the link ends, and one button. */
export function unsubscribePage({ site, language, names }: UnsubscribeView, landing: HiddenField): HttpResponse {
  const texts = unsubscribePageIn(language);
  return page({
    status: 200,
    language,
    site,
    title: texts.unsubscribeTitle,
    children: (
      <>
        <p>{texts.unsubscribeText}</p>
        <NameList names={names} />
        <ActButton label={texts.unsubscribeButton} landing={landing} />
        <p class="note">{texts.unsubscribeNote}</p>
      </>
    ),
  });
}

export interface UnsubscribedView extends UnsubscribeView {
  /** The names of the purposes that the person is still subscribed to. */
  readonly untouched: readonly string[];
  /** The purposes that can be asked for again. */
  readonly undo: readonly string[];
  readonly preferencesUrl: string;
}

/** The purposes that ended, the purposes that go on, and the way back. */
export function unsubscribedPage(view: UnsubscribedView): HttpResponse {
  const { site, language, names, untouched } = view;
  const texts = unsubscribePageIn(language);
  return page({
    ownStyle: QUIET_STYLE,
    status: 200,
    language,
    site,
    title: texts.unsubscribedTitle,
    children: (
      <>
        <p>{texts.unsubscribedText}</p>
        <NameList names={names} />
        {untouched.length > 0 && <p>{texts.untouched}</p>}
        {untouched.length > 0 && <NameList names={untouched} />}
        {site && hasContractMail(site) && <p class="note">{texts.contractNote}</p>}
        <WayBack {...view} />
      </>
    ),
  });
}

/** Whether the site sends mail that a contract needs, which no withdrawal ends. */
export function hasContractMail({ purposes }: Site): boolean {
  return purposes.some(({ legalBasis }) => legalBasis === 'contract');
}

/** A new double opt-in for exactly the ended purposes; the preference centre asks for it. */
function WayBack({ language, undo, preferencesUrl }: UnsubscribedView) {
  const texts = unsubscribePageIn(language);
  return (
    <div class="apart">
      {undo.length > 0 && (
        <form method="post" action={preferencesUrl}>
          <h2>{texts.undoTitle}</h2>
          <p>{texts.undoNote}</p>
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

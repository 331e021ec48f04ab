import type { HiddenField } from '../http/press';
import type { HttpResponse } from '../http/response';
import type { Language, Site } from '../policy/schema';
import { keepPageIn } from '../words/keep-page';
import { ActButton, NameList, page } from './page';
import { pagesIn } from '../words/pages';

export interface KeepView {
  readonly site: Site | undefined;
  readonly language: Language;
  /** The names of the purposes in force. */
  readonly names: readonly string[];
}

/** The purposes in force, and one button to keep them. */
export function keepPage({ site, language, names }: KeepView, landing: HiddenField): HttpResponse {
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
        <ActButton label={texts.keepButton} landing={landing} />
        <p class="note">{texts.keepNote}</p>
      </>
    ),
  });
}

export function keptPage({ site, language, names }: KeepView): HttpResponse {
  const texts = keepPageIn(language);
  return page({
    status: 200,
    language,
    site,
    title: texts.keptTitle,
    children: (
      <>
        <p>{texts.keptText}</p>
        <NameList names={names} />
        <p class="note">{pagesIn(language).withdrawNote}</p>
      </>
    ),
  });
}

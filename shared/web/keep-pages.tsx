import type { HiddenField } from '../http/press';
import type { HttpResponse } from '../http/response';
import type { Language, Site } from '../policy/schema';
import { KEEP_TEXTS } from './keep-texts';
import { ActButton, NameList, page } from './page';
import { PAGE_TEXTS } from './texts';

export interface KeepView {
  readonly site: Site | undefined;
  readonly language: Language;
  /** What the purposes in force are called. */
  readonly names: readonly string[];
}

/** What goes on, and one button. */
export function keepPage({ site, language, names }: KeepView, landing: HiddenField): HttpResponse {
  const texts = KEEP_TEXTS[language];
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
  const texts = KEEP_TEXTS[language];
  return page({
    status: 200,
    language,
    site,
    title: texts.keptTitle,
    children: (
      <>
        <p>{texts.keptText}</p>
        <NameList names={names} />
        <p class="note">{PAGE_TEXTS[language].withdrawNote}</p>
      </>
    ),
  });
}

import type { HttpResponse } from '../api/response';
import type { Language, Site } from '../policy/schema';
import { ActButton, NameList, page } from './page';
import { PAGE_TEXTS } from './texts';

export interface UnsubscribeView {
  readonly site: Site | undefined;
  readonly language: Language;
  /** What the purposes are called. */
  readonly names: readonly string[];
}

/** What the link ends, and one button. */
export function unsubscribePage({ site, language, names }: UnsubscribeView): HttpResponse {
  const texts = PAGE_TEXTS[language];
  return page({
    status: 200,
    language,
    site,
    title: texts.unsubscribeTitle,
    children: (
      <>
        <p>{texts.unsubscribeText}</p>
        <NameList names={names} />
        <ActButton label={texts.unsubscribeButton} />
        <p class="note">{texts.unsubscribeNote}</p>
      </>
    ),
  });
}

export function unsubscribedPage({ site, language, names }: UnsubscribeView): HttpResponse {
  const texts = PAGE_TEXTS[language];
  const hasContractMail = site?.purposes.some(({ legalBasis }) => legalBasis === 'contract');
  return page({
    status: 200,
    language,
    site,
    title: texts.unsubscribedTitle,
    children: (
      <>
        <p>{texts.unsubscribedText}</p>
        <NameList names={names} />
        {hasContractMail && <p class="note">{texts.contractNote}</p>}
      </>
    ),
  });
}

import type { HttpResponse } from '../api/response';
import type { Language, Site } from '../policy/schema';
import { ActButton, ItemList, page, type ListedItem } from './page';
import { PAGE_TEXTS } from './texts';

/** What is to be confirmed, in the wording that was shown, and one button. */
export function confirmPage(site: Site | undefined, language: Language, items: readonly ListedItem[]): HttpResponse {
  const texts = PAGE_TEXTS[language];
  return page({
    status: 200,
    language,
    site,
    title: texts.confirmTitle,
    children: (
      <>
        <p>{texts.confirmText}</p>
        <ItemList items={items} />
        <ActButton label={texts.confirmButton} />
        <p class="note">{texts.confirmNote}</p>
      </>
    ),
  });
}

export interface ConfirmedView {
  readonly site: Site | undefined;
  readonly language: Language;
  readonly names: readonly string[];
  /** Whether a download is among what was confirmed. */
  readonly hasAsset: boolean;
  readonly hasPurposes: boolean;
  /** Whether it had been confirmed before. */
  readonly again: boolean;
}

export function confirmedPage({ site, language, names, hasAsset, hasPurposes, again }: ConfirmedView): HttpResponse {
  const texts = PAGE_TEXTS[language];
  return page({
    status: 200,
    language,
    site,
    title: again ? texts.alreadyConfirmedTitle : texts.confirmedTitle,
    children: (
      <>
        <p>{texts.confirmedText}</p>
        <ItemList items={names.map((name) => ({ name }))} />
        {hasAsset && <p>{texts.assetNote}</p>}
        {hasPurposes && <p class="note">{texts.withdrawNote}</p>}
      </>
    ),
  });
}

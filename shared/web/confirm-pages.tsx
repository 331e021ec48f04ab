import type { HiddenField } from '../http/press';
import type { HttpResponse } from '../http/response';
import type { Language, Site } from '../policy/schema';
import { confirmPageIn } from '../words/confirm-page';
import { ActButton, NameList, page } from './page';
import type { ListedItem } from './record-items';
import { pagesIn } from '../words/pages';

/**
 * The items to confirm, one button, and below it the wording that the visitor was shown. The wording can be long, so
 * the button comes first.
 */
export function confirmPage(
  site: Site | undefined,
  language: Language,
  items: readonly ListedItem[],
  landing: HiddenField,
): HttpResponse {
  const texts = { ...pagesIn(language), ...confirmPageIn(language) };
  return page({
    status: 200,
    language,
    site,
    title: texts.confirmTitle,
    children: (
      <>
        <p>{texts.confirmText}</p>
        <NameList names={items.map(({ name }) => name)} />
        <ActButton label={texts.confirmButton} landing={landing} />
        <p class="note">{texts.confirmNote}</p>
      </>
    ),
    below: <Wordings title={texts.wordingTitle} items={items} />,
  });
}

function Wordings({ title, items }: { title: string; items: readonly ListedItem[] }) {
  return (
    <section class="wording" aria-labelledby="wording">
      <h2 id="wording">{title}</h2>
      {items.map(({ name, wording, language }) => (
        <p>
          <strong>{name}:</strong> <span lang={language}>{wording}</span>
        </p>
      ))}
    </section>
  );
}

export interface ConfirmedView {
  readonly site: Site | undefined;
  readonly language: Language;
  readonly names: readonly string[];
  /** Whether a download is among the confirmed items. */
  readonly hasAsset: boolean;
  readonly hasPurposes: boolean;
  /** Whether the record had been confirmed before. */
  readonly again: boolean;
  /** The address of the person's receipt. */
  readonly receiptUrl: string;
}

export function confirmedPage(view: ConfirmedView): HttpResponse {
  const { site, language, names, hasAsset, hasPurposes, again, receiptUrl } = view;
  const texts = { ...pagesIn(language), ...confirmPageIn(language) };
  return page({
    status: 200,
    language,
    site,
    title: again ? texts.alreadyConfirmedTitle : texts.confirmedTitle,
    children: (
      <>
        <p>{texts.confirmedText}</p>
        <NameList names={names} />
        {hasAsset && <p>{texts.assetNote}</p>}
        {hasPurposes && <p class="note">{texts.withdrawNote}</p>}
        <p class="note">
          <a href={receiptUrl}>{hasPurposes ? texts.receiptLink : texts.orderReceiptLink}</a>
        </p>
      </>
    ),
  });
}

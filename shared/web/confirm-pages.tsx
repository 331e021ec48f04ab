import type { LeftOut } from '../consent/decide/left-out';
import type { HiddenField } from '../http/press';
import type { HttpResponse } from '../http/response';
import type { Language, Site } from '../policy/schema';
import { confirmPageIn } from '../words/confirm-page';
import { pagesIn } from '../words/pages';
import { LeftOutList } from './left-out-list';
import { NameList, page, SubmitButton } from './page';
import { whatIn, type ListedItem } from '../consent/record-items';

/** What the buttons of the confirmation page send where there are two. */
export const CHOICES = { all: 'all', order: 'order' } as const;

/** What the step says that the button takes, or took, and what of the sign-up is no part of it. */
interface ConfirmationView {
  readonly site: Site | undefined;
  readonly language: Language;
  readonly items: readonly ListedItem[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * The items to confirm, each with the wording that the visitor was shown, and that they can be withdrawn; only then the button
 * (Art. 7(3) GDPR). An order that came along with a consent can be confirmed alone.
 */
export function confirmPage(view: ConfirmationView, landing: HiddenField): HttpResponse {
  const { site, language, items } = view;
  const texts = confirmPageIn(language);
  const what = whatIn(items);
  return page({
    status: 200,
    language,
    site,
    title: texts.titles[what],
    children: (
      <>
        <p>{texts.text}</p>
        <Wordings items={items} />
        <LeftOutList {...view} />
        {what !== 'order' && <p>{texts.withdraw(site?.controller.email)}</p>}
        {what === 'both' && <p>{texts.orderAlone}</p>}
        <form method="post">
          <input type="hidden" {...landing} />
          {what === 'both' ? (
            <>
              <SubmitButton name="choice" value={CHOICES.all} label={texts.buttons.both} />
              <SubmitButton name="choice" value={CHOICES.order} label={texts.orderButton} />
            </>
          ) : (
            <SubmitButton label={texts.buttons[what]} />
          )}
        </form>
        <p class="note">{texts.note}</p>
      </>
    ),
  });
}

function Wordings({ items }: Pick<ConfirmationView, 'items'>) {
  return (
    <ul>
      {items.map(({ name, wording, language }) => (
        <li>
          <strong>{name}</strong>
          {wording !== undefined && (
            <p class="wording" lang={language}>
              {wording}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

export interface ConfirmedView extends ConfirmationView {
  /** Whether the record had been confirmed before. */
  readonly again: boolean;
  /** The address of the person's receipt. */
  readonly receiptUrl: string;
}

export function confirmedPage(view: ConfirmedView): HttpResponse {
  const { site, language, items, leftOut, again, receiptUrl } = view;
  const texts = { ...pagesIn(language), ...confirmPageIn(language) };
  const inForce = items.filter(({ id, isAsset }) => isAsset || !leftOut.some((left) => left.id === id));
  const what = whatIn(inForce);
  return page({
    status: 200,
    language,
    site,
    title: again ? texts.alreadyConfirmedTitle : texts.confirmedTitle,
    children: (
      <>
        {inForce.length > 0 && <p>{texts.confirmedText}</p>}
        {inForce.length > 0 && <NameList names={inForce.map(({ name }) => name)} />}
        <LeftOutList {...view} />
        {what !== 'signUp' && <p>{texts.assetNote}</p>}
        {what !== 'order' && <p class="note">{texts.withdrawNote}</p>}
        <p class="note">
          <a href={receiptUrl}>{items.every(({ isAsset }) => isAsset) ? texts.orderReceiptLink : texts.receiptLink}</a>
        </p>
      </>
    ),
  });
}

/** Nothing is left of what the link was to confirm; an old link brings nothing back. */
export function endedLinkPage(view: Omit<ConfirmationView, 'items'>): HttpResponse {
  const { site, language } = view;
  const texts = confirmPageIn(language);
  return page({
    status: 410,
    language,
    site,
    title: texts.endedTitle,
    children: (
      <>
        <p>{texts.ended}</p>
        <LeftOutList {...view} isAll />
        <p>{texts.anew}</p>
      </>
    ),
  });
}

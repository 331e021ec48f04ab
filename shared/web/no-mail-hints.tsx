import type { Language } from '../policy/schema';
import { preferencesPageIn } from '../words/preferences-page';
import { readableDay } from '../words/times';

interface Props {
  readonly language: Language;
  readonly restrictedSince: string | undefined;
  readonly undeliverableSince: string | undefined;
}

/** The reasons why no mail is sent, whatever is in force. */
export function NoMailHints({ language, restrictedSince, undeliverableSince }: Props) {
  const texts = preferencesPageIn(language);
  const day = (iso: string): string => readableDay(new Date(iso), language);
  return (
    <>
      {restrictedSince !== undefined && <p class="hint">{texts.restricted(day(restrictedSince))}</p>}
      {undeliverableSince !== undefined && <p class="hint">{texts.undeliverable(day(undeliverableSince))}</p>}
    </>
  );
}

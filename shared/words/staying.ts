import type { Against } from '../consent/decide/operator-erasure';
import type { Language } from './languages';
import { ownDataIn } from './own-data';
import { readableDate, readableDay } from './times';

/** What has to stay in spite of an erasure, why, and until when; of each kind the longest. */
export function stayingLines({ holds, duties, contracts }: Against, language: Language): string[] {
  const { stay } = ownDataIn(language);
  const until = duties
    .map((duty) => duty.until)
    .sort()
    .at(-1);
  const review = holds
    .map(({ reviewBy }) => reviewBy)
    .sort()
    .at(-1);
  return [
    ...(until === undefined ? [] : [stay.duty(readableDay(new Date(until), language))]),
    ...(review === undefined ? [] : [stay.hold(readableDate(review, language))]),
    ...(contracts.length === 0 ? [] : [stay.contract]),
  ];
}

import { drawSheet } from '../../document/sheet';
import type { Language } from '../../policy/schema';
import { documentIn } from '../../words/document';
import type { Letter } from './letter';

/** A letter as PDF/A. */
export function letterPdf(
  { title: subject, paragraphs, sender, recipient, date, reference }: Letter,
  { language, at }: { readonly language: Language; readonly at: Date },
): Promise<Buffer> {
  const { page: pageOf } = documentIn(language);
  const notes = [date, ...(reference === undefined ? [] : [reference])];
  return drawSheet({ subject, paragraphs, sender, recipient, notes }, { language, at, pageOf });
}

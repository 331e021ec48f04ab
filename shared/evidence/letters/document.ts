import { plain } from '../../document/content';
import { draw } from '../../document/draw';
import type { Language } from '../../policy/schema';
import { documentIn } from '../../words/document';
import type { Letter } from './letter';

/** A letter as PDF/A. */
export function letterPdf(
  { title, paragraphs, sender, reference = '' }: Letter,
  { language, at, site }: { readonly language: Language; readonly at: Date; readonly site: string },
): Promise<Buffer> {
  const { page: pageOf, contents } = documentIn(language);
  const lines = (text: string) => ({ kind: 'paragraph' as const, lines: text.split('\n').map(plain) });
  const blocks = [lines(sender.join('\n')), { kind: 'rule' as const }, ...paragraphs.map(lines)];
  const content = { title, reference: reference || site, sections: [{ title, blocks }] };
  return draw(content, { language, pageOf, contents, at });
}

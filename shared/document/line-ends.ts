/*
 * Where a line may end: at a space, but not between a number and the word that it belongs to. The text stays as it is, so who
 * copies or searches it finds what was written.
 */

/** German and English, as documents name their parts, steps and the law. */
const LABELS = [
  ...['Abschnitte?', 'Anlage', 'Artikel', 'Fassung', 'Nr\\.', 'Nummern?', 'Schritte?', 'Seiten?', 'Vorgang', 'Zeile'],
  ...['Sections?', 'sections?', 'Articles?', 'version', '[Nn]os?\\.', 'steps?', 'pages?', 'numbers?'],
  ...['Art\\.', 'Abs\\.', 'Satz', 'Buchst\\.', 'lit\\.', '§§?', 'RFC', 'IP'],
].join('|');
const AFTER_LABEL = String.raw`(?<=(?:^|[^\p{L}])(?:${LABELS})) (?=[\d§])`;
/** "Art. 15 Abs. 3", "§ 7 Nr. 2": what follows a number and narrows it. */
const AFTER_NUMBER = String.raw`(?<=\d[a-z]?) (?=(?:Abs|Nr|Buchst|lit)\.|(?:Satz|DSGVO|GDPR|UWG|TDDDG|DDG|BDSG)\b)`;
/** Records have letters. */
const LETTERED = String.raw`(?<=(?:^|[^\p{L}])(?:Vorgang|Record)) (?=[A-Z]\d*(?!\p{L}))`;
const KEPT = new RegExp(`${AFTER_LABEL}|${AFTER_NUMBER}|${LETTERED}`, 'gu');
/** No text has it: who draws replaces it by its number. */
const MARK = '\u0000';

/** The words of a paragraph, each with what may not be parted from it. */
export function wordsOf(paragraph: string): string[] {
  return paragraph
    .replace(KEPT, MARK)
    .split(' ')
    .map((word) => word.replaceAll(MARK, ' '));
}

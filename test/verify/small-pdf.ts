/** What differs from a plain PDF: each piece as it is written. */
export interface PdfPieces {
  readonly header?: string;
  /** What stands before an object, by its number. */
  readonly before?: Readonly<Record<number, string>>;
  readonly beforeTable?: string;
  readonly table?: string;
  readonly row?: (offset: string, number: number) => string;
  readonly trailer?: string;
  readonly end?: (tableAt: number) => string;
}

/** A PDF with these objects, numbered from 1 on: a header, one object after the other, a table, and the end. A character is a byte. */
export function smallPdf(objects: readonly string[], pieces: PdfPieces = {}): string {
  const { header = '%PDF-1.7\n', before = {}, beforeTable = '', row = (offset) => `${offset} 00000 n \n` } = pieces;
  let text = header;
  const rows: string[] = [];
  for (const [n, object] of objects.entries()) {
    text += before[n + 1] ?? '';
    rows.push(row(String(text.length).padStart(10, '0'), n + 1));
    text += `${n + 1} 0 obj\n${object}\nendobj\n`;
  }
  text += beforeTable;
  const tableAt = text.length;
  const { table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`, trailer = 'trailer\n<< /Root 1 0 R >>\n' } =
    pieces;
  const { end = (at) => `startxref\n${at}\n%%EOF\n` } = pieces;
  return `${text}${table}${rows.join('')}${trailer}${end(tableAt)}`;
}

export const streamOf = (content: string, members = ''): string =>
  `<< /Length ${content.length} ${members}>>\nstream\n${content}\nendstream`;

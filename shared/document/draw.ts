import { drawBlock } from './blocks';
import type { DocumentContent, Section } from './content';
import { readFonts } from './fonts';
import { Paper } from './paper';
import { MARGINAL, PAGE, REFERENCE, SECTION, TITLE } from './style';

/** The file that a document brings along: the same, for programs. */
export interface Attachment {
  readonly name: string;
  /** JSON. */
  readonly text: string;
  readonly description: string;
}

export interface Drawing {
  readonly attachment?: Attachment;
  /** The explanation on pages where a character had to be replaced; texts of our own need none. */
  readonly replaced?: string;
  /** The time in the file's properties: the kit reads no clock. */
  readonly at: Date;
  /** BCP 47. */
  readonly language: string;
  /** The text at the foot of each page. */
  readonly pageOf: (page: number, count: number) => string;
}

/** Makes the PDF. The same content makes the same file. */
export async function draw(content: DocumentContent, drawing: Drawing): Promise<Buffer> {
  const { at, language } = drawing;
  const title = `${content.title} – ${content.reference}`;
  const paper = new Paper(await readFonts(JSON.stringify(content)), { title, language, at });
  const chunks: Buffer[] = [];
  const ended = new Promise<Buffer>((resolve, reject) => {
    paper.doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    paper.doc.on('end', () => resolve(Buffer.concat(chunks)));
    paper.doc.on('error', reject);
  });
  content.sections.forEach((section, n) => drawSection(paper, section, n));
  drawMargins(paper, content, drawing);
  if (drawing.attachment) attach(paper, drawing.attachment, at);
  paper.doc.end();
  return ended;
}

/** The cover is alone on its page; so are the sections that follow where little room is left. */
function drawSection(paper: Paper, { title, blocks }: Section, n: number): void {
  const style = n === 0 ? TITLE : SECTION;
  if (n === 1) paper.newPage();
  if (n > 1) {
    paper.room(180);
    if (paper.y > PAGE.top) paper.y += 22;
  }
  const section = paper.doc.struct('Sect');
  paper.doc.addStructure(section);
  const bookmark = paper.doc.outline.addItem(title, { expanded: false });
  paper.flow(paper.within(section, 'H1'), paper.wrap(title, style, PAGE.right - PAGE.left), style, PAGE.left);
  paper.y += 8;
  for (const block of blocks) {
    drawBlock(paper, section, block);
    // After the drawing, as a heading may have begun a page.
    if (block.kind === 'heading') bookmark.addItem(block.text);
  }
  section.end();
}

function drawMargins(paper: Paper, { title, reference }: DocumentContent, { replaced, pageOf }: Drawing): void {
  const { count } = paper.doc.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    paper.doc.switchToPage(page);
    const number = pageOf(page + 1, count);
    const right = (text: string, style: typeof MARGINAL): number => PAGE.right - paper.widthOf(text, style);
    paper.artifact(() => {
      if (page > 0) paper.put([title], MARGINAL, PAGE.left, 42);
      paper.put([reference], REFERENCE, right(reference, REFERENCE), 42);
      paper.put([number], MARGINAL, right(number, MARGINAL), 798);
      if (replaced !== undefined && paper.replacedOn.has(page + 1)) paper.put([replaced], MARGINAL, PAGE.left, 798);
    });
    paper.line(PAGE.left, 56, PAGE.right, 56);
  }
}

function attach({ doc }: Paper, { name, text, description }: Attachment, at: Date): void {
  const options = {
    name,
    type: 'application/json',
    description,
    creationDate: at,
    modifiedDate: at,
    relationship: 'Source',
  };
  doc.file(Buffer.from(text), options);
}

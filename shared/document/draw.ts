import { drawBlock } from './blocks';
import type { DocumentContent, Section } from './content';
import { readFonts, type Fonts } from './fonts';
import { Paper } from './paper';
import { BODY, MARGINAL, PAGE, REFERENCE, SECTION, TITLE } from './style';

/** In a list of sections: titles to the left of it, the pages that they begin on to the right. */
const NUMBER_X = PAGE.right - 40;

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
  /** The heading of the page that lists the sections of a long document. */
  readonly contents: string;
  /** The text at the foot of each page. */
  readonly pageOf: (page: number, count: number) => string;
}

/** From so many pages on nobody finds anything without a list. */
const LONG = 10;

/** Makes the PDF. The same content makes the same file. */
export async function draw(content: DocumentContent, drawing: Drawing): Promise<Buffer> {
  const fonts = await readFonts(JSON.stringify(content));
  const first = compose(fonts, content, drawing);
  const { count } = first.paper.doc.bufferedPageRange();
  // The list takes a page itself, and what begins where is known once all is drawn.
  const further = count >= LONG ? 1 : 0;
  const placeOf = (page: number): number => (page === 1 ? page : page + further);
  const { paper } =
    further === 1 || first.paper.isCut
      ? compose(fonts, content, drawing, {
          pages: further === 1 ? first.beginnings.map(placeOf) : undefined,
          whereIs: (heading) => drawing.pageOf(placeOf(first.paper.headings.get(heading) ?? 1), count + further),
        })
      : first;
  drawMargins(paper, content, drawing);
  if (drawing.attachment) attach(paper, drawing.attachment, drawing.at);
  return finished(paper);
}

/** The file of what was drawn. */
export function finished({ doc }: Paper): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const ended = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
  doc.end();
  return ended;
}

/** What is known of a document that was drawn once. */
interface Drawn {
  /** Where the sections begin; undefined for one that needs no list of them. */
  readonly pages: readonly number[] | undefined;
  readonly whereIs: (heading: string) => string;
}

/** Draws the sections, with a list of them after the cover where it is known on which pages they begin. */
function compose(fonts: Fonts, content: DocumentContent, drawing: Drawing, { pages, whereIs }: Partial<Drawn> = {}) {
  const { at, language, contents, pageOf } = drawing;
  const options = { title: `${content.title} – ${content.reference}`, language, at };
  // A number as wide as any, while none is known.
  const paper = new Paper(fonts, options, whereIs ?? (() => pageOf(99, 99)));
  const beginnings = content.sections.map((section, n) => {
    const page = drawSection(paper, section, n);
    if (n === 0 && pages) drawContents(paper, contents, content.sections, pages);
    return page;
  });
  return { paper, beginnings };
}

function drawContents(paper: Paper, heading: string, sections: readonly Section[], pages: readonly number[]): void {
  paper.newPage();
  const section = paper.doc.struct('Sect');
  paper.doc.addStructure(section);
  paper.doc.outline.addItem(heading);
  paper.flow(paper.within(section, 'H1'), [heading], SECTION, PAGE.left);
  paper.y += 8;
  const list = paper.within(section, 'TOC');
  sections.forEach(({ title }, n) => {
    const top = paper.y;
    const number = `${pages[n] ?? ''}`;
    const item = paper.within(list, 'TOCI');
    paper.flow(item, paper.wrap(title, BODY.plain, NUMBER_X - PAGE.left), BODY.plain, PAGE.left);
    item.add(() => paper.put([number], BODY.plain, PAGE.right - paper.widthOf(number, BODY.plain), top));
    paper.y += 5;
  });
  section.end();
}

/**
 * The cover is alone on its page; so are the sections that follow where little room is left. Returns the page that the section
 * begins on.
 */
function drawSection(paper: Paper, { title, blocks }: Section, n: number): number {
  const style = n === 0 ? TITLE : SECTION;
  if (n === 1) paper.newPage();
  if (n > 1) {
    paper.room(180);
    if (paper.y > PAGE.top) paper.y += 22;
  }
  const page = paper.doc.bufferedPageRange().count;
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
  return page;
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

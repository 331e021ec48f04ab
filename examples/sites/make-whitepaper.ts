/** Makes `files/whitepaper-consent.pdf`, the same bytes each time: `npx tsx examples/sites/make-whitepaper.ts`. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { PDFDocument, StandardFonts, rgb, type PDFFont, type PDFPage } from 'pdf-lib';
import { EDITION, PAGES, PUBLISHER, SUBTITLE, TITLE, type Block } from './whitepaper-text';

const A4 = { width: 595.28, height: 841.89 };
/** Headings hang in the left column; everything else is in the right one. */
const LEFT = 56;
const BODY = 190;
const RIGHT = A4.width - 56;
const BOTTOM = 62;

const PETROL = rgb(0.05, 0.31, 0.36);
const TINT = rgb(0.91, 0.95, 0.95);
const INK = rgb(0.13, 0.15, 0.17);
const GREY = rgb(0.42, 0.46, 0.48);
const WHITE = rgb(1, 1, 1);

interface Style {
  readonly font: PDFFont;
  readonly size: number;
  readonly color: ReturnType<typeof rgb>;
}

/** One page, and how far down it is filled. */
class Sheet {
  readonly body: Style;
  readonly strong: Style;
  readonly heading: Style;
  readonly small: Style;
  y = A4.height - 64;

  constructor(
    readonly page: PDFPage,
    regular: PDFFont,
    bold: PDFFont,
  ) {
    this.body = { font: regular, size: 10, color: INK };
    this.strong = { font: bold, size: 10, color: INK };
    this.heading = { font: bold, size: 12, color: PETROL };
    this.small = { font: regular, size: 8, color: GREY };
  }

  /** Writes lines down from `top` and returns where the next one would stand. */
  write(text: string, style: Style, x: number, width: number, top = this.y, leading = 1.45): number {
    return wrap(text, style, width).reduce((y, line) => {
      this.page.drawText(line, { x, y: y - style.size, ...style });
      return y - style.size * leading;
    }, top);
  }
}

function wrap(text: string, { font, size }: Style, width: number): string[] {
  return text.split(' ').reduce<string[]>((lines, word) => {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trimStart();
    const fits = lines.length > 0 && font.widthOfTextAtSize(longer, size) <= width;
    return fits ? [...lines.slice(0, -1), longer] : [...lines, word];
  }, []);
}

function drawBlock(sheet: Sheet, block: Block): void {
  if ('text' in block) sheet.y = sheet.write(block.text, sheet.body, BODY, RIGHT - BODY) - 7;
  if ('small' in block) sheet.y = sheet.write(block.small, sheet.small, BODY, RIGHT - BODY) - 6;
  if ('terms' in block) block.terms.forEach((term) => drawTerm(sheet, ...term));
  if ('steps' in block) drawSteps(sheet, block.steps);
  if ('table' in block) drawTable(sheet, block.table);
  if ('checks' in block) block.checks.forEach((check) => drawCheck(sheet, check));
}

function drawTerm(sheet: Sheet, term: string, meaning: string): void {
  sheet.y = sheet.write(term, sheet.strong, BODY, RIGHT - BODY);
  sheet.y = sheet.write(meaning, sheet.body, BODY, RIGHT - BODY) - 7;
}

function drawSteps(sheet: Sheet, steps: readonly (readonly [string, string])[]): void {
  const top = sheet.y - 8;
  const height = 96;
  const step = (RIGHT - LEFT) / steps.length;
  sheet.page.drawRectangle({ x: LEFT, y: top - height, width: RIGHT - LEFT, height, color: TINT });
  const centre = { y: top - 24 };
  const [first, last] = [LEFT + step / 2, RIGHT - step / 2];
  sheet.page.drawLine({ start: { x: first, ...centre }, end: { x: last, ...centre }, thickness: 1.2, color: PETROL });
  steps.forEach(([title, what], n) => {
    const x = LEFT + n * step;
    sheet.page.drawCircle({ x: x + step / 2, ...centre, size: 10, color: PETROL });
    drawCentred(sheet, `${n + 1}`, { ...sheet.strong, color: WHITE }, x, step, centre.y + 6);
    drawCentred(sheet, title, sheet.strong, x, step, top - 42);
    drawCentred(sheet, what, { ...sheet.small, size: 8.5, color: INK }, x + 8, step - 16, top - 58);
  });
  sheet.y = top - height - 16;
}

function drawCentred(sheet: Sheet, text: string, style: Style, x: number, width: number, top: number): void {
  wrap(text, style, width).forEach((line, n) => {
    const margin = (width - style.font.widthOfTextAtSize(line, style.size)) / 2;
    sheet.write(line, style, x + margin, width, top - n * style.size * 1.3);
  });
}

function drawTable(sheet: Sheet, rows: readonly (readonly [string, string, string])[]): void {
  const columns = [BODY, BODY + 56, BODY + 206, RIGHT + 10];
  const line = (): void =>
    sheet.page.drawLine({
      start: { x: BODY, y: sheet.y },
      end: { x: RIGHT, y: sheet.y },
      thickness: 0.6,
      color: PETROL,
    });
  line();
  for (const row of rows) {
    const ends = row.map((cell, n) => {
      const [x = BODY, next = RIGHT] = columns.slice(n);
      return sheet.write(cell, n === 0 ? sheet.strong : sheet.body, x, next - x - 10, sheet.y - 6);
    });
    sheet.y = Math.min(...ends) - 3;
    line();
  }
  sheet.y -= 11;
}

function drawCheck(sheet: Sheet, text: string): void {
  sheet.page.drawRectangle({ x: BODY, y: sheet.y - 10, width: 9, height: 9, borderColor: PETROL, borderWidth: 1 });
  sheet.y = sheet.write(text, sheet.body, BODY + 18, RIGHT - BODY - 18) - 4;
}

function drawCover(sheet: Sheet): void {
  const height = 214;
  const white = (style: Style, size: number): Style => ({ ...style, size, color: WHITE });
  const { body, strong } = sheet;
  sheet.page.drawRectangle({ x: 0, y: A4.height - height, width: A4.width, height, color: PETROL });
  sheet.write('WHITEPAPER', white(strong, 9), LEFT, 200, A4.height - 52);
  sheet.write(TITLE, white(strong, 32), LEFT, RIGHT - LEFT, A4.height - 72);
  sheet.write(SUBTITLE, white(body, 13), LEFT, 400, A4.height - 118);
  sheet.write(`${PUBLISHER} · ${EDITION}`, white(body, 9), LEFT, RIGHT - LEFT, A4.height - 182);
  sheet.y = A4.height - height - 34;
}

function drawFooter(sheet: Sheet, number: number): void {
  sheet.write(`${PUBLISHER} · ${TITLE}`, sheet.small, LEFT, RIGHT - LEFT, 44);
  sheet.write(`${number}`, sheet.small, RIGHT - 5, 10, 44);
}

async function whitepaper(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  describe(pdf);
  const fonts = [
    await pdf.embedFont(StandardFonts.Helvetica),
    await pdf.embedFont(StandardFonts.HelveticaBold),
  ] as const;
  PAGES.forEach((sections, index) => {
    const sheet = new Sheet(pdf.addPage([A4.width, A4.height]), ...fonts);
    if (index === 0) drawCover(sheet);
    for (const { heading, blocks } of sections) {
      sheet.write(heading, sheet.heading, LEFT, BODY - LEFT - 18, sheet.y + 1, 1.25);
      blocks.forEach((block) => drawBlock(sheet, block));
      sheet.y -= 14;
    }
    if (sheet.y < BOTTOM)
      throw new RangeError(`Page ${index + 1} is too full by ${Math.ceil(BOTTOM - sheet.y)} points.`);
    drawFooter(sheet, index + 1);
  });
  return pdf.save();
}

function describe(pdf: PDFDocument): void {
  const published = new Date('2026-09-01T00:00:00Z');
  pdf.setTitle(TITLE, { showInWindowTitleBar: true });
  pdf.setAuthor(PUBLISHER);
  pdf.setSubject(SUBTITLE);
  pdf.setLanguage('de-DE');
  pdf.setCreationDate(published);
  pdf.setModificationDate(published);
}

const FILE = path.join(__dirname, 'files', 'whitepaper-consent.pdf');

void whitepaper().then((pdf) => writeFileSync(FILE, pdf));

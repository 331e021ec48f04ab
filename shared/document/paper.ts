import PDFDocument from 'pdfkit';
import { FONT_FILES, type FontName, type Fonts } from './fonts';
import { HAIRLINE, PAGE, type Style } from './style';

/** The current font inside PDFKit, which its types do not have. */
interface Inside {
  readonly _font: { readonly font: { hasGlyphForCodePoint(codePoint: number): boolean } };
}

export interface PaperOptions {
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  readonly at: Date;
}

/** The structure for assistive software: headings, paragraphs, tables. */
export type Structure = PDFKit.PDFStructureElement;

/** Pages that fill from top to bottom. Page breaks happen here and nowhere else. */
export class Paper {
  readonly doc: PDFKit.PDFDocument;
  /** How far down the page is filled. */
  y: number = PAGE.top;
  /** Pages with characters that had to be replaced. */
  readonly replacedOn = new Set<number>();
  #pages = 1;
  readonly #drawable = new Map<string, boolean>();

  constructor(fonts: Fonts, { title, language, at }: PaperOptions) {
    this.doc = new PDFDocument({
      // None of the fonts that PDFKit begins with: they are not embedded.
      font: '',
      size: 'A4',
      margin: 0,
      bufferPages: true,
      pdfVersion: '1.7',
      subset: 'PDF/A-3a',
      tagged: true,
      displayTitle: true,
      lang: language,
      // PDFKit writes these into XML unescaped: only texts of ours.
      info: { Title: title, Producer: 'PDFKit', Creator: 'consent-evidence-ledger', CreationDate: at, ModDate: at },
    });
    for (const name of Object.keys(FONT_FILES) as FontName[]) this.doc.registerFont(name, fonts[name]);
  }

  get left(): number {
    return PAGE.bottom - this.y;
  }

  /** Begins a new page unless there is room. */
  room(height: number): void {
    if (height > this.left) this.newPage();
  }

  newPage(): void {
    this.doc.addPage();
    this.#pages += 1;
    this.y = PAGE.top;
  }

  within(parent: Structure, type: string, options: object = {}): Structure {
    const element = this.doc.struct(type, options);
    parent.add(element);
    return element;
  }

  /** The lines of a text. A character that the font lacks is replaced by its number. */
  wrap(text: string, style: Style, width: number): string[] {
    this.doc.font(style.font).fontSize(style.size);
    return this.#printable(text, style.font)
      .split('\n')
      .flatMap((paragraph) => this.#wrapParagraph(paragraph, width));
  }

  /** Writes lines at a place, beyond the page's end, too. Returns the place of the next line. */
  put(lines: readonly string[], { font, size, color, leading }: Style, x: number, top: number): number {
    this.doc.font(font).fontSize(size).fillColor(color);
    return lines.reduce((y, line) => {
      if (line.includes('[U+')) this.replacedOn.add(this.#pages);
      if (line !== '') this.doc.text(line, x, y + leading * 0.74, { lineBreak: false, baseline: 'alphabetic' });
      return y + leading;
    }, top);
  }

  /** Writes lines down the page and on to the next ones; `each` is told what was filled on each page. */
  flow(
    element: Structure,
    lines: readonly string[],
    style: Style,
    x: number,
    each?: (top: number, bottom: number) => void,
  ): void {
    for (let rest = lines; rest.length > 0;) {
      this.room(style.leading);
      const fitting = rest.slice(0, Math.floor(this.left / style.leading));
      rest = rest.slice(fitting.length);
      const top = this.y;
      element.add(() => {
        this.y = this.put(fitting, style, x, top);
      });
      each?.(top, this.y);
    }
  }

  line(fromX: number, fromY: number, toX: number, toY: number, color: string = HAIRLINE, width = 0.5): void {
    this.artifact(() => this.doc.moveTo(fromX, fromY).lineTo(toX, toY).lineWidth(width).stroke(color));
  }

  /** Marks that are no part of the content: lines, page numbers. */
  artifact(draw: () => void): void {
    this.doc.markContent('Artifact');
    draw();
    this.doc.endMarkedContent();
  }

  #printable(text: string, font: FontName): string {
    const clean = text.replace(/\r\n?/g, '\n').replace(/\t/g, '    ');
    return [...clean].map((char) => (char === '\n' || this.#canDraw(char, font) ? char : named(char))).join('');
  }

  #canDraw(char: string, font: FontName): boolean {
    const key = `${font} ${char}`;
    const known = this.#drawable.get(key);
    if (known !== undefined) return known;
    const { _font } = this.doc as unknown as Inside;
    // An invisible character, or one that turns the direction of text, would let one text look like another.
    const canDraw = !/[\p{C}\p{Zl}\p{Zp}]/u.test(char) && _font.font.hasGlyphForCodePoint(char.codePointAt(0) ?? 0);
    this.#drawable.set(key, canDraw);
    return canDraw;
  }

  #wrapParagraph(paragraph: string, width: number): string[] {
    const space = this.doc.widthOfString(' ');
    const lines: string[] = [];
    let line = '';
    let filled = 0;
    // Indentation stays.
    const indented = paragraph.replace(/^ +/, (spaces) => '\u00a0'.repeat(spaces.length));
    for (const { text, glued } of indented.split(' ').flatMap((word) => this.#pieces(word, width))) {
      const own = this.doc.widthOfString(text);
      const gap = glued || line === '' ? 0 : space;
      if (line !== '' && filled + gap + own > width) {
        lines.push(line);
        [line, filled] = [text, own];
      } else [line, filled] = [line + (gap > 0 ? ' ' : '') + text, filled + gap + own];
    }
    return [...lines, line];
  }

  /** A word in pieces that fit into a line; most are one. */
  #pieces(word: string, width: number): { text: string; glued: boolean }[] {
    if (this.doc.widthOfString(word) <= width) return [{ text: word, glued: false }];
    const pieces: string[] = [''];
    for (const char of word) {
      const longer = `${pieces.at(-1) ?? ''}${char}`;
      if (this.doc.widthOfString(longer) > width) pieces.push(char);
      else pieces[pieces.length - 1] = longer;
    }
    return pieces.map((text, n) => ({ text, glued: n > 0 }));
  }
}

function named(char: string): string {
  return `[U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}

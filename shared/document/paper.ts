import PDFDocument from 'pdfkit';
import type { Fonts } from './fonts';
import { Lettering } from './lettering';
import { HAIRLINE, PAGE, type Style } from './style';
import { accessible } from './xmp';

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
  /** Whether a text was cut that stands in full on a later page. */
  isCut = false;
  /** The page of each heading. */
  readonly headings = new Map<string, number>();
  /** Pages with characters that had to be replaced. */
  readonly replacedOn = new Set<number>();
  #pages = 1;
  readonly #lettering: Lettering;

  constructor(
    fonts: Fonts,
    { title, language, at }: PaperOptions,
    /** On which page a heading is, in words. */
    readonly whereIs: (heading: string) => string = () => '',
  ) {
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
    this.#lettering = new Lettering(this.doc, fonts);
    accessible(this.doc);
  }

  get left(): number {
    return PAGE.bottom - this.y;
  }

  /** Notes that a heading is on this page. */
  noteHeading(text: string): void {
    this.headings.set(text, this.#pages);
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

  /** The lines of a text. A character that no font has is replaced by its number. */
  wrap(text: string, style: Style, width: number): string[] {
    return this.#lettering.wrap(text, style, width);
  }

  widthOf(line: string, style: Style): number {
    return this.#lettering.widthOf(line, style);
  }

  /** Writes lines at a place, beyond the page's end, too. Returns the place of the next line. */
  put(lines: readonly string[], style: Style, x: number, top: number): number {
    return lines.reduce((y, line) => {
      if (line.includes('[U+')) this.replacedOn.add(this.#pages);
      this.#lettering.put(line, style, x, y + style.leading * 0.74);
      return y + style.leading;
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
}

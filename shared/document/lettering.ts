import type { FontName, Fonts } from './fonts';
import { wordsOf } from './line-ends';
import { clusters, mirrored, reversed, runsOf, type Run } from './runs';
import type { Style } from './style';

/** The current font inside PDFKit, which its types do not have. */
interface Inside {
  readonly _font: {
    readonly font: {
      hasGlyphForCodePoint(codePoint: number): boolean;
      layout(text: string, features: readonly string[]): { readonly direction: 'ltr' | 'rtl' };
    };
  };
}

/** PDFKit sets word for word, and so from left to right, unless it is given features; none are needed. */
const AS_A_WHOLE = { features: [] };

const EMOJI = String.raw`\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})?`;
/** Arabic letters that join to the next one: only after these is it seen that a joiner keeps them apart (RFC 5892, A.1). */
const JOINING = String.raw`[\u0620\u0626\u0628\u062a-\u062e\u0633-\u063f\u0641-\u0647\u0649\u064a\u067a-\u0687\u069a-\u06bf\u06cc]`;
/** Characters that nobody sees, where they belong to what is seen; anything else is a character of its own. */
const PIECES = new RegExp(
  String.raw`(\p{RI}\p{RI}|[0-9#*]\ufe0f?\u20e3|${EMOJI}(?:\u200d${EMOJI})*|(?<=${JOINING}\p{Mn}*)\u200c(?=\p{Script=Arabic}))|.`,
  'gsu',
);
/** Whose fonts make of them how the characters beside them look. */
const UNSEEN: Readonly<Record<string, FontName>> = { '\u200c': 'arabic', '\u200d': 'emoji', '\ufe0f': 'emoji' };

/** Texts in the fonts of a document: how wide they are, where lines end, and how they are drawn. */
export class Lettering {
  readonly #doc: PDFKit.PDFDocument;
  readonly #others: readonly FontName[];
  readonly #known = new Map<string, boolean>();

  constructor(doc: PDFKit.PDFDocument, fonts: Fonts) {
    this.#doc = doc;
    for (const [name, font] of fonts) doc.registerFont(name, font);
    this.#others = [...fonts.keys()].filter((name) => !['regular', 'semibold', 'mono'].includes(name));
  }

  /** The lines of a text. A character that no font has is replaced by its number. */
  wrap(text: string, style: Style, width: number): string[] {
    return this.#printable(text, style.font)
      .split('\n')
      .flatMap((paragraph) => this.#wrapParagraph(paragraph, style, width));
  }

  widthOf(line: string, style: Style): number {
    if (this.#isPlain(line, style)) return this.#measured(line, style);
    return this.#runs(line, style).reduce((sum, { text, font }) => sum + this.#measured(text, { ...style, font }), 0);
  }

  /** Draws a line on its base line. */
  put(line: string, style: Style, x: number, y: number): void {
    if (line === '') return;
    this.#doc.fillColor(style.color);
    if (this.#isPlain(line, style)) return this.#draw(line, style, x, y);
    // Who copies the text or has it read out gets it in the order in which it is read.
    this.#doc.markContent('Span', { actual: line });
    this.#runs(line, style).reduce((left, run) => {
      const own = { ...style, font: run.font };
      this.#draw(this.#asSeen(run, own), own, left, y);
      return left + this.#measured(run.text, own);
    }, x);
    this.#doc.endMarkedContent();
  }

  #draw(text: string, style: Style, x: number, y: number): void {
    this.#set(style);
    this.#doc.text(text, x, y, { lineBreak: false, baseline: 'alphabetic', ...this.#features(style.font) });
  }

  #measured(text: string, style: Style): number {
    this.#set(style);
    return this.#doc.widthOfString(text, this.#features(style.font));
  }

  #features(font: FontName): object {
    return this.#others.includes(font) ? AS_A_WHOLE : {};
  }

  #set({ font, size }: Style): Inside['_font']['font'] {
    return (this.#doc.font(font).fontSize(size) as unknown as Inside)._font.font;
  }

  /** The font decides by the letters in which direction it sets; what goes the other way is handed over turned. */
  #asSeen({ text, isRightToLeft }: Run, style: Style): string {
    const seen = isRightToLeft ? mirrored(text) : text;
    const { direction } = this.#set(style).layout(seen, []);
    return (direction === 'rtl') === isRightToLeft ? seen : reversed(seen);
  }

  #isPlain(line: string, { font }: Style): boolean {
    return this.#others.length === 0 || this.#has(font, line);
  }

  #runs(line: string, { font }: Style): Run[] {
    return runsOf(line, (cluster, before) => {
      const asked = [...(before ? [before] : []), font, ...this.#others];
      return asked.find((name) => this.#has(name, cluster)) ?? font;
    });
  }

  #has(font: FontName, text: string): boolean {
    return [...text].every((char) => this.#hasChar(font, char));
  }

  #hasChar(font: FontName, char: string): boolean {
    const key = `${font} ${char}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#doc.font(font);
    const { _font } = this.#doc as unknown as Inside;
    const has = char in UNSEEN ? UNSEEN[char] === font : _font.font.hasGlyphForCodePoint(char.codePointAt(0) ?? 0);
    this.#known.set(key, has);
    return has;
  }

  #printable(text: string, font: FontName): string {
    const clean = text.replace(/\r\n?/g, '\n').replace(/\t/g, '    ');
    const fonts = [font, ...this.#others];
    const canDraw = (piece: string): boolean => fonts.some((name) => this.#has(name, piece));
    return clean.replace(PIECES, (piece, belongs?: string) => {
      if (piece === '\n' || (belongs !== undefined && canDraw(piece))) return piece;
      // An invisible character, or one that turns the direction of text, would let one text look like another.
      return [...piece]
        .map((char) => (/[\p{C}\p{Zl}\p{Zp}\ufe0f]/u.test(char) || !canDraw(char) ? named(char) : char))
        .join('');
    });
  }

  #wrapParagraph(paragraph: string, style: Style, width: number): string[] {
    const space = this.widthOf(' ', style);
    // Where fonts change, the space between two words may be of another one, so a line is measured as a whole.
    const isPlain = this.#isPlain(paragraph, style);
    const lines: string[] = [];
    let line = '';
    let filled = 0;
    // Indentation stays.
    const indented = paragraph.replace(/^ +/, (spaces) => '\u00a0'.repeat(spaces.length));
    for (const { text, glued } of wordsOf(indented).flatMap((word) => this.#pieces(word, style, width))) {
      const own = this.widthOf(text, style);
      const gap = glued || line === '' ? '' : ' ';
      const longer = line + gap + text;
      const wide = isPlain ? filled + gap.length * space + own : this.widthOf(longer, style);
      if (line !== '' && wide > width) {
        lines.push(line);
        [line, filled] = [text, own];
      } else [line, filled] = [longer, wide];
    }
    return [...lines, line];
  }

  /** A word in pieces that fit into a line; most are one. */
  #pieces(word: string, style: Style, width: number): { text: string; glued: boolean }[] {
    if (this.widthOf(word, style) <= width) return [{ text: word, glued: false }];
    const signs = clusters(word);
    const pieces: { text: string; glued: boolean }[] = [];
    for (let from = 0, to: number; from < signs.length; from = to) {
      to = this.#endOfFitting(signs, from, style, width);
      pieces.push({ text: signs.slice(from, to).join(''), glued: from > 0 });
    }
    return pieces;
  }

  /** Up to where signs fit into a line, one at least. Each more is measured with all before it, so few places are tried. */
  #endOfFitting(signs: readonly string[], from: number, style: Style, width: number): number {
    const fits = (to: number): boolean => this.widthOf(signs.slice(from, to).join(''), style) <= width;
    let step = 8;
    while (from + step < signs.length && fits(from + step)) step *= 2;
    let [fitting, tooFar] = [from + (step > 8 ? step / 2 : 1), Math.min(from + step, signs.length) + 1];
    while (tooFar - fitting > 1) {
      const between = Math.floor((fitting + tooFar) / 2);
      if (fits(between)) fitting = between;
      else tooFar = between;
    }
    return fitting;
  }
}

function named(char: string): string {
  return `[U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}

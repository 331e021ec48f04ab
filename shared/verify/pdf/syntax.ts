/*
 * The syntax of PDF objects (ISO 32000-1, 7.3), read strictly: what two programs could read in two ways is refused.
 */

export interface PdfName {
  readonly name: string;
}
/** Another object, by its number. */
export interface PdfReference {
  readonly object: number;
}
/** A string as it is written, delimiters included: what has an escape is another one than what has none. */
export interface PdfString {
  readonly written: string;
}
export type PdfDictionary = ReadonlyMap<string, PdfValue>;
export type PdfValue =
  PdfName | PdfReference | PdfString | PdfDictionary | readonly PdfValue[] | number | boolean | null;

/** Thrown where a file is not written as the syntax asks for. */
export class PdfSyntaxError extends Error {
  override readonly name = 'PdfSyntaxError';
}

export function isDictionary(value: PdfValue | undefined): value is PdfDictionary {
  return value instanceof Map;
}

const WHITE_SPACE = /[\0\t\n\f\r ]*/y;
const NAME = /\/([^\0\t\n\f\r ()<>[\]{}/%]*)/y;
/** Of a character that needs none, or no escape at all. */
const NEEDLESS_ESCAPE = /#(?!2[03589F]|3[CE]|[57][BD])/;
const REFERENCE = /(\d{1,10}) 0 R(?![^\0\t\n\f\r ()<>[\]{}/%])/y;
const NUMBER = /[-+]?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?(?![^\0\t\n\f\r ()<>[\]{}/%])/y;
const WORD = /(true|false|null)(?![^\0\t\n\f\r ()<>[\]{}/%])/y;
const HEX = /<[\da-fA-F\0\t\n\f\r ]*>/y;
/** Deeper than any document of ours is, and less than a stack takes. */
const DEEPEST = 50;

/** Reads a file from one place on. A character of `text` is a byte of the file. */
export class PdfReader {
  constructor(
    readonly text: string,
    public at: number,
  ) {}

  /** Goes past the token, white space before it included. */
  expect(token: string): void {
    this.skip();
    if (!this.text.startsWith(token, this.at)) throw new PdfSyntaxError(`No ${token} at ${this.at}.`);
    this.at += token.length;
  }

  skip(): void {
    this.match(WHITE_SPACE);
  }

  match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at += found[0].length;
    return found ?? undefined;
  }

  dictionary(): PdfDictionary {
    const value = this.value();
    if (isDictionary(value)) return value;
    throw new PdfSyntaxError(`No dictionary before ${this.at}.`);
  }

  value(depth = 0): PdfValue {
    if (depth > DEEPEST) throw new PdfSyntaxError('Nested too deeply.');
    this.skip();
    const two = this.text.slice(this.at, this.at + 2);
    if (two === '<<') return this.members(depth);
    if (two[0] === '[') return this.list(depth);
    if (two[0] === '(') return this.string();
    if (two[0] === '/') return { name: this.nameText() };
    return this.plain();
  }

  private plain(): PdfValue {
    const hex = this.match(HEX);
    if (hex) return { written: hex[0] };
    const reference = this.match(REFERENCE);
    if (reference) return { object: Number(reference[1]) };
    const number = this.match(NUMBER);
    if (number) return Number(number[0]);
    const word = this.match(WORD)?.[1];
    if (word === undefined) throw new PdfSyntaxError(`Nothing that is known at ${this.at}.`);
    return word === 'null' ? null : word === 'true';
  }

  private members(depth: number): PdfDictionary {
    const members = new Map<string, PdfValue>();
    for (this.expect('<<'); !this.isNext('>>');) {
      const name = this.nameText();
      if (members.has(name)) throw new PdfSyntaxError(`/${name} twice before ${this.at}.`);
      members.set(name, this.value(depth + 1));
    }
    this.expect('>>');
    return members;
  }

  private list(depth: number): PdfValue[] {
    const values: PdfValue[] = [];
    for (this.expect('['); !this.isNext(']');) values.push(this.value(depth + 1));
    this.expect(']');
    return values;
  }

  private isNext(token: string): boolean {
    this.skip();
    return this.text.startsWith(token, this.at);
  }

  /** `#45F` is another spelling of `EF`: only what cannot stand in a name as it is may be escaped. */
  private nameText(): string {
    const [, name] = this.match(NAME) ?? [];
    if (name === undefined || NEEDLESS_ESCAPE.test(name)) throw new PdfSyntaxError(`No plain name at ${this.at}.`);
    return name;
  }

  private string(): PdfString {
    const start = this.at;
    let depth = 0;
    do {
      const character = this.text[this.at];
      if (character === undefined) throw new PdfSyntaxError('A string without an end.');
      if (character === '\\') this.at += 1;
      else if (character === '(') depth += 1;
      else if (character === ')') depth -= 1;
      this.at += 1;
    } while (depth > 0);
    return { written: this.text.slice(start, this.at) };
  }
}

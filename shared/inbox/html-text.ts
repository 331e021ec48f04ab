import { Parser } from 'htmlparser2';
import { cut } from '../well-formed';
import { isSeen, readStyle, SEEN, seen, type Attributes, type Seen } from './html-hidden';
import { beginsQuote, isAttribution, isQuote, isRuled, LEAST_LABELS } from './html-quotes';

/** Nobody writes more than this by hand. */
const LONGEST = 200_000;
/** No mail program nests as deeply, and the deeper it is, the longer the parser takes. */
const DEEPEST = 500;
/** Says more than was understood, so that a person reads the mail. */
const REST = '\n\n[The rest could not be read.]';

/** What an HTML mail says to who looks at it, without what it quotes. */
export function textOfHtml(html: string): string {
  const reader = new Reader();
  const parser = new Parser({
    onopentag: (name, attributes) => reader.open(name, attributes) || parser.pause(),
    onclosetag: (name) => reader.close(name) || parser.pause(),
    ontext: (text) => reader.text(text),
  });
  parser.end(cut(html, LONGEST));
  return reader.read() + (html.length > LONGEST || reader.isTooDeep ? REST : '');
}

interface Element {
  readonly seen: Seen;
  readonly isQuoted: boolean;
  /** Whether blanks and ends of lines are shown as they are. */
  readonly isVerbatim: boolean;
  /** How much was written before a ruled element, which may turn out to be the head of a quoted mail. */
  readonly ruledAt?: number;
  /** How much was written before a bold element. */
  readonly boldAt?: number;
}

const BOLD = new Set(['b', 'strong']);
/** Begin and end a line. */
const LINES = new Set(['div', 'tr', 'li', 'dt', 'dd', 'hr', 'address', 'article', 'section', 'center', 'form', 'pre']);
/** Have a blank line before and after. */
const PARAGRAPHS = new Set(['p', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'dl', 'table']);

/** Goes through a mail as it is shown, one element after the other. */
class Reader {
  isTooDeep = false;
  private written = '';
  /** The last sign that was written and is no blank. */
  private last = '';
  private breaks = 0;
  private isSpaced = false;
  private labels = 0;
  private readonly around: Element[] = [{ seen: SEEN, isQuoted: false, isVerbatim: false }];

  read(): string {
    return this.written.trim();
  }

  /** False where nothing that follows counts. */
  open(name: string, attributes: Attributes): boolean {
    if (beginsQuote(attributes)) return false;
    const parent = this.here();
    const beginsToQuote = !parent.isQuoted && isQuote(name, attributes);
    if (beginsToQuote) this.takeBackAttribution();
    const element = {
      seen: seen(name, attributes, parent.seen),
      isQuoted: parent.isQuoted || beginsToQuote,
      isVerbatim: parent.isVerbatim || name === 'pre' || !!readStyle(attributes).get('white-space')?.startsWith('pre'),
      ...(isRuled(attributes) && { ruledAt: this.written.length }),
      ...(BOLD.has(name) && { boldAt: this.written.length }),
    };
    if (element.ruledAt !== undefined) this.labels = 0;
    this.layOut(name, element);
    this.around.push(element);
    this.isTooDeep = this.around.length > DEEPEST;
    return !this.isTooDeep;
  }

  close(name: string): boolean {
    const element = this.around.pop() ?? this.here();
    const { ruledAt, boldAt = Infinity } = element;
    this.layOut(name === 'br' ? '' : name, element);
    if (this.written.length > boldAt && /[:：]/.test(this.last)) this.labels += 1;
    const isHead = ruledAt !== undefined && this.labels >= LEAST_LABELS;
    if (isHead) this.written = this.written.slice(0, ruledAt);
    return !isHead;
  }

  text(text: string): void {
    const { seen, isQuoted, isVerbatim } = this.here();
    if (isQuoted || !isSeen(seen)) return;
    // A soft hyphen is where a word may be parted.
    const [first = '', ...lines] = text.replaceAll('\u00ad', '').split(isVerbatim ? /\r?\n/ : /(?!)/);
    this.write(first);
    for (const line of lines) {
      this.breaks += 1;
      this.write(line);
    }
  }

  private write(text: string): void {
    const words = text.replaceAll(/[ \t\r\n\f]+/g, ' ');
    this.isSpaced ||= words.startsWith(' ');
    if (words === '' || words === ' ') return;
    const gap = this.breaks > 0 ? '\n'.repeat(Math.min(this.breaks, 2)) : this.isSpaced ? ' ' : '';
    this.written += (this.written === '' ? '' : gap) + words.replace(/^ /, '').replace(/ $/, '');
    this.last = words.trimEnd().at(-1) ?? this.last;
    this.breaks = 0;
    this.isSpaced = words.endsWith(' ');
  }

  private here(): Element {
    return this.around.at(-1) as Element;
  }

  private layOut(name: string, { seen, isQuoted }: Element): void {
    if (!seen.isShown) return;
    if (name === 'br' && !isQuoted) this.breaks += 1;
    if (name === 'td' || name === 'th') this.isSpaced = true;
    if (LINES.has(name)) this.breaks = Math.max(this.breaks, 1);
    if (PARAGRAPHS.has(name)) this.breaks = Math.max(this.breaks, 2);
  }

  /** The line above a quote that says whose it is, is not the writer's own either. */
  private takeBackAttribution(): void {
    if (!/[:：]/.test(this.last)) return;
    const line = this.written.lastIndexOf('\n') + 1;
    if (isAttribution(this.written.slice(line))) this.written = this.written.slice(0, line);
  }
}

import type { Finding } from './report';

const LARGEST_MEGABYTES = 64;
export const LARGEST_BYTES = LARGEST_MEGABYTES * 2 ** 20;
const BYTE_ORDER_MARK = '\ufeff';
const WHITE_SPACE = ' \t\r\n';

export type Parsed = { readonly value: unknown; readonly text: string } | { readonly finding: Finding };

/** Reads a file as JSON. What JSON.parse is silent about is for `diagnose` to say. */
export function parse(file: Uint8Array | string): Parsed {
  if (file.length > LARGEST_BYTES) return { finding: { code: 'tooLarge', megabytes: LARGEST_MEGABYTES } };
  const text = typeof file === 'string' ? file : decode(file);
  if (text === undefined) return { finding: { code: 'notUtf8' } };
  if (text.startsWith(BYTE_ORDER_MARK)) return { finding: { code: 'byteOrderMark' } };
  try {
    return { value: JSON.parse(text), text };
  } catch {
    const begins = text.trimStart().startsWith('{');
    return { finding: { code: begins && !text.trimEnd().endsWith('}') ? 'truncated' : 'notJson' } };
  }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Whether a text that was parsed means just one thing: JSON.parse takes the last of two members of one name, rounds
 * numbers, and lets half characters pass. A text that is what would be written of its value means one thing, so only
 * another is looked through. That the value is not deep is known by then.
 */
export function diagnose(text: string, isAsWritten: boolean): Finding | undefined {
  const isPlain = isAsWritten && !text.includes('\\ud');
  return isPlain ? undefined : new Reader(text).read();
}

type Container = { key: string; readonly keys?: Set<string>; count: number };

/** Goes through a text that is known to be JSON, one token after the other. */
class Reader {
  private readonly stack: Container[] = [];
  private at = 0;

  constructor(private readonly text: string) {}

  read(): Finding | undefined {
    while (this.at < this.text.length) {
      const finding = this.token(this.text[this.at] as string);
      if (finding) return finding;
    }
    return undefined;
  }

  private token(first: string): Finding | undefined {
    if (first === '"') return this.string();
    if (first === '-' || (first >= '0' && first <= '9')) return this.number();
    this.at += 1;
    if (first === '{') this.stack.push({ key: '', keys: new Set(), count: 0 });
    else if (first === '[') this.stack.push({ key: '0', count: 0 });
    else if (first === '}' || first === ']') this.stack.pop();
    else if (first === ',') this.next();
    return undefined;
  }

  private next(): void {
    const container = this.stack.at(-1);
    if (container && !container.keys) container.key = String(++container.count);
  }

  private string(): Finding | undefined {
    const start = this.at;
    for (this.at += 1; this.text[this.at] !== '"'; this.at += 1) if (this.text[this.at] === '\\') this.at += 1;
    this.at += 1;
    const value = JSON.parse(this.text.slice(start, this.at)) as string;
    if (!value.isWellFormed()) return { code: 'loneSurrogate', place: this.place() };
    return this.colonFollows() ? this.key(value) : undefined;
  }

  private colonFollows(): boolean {
    let at = this.at;
    while (WHITE_SPACE.includes(this.text[at] ?? ':')) at += 1;
    return this.text[at] === ':';
  }

  private key(name: string): Finding | undefined {
    const container = this.stack.at(-1);
    if (!container?.keys) return undefined;
    container.key = name;
    if (container.keys.has(name)) return { code: 'keyTwice', place: this.place() };
    container.keys.add(name);
    return undefined;
  }

  private number(): Finding | undefined {
    const start = this.at;
    while (/[-+.eE\d]/.test(this.text[this.at] ?? '')) this.at += 1;
    const written = this.text.slice(start, this.at);
    return String(Number(written)) === written ? undefined : { code: 'number', place: this.place(), written };
  }

  private place(): string {
    return this.stack.map(({ key }) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  }
}

import { cut } from '../well-formed';

/*
 * The content of a document, without its looks.
 */

/** The style of a piece of text: hashes and the like are `code`, details are `faint`. */
export type Tone = 'plain' | 'strong' | 'faint' | 'code';

/** A paragraph. */
export interface Line {
  readonly text: string;
  readonly tone: Tone;
}

export type Cell = readonly Line[];

export interface Fact {
  readonly label: string;
  readonly value: Cell;
}

export interface Column {
  readonly title: string;
  /** In points. */
  readonly width: number;
}

/** The answer about one purpose, to be seen from afar; `isBrief` where there are many. */
export interface Verdict {
  readonly kind: 'verdict';
  readonly name: string;
  readonly verdict: string;
  readonly inForce: boolean;
  readonly isBrief?: boolean;
}

/** A text of others: in full as far as the page goes, then `more` says where the rest is, and the kit on which page. */
export interface Excerpt {
  readonly title: string;
  readonly note: string;
  readonly text: string;
  readonly more: string;
  /** The heading below which it stands in full. */
  readonly heading: string;
}

export interface Excerpts {
  readonly kind: 'excerpts';
  readonly texts: readonly Excerpt[];
}

export type Block =
  | { readonly kind: 'paragraph'; readonly lines: Cell }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'rule' }
  | Verdict
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | Excerpts
  /** Text of others, word for word. */
  | { readonly kind: 'quote'; readonly text: string; readonly tone: Tone }
  | { readonly kind: 'table'; readonly columns: readonly Column[]; readonly rows: readonly (readonly Cell[])[] };

export interface Section {
  /** The heading and the bookmark. */
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** The first section is the cover; every other begins a page of its own only where there is no room. */
export interface DocumentContent {
  readonly title: string;
  /** Stands on every page; names the document and no person. */
  readonly reference: string;
  readonly sections: readonly Section[];
}

export const plain = (text: string): Line => ({ text, tone: 'plain' });
export const strong = (text: string): Line => ({ text, tone: 'strong' });
export const faint = (text: string): Line => ({ text, tone: 'faint' });
export const code = (text: string): Line => ({ text, tone: 'code' });

/** The beginning of a text that would take too much room, cut between words where there are some. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  const beginning = cut(text, length);
  const space = beginning.lastIndexOf(' ');
  return `${space > length / 2 ? beginning.slice(0, space) : beginning} …`;
}

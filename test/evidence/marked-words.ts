import * as de from './words-of-documents/de';
import * as en from './words-of-documents/en';

/*
 * Marks every text of the documents with its key, so that a test finds out which sentences a document has.
 */

const [OPEN, SHUT] = ['\ue000', '\ue001'];

/** From here on the words of documents say which they are. For a suite of its own: it changes them for everybody. */
export function markWords(): void {
  for (const language of [de, en]) {
    for (const [area, words] of Object.entries(language)) markAll(words, area);
  }
}

type Words = Record<string, unknown>;

function markAll(words: Words, path: string): void {
  for (const [name, value] of Object.entries(words)) words[name] = marked(value, `${path}.${name}`);
}

function marked(value: unknown, key: string): unknown {
  if (typeof value === 'string') return `${OPEN}${key}${SHUT}${value}`;
  if (typeof value === 'function')
    return (...values: unknown[]): unknown => marked((value as (...all: unknown[]) => unknown)(...values), key);
  if (Array.isArray(value)) return value.map((item) => marked(item, key));
  if (typeof value === 'object' && value !== null) markAll(value as Words, key);
  return value;
}

/** The keys of the texts in a document. */
export function keysIn(texts: readonly string[]): string[] {
  const keys = texts.flatMap((text) => [...text.matchAll(/\ue000([^\ue001]+)\ue001/g)].map(([, key]) => key ?? ''));
  return [...new Set(keys)].sort();
}

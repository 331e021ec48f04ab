import { CLOSING_FORMAT } from './closing-shape';
import { FORMAT } from './format';
import type { OtherFile } from './other-file';
import { RECEIPT_FORMAT } from './receipt-shape';

export type Kind = 'evidence' | 'receipt' | 'closing' | OtherFile;

const FORMATS: readonly (readonly [RegExp, Kind])[] = [
  [new RegExp(`^${FORMAT}$`), 'evidence'],
  [new RegExp(`^${RECEIPT_FORMAT}$`), 'receipt'],
  [new RegExp(`^${CLOSING_FORMAT}$`), 'closing'],
  [/^access-report\//, 'accessReport'],
  [/^portable-data\//, 'portableData'],
  [/^consent-export\//, 'export'],
  [/^consent-(evidence-bundle|receipt|closing-statement)\//, 'laterFormat'],
];

/** What other texts begin with. */
const BEGINNINGS: readonly (readonly [RegExp, Kind])[] = [
  [/^"?(seq"?[,;\t]"?at|category"?[,;\t]"?number)"?[,;\t]/, 'csv'],
  [/^c2sp\.org\/tlog-proof@/, 'tlogProof'],
  [/^[^\n]+\n\d+\n[A-Za-z0-9+/=]+\n(.*\n)*?\n\u2014 /, 'checkpoint'],
  [/^<(!doctype|html)/i, 'webPage'],
];

/** What a file is by what it says of itself. One that was torn or damaged is taken for evidence: its check says so. */
export function kindOf(file: Uint8Array): Kind {
  const text = new TextDecoder().decode(file).replace(/^[ \t\r\n\ufeff]+/, '');
  const value = parsed(text);
  if (typeof value === 'object' && value !== null) return kindOfJson(value as Record<string, unknown>);
  const [, kind] = BEGINNINGS.find(([beginning]) => beginning.test(text)) ?? [];
  if (kind) return kind;
  // An export is a line of JSON after the other.
  const first = parsed(text.slice(0, text.indexOf('\n')));
  if (typeof first === 'object' && first !== null) {
    const kindOfFirst = kindOfJson(first as Record<string, unknown>);
    if (kindOfFirst === 'export') return 'export';
  }
  return /^[\0\ufffd]*\{/.test(text) ? 'evidence' : 'noJson';
}

function kindOfJson(value: Readonly<Record<string, unknown>>): Kind {
  const { format } = value;
  const [, kind] = FORMATS.find(([pattern]) => typeof format === 'string' && pattern.test(format)) ?? [];
  if (kind) return kind;
  if (Array.isArray(value['entries'])) return 'evidence';
  return '@context' in value ? 'jsonLd' : 'otherJson';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

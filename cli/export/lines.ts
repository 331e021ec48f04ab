import type { Digest } from '../../shared/ids';
import { digestsIn, type AnyEntry } from '../../shared/consent/read-entry';
import type { DisclosedPart } from '../../shared/evidence/bundle';
import type { SealedPart } from '../../shared/ledger/part';
import type { Count } from '../../shared/ledger/statistics';
import type { Notice } from '../../shared/policy/notices';
import type { Site } from '../../shared/policy/schema';

export const FORMAT = 'consent-export/v1';

/** How many lines of each kind an export has; its last line says so. */
export interface Counts {
  readonly processors: number;
  readonly notices: number;
  readonly subjects: number;
  readonly entries: number;
  /** Parts that are there, those that are kept no longer, and those that are lost. */
  readonly parts: number;
  readonly gone: number;
  readonly missing: number;
  readonly statistics: number;
}

/** A line of docs/export-format.md; their order is that of the file, but for entries and notices, which mix. */
export type Line =
  | { readonly kind: 'header'; readonly format: typeof FORMAT; readonly site: string; readonly at: string }
  | { readonly kind: 'site'; readonly site: Omit<Site, 'processors'> }
  | { readonly kind: 'processor'; readonly processor: Site['processors'][number] }
  | { readonly kind: 'notice'; readonly hash: string; readonly notice: Notice }
  | { readonly kind: 'entry'; readonly entry: AnyEntry; readonly parts: Readonly<Record<string, ExportedPart>> }
  | ({ readonly kind: 'statistics' } & Count)
  | { readonly kind: 'counts'; readonly counts: Counts };

/** As in an evidence file. */
export type ExportedPart =
  | { readonly state: 'disclosed'; readonly data: unknown; readonly salt: string }
  | Exclude<DisclosedPart, { readonly state: 'disclosed' | 'withheld' }>;

export function openingLines({ processors, ...site }: Site, at: string): Line[] {
  return [
    { kind: 'header', format: FORMAT, site: site.id, at },
    { kind: 'site', site },
    ...processors.map((processor): Line => ({ kind: 'processor', processor })),
  ];
}

/** @param wentAt digest -> when it went */
export function entryLine(
  entry: AnyEntry,
  kept: ReadonlyMap<Digest, SealedPart>,
  wentAt: ReadonlyMap<Digest, string>,
): Line {
  const parts = Object.entries(digestsIn(entry)).map(([name, digest]) => [
    name,
    exported(kept.get(digest), wentAt.get(digest)),
  ]);
  return { kind: 'entry', entry, parts: Object.fromEntries(parts) as Record<string, ExportedPart> };
}

function exported(part: SealedPart | undefined, since: string | undefined): ExportedPart {
  if (part) return { state: 'disclosed', data: JSON.parse(part.data) as unknown, salt: part.salt };
  return since === undefined ? { state: 'missing' } : { state: 'gone', since };
}

const NOTHING: Counts = {
  processors: 0,
  notices: 0,
  subjects: 0,
  entries: 0,
  parts: 0,
  gone: 0,
  missing: 0,
  statistics: 0,
};

/** Adds the counts of some lines to those before. All lines of a subject have to be in one call. */
export function countLines(lines: readonly Line[], before: Counts = NOTHING): Counts {
  const entries = lines.filter((line) => line.kind === 'entry');
  const states = entries.flatMap(({ parts }) => Object.values(parts).map(({ state }) => state));
  const partsThatAre = (one: ExportedPart['state']): number => states.filter((state) => state === one).length;
  const countOf = (kind: Line['kind']): number => lines.filter((line) => line.kind === kind).length;
  return {
    processors: before.processors + countOf('processor'),
    notices: before.notices + countOf('notice'),
    subjects: before.subjects + new Set(entries.map(({ entry }) => entry.subject)).size,
    entries: before.entries + entries.length,
    parts: before.parts + partsThatAre('disclosed'),
    gone: before.gone + partsThatAre('gone'),
    missing: before.missing + partsThatAre('missing'),
    statistics: before.statistics + countOf('statistics'),
  };
}

/** The counts of several parts of a file, which have nobody in common. */
export function addCounts(parts: readonly Counts[]): Counts {
  const names = Object.keys(NOTHING) as (keyof Counts)[];
  const sum = (name: keyof Counts): number => parts.reduce((total, counts) => total + counts[name], 0);
  return Object.fromEntries(names.map((name) => [name, sum(name)])) as unknown as Counts;
}

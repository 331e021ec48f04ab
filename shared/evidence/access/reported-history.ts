import { deletions } from '../../consent/keep/deletions';
import { itemEnds } from '../../consent/keep/item-ends';
import { stepsIn } from '../../words/steps';
import type { SealedPart } from '../../ledger/part';
import type { ReportSources } from './report-sources';
import type { Held } from './held';
import { originOf } from './origin';
import type { ReportedData, ReportedStep } from './report';
import { accessIn } from '../../words/access';

const isoOf = (end: Date | undefined): string | null => end?.toISOString() ?? null;

/** Each step, as it is recorded. */
export function reportedSteps({ site, held: { entries, parts }, language, now }: ReportSources): ReportedStep[] {
  const steps = stepsIn(language);
  const ends = itemEnds(entries, site);
  const deletedAt = deletions(entries, site, now);
  return entries.map((entry, n) => {
    const { seq, at, type, actor, recordId = null, language: chosen = null, purposes, asset, facts } = entry;
    const origin = originOf(entry);
    return {
      step: seq,
      at,
      type,
      text: steps[type],
      by: actor.kind,
      origin,
      originText: accessIn(language).origins[origin],
      recordId,
      language: chosen,
      purposes: purposes.map(({ id }) => id),
      asset: asset?.id ?? null,
      facts,
      gone: Object.entries(entry.parts).flatMap(([name, digest]) =>
        parts.has(digest) ? [] : [{ category: name, deletedAt: isoOf(deletedAt(entry, name)) }],
      ),
      until: isoOf(ends[n]?.entry),
    };
  });
}

/** Every part that is kept, in the order of the steps; what belongs to none comes last. */
export function reportedData({ site, held: { entries, parts }, language }: ReportSources): ReportedData[] {
  const { origins } = accessIn(language);
  const ends = itemEnds(entries, site);
  const ofSteps = entries.flatMap((entry, n) =>
    Object.entries(entry.parts).flatMap(([name, digest]): ReportedData[] => {
      const part = parts.get(digest);
      if (!part) return [];
      const origin = originOf(entry);
      const until = isoOf(ends[n]?.parts[name]);
      return [{ category: part.class, step: entry.seq, origin, originText: origins[origin], until, ...dataOf(part) }];
    }),
  );
  return [...ofSteps, ...unfinished({ entries, parts }, origins.system)];
}

/** The parts of a step that was never taken. They end by themselves, soon. */
function unfinished({ entries, parts }: Pick<Held, 'entries' | 'parts'>, originText: string): ReportedData[] {
  const named = new Set(entries.flatMap((entry) => Object.values(entry.parts)));
  return [...parts.values()]
    .filter(({ digest }) => !named.has(digest))
    .map((part) => ({ category: part.class, step: null, origin: 'system', originText, until: null, ...dataOf(part) }));
}

const dataOf = ({ data }: SealedPart): { data: object } => ({ data: JSON.parse(data) as object });

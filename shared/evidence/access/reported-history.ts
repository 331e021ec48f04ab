import type { Entry } from '../../consent/entry';
import { itemEnds } from '../../consent/keep/item-ends';
import { stepsIn } from '../../words/steps';
import type { SealedPart } from '../../ledger/part';
import type { ReportSources } from './report-sources';
import type { Held } from './held';
import { originOf } from './origin';
import type { ReportedData, ReportedStep } from './report';
import type { Language } from '../../policy/schema';
import { accessIn } from '../../words/access';
import { isUnproven } from '../unproven';

const isoOf = (end: Date | undefined): string | null => end?.toISOString() ?? null;

/** Where what a step brought came from, in words. */
function originTexts(entries: readonly Entry[], language: Language): (entry: Entry) => string {
  const { origins, unproven } = accessIn(language);
  return (entry) => (isUnproven(entry, entries) ? unproven : origins[originOf(entry)]);
}

/** Each step, as it is recorded. */
export function reportedSteps({ site, held: { entries, parts, wentAt }, language }: ReportSources): ReportedStep[] {
  const steps = stepsIn(language);
  const originText = originTexts(entries, language);
  const ends = itemEnds(entries, site);
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
      originText: originText(entry),
      recordId,
      language: chosen,
      purposes: purposes.map(({ id }) => id),
      asset: asset?.id ?? null,
      facts,
      ...absent(entry),
      until: isoOf(ends[n]?.entry),
    };
  });

  function absent({ parts: digests }: Entry): Pick<ReportedStep, 'gone' | 'missing'> {
    const others = Object.entries(digests).filter(([, digest]) => !parts.has(digest));
    const gone = others.flatMap(([category, digest]) => {
      const deletedAt = wentAt.get(digest);
      return deletedAt === undefined ? [] : [{ category, deletedAt }];
    });
    return { gone, missing: others.filter(([, digest]) => !wentAt.has(digest)).map(([name]) => name) };
  }
}

/** Every part that is kept, in the order of the steps; what belongs to none comes last. */
export function reportedData({ site, held: { entries, parts }, language }: ReportSources): ReportedData[] {
  const originText = originTexts(entries, language);
  const ends = itemEnds(entries, site);
  const ofSteps = entries.flatMap((entry, n) =>
    Object.entries(entry.parts).flatMap(([name, digest]): ReportedData[] => {
      const part = parts.get(digest);
      if (!part) return [];
      const origin = originOf(entry);
      const until = isoOf(ends[n]?.parts[name]);
      return [{ category: part.class, step: entry.seq, origin, originText: originText(entry), until, ...dataOf(part) }];
    }),
  );
  return [...ofSteps, ...unfinished({ entries, parts }, accessIn(language).origins.system)];
}

/** The parts of a step that was never taken. They end by themselves, soon. */
function unfinished({ entries, parts }: Pick<Held, 'entries' | 'parts'>, originText: string): ReportedData[] {
  const named = new Set(entries.flatMap((entry) => Object.values(entry.parts)));
  return [...parts.values()]
    .filter(({ digest }) => !named.has(digest))
    .map((part) => ({ category: part.class, step: null, origin: 'system', originText, until: null, ...dataOf(part) }));
}

const dataOf = ({ data }: SealedPart): { data: object } => ({ data: JSON.parse(data) as object });

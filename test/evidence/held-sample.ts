import type { Digest } from '../../shared/ids';
import { canonicalJson } from '../../shared/canonical';
import type { ReportSources } from '../../shared/evidence/access/report-sources';
import type { Held } from '../../shared/evidence/access/held';
import type { Bundle } from '../../shared/evidence/bundle';
import type { PartClass, SealedPart } from '../../shared/ledger/part';
import type { Language } from '../../shared/policy/schema';
import { sites } from '../../examples/sites';
import { findSite } from '../../shared/policy/sites';
import { sampleBundle, type SampleOptions } from './sample-bundle';

/** What ledger and vault hold of somebody of whom a bundle tells. */
export function heldOf({ entries, notices }: Bundle): Held {
  const parts = entries.flatMap(({ entry, parts }) =>
    Object.entries(parts).flatMap(([name, part]): [Digest, SealedPart][] => {
      const digest = entry.parts[name];
      if (part.state !== 'disclosed' || digest === undefined) return [];
      return [[digest, { class: name as PartClass, data: canonicalJson(part.data), salt: part.salt, digest }]];
    }),
  );
  const gone = entries.flatMap(({ entry, parts }) =>
    Object.entries(parts).flatMap(([name, part]): [Digest, string][] => {
      const digest = entry.parts[name];
      return part.state === 'gone' && digest !== undefined ? [[digest, part.since]] : [];
    }),
  );
  return {
    entries: entries.map(({ entry }) => entry),
    parts: new Map(parts),
    wentAt: new Map(gone),
    notices: new Map(Object.entries(notices)),
  };
}

/** What a report about the sample is made from: somebody whose evidence was read once before. */
export async function sampleSources(options: SampleOptions & { language?: Language } = {}): Promise<ReportSources> {
  const bundle = await sampleBundle({ others: 3, ...options });
  const site = findSite(sites, 'demo')!;
  const { subject } = bundle;
  const held = heldOf(bundle);
  // The reading in a bundle is its own; here it lies in the past.
  const now = new Date('2026-11-25T20:00:00.000Z');
  return {
    site,
    subject,
    email: 'erika.müller-lüdenscheidt@example.org',
    language: options.language ?? 'de',
    held,
    now,
  };
}

import { fold } from '../../consent/fold';
import type { ReportSources } from './report-sources';
import { isAnythingHeld } from './held';
import { portableData } from './portable';

/** The amount of data that would be given, for an operator who wants to know before the step is recorded. */
export function preview(sources: ReportSources, kind: 'report' | 'portable') {
  const { site, held, language, now } = sources;
  const isHeld = isAnythingHeld(held);
  const counts = kind === 'report' ? reportCounts(sources) : portableCounts(sources);
  const done = isHeld
    ? [{ type: 'AccessGiven' as const, at: now.toISOString(), purposes: [], facts: { form: kind } }]
    : [];
  return { site: site.id, dryRun: true as const, held: isHeld, language, counts, done };
}

function reportCounts({ held: { entries, parts }, now }: ReportSources): object {
  const classes = [...parts.values()].map((part) => part.class);
  const count = (name: string): number => classes.filter((other) => other === name).length;
  return {
    records: fold(entries, now).length,
    steps: entries.length,
    parts: Object.fromEntries([...new Set(classes)].sort().map((name) => [name, count(name)])),
  };
}

function portableCounts(sources: ReportSources): object {
  const { identities, consents, orders, connections } = portableData(sources);
  return {
    identities: identities.length,
    consents: consents.length,
    orders: orders.length,
    connections: connections.length,
  };
}

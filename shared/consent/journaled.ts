import { factsOf, type Entry } from './entry';
import type { EntryType } from './steps';

/** What programs report of elsewhere, by the thousand: a word about the person, and no act of whoever passes it on. */
const REPORTS: ReadonlySet<EntryType> = new Set(['ActivityReported', 'MailBounced'] as const);

/**
 * The operator who took a step that belongs into the journal of what operators do; undefined for all other steps. An announcement to
 * everybody is one act, and not as many as it has mails.
 */
export function journaledOperator(entry: Entry): string | undefined {
  const { type, actor } = entry;
  if (actor.kind !== 'operator' || REPORTS.has(type) || factsOf(entry).mail === 'notice-changed') return undefined;
  return actor.id;
}

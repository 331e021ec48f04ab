import type { Counts } from './journal';

const number = (n: number): string => n.toLocaleString('en');

/** The counts as text. */
export function summaryOf(counts: Readonly<Counts>): string {
  const { entries, subjects, gaps, wordings, parts, leaves, inLog, onTheWay, checkpoints, timestamps } = counts;
  const deleted = Math.max(0, leaves - inLog);
  return [
    `Ledger   entries ${number(entries)}, subjects ${number(subjects)}, wordings ${number(wordings)}, gaps where entries were deleted ${number(gaps)}`,
    `Vault    parts ${number(parts)}`,
    `Log      leaves ${number(leaves)}, of deleted entries ${number(deleted)}, entries on their way ${number(onTheWay)}`,
    `Archive  checkpoints ${number(checkpoints)}, with a timestamp ${number(timestamps)}`,
    counts.findings === 0 ? 'All is well.' : `Findings: ${number(counts.findings)}`,
  ].join('\n');
}

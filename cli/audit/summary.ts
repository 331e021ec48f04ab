import type { Counts } from './journal';

const number = (n: number): string => n.toLocaleString('en');

/** What was looked at, for people. */
export function summaryOf(counts: Readonly<Counts>): string {
  const { entries, subjects, gaps, wordings, parts, leaves, inLog, onTheWay, checkpoints, timestamps } = counts;
  return [
    `Ledger: ${number(entries)} entries of ${number(subjects)} subjects, ${number(wordings)} wordings; ${number(gaps)} entries of these subjects were deleted.`,
    `Vault:  ${number(parts)} parts.`,
    `Log:    ${number(leaves)} leaves, ${number(Math.max(0, leaves - inLog))} of them of entries that were deleted; ${number(onTheWay)} entries are on their way to it.`,
    `Archive: ${number(checkpoints)} checkpoints, ${number(timestamps)} of them with a timestamp.`,
    counts.findings === 0 ? 'All is well.' : `Findings: ${number(counts.findings)}.`,
  ].join('\n');
}

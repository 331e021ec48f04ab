import type { Fate, FatedItem } from './fates';

/** How many items of each table had which fate. */
export type Counts = Readonly<Partial<Record<'vault' | 'ledger', Readonly<Record<Fate, number>>>>>;

const NONE: Readonly<Record<Fate, number>> = { noEntry: 0, erased: 0, ended: 0, kept: 0 };

export function countFates(table: keyof Counts, fated: readonly FatedItem[], before: Counts): Counts {
  const counts = { ...(before[table] ?? NONE) };
  for (const { fate } of fated) counts[fate] += 1;
  return { ...before, [table]: counts };
}

/** The counts as text. */
export function summaryOf(counts: Counts, dryRun: boolean): string {
  const { vault, ledger } = counts;
  const number = (n: number): string => n.toLocaleString('en');
  const deleted = dryRun ? 'would be deleted' : 'deleted';
  return [
    ...(vault
      ? [
          `Vault    ${deleted}: erased ${number(vault.erased)}, past their end ${number(vault.ended)}, ` +
            `of entries that are gone ${number(vault.noEntry)}; kept ${number(vault.kept)}`,
        ]
      : []),
    ...(ledger ? [`Ledger   ${deleted}: gone today ${number(ledger.noEntry)}; kept ${number(ledger.kept)}`] : []),
    ...(dryRun ? ['Nothing was changed.'] : []),
    '',
  ].join('\n');
}

import { isAsWritten } from '../../shared/evidence/closing';
import type { ClosingStatement } from '../../shared/ledger/closings';
import type { Keys } from '../../shared/ledger/dynamo';
import type { LogReader } from '../../shared/log/store';
import { PATIENCE_MS } from './ends';
import type { Finding } from './finding';

export interface ClosingItem extends Keys {
  readonly closing?: unknown;
}

/** Whether the statements that everything of a site was deleted say what they said, and are in the log. */
export async function checkClosings(log: LogReader, items: readonly ClosingItem[], now: Date): Promise<Finding[]> {
  const read = items.map((item) => ({ item, statement: statementIn(item) }));
  const places = await log.findLeaves(read.flatMap(({ statement }) => statement?.hash ?? []));
  return read.flatMap(({ item, statement }): Finding[] => {
    if (!statement) return [wrong(item, 'was changed')];
    const isLate = now.getTime() - Date.parse(statement.doneAt) > PATIENCE_MS;
    return places.has(statement.hash) || !isLate ? [] : [wrong(item, 'is not in the log')];
  });
}

function statementIn({ pk, sk, closing }: ClosingItem): ClosingStatement | undefined {
  try {
    const statement = JSON.parse(String(closing)) as ClosingStatement;
    const isHere = pk === `closing#${statement.site}` && sk === statement.doneAt;
    return isHere && isAsWritten(statement) ? statement : undefined;
  } catch {
    return undefined;
  }
}

function wrong({ pk, sk }: Keys, how: string): Finding {
  const site = pk.slice('closing#'.length);
  const text = `The statement of ${sk} that everything of ${site} was deleted ${how}.`;
  return { code: 'closingWrong', place: { site, at: sk }, text };
}

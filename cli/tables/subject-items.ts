import { isSubjectId, type SubjectId } from '../../shared/ids';
import type { AnyEntry } from '../../shared/consent/read-entry';
import { entryIn } from '../../shared/ledger/end-plan';
import type { EndsBeside } from '../../shared/ledger/part-end';
import { isGone, type Keys } from '../../shared/ledger/dynamo';

const SUBJECT = 'subject#';

/** An item of the ledger that holds an entry, or a wording. */
export interface LedgerItem extends Keys, EndsBeside {
  readonly entry?: string;
  readonly notice?: string;
}

/** The subject whose partition it is; undefined for what belongs to nobody. */
export function subjectOf(items: readonly Keys[]): SubjectId | undefined {
  const pk = items[0]?.pk;
  const id = pk?.startsWith(SUBJECT) && pk.slice(SUBJECT.length);
  return isSubjectId(id) ? id : undefined;
}

export const entryOf = entryIn;

/** A subject's entries that are not past their end, oldest first. */
export function entriesOf(items: readonly LedgerItem[], now: Date): AnyEntry[] {
  return items.filter((item) => !isGone(item, now)).map(entryOf);
}

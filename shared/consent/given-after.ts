import { factsOf, type Entry } from './entry';
import { isInForce, type RecordState } from './fold';

/** The purposes in force that rest on a consent which is later than a moment, ISO 8601 in UTC. */
export function givenAfter(
  state: readonly RecordState[],
  entries: readonly Entry[],
  moment: string,
): ReadonlySet<string> {
  const given = state.flatMap((record) =>
    record.purposes
      .filter((purpose) => isInForce(purpose) && purpose.legalBasis === 'consent')
      .filter(({ since }) => moment < (record.isFromElsewhere ? givenElsewhere(entries, record.recordId) : since)),
  );
  return new Set(given.map(({ id }) => id));
}

/** Before any moment, as text. */
const BEFORE_ALL = '';

/** What has no date is older than anything. */
function givenElsewhere(entries: readonly Entry[], id: string): string {
  const beginning = entries.find(({ recordId }) => recordId === id);
  return (beginning && factsOf(beginning).givenAt) ?? BEFORE_ALL;
}

import type { SubjectId } from '../../shared/ids';
import { digestsIn } from '../../shared/consent/read-entry';
import { absentParts, readPerson, wentAt } from '../../shared/ledger/person';
import type { Holdings } from '../../shared/ledger/table';
import type { Finding } from './finding';

/** The parts of a subject that ought to be kept still, and are not there. */
export async function findMissingParts(tables: Holdings, subject: SubjectId, now: Date): Promise<Finding[]> {
  const { history, parts } = await readPerson(tables, subject, now);
  const missing = new Set(absentParts(history.all, parts, wentAt(history)).missing);
  return history.all.flatMap((entry) =>
    Object.entries(digestsIn(entry))
      .filter(([, digest]) => missing.has(digest))
      .map(([name, digest]) => lost({ subject, seq: entry.seq, part: name, digest })),
  );
}

function lost(place: { subject: string; seq: number; part: string; digest: string }): Finding {
  const { subject, seq, part } = place;
  const text =
    `The part ${part} of entry ${seq} of subject ${subject} is missing, and had not come to its end. ` +
    'Restore it from a copy that is older than its loss: docs/operations.md, "Restoring a backup".';
  return { code: 'partMissing', place, text };
}

import { contributionsOf } from '../../shared/consent/counts/contribution';
import { markKey } from '../../shared/ledger/counts';
import type { Keys } from '../../shared/ledger/dynamo';
import { readItems } from '../../shared/ledger/read-items';
import type { Lack, Looking, Person } from './person';

/** Steps that are in no count. What was counted of those who are gone stays as it is: nothing is left to compare it with. */
export async function lacksOfCounts(people: readonly Person[], { ledger }: Looking): Promise<Lack[]> {
  const due = people.flatMap((person) =>
    contributionsOf(person.entries).map(([entry, contribution]) => {
      return { person, entry, key: markKey(person.site.id, entry, contribution) };
    }),
  );
  const options = { ConsistentRead: true, ProjectionExpression: 'pk, sk' };
  const marks = await readItems<Keys>(
    ledger,
    due.map(({ key }) => key),
    options,
  );
  const counted = new Set(marks.map(({ sk }) => sk));
  return due
    .filter(({ key }) => !counted.has(key.sk))
    .map(({ person: { site, subject }, entry: { seq, at } }): Lack => {
      const text = `Entry ${seq} of ${at} of subject ${subject} of ${site.id} is in no count.`;
      return { consumer: 'projector', code: 'notCounted', site: site.id, subject, seq, text };
    });
}

import { requestsOf, type Request } from '../../shared/consent/requests';
import type { Entry } from '../../shared/consent/entry';
import { caseKey } from '../../shared/ledger/cases';
import type { Keys } from '../../shared/ledger/dynamo';
import { readItems } from '../../shared/ledger/read-items';
import { PATIENCE_MS } from '../audit/ends';
import type { Lack, Looking, Person } from './person';

/** Requests that are open, and not on the list of those that are: nobody would ever see to them. */
export async function lacksOfCases(people: readonly Person[], { audience, now }: Looking): Promise<Lack[]> {
  const settled = new Date(now.getTime() - PATIENCE_MS).toISOString();
  const open = people.flatMap(({ site, subject, entries }) =>
    openRequests(entries)
      .filter(({ since }) => since < settled)
      .map(({ case: id }) => ({ site: site.id, subject, id })),
  );
  const keys = open.map(({ site, id }) => caseKey(site, id));
  const options = { ConsistentRead: true, ProjectionExpression: 'pk, sk' };
  // One that was closed is there for some days more, so what is not there was lost.
  const listed = new Set((await readItems<Keys>(audience, keys, options)).map(({ sk }) => sk));
  return open
    .filter(({ id }) => !listed.has(id))
    .map(({ site, subject, id }): Lack => {
      const text = `Case ${id} of subject ${subject} of ${site} is open, and on no list.`;
      return { consumer: 'projector', code: 'caseMissing', site, subject, text };
    });
}

const openRequests = (entries: readonly Entry[]): Request[] =>
  requestsOf(entries).filter(({ closed }) => closed === undefined);

/** Whoever has one is looked at, also if they never signed up for anything. */
export const hasCase = ({ entries }: Person): boolean => openRequests(entries).length > 0;

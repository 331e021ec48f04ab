import { dayOf, monthsAfter } from '../calendar';
import { entriesOf, factsOf, type Entry, type Facts } from './entry';

/** Art. 12(3) GDPR: one month from receipt, and two further ones where the person was told in time, and why. */
const MONTHS = { first: 1, extended: 3 };

/** Something that a person wants and that an operator sees to: a letter, a call, or a mail of the inbox. */
export interface Request {
  readonly case: string;
  /** When the system heard of it, ISO 8601. */
  readonly since: string;
  /** The day on which the controller heard of it, ISO 8601 date: from then on the month counts. */
  readonly receivedOn: string;
  readonly via: NonNullable<Facts['via']>;
  readonly wish?: NonNullable<Facts['wish']>;
  /** Of a mail: what it was taken for, and by what it is certain who wrote. */
  readonly reading?: NonNullable<Facts['reading']>;
  readonly provenBy?: NonNullable<Facts['provenBy']>;
  /** By when it has to be answered, ISO 8601 date. */
  readonly due: string;
  readonly isExtended: boolean;
  readonly identity?: NonNullable<Facts['identity']>;
  /** What operators did because of it, in order. */
  readonly done: readonly Done[];
  /** Letters that were made to answer it. */
  readonly letters: readonly Done[];
  /** Undefined while it is open. */
  readonly closed?: { readonly at: string; readonly outcome: NonNullable<Facts['outcome']> };
}

interface Done {
  readonly at: string;
  readonly what: string;
}

/** By when a request has to be answered. */
export function dueOf(receivedOn: string, isExtended: boolean): string {
  return monthsAfter(receivedOn, isExtended ? MONTHS.extended : MONTHS.first);
}

/** The requests of a person, the oldest first. */
export function requestsOf(entries: readonly Entry[]): Request[] {
  const begun = entries.flatMap((entry): Omit<Request, 'due' | 'isExtended' | 'done' | 'letters'>[] => {
    if (entry.type === 'RequestReceived') {
      const { case: id, wish, via = 'letter', receivedOn = dayOf(new Date(entry.at)), identity } = entry.facts;
      return [{ case: id, since: entry.at, receivedOn, via, wish, ...(identity && { identity }) }];
    }
    if (entry.type !== 'MailReceived' || entry.facts.case === undefined) return [];
    const { case: id, reading, provenBy } = entry.facts;
    const receivedOn = dayOf(new Date(entry.at));
    return [{ case: id, since: entry.at, receivedOn, via: 'e-mail', reading, ...(provenBy && { provenBy }) }];
  });
  return begun.map((request) => withCourse(request, entries));
}

/** The day on which a request reached the controller, which may be before an operator wrote it down; undefined where there is none. */
export function receivedOn(entries: readonly Entry[], id: string): string | undefined {
  return requestsOf(entries).find((request) => request.case === id)?.receivedOn;
}

type Begun = Omit<Request, 'due' | 'isExtended' | 'done' | 'letters'>;

function withCourse(request: Begun, entries: readonly Entry[]): Request {
  const own = entries.filter((entry) => {
    const { case: id, forCase } = factsOf(entry);
    const isAbout = entry.type === 'CaseClosed' || entry.type === 'RequestNoted';
    return forCase === request.case || (isAbout && id === request.case);
  });
  const notes = entriesOf('RequestNoted', own);
  const isExtended = notes.some(({ facts }) => facts.did === 'extended');
  const identity = own.findLast((entry) => factsOf(entry).identity !== undefined);
  const last = own.findLast(({ type, facts }) => type === 'CaseClosed' || ('did' in facts && facts.did === 'reopened'));
  const outcome = last?.type === 'CaseClosed' ? last.facts.outcome : undefined;
  const checked = identity && factsOf(identity).identity;
  const done = own.filter(({ facts, type }) => 'forCase' in facts && type !== 'PersonInformed');
  return {
    ...request,
    due: dueOf(request.receivedOn, isExtended),
    isExtended,
    ...(checked !== undefined && { identity: checked }),
    done: done.map(({ at, type }) => ({ at, what: type })),
    letters: entriesOf('PersonInformed', own).map(({ at, facts }) => ({ at, what: facts.letter })),
    ...(last && outcome !== undefined && { closed: { at: last.at, outcome } }),
  };
}

import { entriesOf, type Entry, type EntryFor, type Step, type StepFor } from '../entry';
import { requestsOf } from '../requests';
import { objection, operatorStep, withdrawals, type Decision, type Operation } from './operator-decisions';
import { standingOf } from '../standing';
import { raised } from './weighing';

/** The mail that a case is about. */
export function caseEntry(entries: readonly Entry[], id: string): EntryFor<'MailReceived'> | undefined {
  return entriesOf('MailReceived', entries).find(({ facts }) => facts.case === id);
}

/** A request that an operator writes down; undefined where it was before. */
export function requestBegun(
  operation: Operation,
  { id, wish }: { readonly id: string; readonly wish: StepFor<'RequestReceived'>['facts']['wish'] },
): Decision {
  return (entries, now) =>
    requestsOf(entries).some((request) => request.case === id)
      ? undefined
      : operatorStep(operation, now, 'RequestReceived', { case: id, wish });
}

type Note = Omit<StepFor<'RequestNoted'>['facts'], 'case'>;

/** What an operator notes about a request; undefined where that is noted already. */
export function requestNoted(operation: Operation, id: string, note: Note): Decision {
  return (entries, now) => {
    const request = requestsOf(entries).find((one) => one.case === id);
    const isNoted =
      note.did === 'extended'
        ? request?.isExtended
        : note.did === 'reopened'
          ? request?.closed === undefined
          : request?.identity === note.identity;
    return request === undefined || isNoted
      ? undefined
      : operatorStep({ ...operation, told: {} }, now, 'RequestNoted', { ...note, case: id });
  };
}

/** Somebody reads the mail: it is personal, and so it is written down. */
export function caseRead(operation: Operation, id: string, now: Date): Step {
  return operatorStep(operation, now, 'EvidenceDisclosed', { case: id });
}

/** What came of the mail. */
export type Outcome = EntryFor<'CaseClosed'>['facts']['outcome'];

/** What the person wanted is carried out first, so that no case is closed without it. */
export function caseClosed(operation: Operation, id: string, outcome: Outcome): Decision[] {
  const close: Decision = (entries, now) =>
    standingOf(entries).cases.some((open) => open.id === id)
      ? operatorStep({ ...operation, told: {} }, now, 'CaseClosed', { case: id, outcome })
      : undefined;
  if (outcome === 'withdrawal') return [...withdrawals(operation, []), close];
  if (outcome === 'weighing') return [raised(operation, []), close];
  if (outcome === 'objection') return [objection(operation, []), close];
  return [close];
}

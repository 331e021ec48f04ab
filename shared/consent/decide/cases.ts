import { entriesOf, type Entry, type EntryFor, type Step } from '../entry';
import { objection, operatorStep, withdrawals, type Decision, type Operation } from './operator-decisions';
import { standingOf } from '../standing';
import { raised } from './weighing';

/** The mail that a case is about. */
export function caseEntry(entries: readonly Entry[], id: string): EntryFor<'MailReceived'> | undefined {
  return entriesOf('MailReceived', entries).find(({ facts }) => facts.case === id);
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

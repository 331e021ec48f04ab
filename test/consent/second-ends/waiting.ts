import type { Entry } from '../../../shared/consent/entry';
import type { RecordState } from '../../../shared/consent/fold';
import type { RetentionRules } from '../../../shared/consent/keep/record-end';
import { add } from './calendar';

/* Those that mail for a site have to be told first whom to delete: from the words of docs/policy.md, as ends.ts. */

export const ENDS_CONSENT = new Set(['ConsentWithdrawn', 'ConsentRefused', 'ObjectionRecorded', 'ConsentLapsed']);
const GIVES = new Set(['ConsentGiven', 'RenewedConsentGiven', 'ConsentRecorded']);

/** Until when a processor that waits has to know whose a record that ended was: until it was told, and sixteen days at most. */
export function waitsUntil(record: RecordState, entries: readonly Entry[], { processors }: RetentionRules): number {
  const isEnd = ({ type }: Entry): boolean => ENDS_CONSENT.has(type) || type === 'ContractEnded';
  const ending = entries.findLast(
    (entry) => isEnd(entry) && record.purposes.some((one) => one.since === entry.at && names(entry, one.id)),
  );
  if (!ending || record.confirmedAt === undefined) return 0;
  const reports = (tool: string) =>
    entries.flatMap((entry) => (entry.type === 'ProcessorInformed' && entry.facts.processor === tool ? [entry] : []));
  const consented = (id: string): boolean => entries.some((entry) => GIVES.has(entry.type) && names(entry, id));
  const heard = ({ id, transfers }: (typeof processors)[number]): boolean =>
    reports(id).length > 0 ||
    transfers.every((transfer) => transfer.safeguard !== 'express-consent' || consented(transfer.purpose));
  const tools = processors.filter(
    (tool) => tool.connection && record.purposes.some(({ id }) => tool.purposes.includes(id)) && heard(tool),
  );
  const until = tools.map(({ id }) => {
    const told = reports(id).find(({ facts }) => facts.upTo >= ending.seq);
    return told ? Date.parse(told.at) : add(Date.parse(ending.at), 'P16D');
  });
  return Math.max(0, ...until);
}

const names = ({ purposes }: Entry, id: string): boolean => purposes.some((purpose) => purpose.id === id);

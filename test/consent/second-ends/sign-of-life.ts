import type { Entry, Facts } from '../../../shared/consent/entry';

const facts = (entry: Entry): Facts => entry.facts;

/** When a person showed that they want to go on; undefined for what shows no such thing. */
export function signOfLife(entry: Entry): number | undefined {
  const { type, at } = entry;
  const { givenAt, activeAt, mailedAt } = facts(entry);
  if (type === 'ConsentGiven' || type === 'RenewedConsentGiven') return Date.parse(at);
  if (type === 'ConsentRecorded' || type === 'LegitimateInterestRecorded')
    return (givenAt && Date.parse(givenAt)) || undefined;
  return type === 'ActivityReported' && mailedAt === undefined ? Date.parse(activeAt ?? at) : undefined;
}

import { canonicalJson } from '../canonical-json';
import { isKnown, isOnKnownBasis, type Bundle, type Consent } from '../format';
import { claim, stepName, type Claim, type Finding } from '../report';
import { summarize } from './summarize';

/** 7. The summary follows from the entries. */
export function checkSummary({ records, entries, at }: Bundle): Claim {
  const follows = summarize(
    entries.map(({ entry }) => entry),
    at,
  );
  const differences: Finding[] =
    records.length === follows.length
      ? records.flatMap((record, n) => compare(record, follows[n] as Consent, n + 1))
      : [{ code: 'recordsDiffer', says: records.length, follows: follows.length }];
  // What a step of a later version changed cannot be judged here: it may have ended what the summary says is given.
  const unknown = entries.flatMap(({ entry }): Finding[] =>
    isKnown(entry) ? [] : [{ code: 'typeUnknown', step: stepName(entry) }],
  );
  const isOpen = unknown.length > 0 || entries.some(({ entry }) => isKnown(entry) && !isOnKnownBasis(entry));
  if (isOpen) return claim('summary', [], { open: [...unknown, ...differences] });
  return claim('summary', differences, { isEmpty: records.length === 0 });
}

function compare(says: Consent, follows: Consent, record: number): Finding[] {
  if (canonicalJson(says) === canonicalJson(follows)) return [];
  const status = says.purposes.find(({ status, since }, n) => {
    const purpose = follows.purposes[n];
    return status !== purpose?.status || since !== purpose.since;
  });
  if (status && says.purposes.length === follows.purposes.length) {
    return [{ code: 'statusDiffers', record, purpose: status.id }];
  }
  const members = Object.keys(follows) as (keyof Consent)[];
  const member = members.find((name) => canonicalJson(says[name]) !== canonicalJson(follows[name])) ?? '';
  return [{ code: 'recordDiffers', record, member }];
}

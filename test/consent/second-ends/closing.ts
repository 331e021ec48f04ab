import type { Entry, Facts } from '../../../shared/consent/entry';
import { isOwnRestriction, keeps } from './logged';

/* By which later steps something was over: from the words of docs/policy.md and of Art. 18 and 21 GDPR, as ends.ts. */

/** The types that close another, and whether they have to name the same case. */
const CLOSED_BY: Readonly<Record<string, { readonly by: readonly string[]; readonly sameCase: boolean }>> = {
  HoldPlaced: { by: ['HoldLifted'], sameCase: true },
  MailReceived: { by: ['CaseClosed'], sameCase: true },
  RequestReceived: { by: ['CaseClosed'], sameCase: true },
  ProcessingRestricted: { by: ['RestrictionLifted', 'ProcessingRestricted', 'DataErased'], sameCase: false },
  KeptOnReview: { by: ['RestrictionLifted', 'ProcessingRestricted', 'DataErased'], sameCase: false },
};

const YES = ['ConsentGiven', 'RenewedConsentGiven'];

const facts = (entry: Entry): Facts => entry.facts;

/** The steps that closed another, as far as they have come, and at which of them it was over: itself, a later one, or none yet. */
export interface Closing {
  readonly steps: readonly Entry[];
  readonly at: Entry | undefined;
}

export function closingOf(entries: readonly Entry[], n: number): Closing {
  const entry = entries[n] as Entry;
  const since = entries.slice(n + 1);
  const isUpheld = facts(entry).decision === 'upheld';
  if (entry.type === 'ObjectionRaised' || isUpheld) return answered(entry, since, isUpheld);
  const rule = CLOSED_BY[entry.type];
  const isOpen =
    rule && (rule.sameCase ? facts(entry).case !== undefined : isOwnRestriction(entry) || keeps(entry, 'restriction'));
  // Restricted again what there was stays as it was; only what stands against an erasure ends that.
  const goesOn = (one: Entry): boolean => isOwnRestriction(entry) && isOwnRestriction(one);
  if (!isOpen) return { steps: [], at: entry };
  const at = since.find(
    (one) => rule.by.includes(one.type) && !goesOn(one) && (!rule.sameCase || facts(one).case === facts(entry).case),
  );
  return { steps: at ? [at] : [], at };
}

/**
 * An objection with reasons is about each of its purposes until that one was refused, is objected to for good, or the person wants it
 * again; or until nothing of them is left to be weighed. What was upheld has to become an objection, erased or not.
 */
function answered(entry: Entry, since: readonly Entry[], isUpheld: boolean): Closing {
  const open = new Set(entry.purposes.map(({ id }) => id));
  const steps: Entry[] = [];
  let at: Entry | undefined = open.size === 0 ? entry : undefined;
  for (const later of since) {
    if (open.size === 0) break;
    const before = open.size;
    const isNo = facts(later).decision === 'refused' || later.type === 'ObjectionRecorded';
    if (isNo || YES.includes(later.type)) for (const { id } of later.purposes) open.delete(id);
    if (later.type === 'DataErased' && !isUpheld) open.clear();
    if (open.size < before) steps.push(later);
    if (open.size === 0) at = later;
  }
  return { steps, at };
}

import { spokenLanguage } from '../consent/decide/language';
import type { Entry } from '../consent/entry';
import { fold, purposesInForce } from '../consent/fold';
import { dialoguesOf } from '../consent/keep/dialogues';
import { addressGone, openUntil, wanted } from '../consent/keep/inactivity';
import { stateAt } from '../consent/keep/state-at';
import { standingOf, wholeHolds } from '../consent/standing';
import { browserLanguage } from '../http/browser-language';
import type { HttpRequest } from '../http/request';
import type { Link } from '../links/link-token';
import { findSite, purposeName, type Sites } from '../policy/sites';
import type { KeepView, Question } from './keep-pages';

/** What the page says of a person. */
export interface Found extends KeepView {
  /** Undefined where there is nothing to answer. */
  readonly question: Question | undefined;
}

export function keepView(
  sites: Sites,
  entries: readonly Entry[],
  { recordId, purposes: asked }: Link,
  call: HttpRequest,
  now: Date,
): Found {
  const records = fold(entries, now);
  const record = records.find((candidate) => candidate.recordId === recordId) ?? records[0];
  const site = findSite(sites, record?.site);
  const state = stateAt(entries, site, now);
  const form = record?.language ?? browserLanguage(site, call);
  const language = spokenLanguage(entries, form);
  const isMeant = (id: string): boolean => asked.length === 0 || asked.includes(id);
  const names = [...wanted(state, isMeant).keys()].map((id) => purposeName(site, id, language));
  const standing = standingOf(entries);
  const { restrictedSince, undeliverableSince } = standing;
  const hasContract = [...purposesInForce(state).values()].some(({ legalBasis }) => legalBasis === 'contract');
  const open = (site ? dialoguesOf(site) : [])
    .filter(({ has }) => asked.length === 0 || asked.some(has))
    .flatMap(({ rule, has }) => ({ rule, until: openUntil(entries, rule, has) }));
  const { rule, until } = open.find((dialogue) => dialogue.until) ?? {};
  return {
    site,
    language,
    names,
    restrictedSince,
    undeliverableSince,
    question: until &&
      rule && {
        until,
        isLate: until <= now,
        addressGone: addressGone(until, rule),
        isHeld: wholeHolds(standing).length > 0,
        hasContract,
      },
  };
}

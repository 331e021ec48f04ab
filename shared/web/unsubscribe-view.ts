import type { Ending } from '../actions/withdraw';
import { spokenLanguage } from '../consent/decide/language';
import { canBeWithdrawn, purposesInForce } from '../consent/fold';
import { stateAt } from '../consent/keep/state-at';
import { browserLanguage } from '../http/browser-language';
import type { HttpRequest } from '../http/request';
import type { Link } from '../links/link-token';
import type { Site } from '../policy/schema';
import { hasContractMail, isOffered } from '../policy/offered';
import { findPurpose, purposeName } from '../policy/sites';
import type { UnsubscribeView } from './unsubscribe-pages';

/** What of the person a withdrawal ends or ended, and what it leaves alone. */
export function unsubscribeView(
  endings: readonly Ending[],
  { recordId, purposes }: Link,
  call: HttpRequest,
  now: Date,
): UnsubscribeView {
  const records = endings.flatMap(({ state }) => state);
  const record = records.find((candidate) => candidate.recordId === recordId) ?? records[0];
  const site = endings.map((ending) => ending.site).find(Boolean);
  const entries = endings.flatMap((ending) => ending.entries);
  const language = spokenLanguage(entries, record?.language ?? browserLanguage(site, call));
  const name = (id: string): string => purposeName(site, id, language);
  const ended = endedIds(endings);
  const about = ended.length > 0 ? ended : purposes;
  const isAnalysis = about.length > 0 && about.every((id) => findPurpose(site, id)?.measures);
  return {
    site,
    language,
    isAnalysis,
    names: ended.map(name),
    untouched: untouchedIds(endings, site, now).map(name),
    hasContractMail: site !== undefined && hasContractMail(site, now),
  };
}

function endedIds(endings: readonly Ending[]): string[] {
  return [...new Set(endings.flatMap(({ ended }) => ended.map(({ id }) => id)))];
}

function untouchedIds(endings: readonly Ending[], site: Site | undefined, now: Date): string[] {
  const ended = endedIds(endings);
  const inForce = endings.flatMap(({ entries }) => [...purposesInForce(stateAt(entries, site, now)).values()]);
  const left = inForce.filter((purpose) => canBeWithdrawn(purpose) && !ended.includes(purpose.id));
  return [...new Set(left.map(({ id }) => id))];
}

/** What can be asked for again: nobody signs up for what rests on anything but consent, or is over. */
export function undoable(endings: readonly Ending[], { site }: UnsubscribeView, now: Date): string[] {
  const purposes = endedIds(endings).flatMap((id) => findPurpose(site, id) ?? []);
  return purposes.filter((one) => one.legalBasis === 'consent' && isOffered(one, now)).map(({ id }) => id);
}

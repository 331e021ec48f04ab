import { plus } from '../calendar';
import {
  findRequest,
  isErasedSince,
  requestState,
  type RequestState,
  type RightRequest,
} from '../consent/decide/own-rights';
import { rectification, type Operation } from '../consent/decide/operator-decisions';
import { erasure, againstErasure, type Against } from '../consent/decide/operator-erasure';
import { languageFor, spokenLanguage } from '../consent/decide/language';
import type { Entry } from '../consent/entry';
import { NotMovable } from '../consent/errors';
import { fold } from '../consent/fold';
import { identitiesOf, identityName } from '../consent/identity';
import { readEmailAddress } from '../email-address';
import type { Press } from '../http/press';
import type { SubjectId } from '../ids';
import { readHistory, type History } from '../ledger/ledger';
import { readPart } from '../ledger/read-part';
import { readParts } from '../ledger/vault';
import { whoIs } from '../ledger/who-is';
import type { Link } from '../links/link-token';
import { offeredLanguage } from '../policy/offered-language';
import type { Language, Site } from '../policy/schema';
import { requirements } from '../policy/sites';
import { imagineSteps, takeSteps, type OrderedStep } from './take-steps';
import { correctedIdentities } from './identities';
import type { Deps } from './deps';
import { askNewAddress } from './move-address';
import { siteOf } from './site-of';

const WISH = { suppress: false, despiteDuty: false };

/** A person at the page that the mail about a request leads to. */
export interface RightVisit {
  readonly site: Site;
  readonly subject: SubjectId;
  readonly language: Language;
  readonly request: RightRequest;
  readonly state: RequestState;
  readonly history: History;
  /** What would have to stay, or has to. */
  readonly against: Against;
  /** What the person told of themselves. */
  readonly fields: Readonly<Record<string, string>>;
  /** The address to move to; undefined where it is gone, or the request is about something else. */
  readonly newEmail: string | undefined;
  readonly now: Date;
}

type VisitDeps = Pick<Deps, 'ledger' | 'vault' | 'sites'>;

/** Undefined where nothing is left of the request. Changes nothing. */
export async function visitRight(
  deps: VisitDeps,
  { subject, recordId }: Link,
  browser: (site: Site) => Language,
  now: Date,
): Promise<RightVisit | undefined> {
  const history = await readHistory(deps.ledger, subject, now);
  const site = siteOf(deps, history.all);
  const request = findRequest(history.entries, recordId);
  if (!site || !request) return undefined;
  const { entries } = history;
  const parts = await readParts(deps.vault, subject, now);
  const { address } = request.parts;
  const newEmail = address && readPart('address', parts.get(address))?.email;
  const names = identitiesOf(entries);
  // Of somebody who confirmed nothing yet there is only what waits.
  const said = names.length > 0 ? names : entries.flatMap((entry) => identityName(entry) ?? []).reverse();
  const { fields = {} } = whoIs(said, parts) ?? {};
  return {
    site,
    subject,
    language: offeredLanguage(site, languageOf(entries, browser(site), now)),
    request,
    state: stateOf(site, history, { request, subject, now }),
    history,
    against: whatStays(site, history, { subject, now }),
    fields,
    newEmail,
    now,
  };
}

/** Whoever was interrupted while something was erased presses once more, and what is left is done. */
function stateOf(
  site: Site,
  history: History,
  { request, subject, now }: { readonly request: RightRequest; readonly subject: SubjectId; readonly now: Date },
): RequestState {
  const { entries } = history;
  const state = requestState(entries, request, now);
  if (state !== 'done' || request.facts.right !== 'erasure' || isErasedSince(entries, request)) return state;
  const left = imagineSteps(erasureSteps(operationOf(site)), { subject, now }, history);
  return left.length > 0 ? 'open' : 'done';
}

/** In which to write to somebody, or to show them a page. */
export function languageOf(entries: readonly Entry[], otherwise: Language, now: Date): Language {
  const state = fold(entries, now);
  const last = state.at(-1);
  return last ? languageFor(entries, state, last) : spokenLanguage(entries, otherwise);
}

/** What an erasure by the person would leave, by the rules that an operator's goes by; nothing is written. */
export function whatStays(
  site: Site,
  history: Pick<History, 'entries' | 'all'>,
  { subject, now }: { readonly subject: SubjectId; readonly now: Date },
): Against {
  const after = imagineSteps(erasureSteps(operationOf(site)), { subject, now }, history);
  return againstErasure([...history.entries, ...after], site, WISH, now);
}

function operationOf(site: Site, told: Operation['told'] = {}): Operation {
  return { site, requires: requirements(site), operator: { kind: 'subject' }, told };
}

/** It takes three steps; the fourth is for what the person gives in this very moment. */
function erasureSteps(operation: Operation): OrderedStep[] {
  return Array.from({ length: 4 }, () => ({ decide: erasure(operation, WISH), parts: {} }));
}

/** What came of the button. */
export type Exercised =
  | { readonly kind: 'erased' | 'corrected' | 'asked' | 'unchanged' }
  | { readonly kind: 'not-movable' }
  | { readonly kind: 'too-long' };

/** As long as a form takes it. */
const LONGEST_FIELD = 200;

/**
 * The person pressed the button that the mail to them led to: what they want is done, in their own name, and the steps say by which
 * request.
 */
export async function exerciseRight(
  deps: Pick<Deps, 'ledger' | 'vault' | 'limits' | 'subjectKey'>,
  visit: RightVisit,
  { form, facts }: Press,
): Promise<Exercised> {
  const { site, subject, request, history, now } = visit;
  const operation = operationOf(site, { via: 'page', request: request.facts.request, ...facts });
  const partsEnd = plus(now, site.retention.accessLog);
  switch (request.facts.right) {
    case 'erasure':
      await takeSteps(deps, erasureSteps(operation), { subject, now, partsEnd });
      return { kind: 'erased' };
    case 'rectification': {
      const fields = Object.fromEntries(site.fields.map(({ id }) => [id, (form.get(`field-${id}`)?.[0] ?? '').trim()]));
      if (Object.values(fields).some((text) => text.length > LONGEST_FIELD || /[\r\n]/.test(text)))
        return { kind: 'too-long' };
      const corrected = await correctedIdentities(deps, subject, history.entries, { fields }, now);
      const steps = [...corrected].map(([recordId, parts]) => ({ decide: rectification(operation, recordId), parts }));
      const taken = await takeSteps(deps, steps, { subject, now, partsEnd });
      return { kind: taken.length > 0 ? 'corrected' : 'unchanged' };
    }
    case 'move':
      return move(deps, visit, operation);
    // What a later version asks about this one does not do.
    default:
      return { kind: 'unchanged' };
  }
}

/** How things stand at the other address is not for the holder of this one to know, so the answer is the same. */
async function move(
  deps: Pick<Deps, 'ledger' | 'vault' | 'limits' | 'subjectKey'>,
  { subject, history, newEmail = '', now }: RightVisit,
  operation: Operation,
): Promise<Exercised> {
  const address = readEmailAddress(newEmail);
  if (typeof address === 'string') return { kind: 'unchanged' };
  try {
    await askNewAddress(deps, operation, { old: { subject, entries: history.entries }, address }, now);
  } catch (error) {
    if (!(error instanceof NotMovable)) throw error;
    if (error.obstacle === 'nothing' || error.obstacle === 'restricted') return { kind: 'not-movable' };
  }
  return { kind: 'asked' };
}

import { dayOf } from '../../calendar';
import type { Language } from '../../policy/schema';
import { entriesOf, factsOf, type Entry, type EntryFor } from '../entry';
import { applyEntry, byWeight, purposesInForce, standBy, type RecordState, type SubjectState } from '../fold';
import type { EntryType } from '../steps';
import { isConfirmation } from '../steps/begins-and-ends';

/** What is counted. A step is one of them, or none: whoever complains did not withdraw besides. */
export const KINDS = [
  ...(['signUps', 'confirmations', 'withdrawals', 'objections', 'expiries', 'bounces', 'complaints'] as const),
] as const;
export type Kind = (typeof KINDS)[number];

/** In place of a purpose: that somebody has anything at all in force that they could take back. */
export const ANY = '*';

/** What one step adds to the counts of its site. Nobody can be found in it. */
export interface Contribution {
  /** The day of the step, ISO 8601. */
  readonly day: string;
  readonly kind?: Kind;
  /** The purposes that it counts for. */
  readonly purposes: readonly string[];
  /** The form, as the site declares it, by which they had signed up; undefined where none was named. */
  readonly form?: string;
  readonly language?: Language;
  /** Of a confirmation: the day on which they had signed up, and how long they took. */
  readonly confirmed?: { readonly signedUpOn: string; readonly seconds: number };
  /** The purposes that came into force for the person, and those that went. */
  readonly came: readonly string[];
  readonly went: readonly string[];
}

const COUNTED: ReadonlySet<string> = new Set<EntryType>([
  ...(['ConsentRequested', 'ConsentGiven', 'RenewedConsentGiven', 'ConsentWithdrawn', 'ObjectionRecorded'] as const),
  ...(['ConsentLapsed', 'MailBounced', 'ConsentRecorded', 'LegitimateInterestRecorded'] as const),
  ...(['ContractRecorded', 'ContractEnded'] as const),
]);

/** Whether a step may add something. */
const mayCount = ({ type }: Pick<Entry, 'type'>): boolean => COUNTED.has(type);

/**
 * What a step of a history adds; undefined where that is nothing. It follows from the step and the entries before it, so it is the
 * same whenever, and in whatever order, it is looked at.
 */
export function contributionOf(entries: readonly Entry[], step: Entry): Contribution | undefined {
  if (!mayCount(step)) return undefined;
  const before = entries.filter(({ seq }) => seq < step.seq).reduce<SubjectState>(applyEntry, []);
  return contributionIn(step, before, applyEntry(before, step), entriesOf('ConsentRequested', entries));
}

/** The same of all steps of a history that add something. */
export function contributionsOf(entries: readonly Entry[]): (readonly [Entry, Contribution])[] {
  const requests = entriesOf('ConsentRequested', entries);
  let state: SubjectState = [];
  return entries.flatMap((step) => {
    const before = state;
    state = applyEntry(before, step);
    const found = mayCount(step) ? contributionIn(step, before, state, requests) : undefined;
    return found ? [[step, found] as const] : [];
  });
}

function contributionIn(
  step: Entry,
  before: SubjectState,
  after: SubjectState,
  requests: readonly EntryFor<'ConsentRequested'>[],
): Contribution | undefined {
  const [was, is] = [inForceIn(before), inForceIn(after)];
  const came = [...is].filter((id) => !was.has(id)).sort();
  const went = [...was].filter((id) => !is.has(id)).sort();
  const record = recordOf(step, after);
  const request = requests.find(({ recordId }) => recordId === record?.recordId);
  // Whoever has another address now neither signed up nor left; what they do with it since counts like anybody's.
  const isBeginning = step.type === 'ConsentRequested' || isConfirmation(step);
  const isMove = factsOf(step).movedTo !== undefined || (isBeginning && request?.facts.movedFrom !== undefined);
  const counted = isMove ? undefined : kindOf(step, before, after);
  if (!counted && came.length === 0 && went.length === 0) return undefined;
  return {
    day: dayOf(new Date(step.at)),
    purposes: [],
    ...counted,
    ...(request?.facts.formId !== undefined && { form: request.facts.formId }),
    ...(record && { language: record.language }),
    came,
    went,
  };
}

function inForceIn(state: SubjectState): ReadonlySet<string> {
  const all = [...purposesInForce(state).values()];
  const isOwn = all.some(({ status }) => status !== 'ContractRecorded');
  return new Set([...all.map(({ id }) => id), ...(isOwn ? [ANY] : [])]);
}

type Counted = Pick<Contribution, 'kind' | 'purposes' | 'confirmed'>;

function kindOf(step: Entry, before: SubjectState, after: SubjectState): Counted | undefined {
  if (isConfirmation(step)) return confirmationIn(step, before, after);
  const { type, facts } = step;
  if (type === 'ConsentRequested')
    return before.length < after.length ? { kind: 'signUps', purposes: idsOf(step) } : undefined;
  if (type === 'MailBounced')
    return facts.bounce === 'permanent' ? { kind: 'bounces', purposes: askedFor(step, after) } : undefined;
  if (type === 'ObjectionRecorded') return { kind: 'objections', purposes: idsOf(step) };
  if (type === 'ConsentLapsed') return ended('expiries', before, after);
  if (type !== 'ConsentWithdrawn') return undefined;
  return ended(facts.via === 'complaint' ? 'complaints' : 'withdrawals', before, after);
}

function confirmationIn(step: Entry, before: SubjectState, after: SubjectState): Counted | undefined {
  const isOwn = ({ recordId }: RecordState): boolean => recordId === step.recordId;
  const [was, is] = [before.find(isOwn), after.find(isOwn)];
  if (!was || was.confirmedAt !== undefined || is?.confirmedAt === undefined) return undefined;
  const seconds = rounded((Date.parse(step.at) - Date.parse(was.requestedAt)) / 1000);
  const confirmed = { signedUpOn: dayOf(new Date(was.requestedAt)), seconds };
  return { kind: 'confirmations', purposes: idsOf(step), confirmed };
}

/** To two digits: more would only tell one person from another. */
const rounded = (seconds: number): number => Number(Math.max(0, seconds).toPrecision(2));

/** A step that ended nothing in force is none of its kind: whoever takes a sign-up back has left nothing. */
function ended(kind: Kind, before: SubjectState, after: SubjectState): Counted | undefined {
  const is = purposesInForce(after);
  const purposes = [...purposesInForce(before).keys()].filter((id) => !is.has(id)).sort();
  return purposes.length > 0 ? { kind, purposes } : undefined;
}

const idsOf = ({ purposes }: Entry): string[] => [...new Set(purposes.map(({ id }) => id))].sort();

const askedFor = (step: Entry, state: SubjectState): string[] =>
  recordOf(step, state)?.purposes.map(({ id }) => id) ?? [];

/** The sign-up that a step belongs to: its own, or that by which what it is about stood. */
function recordOf(step: Entry, state: SubjectState): RecordState | undefined {
  const own = state.find(({ recordId }) => recordId === step.recordId);
  const [first] = step.purposes;
  return own ?? (first && standBy(state, first.id)?.record) ?? byWeight(state).at(-1);
}

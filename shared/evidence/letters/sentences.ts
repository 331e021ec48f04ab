import { dayOf } from '../../calendar';
import { againstErasure } from '../../consent/decide/operator-erasure';
import { entriesOf, type Entry, type EntryFor } from '../../consent/entry';
import { canBeWithdrawn, fold } from '../../consent/fold';
import { itemEnds } from '../../consent/keep/item-ends';
import { dueOf } from '../../consent/requests';
import { standingOf } from '../../consent/standing';
import type { LetterKind } from '../../consent/steps/person-informed';
import type { Language, Site } from '../../policy/schema';
import { purposeName } from '../../policy/sites';
import type { lettersIn } from '../../words/letters';
import { fullDate, fullDay } from '../../words/times';
import type { LetterSources } from './letter';

/** What a letter would say is not so: nothing that it tells of is in the person's history. */
export class NotSo extends Error {
  override readonly name = 'NotSo';
}

export interface Material extends LetterSources {
  readonly words: ReturnType<typeof lettersIn>;
  readonly history: readonly Entry[];
}

/** What each kind says: a sentence for each fact, and none without one. */
export const SAID: Readonly<Record<LetterKind, (material: Material) => readonly string[]>> = {
  received: ({ words, language, ...rest }) => {
    const { receivedOn, due } = needed(rest.request);
    return [words.received(fullDate(receivedOn, language), fullDate(due, language))];
  },
  'identity-asked': ({ words }) => [words.identityAsked],
  extended: ({ words, language, request, text }) => {
    const { receivedOn } = needed(request);
    needed(text);
    return [words.extended(fullDate(dueOf(receivedOn, true), language))];
  },
  access: ({ words, history }) => [needed(entriesOf('AccessGiven', history).at(-1)) && words.access],
  portability: ({ words, history }) => {
    needed(entriesOf('AccessGiven', history).findLast(({ facts }) => facts.form === 'portable'));
    return [words.portability];
  },
  erasure: (material) => {
    const { words, language, history } = material;
    const erased = needed(entriesOf('DataErased', history).at(-1));
    return [
      words.erased(dayIn(erased, language)),
      ...endedBefore(material, erased),
      words.entriesStay,
      ...(erased.facts.suppress ? [words.suppressed] : []),
      ...deletedThere(material, erased),
    ];
  },
  // What was deleted comes first, then what is kept, why and until when.
  'erasure-in-part': (material) => {
    const { words, language, history, site, now } = material;
    const restricted = restrictedInstead(material);
    const { holds, duties, contracts } = againstErasure(history, site, { suppress: false, despiteDuty: false }, now);
    const last = duties
      .map(({ until }) => until)
      .sort()
      .at(-1);
    const against = [
      ...holds.map(({ reviewBy }) => words.against.hold(fullDate(reviewBy, language))),
      ...(last === undefined ? [] : [words.against.duty(fullDay(last, language))]),
      ...(contracts.length === 0 ? [] : [words.against.contract]),
    ];
    // Where nothing stands against it any more it can be erased, and that is another letter.
    needed(against[0]);
    const { gone, going, held } = classesOf(material);
    const names = (classes: readonly Personal[]) => classes.map((name) => words.data[name]).join(', ');
    return [
      ...(gone.length > 0 ? [words.goneAlready(names(gone))] : []),
      ...(going.length > 0 ? [words.goingNow(names(going))] : []),
      ...(gone.length + going.length > 0 ? [] : [words.goneNothing]),
      words.keptFor(dayIn(restricted, language), names(held)),
      ...against,
      words.restrictedMeanwhile,
      ...endedBefore(material, restricted),
    ];
  },
  withdrawal: (material) => {
    const { history } = material;
    const last = needed(history.findLast(isEnd));
    return [...endedWith(material, last), ...deletedThere(material, last)];
  },
  objection: ({ words, language, history, site }) => {
    const last = needed(
      history.findLast(({ type }) => ['ObjectionRecorded', 'ObjectionRaised', 'ObjectionDecided'].includes(type)),
    );
    if (last.type === 'ObjectionRaised') return [words.weighed];
    if (last.type === 'ObjectionDecided') {
      const { decision } = last.facts;
      return [(decision === 'refused' ? words.overridden : words.upheld)(dayIn(last, language))];
    }
    return [words.objected(namesIn(last, site, language), dayIn(last, language))];
  },
  rectification: ({ words, language, history }) => [
    words.rectified(dayIn(needed(entriesOf('IdentityRectified', history).at(-1)), language)),
  ],
  restriction: ({ words, language, history }) => [
    words.restricted(fullDay(needed(standingOf(history).restrictedSince), language)),
  ],
  'restriction-lifted': ({ words, language, history }) => {
    if (standingOf(history).restrictedSince !== undefined) return [words.lifting];
    return [words.lifted(dayIn(needed(entriesOf('RestrictionLifted', history).at(-1)), language))];
  },
  refusal: ({ words, text }) => [needed(text) && words.refusal],
  'nothing-stored': ({ words, language, all, now }) => {
    needed(all.every(({ type }) => OF_DESK.has(type)) ? true : undefined);
    return [words.nothingStored(fullDate(dayOf(now), language))];
  },
  'never-agreed': (material) => {
    const { words, language, history, site, now } = material;
    const records = fold(history, now);
    needed(records.at(0));
    const lines = records.map((record) => {
      const names =
        record.purposes.map(({ id }) => purposeName(site, id, language)).join(', ') || (record.asset?.id ?? '');
      const asked = fullDay(record.requestedAt, language);
      if (record.isFromElsewhere) return words.elsewhere(names);
      return record.confirmedAt === undefined
        ? words.notConfirmed(names, asked)
        : words.agreed(names, asked, fullDay(record.confirmedAt, language));
    });
    const isLeft = records.some((one) => one.confirmedAt !== undefined && one.purposes.some(canBeWithdrawn));
    if (isLeft) return [...lines, words.canWithdraw];
    const last = history.findLast(isEnd);
    return [...lines, ...(last ? endedWith(material, last) : [])];
  },
};

/** What was asked for and could not be done yet. @throws {NotSo} */
function restrictedInstead({ history }: Pick<Material, 'history'>): Entry {
  const instead = entriesOf('ProcessingRestricted', history).findLast(({ facts }) => facts.insteadOf !== undefined);
  return needed(standingOf(history).restrictedSince === undefined ? undefined : instead);
}

/** Which of what is personal there is no more of at all, which is deleted at this moment, and which stays. */
function classesOf({ history, held, site, now }: Pick<Material, 'history' | 'held' | 'site' | 'now'>) {
  const ends = itemEnds(history, site);
  const there = history.flatMap(({ parts }, place) =>
    PERSONAL.filter((name) => held.has(parts[name] ?? '')).map((name) => {
      const end = ends[place]?.parts[name];
      return { name, stays: end === undefined || end > now };
    }),
  );
  const known = PERSONAL.filter((name) => history.some(({ parts }) => parts[name] !== undefined));
  const isThere = (name: Personal): boolean => there.some((one) => one.name === name);
  const stays = (name: Personal): boolean => there.some((one) => one.name === name && one.stays);
  return {
    gone: known.filter((name) => !isThere(name)),
    going: known.filter((name) => isThere(name) && !stays(name)),
    held: known.filter(stays),
  };
}

/** What is deleted with an erasure; what operators noted is theirs. */
const PERSONAL = ['address', 'details', 'network', 'mail'] as const;
type Personal = (typeof PERSONAL)[number];

/** What a letter is about, where its kind alone does not say it. */
export function titleOf(kind: LetterKind, material: Material): string {
  const { titles, notErasedYet, erasingInPart } = material.words;
  if (kind !== 'erasure-in-part') return titles[kind];
  const { gone, going } = classesOf(material);
  if (gone.length > 0) return titles[kind];
  return going.length > 0 ? erasingInPart : notErasedYet;
}

/** What operators noted at the desk says nothing of what is stored of somebody otherwise. */
const OF_DESK: ReadonlySet<string> = new Set<Entry['type']>([
  ...(['RequestReceived', 'RequestNoted', 'CaseClosed', 'PersonInformed', 'EvidenceDisclosed', 'AccessGiven'] as const),
]);

/** @throws {NotSo} where there is none */
function needed<T>(fact: T | undefined): T {
  if (fact === undefined) throw new NotSo();
  return fact;
}

const dayIn = ({ at }: Entry, language: Language): string => fullDay(at, language);

function namesIn({ purposes }: Entry, site: Site, language: Language): string {
  return purposes.map(({ id }) => purposeName(site, id, language)).join(', ');
}

const isEnd = ({ type }: Entry): boolean => type === 'ConsentWithdrawn' || type === 'ConsentRefused';

/** What a step ended, and what ended right before it by the same word. */
function endedWith(material: Material, last: Entry): string[] {
  const { history } = material;
  const before = history[history.indexOf(last) - 1];
  const isBoth = before?.type === 'ConsentWithdrawn' && last.type === 'ConsentRefused';
  return [...(isBoth ? ended(material, before) : []), ...ended(material, last)];
}

/** What a step ended: a consent, or a sign-up that was none yet. */
function ended({ words, site, language }: Material, entry: Entry): string[] {
  const names = namesIn(entry, site, language);
  if (entry.type === 'ConsentWithdrawn') return [words.withdrawn(names, dayIn(entry, language))];
  return entry.type === 'ConsentRefused' ? [words.refused(names, dayIn(entry, language))] : [];
}

/** What the same order ended before its last step. */
function endedBefore(material: Material, last: Entry): string[] {
  const { history } = material;
  const own = history.slice(0, history.indexOf(last));
  const first = own.findLastIndex((entry) => !isOfOrder(entry, last)) + 1;
  return own.slice(first).flatMap((entry) => ended(material, entry));
}

/** By the same operator, and within the moment that an order takes; what the system notes in between is passed over. */
function isOfOrder({ actor, at }: Entry, last: Entry): boolean {
  if (actor.kind === 'system') return true;
  const isSame = 'id' in actor && 'id' in last.actor ? actor.id === last.actor.id : actor.kind === last.actor.kind;
  return isSame && Date.parse(last.at) - Date.parse(at) < 60_000;
}

/** Those who mail for the site and confirmed since that they deleted what they had; of all others nothing is said. */
function deletedThere({ words, site, history }: Material, { seq }: Entry): string[] {
  const confirmed = entriesOf('DeletionConfirmed', history).filter(
    (entry: EntryFor<'DeletionConfirmed'>) => entry.seq > seq,
  );
  const ids = new Set(confirmed.map(({ facts }) => facts.processor));
  const names = site.processors.filter(({ id }) => ids.has(id)).map(({ name }) => name);
  return names.length === 0 ? [] : [words.deletedThere(names.join(', '))];
}

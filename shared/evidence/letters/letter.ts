import { dayOf } from '../../calendar';
import { againstErasure } from '../../consent/decide/operator-erasure';
import { entriesOf, type Entry, type EntryFor } from '../../consent/entry';
import { fold } from '../../consent/fold';
import { dueOf, type Request } from '../../consent/requests';
import { standingOf } from '../../consent/standing';
import type { LetterKind } from '../../consent/steps/person-informed';
import type { AnyEntry } from '../../consent/read-entry';
import type { Language, Site } from '../../policy/schema';
import { inLanguage, purposeName } from '../../policy/sites';
import { readableAddress } from '../../readable-address';
import { accessIn } from '../../words/access';
import { lettersIn } from '../../words/letters';
import { fullDate, fullDay } from '../../words/times';

/** The version of the wordings. It is in the entry, and changes with them. */
export const TEMPLATE = '1';

/** A letter, ready to be sent. */
export interface Letter {
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** Who writes, line by line. */
  readonly sender: readonly string[];
  readonly reference: string | undefined;
}

export interface LetterSources {
  readonly site: Site;
  readonly language: Language;
  /** What is known of the person, and also what this version does not understand. */
  readonly entries: readonly Entry[];
  readonly all: readonly AnyEntry[];
  /** The address that it is about; undefined where nobody knows it any more. */
  readonly email: string | undefined;
  /** The request that it answers. */
  readonly request: Request | undefined;
  /** What the operator adds: why it takes longer, or is refused. */
  readonly text: string | undefined;
  readonly now: Date;
}

/** What a letter would say is not so: nothing that it tells of is in the person's history. */
export class NotSo extends Error {
  override readonly name = 'NotSo';
}

/** @throws {NotSo} */
export function letterOf(kind: LetterKind, sources: LetterSources): Letter {
  const { site, language, email, request, text, now } = sources;
  const words = lettersIn(language);
  const { name, address, email: contact, imprint, dataProtectionOfficer: officer } = site.controller;
  const said = SAID[kind]({ ...sources, words, history: sources.entries });
  const about = email === undefined ? [] : [words.about(readableAddress(email))];
  return {
    title: words.titles[kind],
    paragraphs: [
      words.greeting,
      ...about,
      ...said,
      ...(text === undefined ? [] : [words.reasons(text)]),
      ...(MAY_COMPLAIN.has(kind) ? [complaint(site, language)] : []),
      `${words.closing}\n${name}`,
    ],
    sender: [
      ...[name, address, contact, ...imprint.lines, imprint.link],
      ...(officer ? [words.officer(`${officer.name}, ${officer.email}`)] : []),
      fullDate(dayOf(now), language),
    ],
    reference: request && words.reference(request.case),
  };
}

/** The same as text. */
export function letterText({ title, paragraphs, sender, reference }: Letter): string {
  return [sender.join('\n'), title, ...(reference === undefined ? [] : [reference]), ...paragraphs].join('\n\n') + '\n';
}

/** Whoever does not get what they want hears where to complain (Art. 12(4) GDPR). */
const MAY_COMPLAIN: ReadonlySet<LetterKind> = new Set([
  'refusal',
  'erasure-in-part',
  'objection',
  'extended',
  'never-agreed',
]);

function complaint({ controller }: Site, language: Language): string {
  const lines = controller.supervisoryAuthorities.map(
    ({ name, address, url, appliesTo }) =>
      `${name}, ${address}, ${url}${appliesTo ? ` (${inLanguage(appliesTo, language)})` : ''}`,
  );
  return accessIn(language).complaint(lines);
}

interface Material extends LetterSources {
  readonly words: ReturnType<typeof lettersIn>;
  readonly history: readonly Entry[];
}

/** What each kind says: a sentence for each fact, and none without one. */
const SAID: Readonly<Record<LetterKind, (material: Material) => readonly string[]>> = {
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
      ...endedBefore(material, erased),
      words.erased(dayIn(erased, language)),
      words.entriesStay,
      ...(erased.facts.suppress ? [words.suppressed] : []),
      ...deletedThere(material, erased),
    ];
  },
  'erasure-in-part': (material) => {
    const { words, language, history, site, now } = material;
    const instead = entriesOf('ProcessingRestricted', history).findLast(({ facts }) => facts.insteadOf !== undefined);
    const restricted = needed(standingOf(history).restrictedSince === undefined ? undefined : instead);
    const { holds, duties, contracts } = againstErasure(history, site, { suppress: false, despiteDuty: false }, now);
    const last = duties
      .map(({ until }) => until)
      .sort()
      .at(-1);
    return [
      ...endedBefore(material, restricted),
      words.erasedInPart(dayIn(restricted, language)),
      ...holds.map(({ reviewBy }) => words.against.hold(fullDate(reviewBy, language))),
      ...(last === undefined ? [] : [words.against.duty(fullDay(last, language))]),
      ...(contracts.length === 0 ? [] : [words.against.contract]),
      words.restrictedMeanwhile,
    ];
  },
  withdrawal: (material) => {
    const { history } = material;
    const last = needed(history.findLast(({ type }) => type === 'ConsentWithdrawn' || type === 'ConsentRefused'));
    const before = history[history.indexOf(last) - 1];
    return [
      ...(before && before.type === 'ConsentWithdrawn' && last.type === 'ConsentRefused'
        ? ended(material, before)
        : []),
      ...ended(material, last),
      ...deletedThere(material, last),
    ];
  },
  objection: ({ words, language, history, site }) => {
    const last = needed(
      history.findLast(({ type }) => ['ObjectionRecorded', 'ObjectionRaised', 'ObjectionDecided'].includes(type)),
    );
    if (last.type === 'ObjectionRaised') return [words.weighed];
    if (last.type === 'ObjectionDecided') {
      return [last.facts.decision === 'refused' ? words.overridden(dayIn(last, language)) : words.weighed];
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
  'never-agreed': ({ words, language, history, site, now }) => {
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
    return [...lines, ...(records.some(({ confirmedAt }) => confirmedAt !== undefined) ? [words.canWithdraw] : [])];
  },
};

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

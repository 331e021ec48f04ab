import type { Sent } from '../../clients/typescript/src/types.ts';
import type { Person, PersonFile, Request } from '../api';

/** What a letter can say, as the page asks for it. */
export const WISHES = [
  ...(['access', 'erasure', 'withdrawal', 'objection', 'weighing', 'verdict', 'never-agreed'] as const),
  ...(['rectification', 'restriction', 'lifting', 'portability', 'dispute', 'other'] as const),
] as const;
export type Wish = (typeof WISHES)[number];

/** What can be asked for: an end of what was begun, and nothing that there is only for somebody who is known. */
export function wishesOf(file: PersonFile | undefined, isKnown: boolean): Wish[] {
  return WISHES.filter((wish) => {
    if (wish === 'lifting') return file?.restrictedSince !== undefined;
    if (wish === 'verdict') return (file?.weighed ?? []).length > 0;
    return isKnown || (wish !== 'dispute' && wish !== 'weighing');
  });
}

export type LetterKind = Sent<'writeLetter'>['kind'];
export type Outcome = Sent<'closeCase'>['outcome'];
export type Via = Sent<'openCase'>['via'];
export type Identity = Sent<'checkIdentity'>['identity'];

/** How orders name a person. */
export type Whose = { readonly id: string } | { readonly email: string };

/** Who the letter is from. */
export interface Writer {
  /** By the address that was typed, or else by the id that the page has. */
  readonly whose: Whose;
  /** The address, as long as anybody knows it. */
  readonly email: string | undefined;
  /** Undefined where nothing is known of them here. */
  readonly id: string | undefined;
}

export type Verdict = NonNullable<Sent<'weigh'>['decision']>;

/** What the operator has said so far of a letter. */
export interface Said {
  readonly wish: Wish | undefined;
  readonly via: Via;
  /** A day, or nothing yet. */
  readonly receivedOn: string;
  /** How they made sure who writes; `ask` where they did not yet. */
  readonly identity: Identity | 'ask' | undefined;
  /** As they changed it; undefined for the one that is made of the way and the day. */
  readonly reason: string | undefined;
  /** Undefined for all that there are. */
  readonly purpose: string | undefined;
  /** Whoever says that they never agreed gets no more mail from now on. */
  readonly isPrecaution: boolean;
  readonly suppress: boolean;
  readonly despiteDuty: boolean;
  /** What is right, of what changes. */
  readonly fields: Readonly<Record<string, string>>;
  readonly newEmail: string;
  /** What came of weighing an objection. */
  readonly verdict: Verdict | undefined;
  readonly label: string;
  readonly reviewBy: string;
  /** Of a dispute: which request has to be answered besides, by its id, or what a new one is about; or that nobody waits. */
  readonly waiting: string;
  /** Whether the person asked for the end of the restriction, and otherwise when they were told of it. */
  readonly isAsked: boolean;
  readonly informedOn: string;
}

/** What nobody can take back. */
export const isIrreversible = (wish: Wish | undefined): boolean => wish === 'erasure';

/** What makes others see or lose data: whoever asks has to be the person (Art. 12(6) GDPR). */
export function needsIdentity(wish: Wish | undefined): boolean {
  return wish === 'access' || wish === 'portability' || wish === 'erasure' || wish === 'rectification';
}

/** What ends mail needs no proof of who asks; the answer does, as it says when somebody agreed, or comes with the proof. */
export const isTold = (wish: Wish | undefined): boolean => wish === 'never-agreed' || wish === 'other';

/** Who asks is known. */
export const isIdentified = ({ identity }: Pick<Said, 'identity'>): boolean =>
  identity !== undefined && identity !== 'ask';

/** Something could be withdrawn. */
export const hasToEnd = (person: Person | undefined): boolean =>
  person?.purposes.some(({ state, legalBasis }) => state !== 'none' && legalBasis !== 'contract') ?? false;

/** What the list of requests calls it; undefined for what is ours, and no wish of the person. */
export function wishOfRequest(wish: Wish): Sent<'openCase'>['wish'] | undefined {
  if (wish === 'dispute' || wish === 'verdict') return undefined;
  return wish === 'lifting' ? 'other' : wish;
}

/** What a dispute can be a request of, where there is none yet: whoever says that they never agreed is to be answered in a month. */
export const DISPUTED = ['never-agreed', 'other'] as const;

/** What is written down as a request, where there is none yet. */
export function newRequestOf({ wish, waiting }: Pick<Said, 'wish' | 'waiting'>): Sent<'openCase'>['wish'] | undefined {
  if (wish === 'dispute') return DISPUTED.find((one) => one === waiting);
  return wish && wishOfRequest(wish);
}

/** A dispute, or a decision: nobody writes, nothing is received. */
export const isOurs = (wish: Wish | undefined): boolean => wish !== undefined && wishOfRequest(wish) === undefined;

/** What the page asks of a request that there is; of a mail an operator says it once they read it. */
export function wishIn({ wish }: Request): Wish | undefined {
  return WISHES.find((one) => one === wish);
}

/** An order about the person: the last word of its path, and what it has besides what all of them have. */
export interface Order {
  readonly what: string;
  readonly body: object;
}

/** The order that carries the letter out; undefined where there is none, or something is missing. */
export function orderOf(said: Said, writer: Writer): Order | undefined {
  const { wish, via, receivedOn } = said;
  const { whose } = writer;
  // Of whom nothing is known there is nothing to change; but they may object to mail to come.
  if (writer.id === undefined && wish !== 'objection') return undefined;
  const told = { via, receivedOn: isPast(receivedOn) ? receivedOn : today() };
  const purposes = said.purpose === undefined ? [] : [said.purpose];
  switch (wish) {
    case 'access':
      return { what: 'access', body: whose };
    case 'portability':
      return { what: 'access', body: { ...whose, portable: true } };
    case 'erasure':
      return {
        what: 'erasures',
        body: {
          ...{ ...whose, ...told },
          ...(said.suppress && { suppress: true }),
          ...(said.despiteDuty && { despiteDuty: true }),
        },
      };
    case 'withdrawal':
      return { what: 'withdrawals', body: { ...whose, ...told, purposes } };
    case 'objection':
      return { what: 'objections', body: { ...whose, ...told, purposes } };
    case 'weighing':
      return { what: 'weighings', body: { ...whose, ...told, purposes } };
    case 'verdict':
      if (said.verdict === undefined) return undefined;
      return { what: 'weighings', body: { ...whose, purposes, decision: said.verdict } };
    case 'rectification':
      return rectification(said, writer, told);
    case 'restriction':
      return { what: 'restrictions', body: { ...whose, ...told } };
    case 'lifting': {
      if (!said.isAsked && !isPast(said.informedOn)) return undefined;
      const why = said.isAsked ? told : { informedOn: said.informedOn };
      return { what: 'restrictions', body: { ...whose, ...why, lift: true } };
    }
    case 'dispute':
      if (said.label.trim() === '' || said.reviewBy <= today()) return undefined;
      return { what: 'holds', body: { ...whose, label: said.label.trim(), reviewBy: said.reviewBy } };
    case 'never-agreed':
      return said.isPrecaution ? { what: 'withdrawals', body: { ...whose, ...told, purposes: [] } } : undefined;
    case 'other':
    case undefined:
      return undefined;
  }
}

/** A new address is an order of its own, as the person has to confirm it first; and it names the old one. */
function rectification({ fields, newEmail }: Said, { whose, email }: Writer, told: object): Order | undefined {
  const what = 'rectifications';
  if (newEmail.trim() !== '') return { what, body: { email, ...told, newEmail: newEmail.trim() } };
  return Object.keys(fields).length === 0 ? undefined : { what, body: { ...whose, ...told, fields } };
}

/** What an order came to, as far as the answer goes by it. */
interface Reached {
  readonly isKnown: boolean;
  /** Of an erasure: the data were restricted, as something stood against it. */
  readonly isPart: boolean;
}

/** The letter that answers it, once it was carried out or where there is nothing to carry out. */
export function letterFor(wish: Wish | undefined, { isKnown, isPart }: Reached) {
  const kinds: Readonly<Partial<Record<Wish, LetterKind>>> = {
    access: 'access',
    portability: 'portability',
    erasure: isPart ? 'erasure-in-part' : 'erasure',
    withdrawal: 'withdrawal',
    objection: 'objection',
    weighing: 'objection',
    rectification: 'rectification',
    restriction: 'restriction',
    lifting: 'restriction-lifted',
    'never-agreed': 'never-agreed',
  };
  if (!isKnown && wish !== 'objection') return 'nothing-stored';
  return wish && kinds[wish];
}

/**
 * The letter that says what was done for a request before; undefined where nothing was that a letter tells of, or it is not known yet
 * whether whoever would read it is the person.
 */
export function letterOfDone({ wish, done, identity }: Request): LetterKind | undefined {
  const last = done.findLast(({ what }) => what in TOLD)?.what;
  if (last === undefined) return undefined;
  if (wish === 'never-agreed') return identity === undefined ? undefined : wish;
  if (wish === 'erasure' && last === 'ProcessingRestricted') return 'erasure-in-part';
  return wish === 'portability' && last === 'AccessGiven' ? wish : TOLD[last];
}

/** Step -> the letter that tells of it. */
const TOLD: Readonly<Record<string, LetterKind>> = {
  AccessGiven: 'access',
  DataErased: 'erasure',
  ConsentWithdrawn: 'withdrawal',
  ConsentRefused: 'withdrawal',
  ObjectionRecorded: 'objection',
  ObjectionRaised: 'objection',
  ObjectionDecided: 'objection',
  IdentityRectified: 'rectification',
  ProcessingRestricted: 'restriction',
  RestrictionLifted: 'restriction-lifted',
};

/**
 * What came of a request that was answered. Closing as a withdrawal or an objection carries one out for everything: after an order,
 * which may have been for one purpose or a week ago, it is `answered`.
 *
 * @param kind the letter that answers it, if there is one
 */
export function outcomeOf(kind: LetterKind | undefined, isKnown: boolean): Outcome {
  if (!isKnown) return 'not-known';
  if (kind === 'erasure-in-part') return 'restriction';
  return OUTCOMES.find((outcome) => outcome === kind) ?? 'answered';
}

/** What a letter and what came of it are called alike. */
const OUTCOMES = ['access', 'portability', 'erasure', 'rectification', 'restriction'] as const;

/** In half a year, by when somebody looks whether a dispute goes on. */
export function inHalfAYear(): string {
  const day = new Date();
  day.setMonth(day.getMonth() + 6);
  return day.toISOString().slice(0, 10);
}

export const today = (): string => new Date().toISOString().slice(0, 10);
export const isPast = (day: string): boolean => /^\d{4}-\d\d-\d\d$/.test(day) && day <= today();

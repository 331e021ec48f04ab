import type { Actor, Facts, Source } from '../../consent/entry';
import type { EntryType } from '../../consent/entry-types';
import type { Network, PartClass } from '../../ledger/part';
import type { Language, LegalBasis } from '../../policy/schema';
import { en } from './texts-en';
import type { LandingTexts } from './landing-texts';
import { de } from './texts-de';

/** Why something is not here. */
type Absence = Readonly<Record<'withheld' | 'gone' | 'unsaved' | 'none', string>>;

/** Everything that a dossier says, in each language. */
export interface DossierTexts {
  readonly title: string;
  readonly page: (number: number, of: number) => string;
  readonly replaced: string;
  readonly attachment: string;
  readonly languages: Readonly<Record<Language, string>>;
  readonly legalBases: Readonly<Record<LegalBasis, string>>;
  readonly absence: Absence;
  readonly states: Readonly<Record<'disclosed' | 'withheld' | 'gone', string>>;
  readonly classes: Readonly<Record<PartClass, string>>;
  readonly cover: {
    readonly askedAndConfirmed: (asked: string, confirmed: string) => string;
    readonly askedOnly: (asked: string) => string;
    /** For a record that began with a consent from elsewhere. */
    readonly elsewhere: (recorded: string) => string;
    readonly legitimateInterest: (recorded: string) => string;
    readonly contract: (recorded: string) => string;
    readonly noRecord: string;
    readonly person: string;
    readonly name: string;
    readonly address: string;
    readonly requested: string;
    readonly confirmed: string;
    readonly notConfirmed: string;
    readonly withdrawn: string;
    readonly objected: string;
    readonly lapsed: string;
    readonly contractEnded: string;
    /** A consent from elsewhere. */
    readonly recorded: string;
    /** Legitimate interest. */
    readonly relied: string;
    readonly rectified: string;
    readonly standing: string;
    readonly restricted: (since: string) => string;
    readonly held: (name: string, since: string, reviewBy: string) => string;
    readonly erased: (when: string) => string;
    readonly undeliverable: (since: string) => string;
    readonly openCase: (name: string, since: string) => string;
    readonly language: (name: string) => string;
    readonly wording: string;
    readonly wordingOf: (name: string, version: string, language: string, section: string) => string;
    readonly excerpt: (text: string) => string;
    readonly controller: string;
    readonly madeFor: string;
    readonly madeForWhom: (operator: string, when: string) => string;
    readonly reason: (reason: string) => string;
    readonly check: string;
    readonly checkHow: (size: string | undefined, keyIds: string) => string;
    readonly record: (when: string) => string;
    readonly others: (count: number) => string;
  };
  readonly verdicts: {
    readonly given: (since: string) => string;
    readonly givenOtherwise: (since: string) => string;
    readonly renewed: (since: string) => string;
    readonly withdrawn: (when: string) => string;
    readonly requested: string;
    readonly expired: (when: string) => string;
    readonly lapsed: (when: string) => string;
    readonly atMaximum: (when: string) => string;
    readonly givenElsewhere: (since: string) => string;
    readonly legitimateInterest: (since: string) => string;
    readonly objected: (when: string) => string;
    readonly contract: (since: string) => string;
    readonly contractEnded: (when: string) => string;
    readonly ordered: (since: string) => string;
    readonly notOrdered: string;
  };
  readonly sections: Readonly<
    Record<'others' | 'timeline' | 'wording' | 'mails' | 'limits' | 'annex' | 'annexEntries' | 'annexLog', string>
  > &
    Readonly<Record<'annexAnchors' | 'annexCheck', string>>;
  readonly timeline: {
    readonly intro: string;
    readonly columns: readonly [string, string, string, string];
    readonly types: Readonly<Record<EntryType, string>>;
    readonly mails: Readonly<Record<NonNullable<Facts['mail']>, string>>;
    readonly vias: Readonly<Record<NonNullable<Facts['via']>, string>>;
    readonly sources: Readonly<Record<Source, string>>;
    readonly proofs: Readonly<Record<NonNullable<Facts['proof']>[number], string>>;
    readonly givenAt: (when: string) => string;
    readonly proof: (kinds: string) => string;
    readonly becauses: Readonly<Record<NonNullable<Facts['because']>, string>>;
    readonly justifications: Readonly<Record<NonNullable<Facts['justification']>, string>>;
    readonly receivedOn: (day: string) => string;
    readonly endedOn: (day: string) => string;
    readonly movedFrom: (subject: string) => string;
    readonly movedTo: (subject: string) => string;
    readonly case: (name: string) => string;
    readonly reviewBy: (day: string) => string;
    readonly activeAt: (when: string) => string;
    readonly mailedAt: (when: string) => string;
    readonly privacyNotice: (version: string) => string;
    readonly suppressed: string;
    readonly bounces: Readonly<Record<NonNullable<Facts['bounce']>, string>>;
    readonly readings: Readonly<Record<NonNullable<Facts['reading']>, string>>;
    readonly provenBy: Readonly<Record<NonNullable<Facts['provenBy']>, string>>;
    readonly outcomes: Readonly<Record<NonNullable<Facts['outcome']>, string>>;
    readonly processor: (name: string) => string;
    readonly upTo: (place: string) => string;
    readonly chosen: (language: string) => string;
    readonly fetched: (when: string) => string;
    readonly fetchedFrom: (whom: string) => string;
    readonly fetchedBy: Readonly<Record<NonNullable<Facts['fetchedBy']>, string>>;
    readonly forms: Readonly<Record<NonNullable<Facts['form']>, string>>;
    readonly actors: Readonly<Record<Actor['kind'], string>>;
    readonly ipSources: Readonly<Record<Network['ipSource'], string>>;
    readonly form: (page: string) => string;
    readonly confirmBy: (when: string) => string;
    readonly messageId: (id: string) => string;
    readonly noAddress: (why: string) => string;
    readonly deleted: (places: string) => string;
  };
  readonly landing: LandingTexts;
  readonly wordingIntro: string;
  readonly wordingFacts: Readonly<Record<'version' | 'language' | 'hash' | 'entries', string>>;
  readonly mails: {
    readonly intro: string;
    readonly none: string;
    /** For a mail that was not sent by us, in place of its kind. */
    readonly received: string;
    readonly heading: (kind: string, when: string) => string;
    readonly facts: Readonly<Record<'from' | 'to' | 'subject' | 'entry' | 'messageId', string>>;
    readonly unreadable: string;
    readonly notShown: (entries: string, why: string) => string;
  };
  readonly limits: {
    readonly shows: readonly string[];
    readonly showsTitle: string;
    readonly showsNotTitle: string;
    readonly showsNot: readonly string[];
    readonly copyTitle: string;
    readonly withheld: (classes: string) => string;
    readonly gone: (classes: string) => string;
    readonly deleted: (places: string) => string;
    readonly pending: (places: string) => string;
    readonly elsewhere: (places: string) => string;
    readonly legitimateInterest: (places: string) => string;
    readonly contract: (places: string) => string;
    readonly noTimestamp: string;
  };
  readonly annex: {
    readonly intro: string;
    readonly columns: readonly [string, string, string];
    readonly index: (index: number | undefined) => string;
    readonly noCheckpoint: string;
    readonly checkpoint: string;
    readonly keys: string;
    readonly anchorsIntro: string;
    readonly noAnchors: string;
    readonly timestamp: (when: string) => string;
    readonly untimed: string;
    readonly anchor: (size: string) => string;
    readonly checks: readonly string[];
    readonly checkIntro: string;
  };
}

export const DOSSIER_TEXTS: Readonly<Record<Language, DossierTexts>> = { de, en };

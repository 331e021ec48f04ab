import type { ConsentStatus } from '../../consent/fold';
import type { PartClass } from '../../ledger/part';
import type { Language, LegalBasis, Site } from '../../policy/schema';
import type { Origin, ReportedRight } from './report';
import { de } from './texts-de';
import { en } from './texts-en';

/** From when the time runs for which proof is kept. */
type From = Site['retention']['evidence']['from'];

/** Everything that a report says, in each language; it speaks to the person. */
export interface AccessTexts {
  readonly title: string;
  readonly attachment: string;
  readonly replaced: string;
  readonly intro: (email: string, when: string) => string;
  readonly nothing: (email: string, when: string) => string;
  /** What the report is about, and what it is not. */
  readonly scope: (controller: string) => string;
  readonly cover: Readonly<
    Record<'email' | 'controller' | 'officer' | 'notice' | 'asOf' | 'subject' | 'noOfficer' | 'programs', string>
  >;
  readonly notice: (version: string, date: string) => string;
  readonly sections: Readonly<Record<'purposes' | 'data' | 'mails' | 'recipients' | 'storage' | 'rights', string>>;
  readonly legalBases: Readonly<Record<LegalBasis, string>>;
  readonly statuses: Readonly<Record<ConsentStatus, (since: string) => string>>;
  /** Expired after it had been given: nobody answered when asked. */
  readonly lapsed: (since: string) => string;
  readonly atMaximum: (since: string) => string;
  readonly record: (when: string) => string;
  readonly recordFacts: Readonly<
    Record<'origin' | 'confirmed' | 'notConfirmed' | 'purpose' | 'basis' | 'status' | 'order', string>
  > &
    Readonly<Record<'deletion', string>>;
  readonly wording: (name: string, version: string, language: string) => string;
  readonly noRecords: string;
  readonly furtherTitle: string;
  readonly furtherPurposes: readonly string[];
  readonly standing: {
    readonly title: string;
    readonly restricted: (since: string) => string;
    readonly objected: (purposes: string) => string;
    readonly hold: (name: string, since: string, reviewBy: string) => string;
    readonly erased: (when: string) => string;
    readonly undeliverable: (since: string) => string;
    readonly openCase: (since: string) => string;
    readonly language: (name: string) => string;
    readonly suppressed: string;
  };
  readonly categories: Readonly<Record<PartClass, string>>;
  readonly origins: Readonly<Record<Origin, string>>;
  readonly data: {
    readonly intro: string;
    /** Label of what a step was about. */
    readonly about: string;
    /** Label of what is kept no longer. */
    readonly gone: string;
    readonly unfinished: string;
    readonly email: string;
    readonly form: string;
    readonly ip: string;
    readonly userAgent: string;
    readonly referrer: string;
    readonly fetchedBy: string;
    readonly mail: (section: string) => string;
    readonly reason: (reason: string) => string;
  };
  readonly mails: {
    readonly intro: string;
    readonly none: string;
    readonly facts: Readonly<Record<'from' | 'to' | 'subject', string>>;
    readonly unreadable: string;
  };
  readonly recipients: {
    readonly intro: string;
    readonly none: string;
    readonly columns: readonly [string, string, string];
    readonly roles: Readonly<Record<Site['processors'][number]['role'], string>>;
    readonly purposes: (names: string) => string;
    readonly location: string;
    readonly readingsTitle: string;
    readonly readingsIntro: string;
    readonly noReadings: string;
    readonly readingColumns: readonly [string, string, string];
    readonly role: string;
    readonly reasonGone: string;
  };
  readonly storage: {
    readonly pending: string;
    readonly unconfirmed: string;
    /** `rules` is empty where nothing is kept afterwards. */
    readonly inForce: (rules: string) => string;
    readonly ended: (rules: string) => string;
    readonly order: (rules: string) => string;
    readonly rule: (keep: string, from: From) => string;
    readonly orderRule: (keep: string, from: From) => string;
    readonly or: string;
    readonly maximum: (keep: string) => string;
    readonly until: (day: string) => string;
    readonly network: (keep: string | undefined) => string;
    readonly mails: (keep: string | undefined) => string;
    readonly accessLog: (keep: string) => string;
    readonly inactivity: (askAfter: string, answerWithin: string, addressAfter: string) => string;
    readonly told: (patience: string) => string;
    readonly review: (every: string, deleteWithin: string) => string;
    readonly objection: string;
    readonly held: string;
    readonly anonymised: string;
    readonly log: string;
  };
  readonly rightsAlone: string;
  readonly rights: readonly ReportedRight[];
  readonly howToUseRights: (email: string, address: string) => string;
  readonly complaintTitle: string;
  readonly complaint: (authority: string, url: string) => string;
  readonly automatedTitle: string;
  readonly automated: string;
}

export const ACCESS_TEXTS: Readonly<Record<Language, AccessTexts>> = { de, en };

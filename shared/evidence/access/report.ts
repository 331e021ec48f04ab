import type { RecordId, SubjectId } from '../../ids';
import type { Actor, EntryAsset, Facts } from '../../consent/entry';
import type { EntryType } from '../../consent/steps';
import type { ConsentStatus } from '../../consent/fold';
import type { Hold } from '../../consent/standing';
import type { PartClass } from '../../ledger/part';
import type { Language, LegalBasis, Site, Transfer } from '../../policy/schema';

/** Names what a reader has before them; another number is another format. */
export const REPORT_FORMAT = 'access-report/v1';

/** The source of a piece of data (Art. 15(1)(g) GDPR). */
export type Origin = 'person' | 'website' | 'import' | 'operator' | 'system';

export interface ReportedWording {
  readonly version: string;
  readonly language: Language;
  readonly text: string;
  readonly hash: string;
}

/** Something that the person's data are used for. */
export interface ReportedPurpose {
  readonly id: string;
  readonly name: string;
  readonly legalBasis: LegalBasis;
  readonly legalBasisText: string;
  readonly status: ConsentStatus;
  readonly statusText: string;
  /** Whether the person confirmed it by a mail to their address, and may be mailed for it now. */
  readonly inForce: boolean;
  readonly since: string;
  /** The wording that the person was shown; null where the ledger never held it. */
  readonly wording: ReportedWording | null;
}

/** A record: from a sign-up, or taken over from elsewhere. */
/** How a record began. */
export type Beginning = 'ConsentRequested' | 'ConsentRecorded' | 'LegitimateInterestRecorded' | 'ContractRecorded';

export interface ReportedRecord {
  readonly recordId: RecordId;
  readonly began: Beginning;
  readonly origin: Origin;
  /** When it was asked for, or recorded here. */
  readonly requestedAt: string;
  /** Null where nobody pressed the button in a mail to the address. */
  readonly confirmedAt: string | null;
  /** When it was given elsewhere, as the source has it; null where it does not say. */
  readonly givenAt: string | null;
  /** The last moment of that, where the source knows no more than a day or a minute. */
  readonly givenUntil: string | null;
  readonly signedUpAt: string | null;
  readonly signedUpUntil: string | null;
  readonly purposes: readonly ReportedPurpose[];
  readonly order: {
    readonly id: EntryAsset['id'];
    readonly title: string;
    readonly wording: ReportedWording | null;
  } | null;
  readonly storage: ReportedStorage;
}

export interface ReportedStorage {
  /** The rule in plain words. */
  readonly rule: string;
  /** The day of deletion; null while it depends on later steps. */
  readonly until: string | null;
}

/** A piece of personal data, word for word. */
export interface ReportedData {
  readonly category: PartClass;
  /** The place of the step in `history` that it belongs to; null for what a step left behind that was never taken. */
  readonly step: number | null;
  readonly origin: Origin;
  readonly originText: string;
  /** The day of deletion; null while it depends on later steps. */
  readonly until: string | null;
  readonly data: object;
}

/** What was deleted, and when. */
export interface GoneData {
  readonly category: string;
  readonly deletedAt: string;
}

/** One step, as it is recorded. */
export interface ReportedStep {
  readonly step: number;
  readonly at: string;
  readonly type: EntryType;
  readonly text: string;
  readonly by: Actor['kind'];
  readonly origin: Origin;
  readonly originText: string;
  readonly recordId: RecordId | null;
  /** Of the page, form or mail; or the one that the person chose. */
  readonly language: Language | null;
  readonly purposes: readonly string[];
  readonly asset: string | null;
  readonly facts: Facts;
  /** Categories of data that belonged to it and are kept no longer. */
  readonly gone: readonly GoneData[];
  /** Those that ought to be kept still, and are lost. */
  readonly missing: readonly string[];
  /** The day of deletion; null while it depends on later steps. */
  readonly until: string | null;
}

export interface ReportedTransfer {
  readonly country: string;
  readonly safeguard: Transfer['safeguard'];
  /** Where standard clauses can be read; null where it rests on something else. */
  readonly link: string | null;
  readonly text: string;
}

export interface ReportedRecipient {
  readonly name: string;
  readonly address: string;
  readonly country: string;
  readonly role: Site['processors'][number]['role'];
  readonly task: string;
  /** Of the person's purposes, those for which it gets their data. */
  readonly purposes: readonly string[];
  /** Where the data get outside the EU/EEA by it, and on what that rests (Art. 15(2) GDPR). */
  readonly transfers: readonly ReportedTransfer[];
}

/** A reading of the person's data, with its time and reason. */
export interface ReportedReading {
  readonly at: string;
  readonly type: EntryType;
  readonly text: string;
  readonly role: string;
  /** Null where that is kept no longer. */
  readonly reason: string | null;
}

/** The facts that hold for the person, whatever their records say. */
export interface ReportedStanding {
  readonly restrictedSince: string | null;
  readonly objections: readonly string[];
  /** Purposes that an objection is weighed about, and since when. */
  readonly weighed: readonly { readonly purpose: string; readonly since: string }[];
  readonly holds: readonly Hold[];
  readonly erasedAt: string | null;
  /** What is kept after that erasure, and why, in words; null where there was none. */
  readonly keptText: string | null;
  readonly isSuppressed: boolean;
  /** Since when mail to the address comes back. */
  readonly undeliverableSince: string | null;
  /** The language that the person chose to be written to in. */
  readonly language: Language | null;
  /** What the person wants and nobody has seen to yet, this report's own request among it; with the day on which it was received. */
  readonly openCases: readonly { readonly id: string; readonly since: string; readonly receivedOn: string }[];
}

/** A right of the person, and how to use it. */
export interface ReportedRight {
  readonly article: string;
  readonly name: string;
  readonly text: string;
}

/** Where to turn to about something, besides the controller's own address. */
export interface ReportedContact {
  readonly about: string;
  readonly email: string;
  readonly address?: string | undefined;
}

/** An authority that takes complaints (Art. 77 GDPR). */
export interface ReportedAuthority {
  readonly name: string;
  readonly address: string;
  readonly url: string;
  /** When it is this one; null where there is no other. */
  readonly appliesTo: string | null;
}

/** Everything that Art. 15 GDPR lists, for the person. */
export interface AccessReport {
  readonly format: typeof REPORT_FORMAT;
  readonly site: string;
  /** The subject id, made from site and address. */
  readonly subject: SubjectId;
  readonly language: Language;
  readonly at: string;
  readonly email: string;
  /** False: there is nothing about this address, and what follows is empty where it would be about the person. */
  readonly held: boolean;
  /** The request that it answers; null where none was named. */
  readonly answers: { readonly case: string; readonly receivedOn: string } | null;
  readonly scope: string;
  readonly controller: Pick<Site['controller'], 'name' | 'address' | 'country' | 'email' | 'privacyNotice'>;
  readonly contacts: readonly ReportedContact[];
  readonly dataProtectionOfficer: NonNullable<Site['controller']['dataProtectionOfficer']> | null;
  readonly records: readonly ReportedRecord[];
  /** Uses of the data besides the purposes of the records. */
  readonly furtherPurposes: readonly string[];
  readonly standing: ReportedStanding;
  readonly data: readonly ReportedData[];
  readonly history: readonly ReportedStep[];
  readonly recipients: readonly ReportedRecipient[];
  readonly location: string;
  /** Whether and where to data are transferred, in words. */
  readonly transfers: string;
  readonly readings: readonly ReportedReading[];
  /** The rules for all records; each record has its own besides. */
  readonly storage: readonly string[];
  readonly rights: readonly ReportedRight[];
  readonly howToUseRights: string;
  readonly complaint: { readonly authorities: readonly ReportedAuthority[]; readonly text: string };
  readonly automatedDecisions: {
    readonly exist: false;
    /** Whether the person agreed to an analysis of how they use what they get. */
    readonly profiling: boolean;
    readonly text: string;
  };
}

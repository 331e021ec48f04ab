import { isDigest, isSubjectId } from '../../ids';
import * as z from '../../zod';

/** A value that this version does not know: a later one wrote it. Text, as all of them are. */
export type Unlisted = string & { readonly unlisted: true };

/**
 * One of these values, or one that a later version added: a step is not lost because this version does not know how it was
 * told. Whoever shows such a value shows it as it is.
 */
export function open<const T extends string>(_values: readonly T[]): z.ZodMiniType<T | Unlisted> {
  return z.string() as unknown as z.ZodMiniType<T | Unlisted>;
}

/** A person at another address. */
export const subject = z.string().check(z.refine(isSubjectId, 'No subject.')).brand<'subject'>();

/** A moment, ISO 8601, that every calendar here can go on from. */
export const moment = z
  .string()
  .check(z.refine((text) => /^\d{4}-\d\d-\d\dT/.test(text) && !Number.isNaN(Date.parse(text)), 'No moment.'));

/** A day, ISO 8601 date. */
export const day = z.string().check(z.refine((text) => /^\d{4}-\d\d-\d\d$/.test(text) && isDay(text), 'No day.'));

function isDay(text: string): boolean {
  const date = new Date(text);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** 128 random bits, base64url, by which a case is known: it names nobody. */
export const caseId = z.string().check(z.regex(/^[\w-]{22}$/));

/**
 * By which way a person told us: by our own pages and links, by pressing "spam", or to an operator; `elsewhere` is what a tool or
 * an earlier system says that they told it.
 */
export const WAYS = ['page', 'one-click', 'complaint', 'e-mail', 'letter', 'phone', 'in-person', 'elsewhere'] as const;
export type Way = (typeof WAYS)[number];

/** Where a consent was given that was not asked for by us. */
export const SOURCES = ['registration', 'account', 'single-opt-in', 'import'] as const;
export type Source = (typeof SOURCES)[number];

/** What proof can come along with a consent from elsewhere. */
export const PROOFS = ['time', 'ip', 'wording', 'double-opt-in', 'sign-up-time', 'sign-up-ip'] as const;

/** What a step that begins a record says of the person. */
export const begun = {
  /** A digest of the address that the record is about, see `ledger/subject-id.ts`. */
  address: z.optional(z.string().check(z.refine(isDigest, 'No digest.')).brand<'digest'>()),
};

/** What any step can say of itself. */
export const anyStep = {
  /** Classes of parts that could not be saved when the step was taken all the same. */
  missing: z.optional(z.readonly(z.array(z.string()))),
};

/** What somebody else says that happened there. */
export const toldElsewhere = {
  /** When, as the source has it, ISO 8601; absent where it does not know. */
  saidAt: z.optional(moment),
  /** Where the source knows no more than a day or a minute: its first moment, of which `saidAt` is the last; ISO 8601. */
  saidFrom: z.optional(moment),
  /** A keyed hash of what the source calls it, so that reported again it is the same. */
  reference: z.optional(z.string()),
};

/** How an operator made sure that whoever asks is the person (Art. 12(6) GDPR). */
export const IDENTITIES = ['reply-to-address', 'known-address', 'document', 'lawyer'] as const;

/** What an operator does because a person asked for it. */
export const asked = {
  /** The request that it answers. */
  forCase: z.optional(caseId),
  identity: z.optional(open(IDENTITIES)),
};

/** How a person told what they wanted. */
export const told = {
  ...asked,
  via: z.optional(open(WAYS)),
  /** The day on which an operator was told, ISO 8601 date. */
  receivedOn: z.optional(day),
  /** The request that the person confirmed by the mail that asked them about it; see `right-requested.ts`. */
  request: z.optional(z.string()),
};

/**
 * Who showed the wordings that a step names: the form, which sent the hashes of what it showed along; or our own confirmation page.
 */
export const SHOWERS = ['form', 'confirmation-page'] as const;

/** What a person had before their eyes. */
export const shown = {
  /** The version of the site's privacy notice at that time. */
  privacyNotice: z.optional(z.string()),
  /** Absent where nobody knows that exactly these wordings were shown. */
  wordingBy: z.optional(open(SHOWERS)),
};

/** How a button came to be pressed. */
export const pressed = {
  /** When the page with the button was fetched, ISO 8601; absent where a program pressed it without one. */
  fetchedAt: z.optional(moment),
  /** Whether it was fetched from where the button was pressed. */
  fetchedBy: z.optional(open(['same', 'other'])),
};

/** A mail that the person wrote and that brought the step about. */
export const written = {
  /** A keyed hash of its Message-ID; of a mail that was complained about, the mail service's id. */
  messageId: z.optional(z.string()),
  /** By what it is certain who wrote, if it is. */
  provenBy: z.optional(open(['address', 'sender'])),
};

/** By which way a processor reported something: by our API, by a webhook of its own, or as we asked it. */
export const REPORTERS = ['api', 'webhook', 'poll'] as const;

/** What a processor reported of a person. */
export const reportedThere = {
  /** The processor's id in the site's configuration. */
  processor: z.optional(z.string()),
  reportedBy: z.optional(open(REPORTERS)),
};

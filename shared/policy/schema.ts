import { lengthMs, readDuration } from '../duration';
import { LANGUAGES, type Language } from '../words/languages';
import * as z from '../zod';

export { LANGUAGES, type Language };

const text = z.string().check(
  z.trim(),
  z.minLength(1),
  z.maxLength(4000),
  z.refine((value) => value.isWellFormed(), 'This holds half a character (a lone surrogate).'),
);
const localized = z.partialRecord(z.enum(LANGUAGES), text);

const id = z
  .string()
  .check(z.regex(/^[a-z][a-z0-9-]{0,39}$/, 'An id is 1 to 40 of a-z, 0-9 and "-", and begins with a letter.'));

const duration = durationThat(isWithinCalendar);
/** A duration that is as long whenever it begins. */
const length = durationThat(lengthMs);

function durationThat(isRead: (iso: string) => unknown) {
  return z.string().check(({ value: input, issues }) => {
    try {
      isRead(input);
    } catch (error) {
      issues.push({ code: 'custom', input, message: (error as Error).message });
    }
  });
}

/** What no calendar could be asked to add would stop retention on some day, for everybody. */
const MOST_YEARS = 1000;

function isWithinCalendar(iso: string): void {
  const { years, months, weeks, days, hours, minutes, seconds } = readDuration(iso);
  const inYears = years + months / 12 + (7 * weeks + days) / 365 + (hours + minutes / 60 + seconds / 3600) / 8760;
  if (inYears > MOST_YEARS) throw new RangeError(`A duration has at most ${MOST_YEARS} years.`);
}

/** Art. 6(1) GDPR: (a) consent, (b) contract, (f) legitimate interest. */
export const LEGAL_BASES = ['consent', 'contract', 'legitimate-interest'] as const;
export type LegalBasis = (typeof LEGAL_BASES)[number];

/** What a person is shown before agreeing. A changed wording needs a new version. */
const notice = z.strictObject({
  version: z.string().check(z.regex(/^[A-Za-z0-9.-]{1,20}$/, 'A version is 1 to 20 letters, digits, "." or "-".')),
  text: localized,
});

/** How long proof is kept once it is no longer needed for sending, and from when that time runs. */
const evidenceRetention = z.strictObject({
  keep: duration,
  from: z.enum(['withdrawal', 'end-of-year-of-withdrawal', 'last-mail']),
});

/** A part of the evidence with an end of its own, or the evidence's. */
const partRetention = z.union([z.literal('as-evidence'), z.strictObject({ keep: duration })]);

const inactivity = z.strictObject({ askAfter: duration, answerWithin: duration, addressAfter: duration });

const retention = z.strictObject({
  evidence: evidenceRetention,
  /** Name and further fields, beside the address: how long from the end of what they were told for. */
  details: partRetention,
  /** IP and user agent of each step. */
  network: partRetention,
  /** Copies of the mails that were sent. */
  mails: partRetention,
  /** Who read which evidence. */
  accessLog: duration,
  /** Mail that came in and ended nothing, from when somebody had seen to it. */
  enquiries: duration,
  /** What was registered is kept no longer than this, in force or not; that it was goes by `evidence`. */
  registrationMaximum: z.optional(duration),
  /** Ask after this long without activity; delete when nobody answers; delete the address, too, a while later. */
  inactivity: z.optional(inactivity),
  /** Review what is still needed, and delete the rest within this time. */
  review: z.optional(z.strictObject({ every: duration, deleteWithin: duration })),
  /** Delete, or keep the counts without the persons. */
  atEnd: z.enum(['delete', 'anonymise']),
});

const purpose = z.strictObject({
  id,
  /** What mails and pages call it; the wording that was consented to is the notice's. */
  name: localized,
  legalBasis: z.enum(LEGAL_BASES),
  notice,
  /** Can be given only along with at least one of these purposes. */
  requires: z.optional(z.array(id).check(z.minLength(1))),
  /** Whether a welcome mail follows the confirmation, with the links to withdraw. */
  welcome: z._default(z.boolean(), false),
  /**
   * Whether a consent counts that was given elsewhere and not confirmed by mail. It is weaker proof: say yes only where
   * the privacy notice does.
   */
  singleOptIn: z._default(z.boolean(), false),
  /** Whether it is about measuring opens and clicks, and not about mails of its own. */
  measures: z._default(z.boolean(), false),
  /** The last day of what is meant for a time, such as a survey: after it nobody is asked or mailed, and the data go. */
  endsOn: z.optional(z.iso.date()),
  /** Wordings of before, by which consents were given that are recorded from elsewhere. */
  earlierNotices: z._default(z.array(notice), []),
  /** Where this purpose is kept by another rule than its site. */
  retention: z.optional(
    z.strictObject({
      evidence: z.optional(evidenceRetention),
      network: z.optional(partRetention),
      registrationMaximum: z.optional(duration),
      inactivity: z.optional(inactivity),
    }),
  ),
});

const asset = z.strictObject({
  id,
  title: localized,
  notice,
  /** A PDF in the folder `files` beside the module that exports the sites. */
  file: z.string().check(z.regex(/^[A-Za-z0-9._-]+\.pdf$/, 'An asset is a file named *.pdf in the folder "files".')),
});

/** A further question of the sign-up form; never required, as an address is enough. */
const field = z.strictObject({
  id: z.string().check(z.regex(/^[a-z][A-Za-z0-9]{0,39}$/, 'A field id is letters and digits, such as "firstName".')),
  label: localized,
});

/** A form of the website, so that sign-ups can be counted by it. */
const form = z.strictObject({ id, name: localized });

/** ISO 3166-1 alpha-2. */
const country = z.string().check(z.regex(/^[A-Z]{2}$/, 'A country is two capital letters, such as "DE".'));

const party = z.strictObject({ name: text, address: text, country });

/** What a business says of itself to those whom it writes to (§ 5 DDG, § 35a GmbHG), on every page and in every mail. */
const imprint = z.strictObject({
  /** The page with the whole of it. */
  link: z.url(),
  /** Register and number, managing directors and the like, each as a line of its own. */
  lines: z._default(z.array(text).check(z.maxLength(10)), []),
});

/** Where else to turn to, and about what. */
const contact = z.strictObject({ about: localized, email: z.email(), address: z.optional(text) });

const authority = z.strictObject({
  name: text,
  address: text,
  url: z.url(),
  /** When it is this one; needed where there are several. */
  appliesTo: z.optional(localized),
});

const controller = z.extend(party, {
  /** For everything, withdrawals and questions about privacy among them. */
  email: z.email(),
  /** Mailboxes besides, each for something of its own. */
  contacts: z._default(z.array(contact), []),
  imprint,
  privacyNotice: z.strictObject({ url: z.url(), version: text, date: z.iso.date() }),
  dataProtectionOfficer: z.optional(z.strictObject({ name: text, address: text, email: z.email() })),
  supervisoryAuthorities: z.array(authority).check(z.minLength(1)),
});

/** Tools that the ledger can tell by itself who may be mailed; "webhook" is any that takes Standard Webhooks. */
export const TOOLS = ['webhook', 'mailchimp', 'brevo', 'cleverreach', 'listmonk'] as const;

/** On what a transfer to a country outside the EU/EEA rests (Art. 45, 46(2)(c), 46(2)(b), 49(1)(a) GDPR). */
const transfer = z.discriminatedUnion('safeguard', [
  z.strictObject({ country, safeguard: z.literal('adequacy-decision') }),
  /** With where people can read the clauses (Art. 13(1)(f) GDPR). */
  z.strictObject({ country, safeguard: z.literal('standard-contractual-clauses'), link: z.url() }),
  z.strictObject({ country, safeguard: z.literal('binding-corporate-rules') }),
  /** The consent is a purpose of its own: without it the processor gets nothing of the person. */
  z.strictObject({ country, safeguard: z.literal('express-consent'), purpose: id }),
]);

const processor = z.extend(party, {
  id,
  role: z.enum(['processor', 'recipient']),
  /** What it does, in a few words. */
  task: localized,
  /** The purposes whose data it gets. */
  purposes: z.array(id),
  /** Where data get outside the EU/EEA by it, itself or those it works with, and on what that rests. */
  transfers: z._default(z.array(transfer), []),
  /** How it is told of what concerns it; where it can be reached is in a secret. Without, you tell it yourself. */
  connection: z.optional(z.strictObject({ tool: z.enum(TOOLS) })),
});

const origin = z
  .string()
  .check(z.refine(isOrigin, 'An origin is scheme and host alone, such as "https://www.example.com".'));

function isOrigin(value: string): boolean {
  return URL.canParse(value) && new URL(value).origin === value;
}

/** As mail has it, so that a misspelt one is not passed over. */
const domain = z
  .string()
  .check(
    z.regex(
      /^(?:[a-z0-9-]{1,63}\.)+[a-z0-9-]{2,63}$/,
      'A domain is in lower case, and punycode, such as "example.com".',
    ),
  );

const confirmation = z.strictObject({
  /** How long a sign-up waits for its confirmation. */
  pending: length,
  /** At most so many confirmation mails per address within 24 hours. */
  mailsPerDay: z._default(z.int().check(z.gte(1), z.lte(20)), 3),
  /** The same request again within this time sends nothing. */
  pause: z._default(length, 'PT10M'),
});

const count = z.int().check(z.gte(1), z.lte(1_000_000));

/**
 * Against floods: how many confirmation mails there are at most, however many ask. Each is counted over all sites of the stack, and
 * what comes on top sends nothing and is answered the same.
 */
const limits = z.strictObject({
  /** To a mailbox, its subaddresses included, within 24 hours; else 6, or twice `confirmation.mailsPerDay`. */
  mailsPerMailbox: z.optional(count),
  /** For visitors of one network (/24 of IPv4, /48 of IPv6) within an hour. */
  mailsPerNetwork: z._default(count, 30),
  /** To the mailboxes of one domain within an hour; not for providers that everybody has a mailbox at. */
  mailsPerDomain: z._default(count, 30),
  /** To all people who sign up at this site within 24 hours. */
  mailsPerDay: z._default(count, 5000),
  /**
   * Whether a browser has to do a little work before its sign-up is taken (ALTCHA): under load, once half of what a network or the
   * site may have is used up.
   */
  proofOfWork: z._default(z.enum(['never', 'under-load', 'always']), 'never'),
  /**
   * So many of this site's confirmation mails may come back for good within 24 hours; then no more are sent, until they
   * are released.
   */
  bounces: z.prefault(
    z.strictObject({
      /** Fewer than this stop nothing, whatever share they are. */
      least: z._default(count, 20),
      /** Of the confirmation mails that were sent. */
      share: z._default(z.number().check(z.gt(0), z.lte(1)), 0.1),
    }),
    {},
  ),
  /** Domains without a cap, such as that of the firm itself. */
  sparedDomains: z._default(z.array(domain), []),
});

/** That a controller leaves: until when the site is there, and for how long what there is can be taken along. */
const closing = z.strictObject({
  /** After it nobody is asked or mailed. Who wants to leave can do so until everything goes. */
  lastDay: z.iso.date(),
  /** From then on; when it is over everything of the site goes. */
  exports: z._default(duration, 'P30D'),
});

/** One website of one controller. Everything that differs between sites is here, and nothing of it is code. */
export const siteSchema = z.strictObject({
  id,
  controller,
  /** Websites whose pages may post sign-ups. */
  origins: z.array(origin),
  languages: z.array(z.enum(LANGUAGES)).check(z.minLength(1)),
  sender: z.strictObject({ name: text, address: z.email() }),
  confirmation,
  limits: z.prefault(limits, {}),
  fields: z._default(z.array(field), []),
  forms: z._default(z.array(form), []),
  purposes: z.array(purpose).check(z.minLength(1)),
  assets: z._default(z.array(asset), []),
  retention,
  processors: z._default(z.array(processor), []),
  closing: z.optional(closing),
});

export type SiteInput = z.input<typeof siteSchema>;
/** The first of `languages` is the site's own. */
export type Site = z.output<typeof siteSchema>;
export type Purpose = Site['purposes'][number];
export type Asset = Site['assets'][number];
export type Processor = Site['processors'][number];
export type Transfer = Processor['transfers'][number];
export type Contact = Site['controller']['contacts'][number];
export type Authority = Site['controller']['supervisoryAuthorities'][number];
export type Localized = Partial<Record<Language, string>>;

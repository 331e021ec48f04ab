import * as z from '../zod';

/*
 * What bodies and queries are made of. Functions, so that a bundle has those alone that it uses.
 */

/** Text that can be stored and shown: well-formed Unicode without control characters. */
export function plainString(longest: number) {
  return z.string().check(
    z.maxLength(longest, `This has at most ${longest} characters.`),
    z.refine((text) => text.isWellFormed(), 'This holds half a character (a lone surrogate); send well-formed text.'),
    z.refine((text) => !/\p{Cc}/u.test(text), 'This holds a control character, such as a line break or NUL.'),
  );
}

/** An address as it was typed. In bodies alone, as addresses do not belong into URLs. */
export const email = () => plainString(320);

/** A person, as lists name them. */
export const personId = () =>
  z
    .string()
    .check(z.regex(/^[\w-]{22}$/, 'This is the id of a person, as lists name them: 22 letters and digits.'))
    .brand<'subject'>();

export function emails(most: number) {
  const rule = `This is a list of 1 to ${most} addresses.`;
  return z.array(email(), rule).check(z.minLength(1, rule), z.maxLength(most, rule));
}

/** The id of something in the site's configuration. */
export const name = () => plainString(40);

const FIFTY = 50;

/** Ids of purposes; none unless some are named. */
export const purposes = () => z._default(z.array(name()).check(z.maxLength(FIFTY)), []);

/** Hashes of wordings that were shown. */
export const hashes = () => z.array(plainString(64)).check(z.maxLength(FIFTY));

/** A record passes over a key of this name, which would be neither refused nor kept. */
const isClean = (answers: object | null): boolean => !Object.hasOwn(answers ?? {}, '__proto__');

/** Answers to the further questions of a site's form, by id. */
export function fields() {
  const unknownField = { path: ['__proto__'], error: 'This field is not known here.' };
  return z.pipe(z.any().check(z.refine(isClean, unknownField)), z.record(name(), plainString(200)));
}

/** Of whom a backend speaks. */
export const visitor = () => z.strictObject({ ip: plainString(45), userAgent: z.optional(plainString(1000)) });

/** Why an operator does something. It outlives what it is about, so it says why and not who. */
export function reason(example: string) {
  const isReason = (text: string): boolean => text.trim().length >= 3 && !/\S@\S/.test(text);
  const rule = `Say why, in 3 to 500 characters and without any address, e.g. "${example}".`;
  return plainString(500).check(z.refine(isReason, rule));
}

/** What an operator calls a dispute. It may name people: it lives in the vault alone, and ends like what is personal. */
export const label = () =>
  plainString(100).check(z.refine((text) => text.trim() !== '', 'Say what you call the dispute.'));

export const flag = () => z.optional(z.literal(true, 'Leave this out, or say true.'));
export const day = () => z.iso.date('This is a day, such as "2026-11-20".');
export const moment = () => z.iso.datetime('This is a moment in UTC, such as "2026-11-25T09:00:00Z".');

/** A moment that others know of, from wherever they are. */
export const when = () =>
  z.iso.datetime({ offset: true, error: 'This is a moment in ISO 8601, such as "2024-05-25T14:30:00+02:00".' });

/** How many items of a list come at once. */
export function limit(most: number) {
  const rule = `The limit is a whole number from 1 to ${most}.`;
  return z._default(z.coerce.number(rule).check(z.int(rule), z.gte(1, rule), z.lte(most, rule)), Math.min(most, 100));
}

/** The same, where all come unless it is said. */
export function limitOrAll(most: number) {
  const rule = `The limit is a whole number from 1 to ${most}.`;
  return z.optional(z.coerce.number(rule).check(z.int(rule), z.gte(1, rule), z.lte(most, rule)));
}

/** A request, as the list of them names it. */
export const caseId = () =>
  z.string().check(z.regex(/^[\w-]{22}$/, 'This is the id of a request, as the list of them has it.'));

/** The head of a preview, null where nothing had been known of the person; left out by whoever does it whatever was there. */
export const expects = () =>
  z.optional(z.nullable(z.string().check(z.regex(/^[\w-]{43}$/, 'This is the `head` of a preview, or null.'))));

/** Where a list goes on. */
export const cursor = () => z.optional(z.string());

import type { core } from './zod';

/*
 * Ids that look alike and must never be taken for each other. They are made of bytes by whoever makes them, and read where text
 * comes in: from a table, a request, a token, a file.
 */

type Id<Name extends string> = string & core.$brand<Name>;

/** A person as a site knows them: 128 bit, base64url. */
export type SubjectId = Id<'subject'>;
/** What one sign-up, or one consent from elsewhere, began: 128 bit, base64url. */
export type RecordId = Id<'record'>;
/** What an entry commits to, a part or an address: SHA-256, base64url. */
export type Digest = Id<'digest'>;
/** What an entry is known by in its chain and in the log: SHA-256, base64url. */
export type EntryHash = Id<'entry'>;

const ID = /^[\w-]{22}$/;
const HASH = /^[\w-]{43}$/;

export const isSubjectId = (text: unknown): text is SubjectId => typeof text === 'string' && ID.test(text);
export const isEntryHash = (text: unknown): text is EntryHash => typeof text === 'string' && HASH.test(text);

/* What a stored entry says of records and parts need be no more than text: a later version may spell them in another way. */
export const isRecordId = (text: unknown): text is RecordId => typeof text === 'string';
export const isDigest = (text: unknown): text is Digest => typeof text === 'string';

const made = <Any extends Id<string>>(bytes: Uint8Array): Any => Buffer.from(bytes).toString('base64url') as Any;

export const subjectIdOf = (bytes: Uint8Array): SubjectId => made(bytes);
export const recordIdOf = (bytes: Uint8Array): RecordId => made(bytes);
export const digestOf = (bytes: Uint8Array): Digest => made(bytes);
export const entryHashOf = (bytes: Uint8Array): EntryHash => made(bytes);

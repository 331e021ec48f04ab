import type { Digest, EntryHash, RecordId, SubjectId } from '../shared/ids';

/* Ids that a test makes up. What reads them from outside checks their form; rules take them as they are, so they can be names. */

export const asSubject = (text: string): SubjectId => text as SubjectId;
export const asRecord = (text: string): RecordId => text as RecordId;
export const asDigest = (text: string): Digest => text as Digest;
export const asEntryHash = (text: string): EntryHash => text as EntryHash;

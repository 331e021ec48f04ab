import { type Digest, type RecordId, type SubjectId, digestOf, recordIdOf, subjectIdOf } from '../ids';
import { createHmac } from 'node:crypto';
import { canonicalSha256 } from '../canonical';
import type { Secret } from '../secret';

/**
 * The name under which a person is known to a site: HMAC-SHA-256(key, site NUL canonical e-mail), the first 128 bit,
 * base64url. Found again from the address without any index, and leads back to the address only for who has
 * both the key and a guess.
 */
export async function subjectId(key: Secret, site: string, canonicalEmail: string): Promise<SubjectId> {
  return subjectIdOf(await keyed(key, `${site}\0${canonicalEmail}`));
}

/**
 * The record of a consent from elsewhere, found again from what its source calls it: reported twice, it is one. Keyed, as
 * that may be a hash of something personal.
 */
export async function recordIdFor(key: Secret, subject: SubjectId, reference: string): Promise<RecordId> {
  return recordIdOf(await keyed(key, `record\0${subject}\0${reference}`));
}

/**
 * The salt of a record's commitment to the address that it is about. It is stored nowhere: whoever has the key makes it anew for as
 * long as there is an entry that it belongs to, and nobody else can try addresses.
 */
export async function addressSalt(key: Secret, subject: SubjectId, recordId: RecordId | SubjectId): Promise<string> {
  return base64url(await keyed(key, `address\0${subject}\0${recordId}`));
}

/** What the entry that begins a record says of the address: a digest, to be shown to belong to it later, with its salt. */
export async function addressDigest(
  key: Secret,
  { subject, recordId }: { readonly subject: SubjectId; readonly recordId: RecordId | SubjectId },
  canonicalEmail: string,
): Promise<Digest> {
  return digestOf(canonicalSha256({ address: canonicalEmail, salt: await addressSalt(key, subject, recordId) }));
}

/** By what a mail that came in is known again: a hash of its Message-ID, keyed, as that can hold somebody's name. */
export async function mailIdFor(key: Secret, messageId: string): Promise<string> {
  return base64url(await keyed(key, `mail\0${messageId}`));
}

/** The case that a mail opens, found again from the mail: come twice, it is one. */
export async function caseIdFor(key: Secret, subject: SubjectId, mailId: string): Promise<string> {
  return base64url(await keyed(key, `case\0${subject}\0${mailId}`));
}

const base64url = (bytes: Buffer): string => bytes.toString('base64url');

async function keyed(secret: Secret, text: string): Promise<Buffer> {
  const { key } = JSON.parse(await secret()) as { key: string };
  return createHmac('sha256', key).update(text).digest().subarray(0, 16);
}

import { createHmac } from 'node:crypto';
import { required } from '../environment';
import { readSecret } from '../secret';

const secretId = required('SUBJECT_KEY_SECRET');

/**
 * The name under which a person is known to a site: HMAC-SHA-256(key, site NUL canonical e-mail), the first 128 bit,
 * base64url. Found again from the address without any index, and leads back to the address only for who has
 * both the key and a guess.
 */
export async function subjectId(site: string, canonicalEmail: string): Promise<string> {
  return keyed(`${site}\0${canonicalEmail}`);
}

/**
 * The record of a consent from elsewhere, found again from what its source calls it: reported twice, it is one. Keyed, as
 * that may be a hash of something personal.
 */
export async function recordIdFor(subject: string, reference: string): Promise<string> {
  return keyed(`record\0${subject}\0${reference}`);
}

/** By what a mail that came in is known again: a hash of its Message-ID, keyed, as that can hold somebody's name. */
export async function mailIdFor(messageId: string): Promise<string> {
  return keyed(`mail\0${messageId}`);
}

/** The case that a mail opens, found again from the mail: come twice, it is one. */
export async function caseIdFor(subject: string, mailId: string): Promise<string> {
  return keyed(`case\0${subject}\0${mailId}`);
}

async function keyed(text: string): Promise<string> {
  const { key } = JSON.parse(await readSecret(secretId)) as { key: string };
  return createHmac('sha256', key).update(text).digest().subarray(0, 16).toString('base64url');
}

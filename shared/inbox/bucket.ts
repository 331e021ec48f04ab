import { DeleteObjectCommand, GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { required } from '../environment';

/** One client per container; its region, credentials and endpoint come from the environment. */
const s3 = new S3Client({});
const Bucket = required('INBOX_BUCKET');

/** Where the mail service puts what it receives, each mail by its id. */
const keyOf = (id: string): string => `mail/${id}`;

/** A mail, byte by byte; undefined where it was worked off before. */
export async function fetchMail(id: string): Promise<Uint8Array | undefined> {
  try {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key: keyOf(id) }));
    return await Body?.transformToByteArray();
  } catch (error) {
    if (error instanceof Error && error.name === 'NoSuchKey') return undefined;
    throw error;
  }
}

/** What is personal in it is in the vault by now. */
export async function deleteMail(id: string): Promise<void> {
  await s3.send(new DeleteObjectCommand({ Bucket, Key: keyOf(id) }));
}

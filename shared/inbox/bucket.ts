import { DeleteObjectCommand, GetObjectCommand } from '@aws-sdk/client-s3';
import type { Bucket } from '../bucket';

/** Where the mail service puts what it receives, each mail by its id. */
const keyOf = (id: string): string => `mail/${id}`;

/** A mail, byte by byte; undefined where it was worked off before. */
export async function fetchMail({ client, name }: Bucket, id: string): Promise<Uint8Array | undefined> {
  try {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: name, Key: keyOf(id) }));
    return await Body?.transformToByteArray();
  } catch (error) {
    if (error instanceof Error && error.name === 'NoSuchKey') return undefined;
    throw error;
  }
}

/** What is personal in it is in the vault by now. */
export async function deleteMail({ client, name }: Bucket, id: string): Promise<void> {
  await client.send(new DeleteObjectCommand({ Bucket: name, Key: keyOf(id) }));
}

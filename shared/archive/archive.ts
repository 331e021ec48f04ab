import { GetObjectCommand, paginateListObjectsV2, PutObjectCommand } from '@aws-sdk/client-s3';
import type { Bucket } from '../bucket';

const FOLDER = 'checkpoints/';
const KEY = /^checkpoints\/(\d{16})(\.tsr)?$/;

/** Padded, so that keys are in the order of sizes. */
const noteKey = (size: number): string => FOLDER + String(size).padStart(16, '0');
const timestampKey = (size: number): string => `${noteKey(size)}.tsr`;

export interface ArchivedCheckpoint {
  readonly size: number;
  /** The signed note. */
  readonly note: string;
  /** A TimeStampResp over the note's bytes; see `timestamp.ts`. */
  readonly timestamp?: Uint8Array;
}

/** What there is of a checkpoint. */
export interface Place {
  readonly size: number;
  readonly isTimestamped: boolean;
}

export const saveNote = (archive: Bucket, size: number, note: string): Promise<void> =>
  putOnce(archive, noteKey(size), note, 'text/plain; charset=utf-8');

export const saveTimestamp = (archive: Bucket, size: number, tsr: Uint8Array): Promise<void> =>
  putOnce(archive, timestampKey(size), tsr, 'application/timestamp-reply');

/** What is archived of the checkpoint of that very size. */
export async function findCheckpoint(archive: Bucket, size: number): Promise<Place | undefined> {
  const first = await firstPlace(archive, size);
  return first?.size === size ? first : undefined;
}

/** The oldest archived checkpoint that spans a log of `size` leaves. */
export async function firstCovering(archive: Bucket, size: number): Promise<ArchivedCheckpoint | undefined> {
  const first = await firstPlace(archive, size);
  return first && read(archive, first);
}

/** All archived checkpoints that span a log of `size` leaves, the oldest first; one is read when it is asked for. */
export async function* checkpointsFrom(archive: Bucket, size: number): AsyncGenerator<ArchivedCheckpoint, void> {
  for await (const place of placesFrom(archive, size)) yield await read(archive, place);
}

async function putOnce(
  { client, name }: Bucket,
  Key: string,
  Body: string | Uint8Array,
  ContentType: string,
): Promise<void> {
  try {
    await client.send(new PutObjectCommand({ Bucket: name, Key, Body, ContentType, IfNoneMatch: '*' }));
  } catch (error) {
    // It is there already: put by another run, or by this one, whose answer was lost.
    if (!(error instanceof Error && error.name === 'PreconditionFailed')) throw error;
  }
}

/** A note and its timestamp are two keys; no more are needed for the first. */
async function firstPlace(archive: Bucket, size: number): Promise<Place | undefined> {
  const { value } = await placesFrom(archive, size, 2).next();
  return value ?? undefined;
}

/** A timestamp's key comes right after its note's. */
async function* placesFrom(archive: Bucket, size: number, pageSize?: number): AsyncGenerator<Place, void> {
  let last: number | undefined;
  for await (const [, digits, isTimestamp] of keysFrom(archive, size, pageSize)) {
    if (last !== undefined) yield { size: last, isTimestamped: isTimestamp !== undefined };
    last = isTimestamp === undefined ? Number(digits) : undefined;
  }
  if (last !== undefined) yield { size: last, isTimestamped: false };
}

async function* keysFrom(
  { client, name }: Bucket,
  size: number,
  pageSize?: number,
): AsyncGenerator<RegExpExecArray, void> {
  const from = { Bucket: name, Prefix: FOLDER, StartAfter: timestampKey(size - 1) };
  for await (const { Contents = [] } of paginateListObjectsV2({ client, ...(pageSize && { pageSize }) }, from)) {
    yield* Contents.map(({ Key = '' }) => KEY.exec(Key)).filter((match) => match !== null);
  }
}

async function read(archive: Bucket, { size, isTimestamped }: Place): Promise<ArchivedCheckpoint> {
  const note = new TextDecoder().decode(await get(archive, noteKey(size)));
  return isTimestamped ? { size, note, timestamp: await get(archive, timestampKey(size)) } : { size, note };
}

async function get({ client, name }: Bucket, Key: string): Promise<Uint8Array> {
  const { Body } = await client.send(new GetObjectCommand({ Bucket: name, Key }));
  if (!Body) throw new Error(`The archive answered without a body for ${Key}.`);
  return Body.transformToByteArray();
}

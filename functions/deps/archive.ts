import { S3Client } from '@aws-sdk/client-s3';
import type { Bucket } from '../../shared/bucket';
import { optional, required } from '../../shared/environment';

export const archive = (): Bucket => ({ client: new S3Client({}), name: required('ARCHIVE_BUCKET') });

/** The authority that says when a checkpoint was there; without one, checkpoints are archived all the same. */
export const timestampUrl = (): string | undefined => optional('TIMESTAMP_URL');

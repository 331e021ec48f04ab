import { S3Client } from '@aws-sdk/client-s3';
import type { Bucket } from '../../shared/bucket';
import { required } from '../../shared/environment';

export const inboxBucket = (): Bucket => ({ client: new S3Client({}), name: required('INBOX_BUCKET') });

/** The domain whose mail comes to us. */
export const inboxDomain = (): string => required('INBOX_DOMAIN');

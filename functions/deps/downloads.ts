import { fromEnv } from '@aws-sdk/credential-provider-env';
import { optional, required } from '../../shared/environment';
import { presigned } from '../../shared/presigned';
import * as z from '../../shared/zod';

const addressesSchema = z.record(z.string(), z.url());

/** A link to a file that is too large for an answer; undefined where it is not, and so was deployed with the function. */
export type LinkTo = (file: string, type: string, now: Date) => Promise<string | undefined>;

/** The large files are objects of S3, whose addresses `LARGE_FILES` has by name. */
export function linkToLargeFiles(): LinkTo {
  const addresses = addressesSchema.parse(JSON.parse(optional('LARGE_FILES') ?? '{}'));
  const signer = { region: required('AWS_REGION'), credentials: fromEnv() };
  return async (file, type, now) => {
    const url = addresses[file];
    return url === undefined ? undefined : presigned(signer, { url, fileName: file, type }, now);
  };
}

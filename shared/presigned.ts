import { SignatureV4 } from '@smithy/signature-v4';
import { Sha256 } from './sdk-sha256';

type Signer = ConstructorParameters<typeof SignatureV4>[0];

/** Who signs links to objects in S3, and in whose name. */
export type Presigner = Pick<Signer, 'region' | 'credentials'>;

export interface PresignedObject {
  /** Its address, without a query. */
  readonly url: string;
  /** The name that a browser shows and saves it by. */
  readonly fileName: string;
  readonly type: string;
}

/** For so long a link is good to begin a download; one that has begun goes on. */
const SECONDS = 60;

/** A link by which anybody gets the object for a minute. */
export async function presigned(by: Presigner, { url, fileName, type }: PresignedObject, now: Date): Promise<string> {
  const { protocol, host, hostname, pathname } = new URL(url);
  const signer = new SignatureV4({ ...by, service: 's3', sha256: Sha256, uriEscapePath: false, applyChecksum: false });
  const { query } = await signer.presign(
    {
      method: 'GET',
      protocol,
      hostname,
      path: pathname,
      query: { 'response-content-type': type, 'response-content-disposition': `inline; filename="${fileName}"` },
      // What S3 sends is not known here, and need not be.
      headers: { host, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' },
    },
    { expiresIn: SECONDS, signingDate: now },
  );
  const parameters = Object.entries(query ?? {}).map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  return `${url}?${parameters.join('&')}`;
}

import { id_signedData, SignedData } from '@peculiar/asn1-cms';
import { AsnParser } from '@peculiar/asn1-schema';
import { PKIStatus, TimeStampResp, TSTInfo } from '@peculiar/asn1-tsp';
import type { Certificate } from '@peculiar/asn1-x509';
import { fromBER, type BaseBlock } from 'asn1js';
import { SHA_256 } from './signature';
import { attributesIn, certificatesIn, contentIn, isSignedBy, signerOf } from './token-signature';

/*
 * Reads timestamps as in RFC 3161. Runs in browsers, too.
 */

/** Thrown when what should be a timestamp is none; the message says why. */
export class BadTimestamp extends Error {
  override readonly name = 'BadTimestamp';
}

/** What an authority says: that it saw the data with this hash at that time. */
export interface Timestamp {
  /** ISO 8601, in UTC. */
  readonly at: string;
  /** The SHA-256 of what was stamped. */
  readonly imprint: Uint8Array;
  /** Who stamped, as the certificate in the timestamp has it: `CN=..., O=..., C=...`. */
  readonly authority: string;
  /**
   * Whether that certificate's key signed this, and the certificate is one for timestamps and was valid at that time.
   * Whether the certificate can be trusted, it does not say: that takes a list of whom one trusts.
   */
  readonly isSignatureValid: boolean;
}

/** Reads a whole answer of an authority, a TimeStampResp in DER. @throws {BadTimestamp} */
export async function readTimestamp(tsr: Uint8Array): Promise<Timestamp> {
  return timestampIn(openResponse(tsr));
}

/** What is in an answer, before anything is checked. */
export interface Token {
  readonly signed: SignedData;
  /** The certificates in it, byte by byte: they are known by their hashes. */
  readonly certificates: readonly Uint8Array<ArrayBuffer>[];
  /** What is signed: `info`, byte by byte. */
  readonly content: Uint8Array<ArrayBuffer>;
  /** The attributes that the signature is over, byte by byte. */
  readonly attributes: Uint8Array<ArrayBuffer>;
  readonly info: TSTInfo;
}

/** @throws {BadTimestamp} */
export function openResponse(tsr: Uint8Array): Token {
  const { status, timeStampToken } = parsed(() => AsnParser.fromASN(onlyBlockOf(tsr), TimeStampResp));
  if (status.status !== PKIStatus.granted && status.status !== PKIStatus.grantedWithMods) {
    throw new BadTimestamp(`The authority gave no timestamp; its status is ${PKIStatus[status.status] ?? 'unknown'}.`);
  }
  return parsed(() => {
    if (timeStampToken?.contentType !== id_signedData) throw new TypeError('There is no token.');
    const block = onlyBlockOf(new Uint8Array(timeStampToken.content));
    const signed = AsnParser.fromASN(block, SignedData);
    const content = contentIn(block);
    const info = AsnParser.fromASN(onlyBlockOf(content), TSTInfo);
    return { signed, certificates: certificatesIn(block), content, attributes: attributesIn(block), info };
  });
}

/** @throws {BadTimestamp} */
export async function timestampIn(token: Token): Promise<Timestamp> {
  const { signed, certificates, info } = token;
  const { hashAlgorithm, hashedMessage } = info.messageImprint;
  if (hashAlgorithm.algorithm !== SHA_256) throw new BadTimestamp('The timestamp is not over a SHA-256.');
  const authority = await signerOf(signed, certificates);
  if (!authority) throw new BadTimestamp('The timestamp lacks the certificate of who signed it.');
  return {
    at: parsed(() => info.genTime.toISOString()),
    imprint: new Uint8Array(hashedMessage.buffer),
    authority: subjectOf(authority),
    isSignatureValid: await isSignedBy(authority, token, info.genTime),
  };
}

const SHORT: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.97': 'organizationIdentifier',
};

/** Certificates name what is most special last; people want it first. */
function subjectOf({ tbsCertificate: { subject } }: Certificate): string {
  const parts = subject.flatMap((names) =>
    names.map(({ type, value }) => `${SHORT[type] ?? type}=${value.toString()}`),
  );
  return parts.reverse().join(', ');
}

/** What follows a block would be read by nobody, and yet be kept. */
function onlyBlockOf(bytes: Uint8Array): BaseBlock {
  const { offset, result } = fromBER(new Uint8Array(bytes));
  if (offset !== bytes.length) throw new TypeError('This is not one block.');
  return result;
}

function parsed<T>(parse: () => T): T {
  try {
    return parse();
  } catch {
    throw new BadTimestamp('This is no timestamp as RFC 3161 has it.');
  }
}

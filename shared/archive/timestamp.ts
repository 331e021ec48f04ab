import { fromBER } from 'asn1js';
import { ContentInfo, id_sha256, PKIStatus, SignedData, TimeStampResp, TSTInfo, type Certificate } from 'pkijs';
import { isSignedBy, signerOf } from './token-signature';

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
  readonly info: TSTInfo;
}

/** @throws {BadTimestamp} */
export function openResponse(tsr: Uint8Array): Token {
  const { status, timeStampToken } = parsed(() => new TimeStampResp({ schema: onlyBlockOf(tsr) }));
  if (status.status !== PKIStatus.granted && status.status !== PKIStatus.grantedWithMods) {
    throw new BadTimestamp(`The authority gave no timestamp; its status is ${PKIStatus[status.status] ?? 'unknown'}.`);
  }
  return parsed(() => {
    if (timeStampToken?.contentType !== ContentInfo.SIGNED_DATA) throw new TypeError('There is no token.');
    const signed = new SignedData({ schema: timeStampToken.content as unknown });
    const content = signed.encapContentInfo.eContent?.getValue() ?? new ArrayBuffer();
    return { signed, info: new TSTInfo({ schema: onlyBlockOf(new Uint8Array(content)) }) };
  });
}

/** @throws {BadTimestamp} */
export async function timestampIn({ signed, info }: Token): Promise<Timestamp> {
  const { hashAlgorithm, hashedMessage } = info.messageImprint;
  if (hashAlgorithm.algorithmId !== id_sha256) throw new BadTimestamp('The timestamp is not over a SHA-256.');
  const authority = await signerOf(signed);
  if (!authority) throw new BadTimestamp('The timestamp lacks the certificate of who signed it.');
  return {
    at: parsed(() => info.genTime.toISOString()),
    imprint: hashedMessage.valueBlock.valueHexView,
    authority: subjectOf(authority),
    isSignatureValid: await isSignedBy(authority, signed, info.genTime),
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
function subjectOf({ subject }: Certificate): string {
  const parts = subject.typesAndValues.map(
    ({ type, value }) => `${SHORT[type] ?? type}=${String(value.valueBlock.value)}`,
  );
  return parts.reverse().join(', ');
}

/** What follows a block would be read by nobody, and yet be kept. */
function onlyBlockOf(bytes: Uint8Array): unknown {
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

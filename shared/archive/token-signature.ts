import { ObjectIdentifier, OctetString, Sequence, type BaseBlock } from 'asn1js';
import {
  Certificate,
  CryptoEngine,
  id_eContentType_TSTInfo,
  id_ExtKeyUsage,
  id_sha1,
  id_sha256,
  type ExtKeyUsage,
  type SignedData,
  type SignerInfo,
} from 'pkijs';

/*
 * Who signed a timestamp token, and whether it is so. The library's own check wants the stamped data for it, and takes
 * any certificate that the token has; RFC 3161 asks for more.
 */

const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.12';
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';
const RSA_ENCRYPTION = '1.2.840.113549.1.1.1';
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';

export const engine = new CryptoEngine({ name: 'WebCrypto', crypto: globalThis.crypto });

/** The certificate whose hash is among what was signed (RFC 3161, section 2.4.2); undefined if the token lacks it. */
export async function signerOf({ signerInfos, certificates = [] }: SignedData): Promise<Certificate | undefined> {
  const named = namedCertificate(signerInfos[0]);
  if (!named) return undefined;
  for (const certificate of certificates) {
    if (!(certificate instanceof Certificate)) continue;
    if (await isHashOf(certificate.toSchema().toBER(), named)) return certificate;
  }
  return undefined;
}

/** Whether the token is signed by that certificate's key alone, and the certificate was good for that at that time. */
export async function isSignedBy(authority: Certificate, signed: SignedData, at: Date): Promise<boolean> {
  const [signer, ...others] = signed.signerInfos;
  if (!signer || others.length > 0 || !isForTimestamps(authority) || !isValidAt(authority, at)) return false;
  // What cannot be read is no signature.
  return (await isOverContent(signer, signed)) && isOverAttributes(signer, authority).catch(() => false);
}

/** Whether the attributes, which are what is signed, say what the token's content is. */
async function isOverContent(signer: SignerInfo, { encapContentInfo }: SignedData): Promise<boolean> {
  const [type] = valuesOf(signer, CONTENT_TYPE);
  const [expected] = valuesOf(signer, MESSAGE_DIGEST);
  const content = encapContentInfo.eContent?.getValue() ?? new ArrayBuffer();
  return (
    encapContentInfo.eContentType === id_eContentType_TSTInfo &&
    oidOf(type) === id_eContentType_TSTInfo &&
    expected instanceof OctetString &&
    isHashOf(content, { algorithm: signer.digestAlgorithm.algorithmId, hash: expected.valueBlock.valueHexView })
  );
}

async function isOverAttributes(signer: SignerInfo, { subjectPublicKeyInfo }: Certificate): Promise<boolean> {
  const { signature, signatureAlgorithm, digestAlgorithm, signedAttrs } = signer;
  if (!signedAttrs) return false;
  // An algorithm that names no hash goes with the one of the digest.
  const hash = signatureAlgorithm.algorithmId === RSA_ENCRYPTION ? hashName(digestAlgorithm.algorithmId) : undefined;
  const { encodedValue } = signedAttrs;
  return engine.verifyWithPublicKey(encodedValue, signature, subjectPublicKeyInfo, signatureAlgorithm, hash);
}

function isForTimestamps({ extensions = [] }: Certificate): boolean {
  const usage = extensions.find(({ extnID }) => extnID === id_ExtKeyUsage);
  const purposes = (usage?.parsedValue as ExtKeyUsage | undefined)?.keyPurposes ?? [];
  return usage?.critical === true && purposes.length === 1 && purposes[0] === TIME_STAMPING;
}

function isValidAt({ notBefore, notAfter }: Certificate, at: Date): boolean {
  return notBefore.value <= at && at <= notAfter.value;
}

interface NamedHash {
  readonly algorithm: string;
  readonly hash: Uint8Array;
}

/** The first that the attribute SigningCertificate names is the signer's (RFC 2634 and 5035). */
function namedCertificate(signer: SignerInfo | undefined): NamedHash | undefined {
  const [v2] = valuesOf(signer, SIGNING_CERTIFICATE_V2);
  const [v1] = valuesOf(signer, SIGNING_CERTIFICATE);
  const parts = partsOf(partsOf(partsOf(v2 ?? v1)[0])[0]);
  const hash = parts.find((part) => part instanceof OctetString);
  if (!hash) return undefined;
  const byDefault = v2 ? id_sha256 : id_sha1;
  return { algorithm: oidOf(partsOf(parts[0])[0]) ?? byDefault, hash: hash.valueBlock.valueHexView };
}

function valuesOf(signer: SignerInfo | undefined, type: string): readonly BaseBlock[] {
  const attribute = signer?.signedAttrs?.attributes.find((one) => one.type === type);
  return attribute ? (attribute.values as BaseBlock[]) : [];
}

function partsOf(block: BaseBlock | undefined): readonly BaseBlock[] {
  return block instanceof Sequence ? block.valueBlock.value : [];
}

function oidOf(block: BaseBlock | undefined): string | undefined {
  return block instanceof ObjectIdentifier ? block.getValue() : undefined;
}

async function isHashOf(data: ArrayBuffer, { algorithm, hash }: NamedHash): Promise<boolean> {
  const name = hashName(algorithm);
  return name !== undefined && isSame(new Uint8Array(await engine.digest(name, data)), hash);
}

function hashName(algorithm: string): string | undefined {
  const { name } = engine.getAlgorithmByOID(algorithm) as { name?: string };
  return name?.startsWith('SHA-') ? name : undefined;
}

export function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, n) => byte === other[n]);
}

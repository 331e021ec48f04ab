import type { SignedData, SignerInfo } from '@peculiar/asn1-cms';
import { AsnParser } from '@peculiar/asn1-schema';
import { id_ct_tstInfo } from '@peculiar/asn1-tsp';
import { Certificate, ExtendedKeyUsage, id_ce_extKeyUsage, id_kp_timeStamping } from '@peculiar/asn1-x509';
import { Constructed, OctetString, type BaseBlock } from 'asn1js';
import { blockOf, HASHES, isSignatureOf, oidOf, partsOf, SHA_256 } from './signature';

/*
 * Who signed a timestamp token, and whether it is so, as RFC 3161 asks for it.
 */

const SHA_1 = '1.3.14.3.2.26';
const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.12';
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';
/** What stands for the tag of signed attributes where they are signed: a SET (RFC 5652, section 5.4). */
const SET = 0x31;
/** The class of tags whose meaning depends on where they are. */
const CONTEXT = 3;

/** What a SignedData is about, here a TSTInfo; may be in pieces. Empty where there is nothing. */
export function contentIn(signed: BaseBlock): Uint8Array<ArrayBuffer> {
  const [, , about] = partsOf(signed);
  const [, wrapped] = partsOf(about);
  const content = wrapped instanceof Constructed ? wrapped.valueBlock.value[0] : undefined;
  return new Uint8Array(content instanceof OctetString ? content.getValue() : new ArrayBuffer());
}

/** The attributes that its first signature is over; empty where there are none. */
export function attributesIn(signed: BaseBlock): Uint8Array<ArrayBuffer> {
  const signers = partsOf(signed).at(-1);
  const [signer] = signers instanceof Constructed ? signers.valueBlock.value : [];
  return new Uint8Array(taggedIn(signer, 0)?.valueBeforeDecodeView ?? []);
}

function taggedIn(block: BaseBlock | undefined, tag: number): BaseBlock | undefined {
  return partsOf(block).find(({ idBlock }) => idBlock.tagClass === CONTEXT && idBlock.tagNumber === tag);
}

/** The certificates of a SignedData (RFC 5652, section 5.1), and whatever else is among them. */
export function certificatesIn(signed: BaseBlock): Uint8Array<ArrayBuffer>[] {
  const set = taggedIn(signed, 0);
  return set instanceof Constructed
    ? set.valueBlock.value.map((each) => new Uint8Array(each.valueBeforeDecodeView))
    : [];
}

/** The certificate whose hash is among what was signed (RFC 3161, section 2.4.2); undefined if the token lacks it. */
export async function signerOf(
  { signerInfos }: SignedData,
  certificates: readonly Uint8Array<ArrayBuffer>[],
): Promise<Certificate | undefined> {
  const named = namedCertificate(signerInfos[0]);
  if (!named) return undefined;
  for (const certificate of certificates) {
    if (await isHashOf(certificate, named)) return readCertificate(certificate);
  }
  return undefined;
}

function readCertificate(der: Uint8Array): Certificate | undefined {
  try {
    return AsnParser.parse(der, Certificate);
  } catch {
    return undefined;
  }
}

interface Content {
  readonly signed: SignedData;
  readonly content: Uint8Array<ArrayBuffer>;
  readonly attributes: Uint8Array<ArrayBuffer>;
}

/** Whether the token is signed by that certificate's key alone, and the certificate was good for that at that time. */
export async function isSignedBy(authority: Certificate, token: Content, at: Date): Promise<boolean> {
  const [signer, ...others] = token.signed.signerInfos;
  if (!signer || others.length > 0 || !isForTimestamps(authority) || !isValidAt(authority, at)) return false;
  // What cannot be read is no signature.
  return (await isOverContent(signer, token)) && isOverAttributes(signer, token, authority).catch(() => false);
}

/** Whether the attributes, which are what is signed, say what the token's content is. */
async function isOverContent(signer: SignerInfo, { signed, content }: Content): Promise<boolean> {
  const expected = valueOf(signer, MESSAGE_DIGEST);
  return (
    signed.encapContentInfo.eContentType === id_ct_tstInfo &&
    oidOf(valueOf(signer, CONTENT_TYPE)) === id_ct_tstInfo &&
    expected instanceof OctetString &&
    isHashOf(content, { algorithm: signer.digestAlgorithm.algorithm, hash: expected.valueBlock.valueHexView })
  );
}

async function isOverAttributes(
  { signature, signatureAlgorithm, digestAlgorithm }: SignerInfo,
  { attributes }: Content,
  { tbsCertificate }: Certificate,
): Promise<boolean> {
  if (attributes.length === 0) return false;
  const data = attributes.slice();
  data[0] = SET;
  return isSignatureOf(tbsCertificate.subjectPublicKeyInfo, {
    data,
    signature: signature.buffer,
    algorithm: signatureAlgorithm,
    digest: digestAlgorithm.algorithm,
  });
}

function isForTimestamps({ tbsCertificate: { extensions = [] as never } }: Certificate): boolean {
  const usage = extensions.find(({ extnID }) => extnID === id_ce_extKeyUsage);
  const purposes = usage ? [...AsnParser.parse(usage.extnValue, ExtendedKeyUsage)] : [];
  return usage?.critical === true && purposes.length === 1 && purposes[0] === id_kp_timeStamping;
}

function isValidAt({ tbsCertificate: { validity } }: Certificate, at: Date): boolean {
  return validity.notBefore.getTime() <= at && at <= validity.notAfter.getTime();
}

interface NamedHash {
  readonly algorithm: string;
  readonly hash: Uint8Array;
}

/** The first that the attribute SigningCertificate names is the signer's (RFC 2634 and 5035). */
function namedCertificate(signer: SignerInfo | undefined): NamedHash | undefined {
  const v2 = valueOf(signer, SIGNING_CERTIFICATE_V2);
  const v1 = valueOf(signer, SIGNING_CERTIFICATE);
  const parts = partsOf(partsOf(partsOf(v2 ?? v1)[0])[0]);
  const hash = parts.find((part) => part instanceof OctetString);
  if (!hash) return undefined;
  const byDefault = v2 ? SHA_256 : SHA_1;
  return { algorithm: oidOf(partsOf(parts[0])[0]) ?? byDefault, hash: hash.valueBlock.valueHexView };
}

function valueOf(signer: SignerInfo | undefined, type: string): BaseBlock | undefined {
  return blockOf(signer?.signedAttrs?.find(({ attrType }) => attrType === type)?.attrValues[0]);
}

async function isHashOf(data: BufferSource, { algorithm, hash }: NamedHash): Promise<boolean> {
  const name = HASHES[algorithm];
  return name !== undefined && isSame(new Uint8Array(await globalThis.crypto.subtle.digest(name, data)), hash);
}

export function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, n) => byte === other[n]);
}

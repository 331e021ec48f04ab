import { AsnSerializer } from '@peculiar/asn1-schema';
import type { AlgorithmIdentifier, SubjectPublicKeyInfo } from '@peculiar/asn1-x509';
import { fromBER, Integer, ObjectIdentifier, Sequence, type BaseBlock } from 'asn1js';

/*
 * Checks signatures by WebCrypto, which names algorithms by words and takes signatures as plain numbers, where certificates have
 * object identifiers and DER.
 */

export const SHA_256 = '2.16.840.1.101.3.4.2.1';
const SHA_1 = '1.3.14.3.2.26';
export const HASHES: Readonly<Record<string, string>> = {
  [SHA_1]: 'SHA-1',
  [SHA_256]: 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
};

const RSA_PSS = '1.2.840.113549.1.1.10';
/** The hash; empty where the signature goes with the hash of the digest. */
const RSA: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.1': '',
  '1.2.840.113549.1.1.5': 'SHA-1',
  '1.2.840.113549.1.1.11': 'SHA-256',
  '1.2.840.113549.1.1.12': 'SHA-384',
  '1.2.840.113549.1.1.13': 'SHA-512',
};
const ECDSA: Readonly<Record<string, string>> = {
  '1.2.840.10045.2.1': '',
  '1.2.840.10045.4.1': 'SHA-1',
  '1.2.840.10045.4.3.2': 'SHA-256',
  '1.2.840.10045.4.3.3': 'SHA-384',
  '1.2.840.10045.4.3.4': 'SHA-512',
};
const CURVES: Readonly<Record<string, { readonly name: string; readonly bytes: number }>> = {
  '1.2.840.10045.3.1.7': { name: 'P-256', bytes: 32 },
  '1.3.132.0.34': { name: 'P-384', bytes: 48 },
  '1.3.132.0.35': { name: 'P-521', bytes: 66 },
};

export interface Signed {
  readonly data: BufferSource;
  readonly signature: ArrayBuffer;
  readonly algorithm: AlgorithmIdentifier;
  /** The object identifier of the hash that goes with an algorithm that names none. */
  readonly digest: string;
}

/** Whether that key made the signature. @throws where key, algorithm or signature cannot be read */
export async function isSignatureOf(key: SubjectPublicKeyInfo, { data, signature, ...by }: Signed): Promise<boolean> {
  const { imported, used, curveBytes } = schemeOf(key, by.algorithm, HASHES[by.digest] ?? '');
  const { subtle } = globalThis.crypto;
  const publicKey = await subtle.importKey('spki', AsnSerializer.serialize(key), imported, false, ['verify']);
  const bytes = curveBytes === undefined ? new Uint8Array(signature) : plainSignature(signature, curveBytes);
  return subtle.verify(used, publicKey, bytes, data);
}

interface Scheme {
  readonly imported: RsaHashedImportParams | EcKeyImportParams;
  readonly used: Algorithm | RsaPssParams | EcdsaParams;
  readonly curveBytes?: number;
}

function schemeOf(key: SubjectPublicKeyInfo, { algorithm, parameters }: AlgorithmIdentifier, digest: string): Scheme {
  const rsa = RSA[algorithm];
  if (rsa !== undefined) {
    const name = 'RSASSA-PKCS1-v1_5';
    return { imported: { name, hash: rsa || digest }, used: { name } };
  }
  if (algorithm === RSA_PSS) {
    const { hash, saltLength } = pssOf(parameters);
    return { imported: { name: 'RSA-PSS', hash }, used: { name: 'RSA-PSS', saltLength } };
  }
  const hash = ECDSA[algorithm];
  const curve = CURVES[oidOf(blockOf(key.algorithm.parameters)) ?? ''];
  if (hash === undefined || !curve) throw new TypeError('This algorithm is not known.');
  const imported = { name: 'ECDSA', namedCurve: curve.name };
  return { imported, used: { name: 'ECDSA', hash: hash || digest }, curveBytes: curve.bytes };
}

/** RSASSA-PSS-params with their defaults (RFC 4055, section 3.1). The mask is made by the same hash, as WebCrypto has it. */
function pssOf(parameters: ArrayBuffer | null | undefined): { hash: string; saltLength: number } {
  const tagged = (tag: number): BaseBlock | undefined => {
    const found = partsOf(blockOf(parameters)).find(({ idBlock }) => idBlock.tagNumber === tag);
    return (found?.valueBlock as { value?: BaseBlock[] } | undefined)?.value?.[0];
  };
  const salt = tagged(2);
  const hash = HASHES[oidOf(partsOf(tagged(0))[0]) ?? SHA_1] ?? '';
  return { hash, saltLength: salt instanceof Integer ? salt.valueBlock.valueDec : 20 };
}

/** `r` and `s`, each of the curve's size, instead of a SEQUENCE of two numbers. */
function plainSignature(der: ArrayBuffer, size: number): Uint8Array<ArrayBuffer> {
  const plain = new Uint8Array(2 * size);
  partsOf(blockOf(der)).forEach((part, n) => {
    if (!(part instanceof Integer) || n > 1) throw new TypeError('This is no signature by a curve.');
    const number = part.valueBlock.valueHexView;
    const digits = number.subarray(number.findIndex((byte) => byte !== 0));
    plain.set(digits, (n + 1) * size - digits.length);
  });
  return plain;
}

export function blockOf(bytes: ArrayBuffer | null | undefined): BaseBlock | undefined {
  return bytes ? fromBER(bytes).result : undefined;
}

export function partsOf(block: BaseBlock | undefined): readonly BaseBlock[] {
  return block instanceof Sequence ? block.valueBlock.value : [];
}

export function oidOf(block: BaseBlock | undefined): string | undefined {
  return block instanceof ObjectIdentifier ? block.getValue() : undefined;
}

import { Integer, Utf8String } from 'asn1js';
import {
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  CryptoEngine,
  ExtKeyUsage,
  Extension,
  id_BasicConstraints,
  id_ExtKeyUsage,
} from 'pkijs';

const COMMON_NAME = '2.5.4.3';
const ORGANIZATION = '2.5.4.10';
/** By another library than the one that reads them. */
export const engine = new CryptoEngine({ name: 'WebCrypto', crypto: globalThis.crypto });

export const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
export const CODE_SIGNING = '1.3.6.1.5.5.7.3.3';
const DAY_MS = 24 * 60 * 60 * 1000;

export type KeyKind = 'ECDSA' | 'RSA' | 'RSA-PSS';

/** A certificate with its key. */
export interface Identity {
  readonly certificate: Certificate;
  readonly key: CryptoKey;
}

export interface Wish {
  readonly name: string;
  readonly keyKind: KeyKind;
  readonly extension: Extension;
  /** @default the new certificate itself */
  readonly issuer?: Identity;
  /** @default yesterday to tomorrow */
  readonly days?: readonly [from: number, to: number];
}

let serial = 0;

export async function newIdentity({ name, keyKind, extension, issuer, days = [-1, 1] }: Wish): Promise<Identity> {
  const { publicKey, privateKey } = await newKeys(keyKind);
  const certificate = new Certificate({ version: 2, serialNumber: new Integer({ value: (serial += 1) }) });
  certificate.subject.typesAndValues = [nameOf(ORGANIZATION, 'Test, Inc.'), nameOf(COMMON_NAME, name)];
  certificate.issuer = issuer?.certificate.subject ?? certificate.subject;
  [certificate.notBefore.value, certificate.notAfter.value] = days.map((n) => new Date(Date.now() + n * DAY_MS)) as [
    Date,
    Date,
  ];
  certificate.extensions = [extension];
  await certificate.subjectPublicKeyInfo.importKey(publicKey, engine);
  await certificate.sign(issuer?.key ?? privateKey, 'SHA-256', engine);
  // Read again, as a reader would have it.
  return { certificate: Certificate.fromBER(certificate.toSchema(true).toBER()), key: privateKey };
}

export function forAuthorities(): Extension {
  const extnValue = new BasicConstraints({ cA: true }).toSchema().toBER();
  return new Extension({ extnID: id_BasicConstraints, critical: true, extnValue });
}

export function forUse(purpose: string): Extension {
  const extnValue = new ExtKeyUsage({ keyPurposes: [purpose] }).toSchema().toBER();
  return new Extension({ extnID: id_ExtKeyUsage, critical: true, extnValue });
}

export function pemOf({ certificate }: Identity): string {
  return `-----BEGIN CERTIFICATE-----\n${Buffer.from(certificate.toSchema().toBER()).toString('base64')}\n-----END CERTIFICATE-----\n`;
}

function newKeys(kind: KeyKind): Promise<CryptoKeyPair> {
  const name = kind === 'RSA' ? 'RSASSA-PKCS1-v1_5' : kind;
  const rsa = { name, modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1), hash: 'SHA-256' };
  const algorithm = kind === 'ECDSA' ? { name, namedCurve: 'P-256' } : rsa;
  return crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
}

function nameOf(type: string, value: string): AttributeTypeAndValue {
  return new AttributeTypeAndValue({ type, value: new Utf8String({ value }) });
}

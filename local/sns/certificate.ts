import { webcrypto } from 'node:crypto';
import { Integer, Utf8String } from 'asn1js';
import { AttributeTypeAndValue, Certificate, CryptoEngine } from 'pkijs';

/** The key and certificate that a topic signs with, PEM. */
export interface TopicKey {
  readonly key: string;
  readonly certificate: string;
}

const COMMON_NAME = '2.5.4.3';
const NAME = 'sns.amazonaws.com';
const ALGORITHM = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
};

const engine = new CryptoEngine({ name: 'WebCrypto', crypto: webcrypto as Crypto });

/** A key and a certificate as SNS has them, good for as far as clocks are moved here. */
export async function newTopicKey(name = NAME, from = '2020-01-01', to = '2049-12-31'): Promise<TopicKey> {
  const { publicKey, privateKey } = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const certificate = new Certificate({ version: 2, serialNumber: new Integer({ value: 1 }) });
  certificate.subject.typesAndValues = [
    new AttributeTypeAndValue({ type: COMMON_NAME, value: new Utf8String({ value: name }) }),
  ];
  certificate.issuer.typesAndValues = certificate.subject.typesAndValues;
  certificate.notBefore.value = new Date(from);
  certificate.notAfter.value = new Date(to);
  await certificate.subjectPublicKeyInfo.importKey(publicKey, engine);
  await certificate.sign(privateKey, 'SHA-256', engine);
  return {
    key: pem('PRIVATE KEY', await webcrypto.subtle.exportKey('pkcs8', privateKey)),
    certificate: pem('CERTIFICATE', certificate.toSchema(true).toBER()),
  };
}

function pem(label: string, der: ArrayBuffer): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}

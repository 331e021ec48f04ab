import { Integer, ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import {
  Attribute,
  ContentInfo,
  EncapsulatedContentInfo,
  id_eContentType_TSTInfo,
  IssuerAndSerialNumber,
  MessageImprint,
  PKIStatus,
  PKIStatusInfo,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs';
import { readBody, serve } from '../../local/http';
import {
  CODE_SIGNING,
  engine,
  forAuthorities,
  forUse,
  newIdentity,
  pemOf,
  TIME_STAMPING,
  type Identity,
  type KeyKind,
} from './certificates';

export const FAULTS = [
  'error 500',
  'garbage',
  'nothing',
  'rejection',
  'granted without a token',
  'bytes after the answer',
  'other nonce',
  'no nonce',
  'other imprint',
  'SHA-1',
  'broken signature',
  'other content',
  'no certificate',
  'certificate of another',
  'certificate for code',
  'certificate that ended',
  'two signatures',
] as const;
export type Fault = (typeof FAULTS)[number];

/** A timestamp authority with a CA of its own, which can do wrong. */
export interface Authority {
  readonly url: string;
  /** The certificate of its CA. */
  readonly caPem: string;
  fault: Fault | undefined;
  /** What its clock says. @default now */
  at: Date | undefined;
  /** What it was asked, the newest last: the queries in DER. */
  readonly asked: Buffer[];
  stop(): Promise<void>;
}

export async function startAuthority(keyKind: KeyKind = 'ECDSA'): Promise<Authority> {
  const issuer = await newIdentity({ name: 'Test CA', keyKind, extension: forAuthorities() });
  const wish = { name: 'Test Timestamps', keyKind, issuer, extension: forUse(TIME_STAMPING) };
  const identities = {
    good: await newIdentity({ ...wish, days: [-3650, 3650] }),
    code: await newIdentity({ ...wish, extension: forUse(CODE_SIGNING) }),
    ended: await newIdentity({ ...wish, days: [-9, -2] }),
  };
  const server = await serve((request, response) => {
    void readBody(request).then(async (body) => {
      authority.asked.push(body);
      if (authority.fault === 'error 500') return response.writeHead(500).end();
      const answer = await answerTo(body, identities, authority);
      response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(answer);
    });
  });
  const authority: Authority = {
    url: server.url,
    caPem: pemOf(issuer),
    fault: undefined,
    at: undefined,
    asked: [],
    stop: server.close,
  };
  return authority;
}

/** How it answers. */
type Mood = Pick<Authority, 'fault' | 'at'>;

type Identities = Readonly<Record<'good' | 'code' | 'ended', Identity>>;

async function answerTo(query: Buffer, identities: Identities, mood: Mood): Promise<Buffer> {
  const { fault } = mood;
  if (fault === 'garbage') return Buffer.from('<html>Welcome to the conference Wi-Fi</html>');
  if (fault === 'nothing') return Buffer.alloc(0);
  const isRefused = fault === 'rejection';
  const status = new PKIStatusInfo({ status: isRefused ? PKIStatus.rejection : PKIStatus.granted });
  const answer = new TimeStampResp({ status });
  if (!isRefused && fault !== 'granted without a token') {
    answer.timeStampToken = await tokenFor(TimeStampReq.fromBER(new Uint8Array(query)), identities, mood);
  }
  const der = Buffer.from(answer.toSchema().toBER());
  return fault === 'bytes after the answer' ? Buffer.concat([der, Buffer.from('more')]) : der;
}

async function tokenFor(request: TimeStampReq, identities: Identities, mood: Mood): Promise<ContentInfo> {
  const { fault } = mood;
  const { good, code, ended } = identities;
  const signer = fault === 'certificate for code' ? code : fault === 'certificate that ended' ? ended : good;
  const content = (await infoFor(request, mood)).toSchema().toBER();
  const signerInfo = await signed(content, signer, fault);
  const certificate = fault === 'certificate of another' ? code.certificate : signer.certificate;
  const data = new SignedData({
    version: 3,
    encapContentInfo: new EncapsulatedContentInfo({
      eContentType: id_eContentType_TSTInfo,
      eContent: new OctetString({
        valueHex:
          fault === 'other content'
            ? (await infoFor(request, { ...mood, fault: undefined })).toSchema().toBER()
            : content,
      }),
    }),
    digestAlgorithms: [signerInfo.digestAlgorithm],
    signerInfos: fault === 'two signatures' ? [signerInfo, signerInfo] : [signerInfo],
    ...(fault !== 'no certificate' && { certificates: [certificate] }),
  });
  return new ContentInfo({ contentType: ContentInfo.SIGNED_DATA, content: data.toSchema(true) });
}

let serial = 0;

async function infoFor({ messageImprint, nonce }: TimeStampReq, { fault, at }: Mood): Promise<TSTInfo> {
  const other = new TextEncoder().encode('other').buffer;
  const imprints: Partial<Record<Fault, () => Promise<MessageImprint>>> = {
    'other imprint': () => MessageImprint.create('SHA-256', other, engine),
    'SHA-1': () => MessageImprint.create('SHA-1', other, engine),
  };
  const answered = fault === 'other nonce' ? new Integer({ value: 7 }) : nonce;
  return new TSTInfo({
    version: 1,
    policy: '1.2.3.4.1',
    messageImprint: (await imprints[fault ?? 'garbage']?.()) ?? messageImprint,
    serialNumber: new Integer({ value: (serial += 1) }),
    genTime: at ?? new Date(),
    ...(fault !== 'no nonce' && answered && { nonce: answered }),
  });
}

async function signed(content: ArrayBuffer, { certificate, key }: Identity, fault?: Fault): Promise<SignerInfo> {
  const attributes = [
    attribute('1.2.840.113549.1.9.3', new ObjectIdentifier({ value: id_eContentType_TSTInfo })),
    attribute('1.2.840.113549.1.9.4', new OctetString({ valueHex: await sha256(content) })),
    attribute('1.2.840.113549.1.9.16.2.47', await signingCertificate(certificate.toSchema().toBER())),
  ];
  const { issuer, serialNumber } = certificate;
  const signer = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({ issuer, serialNumber }),
    signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes }),
  });
  const data = new SignedData({ version: 3, signerInfos: [signer] });
  await data.sign(key, 0, 'SHA-256', content, engine);
  if (fault === 'broken signature') flipLastBit(signer.signature.valueBlock.valueHexView);
  return signer;
}

function attribute(type: string, value: unknown): Attribute {
  return new Attribute({ type, values: [value] });
}

/** SigningCertificateV2 (RFC 5035) with its default hash, SHA-256. */
async function signingCertificate(certificate: ArrayBuffer): Promise<Sequence> {
  const certHash = new OctetString({ valueHex: await sha256(certificate) });
  return new Sequence({ value: [new Sequence({ value: [new Sequence({ value: [certHash] })] })] });
}

const sha256 = (data: ArrayBuffer): Promise<ArrayBuffer> => crypto.subtle.digest('SHA-256', data);

function flipLastBit(bytes: Uint8Array): void {
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
}

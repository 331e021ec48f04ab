import { AsnSerializer, OctetString } from '@peculiar/asn1-schema';
import { MessageImprint, TimeStampReq } from '@peculiar/asn1-tsp';
import { AlgorithmIdentifier } from '@peculiar/asn1-x509';
import { SHA_256 } from './signature';
import { BadTimestamp, openResponse, timestampIn } from './timestamp';
import { isSame } from './token-signature';

const TIMEOUT_MS = 10_000;
const NONCE_BYTES = 16;

/** Thrown when a timestamp authority cannot be reached or answers with an error. */
export class AuthorityFailed extends Error {
  override readonly name = 'AuthorityFailed';
}

/**
 * Asks an authority (RFC 3161, section 3.4) for a timestamp over data, and believes no answer that is not about this
 * very question.
 *
 * @returns the whole answer, to be kept as it is
 * @throws {AuthorityFailed | BadTimestamp}
 */
export async function askForTimestamp(url: string, data: Uint8Array): Promise<Uint8Array> {
  const request = await newRequest(data);
  const tsr = await post(url, new Uint8Array(AsnSerializer.serialize(request)));
  await checkAnswer(tsr, request);
  return tsr;
}

async function newRequest(data: Uint8Array): Promise<TimeStampReq> {
  const hash = await crypto.subtle.digest('SHA-256', new Uint8Array(data));
  return new TimeStampReq({
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithm: SHA_256, parameters: null }),
      hashedMessage: new OctetString(hash),
    }),
    nonce: newNonce().buffer,
    certReq: true,
  });
}

/** A positive number without leading zeros, so that it has one spelling. */
function newNonce(): Uint8Array<ArrayBuffer> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  nonce[0] = ((nonce[0] ?? 0) & 0x3f) | 0x40;
  return nonce;
}

async function post(url: string, body: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const headers = { 'content-type': 'application/timestamp-query' };
  try {
    const answer = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!answer.ok) throw new AuthorityFailed(`The timestamp authority answered ${answer.status}.`);
    return new Uint8Array(await answer.arrayBuffer());
  } catch (error) {
    if (error instanceof AuthorityFailed) throw error;
    throw new AuthorityFailed('The timestamp authority cannot be reached, or takes too long.', { cause: error });
  }
}

async function checkAnswer(tsr: Uint8Array, { messageImprint, nonce }: TimeStampReq): Promise<void> {
  const token = openResponse(tsr);
  const { imprint, isSignatureValid } = await timestampIn(token);
  if (!isSame(imprint, new Uint8Array(messageImprint.hashedMessage.buffer))) {
    throw new BadTimestamp('The timestamp is for other data.');
  }
  if (!isSame(bytesOf(nonce), bytesOf(token.info.nonce)))
    throw new BadTimestamp('The timestamp answers another request.');
  if (!isSignatureValid) throw new BadTimestamp('The signature of the timestamp is not valid.');
}

const bytesOf = (number: ArrayBuffer | undefined): Uint8Array => new Uint8Array(number ?? new ArrayBuffer());

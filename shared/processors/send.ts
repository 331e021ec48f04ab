import type { IncomingAnswer, OutgoingRequest } from './adapter';
import { NotTold } from './not-told';

const CALL_MS = 8000;
/** No answer that we understand is longer. */
const LARGEST_BYTES = 1024 * 1024;

/** Makes one call, and follows it nowhere else. @throws {NotTold} when there was no answer in time */
export async function send({ url, ...request }: OutgoingRequest, allTime: AbortSignal): Promise<IncomingAnswer> {
  const signal = AbortSignal.any([allTime, AbortSignal.timeout(CALL_MS)]);
  try {
    const answer = await fetch(url, { ...request, redirect: 'manual', signal });
    return { status: answer.status, body: await beginningOf(answer) };
  } catch {
    // Its message may quote the URL, and with it an address.
    throw new NotTold('unreachable');
  }
}

async function beginningOf({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  const reader = body?.getReader();
  for (let size = 0; reader && size <= LARGEST_BYTES;) {
    const { value, done } = await reader.read();
    if (done) break;
    chunks.push(value);
    size += value.length;
  }
  await reader?.cancel();
  return Buffer.concat(chunks).toString('utf8');
}

import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

const HOST = 'http://localhost';
const FRESH_MS = 5 * 60 * 1000;

interface Cached {
  readonly value: string;
  readonly readAt: number;
}

const cache = new Map<string, Cached>();
const fetching = new Map<string, Promise<string>>();

/**
 * Reads a secret through the AWS Parameters and Secrets Lambda Extension, which needs no SDK. What was read once
 * stays good when the extension does not answer: a withdrawal must not fail because something else is down.
 */
export async function readSecret(id: string): Promise<string> {
  const known = cache.get(id);
  if (known && Date.now() - known.readAt < FRESH_MS) return known.value;
  try {
    return await fetchOnce(id);
  } catch (error) {
    if (known) return known.value;
    throw error;
  }
}

/** Who asks while the secret is being fetched gets the same answer: the first moments of a container can be busy. */
function fetchOnce(id: string): Promise<string> {
  const fetched =
    fetching.get(id) ??
    fetchSecret(id)
      .then((value) => cache.set(id, { value, readAt: Date.now() }) && value)
      .finally(() => fetching.delete(id));
  fetching.set(id, fetched);
  return fetched;
}

/**
 * By `node:http`, which the SDK needs anyway: loading `fetch` would add 60 ms to a container's first answer. Without an
 * agent, as a connection that was kept may be dead after the container slept.
 */
async function fetchSecret(id: string): Promise<string> {
  const port = process.env['PARAMETERS_SECRETS_EXTENSION_HTTP_PORT'] ?? '2773';
  const request = get(`${HOST}:${port}/secretsmanager/get?secretId=${encodeURIComponent(id)}`, {
    headers: { 'X-Aws-Parameters-Secrets-Token': process.env['AWS_SESSION_TOKEN'] ?? '' },
    agent: false,
    signal: AbortSignal.timeout(5000),
  });
  const [answer] = (await once(request, 'response')) as [IncomingMessage];
  const body = await text(answer);
  if (answer.statusCode !== 200) throw new Error(`The secrets extension answered ${answer.statusCode}.`);
  return (JSON.parse(body) as { SecretString: string }).SecretString;
}

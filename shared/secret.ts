import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

const HOST = 'http://localhost';
const FRESH_MS = 5 * 60 * 1000;

interface Cached {
  readonly value: string;
  readonly readAt: number;
}

/** A secret, read when it is needed: it can change while a container lives. */
export type Secret = () => Promise<string>;

/** Where the AWS Parameters and Secrets Lambda Extension listens, and what it wants to be shown. */
export interface Extension {
  readonly port: string;
  readonly token: string;
}

/** A secret by its id, kept in memory for some minutes. */
export type Secrets = (id: string) => Secret;

/**
 * Reads secrets through the AWS Parameters and Secrets Lambda Extension, which needs no SDK. What was read once
 * stays good when the extension does not answer: a withdrawal must not fail because something else is down.
 */
export function secretsBy(extension: Extension): Secrets {
  return (id) => {
    let known: Cached | undefined;
    let fetching: Promise<string> | undefined;
    /** Whoever asks while the secret is being fetched gets the same answer: a container's first moments can be busy. */
    const fetchOnce = (): Promise<string> =>
      (fetching ??= fetchSecret(extension, id)
        .then((value) => (known = { value, readAt: Date.now() }).value)
        .finally(() => (fetching = undefined)));
    return async () => {
      if (known && Date.now() - known.readAt < FRESH_MS) return known.value;
      return fetchOnce().catch((error: unknown) => {
        if (known) return known.value;
        throw error;
      });
    };
  };
}

/**
 * By `node:http`, which the SDK needs anyway: loading `fetch` would add 60 ms to a container's first answer. Without an
 * agent, as a connection that was kept may be dead after the container slept.
 */
async function fetchSecret({ port, token }: Extension, id: string): Promise<string> {
  const request = get(`${HOST}:${port}/secretsmanager/get?secretId=${encodeURIComponent(id)}`, {
    headers: { 'X-Aws-Parameters-Secrets-Token': token },
    agent: false,
    signal: AbortSignal.timeout(5000),
  });
  const [answer] = (await once(request, 'response')) as [IncomingMessage];
  const body = await text(answer);
  if (answer.statusCode !== 200) throw new Error(`The secrets extension answered ${answer.statusCode}.`);
  return (JSON.parse(body) as { SecretString: string }).SecretString;
}

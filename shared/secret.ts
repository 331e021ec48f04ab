const HOST = 'http://localhost';
const FRESH_MS = 5 * 60 * 1000;

interface Cached {
  readonly value: string;
  readonly readAt: number;
}

const cache = new Map<string, Cached>();

/**
 * Reads a secret through the AWS Parameters and Secrets Lambda Extension, which needs no SDK. What was read once
 * stays good when the extension does not answer: a withdrawal must not fail because something else is down.
 */
export async function readSecret(id: string): Promise<string> {
  const known = cache.get(id);
  if (known && Date.now() - known.readAt < FRESH_MS) return known.value;
  try {
    const value = await fetchSecret(id);
    cache.set(id, { value, readAt: Date.now() });
    return value;
  } catch (error) {
    if (known) return known.value;
    throw error;
  }
}

async function fetchSecret(id: string): Promise<string> {
  const port = process.env['PARAMETERS_SECRETS_EXTENSION_HTTP_PORT'] ?? '2773';
  const answer = await fetch(`${HOST}:${port}/secretsmanager/get?secretId=${encodeURIComponent(id)}`, {
    headers: { 'X-Aws-Parameters-Secrets-Token': process.env['AWS_SESSION_TOKEN'] ?? '' },
    signal: AbortSignal.timeout(5000),
  });
  if (!answer.ok) throw new Error(`The secrets extension answered ${answer.status}.`);
  const { SecretString } = (await answer.json()) as { SecretString: string };
  return SecretString;
}

import { X509Certificate } from 'node:crypto';
import { isAtSns, type Topic } from './sns-origin';

const NAME = 'sns.amazonaws.com';
const PATH = /^\/SimpleNotificationService-[0-9a-f]{32}\.pem$/;

/** Those that were fetched, by their address; SNS has a new one about once a year. */
const known = new Map<string, X509Certificate>();

/**
 * The certificate at an address, if SNS has it there and it is one of SNS that is good now; undefined where not. That it is theirs
 * is shown by the connection, as it comes from their host alone (TLS); it brings no chain of its own.
 *
 * @throws where SNS cannot be reached; then the message comes again
 */
export async function signingCertificate(topic: Topic, url: string, now: Date): Promise<X509Certificate | undefined> {
  if (!isAtSns(topic, url) || !PATH.test(new URL(url).pathname)) return undefined;
  const certificate = known.get(url) ?? (await fetchCertificate(url));
  if (!certificate || !isGoodAt(certificate, now)) return undefined;
  known.set(url, certificate);
  return certificate;
}

async function fetchCertificate(url: string): Promise<X509Certificate | undefined> {
  const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(3000) });
  if (answer.status >= 500) throw new Error(`SNS answered ${answer.status}.`);
  return answer.ok ? parse(await answer.text()) : undefined;
}

function parse(pem: string): X509Certificate | undefined {
  try {
    return new X509Certificate(pem);
  } catch {
    return undefined;
  }
}

function isGoodAt(certificate: X509Certificate, now: Date): boolean {
  const isInTime = new Date(certificate.validFrom) <= now && now <= new Date(certificate.validTo);
  return isInTime && certificate.checkHost(NAME) !== undefined;
}

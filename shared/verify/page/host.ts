import type { Vouched } from '../claims/origin';

/**
 * The keys that the host of this page publishes for its log; undefined from disk, or where there are none. Nothing else is
 * ever asked for, and nothing of the file is sent.
 */
export async function keysOfHost(): Promise<Vouched['host']> {
  if (!location.protocol.startsWith('http')) return undefined;
  try {
    const answer = await fetch(new URL('log/keys', location.href));
    const keys = answer.ok ? (await answer.text()).split('\n').filter((line) => line !== '') : [];
    return { name: location.host, keys };
  } catch {
    return undefined;
  }
}

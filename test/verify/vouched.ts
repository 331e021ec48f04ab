import type { Report } from '../../shared/verify/report';
import { verifyBundle } from '../../shared/verify/verify-bundle';

/** Checks a file as somebody who knows its log's keys: whether it is that log is not what these tests are about. */
export function verifyVouched(file: Uint8Array | string): Report {
  return verifyBundle(file, { keys: keysOf(file) });
}

function keysOf(file: Uint8Array | string): readonly string[] {
  const { log } = JSON.parse(Buffer.from(file).toString()) as { log: { keys: readonly string[] } };
  return log.keys;
}

import type { Bundle } from '../format';
import { parseVerifierKey } from '../note';
import { claim, type Claim, type Finding, type Note } from '../report';

/** Verifier keys that somebody outside the file vouches for. */
export interface Vouched {
  /** That the reader has from elsewhere: one of them has to have signed. */
  readonly keys?: readonly string[];
  /** All that a host publishes, of its log. */
  readonly host?: { readonly name: string; readonly keys: readonly string[] };
  /** Those by which the reader found evidence good before. */
  readonly remembered?: readonly { readonly key: string; readonly since: string }[];
}

type Found = { readonly note: Note } | { readonly failure: Finding } | { readonly open: Finding };

/**
 * 12. The log is the one that it says. Anybody can make a log of their own and name it as they like, so this only follows
 * from a key, or a checkpoint, that does not come from the file. `by` are the keys that
 * signed its checkpoint, `kept` is what became of claim 11.
 */
export function checkOrigin(
  log: Pick<Bundle['log'], 'origin' | 'checkpoint'>,
  by: readonly string[],
  vouched: Vouched,
  kept: Claim | undefined,
): Claim {
  const { keys = [] } = vouched;
  const unreadable = keys.filter((key) => !parseVerifierKey(key));
  if (unreadable.length > 0) {
    return claim(
      'origin',
      unreadable.map((key) => ({ code: 'givenKeyUnreadable', key })),
    );
  }
  if (log.checkpoint === null) return claim('origin', [], { open: [{ code: 'noCheckpoint' }] });
  // What else signed the checkpoint, such as a witness, does not say whose log it is.
  const signers = by.filter((key) => isOf(log.origin, key));
  if (signers.length === 0) return claim('origin', [{ code: 'originUnsigned' }]);
  const found =
    byGiven(signers, keys) ??
    byHost(signers, vouched.host, log.origin) ??
    byMemory(signers, vouched.remembered, log.origin) ??
    byKept(signers, kept);
  if (!found) return claim('origin', [], { open: signers.map((key) => ({ code: 'keyUnknown', key })) });
  if ('failure' in found) return claim('origin', [found.failure]);
  return 'open' in found ? claim('origin', [], { open: [found.open] }) : claim('origin', [], { notes: [found.note] });
}

/** Whether a key has the name of the log. */
const isOf = (origin: string, key: string): boolean => parseVerifierKey(key)?.name === origin;

function byGiven(signers: readonly string[], keys: readonly string[]): Found | undefined {
  if (keys.length === 0) return undefined;
  const key = signers.find((signer) => keys.includes(signer));
  return key === undefined
    ? { failure: { code: 'keyNotGiven', key: signers[0] ?? '' } }
    : { note: { code: 'keyGiven', key } };
}

/** A host publishes every key that its log ever had. Of another log it says nothing. */
function byHost(signers: readonly string[], host: Vouched['host'], origin: string): Found | undefined {
  if (!host?.keys.some((key) => isOf(origin, key))) return undefined;
  const key = signers.find((signer) => host.keys.includes(signer));
  return key === undefined
    ? { failure: { code: 'keyNotOfHost', key: signers[0] ?? '', host: host.name } }
    : { note: { code: 'keyOfHost', key, host: host.name } };
}

/** Logs change their keys, so another one than before is no forgery; but it is nobody's that the reader knows. */
function byMemory(
  signers: readonly string[],
  remembered: Vouched['remembered'] = [],
  origin: string,
): Found | undefined {
  const ofLog = remembered.filter(({ key }) => isOf(origin, key));
  const known = ofLog.find(({ key }) => signers.includes(key));
  if (known) return { note: { code: 'keyRemembered', ...pick(known) } };
  const [other] = ofLog;
  return other && { open: { code: 'keyChanged', key: signers[0] ?? '', known: other.key, since: other.since } };
}

const pick = ({ key, since }: { key: string; since: string }) => ({ key, since });

/** Who made the file could not have made the checkpoint that the reader kept. */
function byKept(signers: readonly string[], kept: Claim | undefined): Found | undefined {
  const [key] = signers;
  return kept?.state === 'holds' && key !== undefined ? { note: { code: 'keyOfKept', key } } : undefined;
}

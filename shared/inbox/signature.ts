/** What a DKIM-Signature says of itself (RFC 6376 section 3.5). Whether it is good says the service that received the mail. */
export interface Signature {
  /** Lower-cased; empty where it names none. */
  readonly domain: string;
  /** Names of the fields that it covers, lower-cased. */
  readonly covers: readonly string[];
  /** Whether it counts at all: by the letter, over the whole body, and not yet at its end. */
  readonly isSound: boolean;
}

const ALGORITHMS = ['rsa-sha256', 'ed25519-sha256'];
/** By which a signer's clock may be ahead of ours. */
const FAST_CLOCK_S = 600;

export function readSignature(value: string, now: Date): Signature {
  const tags = tagsIn(value);
  const domain = (tags?.get('d') ?? '').toLowerCase();
  const covers = (tags?.get('h') ?? '').toLowerCase().split(':');
  return { domain, covers: covers.map((name) => name.trim()), isSound: tags !== undefined && isSound(tags, now) };
}

function isSound(tags: ReadonlyMap<string, string>, now: Date): boolean {
  const seconds = now.getTime() / 1000;
  const [signed = '', ends = ''] = [tags.get('t'), tags.get('x')];
  const isTimely =
    (signed === '' || (/^\d{1,12}$/.test(signed) && Number(signed) <= seconds + FAST_CLOCK_S)) &&
    (ends === '' || (/^\d{1,12}$/.test(ends) && Number(ends) >= seconds && Number(ends) > Number(signed || 0)));
  return (
    tags.get('v') === '1' &&
    ALGORITHMS.includes(tags.get('a') ?? '') &&
    ['d', 's', 'h', 'b', 'bh'].every((name) => tags.get(name)) &&
    // Signed would be only how it begins, and anybody could have gone on with it.
    !tags.has('l') &&
    isTimely
  );
}

/** Undefined where it is no list of tags, or one is there twice. */
function tagsIn(value: string): ReadonlyMap<string, string> | undefined {
  const tags = new Map<string, string>();
  const specs = value.trim().replace(/;$/, '').split(';');
  for (const spec of specs) {
    const [, name, content] = /^\s*([a-zA-Z]\w*)\s*=([\x20-\x7e\t]*)$/.exec(spec) ?? [];
    if (name === undefined || content === undefined || tags.has(name)) return undefined;
    tags.set(name, content.trim().replaceAll(/[ \t]+/g, name === 'h' ? '' : ' '));
  }
  return tags;
}

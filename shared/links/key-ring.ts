import type { Secret } from '../secret';

/** Key id -> key. `current` signs; the others are there for links that were sent before. */
export interface KeyRing {
  readonly current: number;
  readonly keys: ReadonlyMap<number, string>;
}

/** The secret is `{"current": 2, "1": "...", "2": "...", "3": "..."}`. */
export function parseKeyRing(secret: string): KeyRing {
  const { current, ...keys } = JSON.parse(secret) as { current: number } & Record<string, string>;
  return { current, keys: new Map(Object.entries(keys).map(([id, key]) => [Number(id), key])) };
}

/**
 * The next ring in a rotation. The newest key begins to sign, and another is made for the time after: so every
 * container has known a key for a whole rotation before it meets a link signed with it. No key is ever dropped,
 * as old unsubscribe links keep working.
 */
export function rotate({ keys }: KeyRing, newKey: string): KeyRing {
  const newest = Math.max(...keys.keys());
  return { current: newest, keys: new Map([...keys, [newest + 1, newKey]]) };
}

export function formatKeyRing({ current, keys }: KeyRing): string {
  return JSON.stringify({ current, ...Object.fromEntries(keys) });
}

/** Reads the ring; parsed once for each text of the secret, as an answer can have thousands of links. */
export function keyRingIn(secret: Secret): () => Promise<KeyRing> {
  let known: { readonly text: string; readonly ring: KeyRing } | undefined;
  return async () => {
    const text = await secret();
    if (known?.text !== text) known = { text, ring: parseKeyRing(text) };
    return known.ring;
  };
}

import type { Bundle } from '../../shared/evidence/bundle';
import { signNote, verifierKey } from '../../shared/log/note';
import { seedSigner } from '../../shared/log/seed-signer';
import { ORIGIN } from '../evidence/sample-bundle';
import { forge } from './forge';

/** Has a key for a log of the same name. */
export const STRANGER = seedSigner(ORIGIN, Buffer.alloc(32, 9));
export const STRANGER_KEY = verifierKey(STRANGER);

/** Everything signed anew by the stranger: fits together, but is not that log. */
export async function resigned(bundle: Bundle): Promise<Bundle> {
  const sign = (note: string): Promise<string> => signNote(note.slice(0, note.indexOf('\n\n') + 1), [STRANGER]);
  const checkpoint = await sign(bundle.log.checkpoint ?? '');
  const anchors = await Promise.all(
    bundle.log.anchors.map(async (anchor) => ({ ...anchor, checkpoint: await sign(anchor.checkpoint) })),
  );
  return forge(bundle, ({ log }) => void Object.assign(log, { checkpoint, anchors, keys: [STRANGER_KEY] }));
}

import { randomInt } from 'node:crypto';
import { recordIdOf, type RecordId } from '../ids';

/*
 * What is written where nothing is to be written, so that it takes as long. It comes into a few places that all of it shares, each
 * time over what was there, so that no flood of it leaves more than these: docs/decisions/0135-what-a-refused-sign-up-leaves.md.
 */

/** So many that those who come at once seldom meet. */
const PLACES = 64;
const ID_BYTES = 16;

/** One of the places, at random. A name as long as that of a subject or a record. */
export function anyPlace(): RecordId {
  return recordIdOf(Buffer.alloc(ID_BYTES, randomInt(PLACES)));
}

import type * as z from '../zod';
import { Problem } from './problem';

/** A place in a list, as text that nobody has to understand. */
export function writeCursor(place: object): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

export const NOT_OURS = 'This cursor is not one that we gave; begin again without.';

/** @throws {Problem} 400 where it is none that we gave */
export function readCursor<S extends z.ZodMiniType>(schema: S, cursor: string): z.output<S> {
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw new Problem(400, 'cursor', NOT_OURS);
  }
}

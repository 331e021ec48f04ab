import { isConnected, type Processor } from '../consent/processors';
import type { Site } from '../policy/schema';
import * as z from '../zod';
import { plainString, readJson, validate } from './body';
import { Problem } from './problem';
import type { HttpRequest } from './request';

export const deletionSchema = z.strictObject({
  /** The person's, as they were told. */
  id: z
    .string()
    .check(z.regex(/^[\w-]{22}$/, 'This is the id of a person, as you were told it: 22 letters and digits.')),
  processor: plainString(40),
});

export interface Deletion {
  readonly id: string;
  readonly processor: Processor;
}

/** @throws {Problem} 422 where the site has no such processor that is told by us */
export function readDeletion({ processors }: Site, request: HttpRequest): Deletion {
  const { id, processor: name } = validate(deletionSchema, readJson(request));
  const processor = processors.filter(isConnected).find((known) => known.id === name);
  if (processor) return { id, processor };
  const detail = 'The site has no processor of that id that is told of deletions.';
  throw new Problem(422, 'invalid', 'Something in the request is not as it has to be; see errors.', [
    { pointer: '/processor', detail },
  ]);
}

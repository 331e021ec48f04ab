import type { SubjectId } from '../ids';
import { isConnected, type Processor } from '../consent/processors';
import type { Site } from '../policy/schema';
import type { confirmDeletion } from './operations/confirm-deletion';
import type * as z from '../zod';
import { Problem } from './problem';

export interface Deletion {
  readonly id: SubjectId;
  readonly processor: Processor;
}

/** @throws {Problem} 422 where the site has no such processor that is told by us */
export function readDeletion({ processors }: Site, body: z.output<typeof confirmDeletion.body>): Deletion {
  const { id, processor: name } = body;
  const processor = processors.filter(isConnected).find((known) => known.id === name);
  if (processor) return { id, processor };
  const detail = 'The site has no processor of that id that is told of deletions.';
  throw new Problem(422, 'invalid', 'Something in the request is not as it has to be; see errors.', [
    { pointer: '/processor', detail },
  ]);
}

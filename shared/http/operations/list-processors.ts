import { TOOL_STATES } from '../../ledger/delivery-counts';
import { TOOLS } from '../../policy/schema';
import * as z from '../../zod';
import { documented, json } from '../describe/documented';
import { operation, typed } from '../operation';
import { id, text, time } from '../shapes/common';
import { answer, said } from '../shapes/named';

export const listProcessors = operation({
  method: 'GET',
  path: '/v1/sites/{site}/processors',
  function: 'deliveries',
  scope: 'person:read',
  throttle: 'desk',
  answers: typed<typeof answers>,
});

const answers = () => {
  const failure = z.strictObject({
    failure: said(text, 'Why it did not work, in a word, as `listDeliveries` has it.'),
    status: z.optional(said(z.int(), 'What the processor answered, if it did.')),
    count: said(z.int(), 'How many people it is about.'),
    since: said(time, 'Since when the oldest of them waits.'),
  });
  const processor = z.strictObject({
    id,
    name: said(text, 'What the firm is called.'),
    purposes: said(z.array(id), 'The purposes whose data it gets.'),
    tool: z.optional(said(z.enum(TOOLS), 'How it is told; missing where it is not told by us.')),
    state: said(
      z.enum(TOOL_STATES),
      '`in-step`: knows all that it has to. `under-way`: is being told. `failed`: could not be told about some. `stopped`: answered that it wants nothing any more. `by-hand`: is not told by us.',
    ),
    underWay: said(z.int(), 'How many people it is being told about at this moment.'),
    failed: said(z.int(), 'About how many it could not be told.'),
    areMore: z.optional(said(z.literal(true), 'There are more than were counted.')),
    failures: said(z.array(failure), 'Why, the most frequent first.'),
    stoppedAt: z.optional(said(time, 'Since when nothing is sent to it.')),
  });
  return {
    200: json(
      'All of them.',
      answer(
        'Processors',
        z.strictObject({ site: id, asOf: time, processors: z.array(processor) }),
        'Whether those who get data know what they have to.',
      ),
    ),
  };
};

export const docs = () =>
  documented(listProcessors, {
    tag: 'Operators',
    summary: 'Are the tools in step?',
    description:
      'Every processor and recipient of the site, and whether it knows what it has to. What was told leaves nothing behind here, so a tool that is in step says so alone.',
    answers: answers(),
    examples: { all: { summary: 'All of them', status: 200 } },
  });

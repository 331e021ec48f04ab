import type { JsonSchema } from '../operation';

/** A parameter of a path. */
interface Parameter {
  readonly description: string;
  readonly schema: JsonSchema;
  readonly example: string;
}

/** A token as links have it; no example's is good for anything. */
export const EXAMPLE_TOKEN =
  'AQHpYXRQ3pV1cD9nVhQ0yq2mW4sT8bKx7ZrLfE6uJgN5oBvCtAiPkSdMw1zXhRGnZXdzbGV0dGVyLXByb2R1Y3S2Jd8qLm4VxTz0cKpYwRfN';

/** The id of a cursor in examples; a real one is longer, and means nothing to anybody but us. */
export const EXAMPLE_CURSOR = 'eyJzaGFyZCI6MywiYWZ0ZXIiOiJ4In0';

/** What stands in braces in a path. */
export const PATH_PARAMETERS: Readonly<Record<string, Parameter>> = {
  site: {
    description: 'The site: one website of one controller, by its id in the configuration.',
    schema: { type: 'string', pattern: '^[a-z][a-z0-9-]{0,39}$' },
    example: 'demo',
  },
  purpose: {
    description: 'The purpose, by its id; `getNotices` lists those that one signs up for.',
    schema: { type: 'string', pattern: '^[a-z][a-z0-9-]{0,39}$' },
    example: 'newsletter-product',
  },
  processor: {
    description: 'The processor, by its id in the site’s configuration.',
    schema: { type: 'string', pattern: '^[a-z][a-z0-9-]{0,39}$' },
    example: 'brieftapir',
  },
  token: {
    description:
      'What the link in the mail carries. It needs no log-in, works for years and is good for one thing alone.',
    schema: { type: 'string', pattern: '^[A-Za-z0-9_-]+$' },
    example: EXAMPLE_TOKEN,
  },
  case: {
    description: 'The id of the case, from the list of those that are open.',
    schema: { type: 'string' },
    example: 'bW9ja2VkLWNhc2UtaWQtMA',
  },
  page: {
    description:
      'What the page shows, such as `demo` for the site of that id, or a file that it loads. It contains slashes.',
    schema: { type: 'string' },
    example: 'demo',
  },
  tile: {
    description:
      'Level and index, such as `0/x001/067`, or `0/000.p/12` for a tile that is not full. It contains slashes, which are sent as they are.',
    schema: { type: 'string' },
    example: '0/000.p/1',
  },
};

import { BYTES, documented } from '../describe/documented';
import { operation, typed } from '../operation';

export const getTile = operation({
  method: 'GET',
  path: '/log/tile/{tile+}',
  function: 'log',
  answers: typed<typeof answers>,
});

const answers = () => ({
  200: { description: 'The tile.', content: { 'application/octet-stream': BYTES } },
});

export const docs = () =>
  documented(getTile, {
    tag: 'Log',
    summary: 'A tile of the log',
    description:
      'C2SP tlog-tiles: up to 256 hashes of the tree, or with the level `entries` the hashes of the ledger’s entries, which name nobody. A tile never changes, so it may be kept for ever.',
    answers: answers(),
    problems: ['404 not-in-the-log'],
    examples: {
      first: { summary: 'The first leaf', status: 200 },
      beyond: { summary: 'Beyond the end of the log', params: { tile: '0/x999/999' }, status: 404 },
    },
  });

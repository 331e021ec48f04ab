import { BYTES, TEXT, type Operation } from '../operation';

const ANYBODY = 'May be kept for a few seconds, and read from any page (CORS).';

export const operations: readonly Operation[] = [
  {
    id: 'getCheckpoint',
    method: 'GET',
    path: '/log/checkpoint',
    tag: 'Log',
    summary: 'Size and root of the log, signed',
    description: `A C2SP tlog-checkpoint. ${ANYBODY}`,
    answers: [{ status: 200, description: 'The checkpoint.', content: { 'text/plain': TEXT } }],
    problems: ['404 not-in-the-log'],
    examples: { newest: { summary: 'The newest', status: 200 } },
  },
  {
    id: 'getLogKeys',
    method: 'GET',
    path: '/log/keys',
    tag: 'Log',
    summary: 'The keys that ever signed checkpoints',
    description: `Verifier keys (C2SP signed-note), one a line, the oldest first. ${ANYBODY}`,
    answers: [{ status: 200, description: 'The keys.', content: { 'text/plain': TEXT } }],
    examples: { all: { summary: 'All of them', status: 200 } },
  },
  {
    id: 'getTile',
    method: 'GET',
    path: '/log/tile/{tile}',
    tag: 'Log',
    summary: 'A tile of the log',
    description:
      'C2SP tlog-tiles: up to 256 hashes of the tree, or with the level `entries` the hashes of the ledger’s entries, which name nobody. A tile never changes, so it may be kept for ever.',
    answers: [{ status: 200, description: 'The tile.', content: { 'application/octet-stream': BYTES } }],
    problems: ['404 not-in-the-log'],
    examples: {
      first: { summary: 'The first leaf', status: 200 },
      beyond: { summary: 'Beyond the end of the log', params: { tile: '0/x999/999' }, status: 404 },
    },
  },
];

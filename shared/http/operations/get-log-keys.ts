import { TEXT, documented } from '../describe/documented';
import { operation, typed } from '../operation';

const ANYBODY = 'May be kept for a few seconds, and read from any page (CORS).';

export const getLogKeys = operation({
  method: 'GET',
  path: '/log/keys',
  function: 'log',
  answers: typed<typeof answers>,
});

const answers = () => ({
  200: { description: 'The keys.', content: { 'text/plain': TEXT } },
});

export const docs = () =>
  documented(getLogKeys, {
    tag: 'Log',
    summary: 'The keys that ever signed checkpoints',
    description: `Verifier keys (C2SP signed-note), one a line, the oldest first. ${ANYBODY}`,
    answers: answers(),
    examples: { all: { summary: 'All of them', status: 200 } },
  });

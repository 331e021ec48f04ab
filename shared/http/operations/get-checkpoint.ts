import { TEXT, documented } from '../describe/documented';
import { operation, typed } from '../operation';

const ANYBODY = 'May be kept for a few seconds, and read from any page (CORS).';

export const getCheckpoint = operation({
  method: 'GET',
  path: '/log/checkpoint',
  function: 'log',
  answers: typed<typeof answers>,
});

const answers = () => ({
  200: { description: 'The checkpoint.', content: { 'text/plain': TEXT } },
});

export const docs = () =>
  documented(getCheckpoint, {
    tag: 'Log',
    summary: 'Size and root of the log, signed',
    description: `A C2SP tlog-checkpoint, with the cosignatures of witnesses that saw it already. ${ANYBODY}`,
    answers: answers(),
    problems: ['404 not-in-the-log'],
    examples: { newest: { summary: 'The newest', status: 200 } },
  });

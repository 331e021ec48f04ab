import type { closing as de } from '../de/closing';

/** What is said of a statement that everything of a website was deleted. */
export const closing: typeof de = {
  claim: {
    title: 'The statement is unaltered, and in the log',
    text: 'What was deleted, and when, was recorded like this, and the log can only grow. That nothing is left is the word of whoever deleted it.',
  },
  findings: {
    closingChanged: () => 'The statement was changed afterwards.',
    closingNotInLog: () => 'The proof that the statement is in the log is wrong.',
    closingWithoutBefore: () => 'The checkpoint from before the deletion, which the statement names, is missing.',
  },
};

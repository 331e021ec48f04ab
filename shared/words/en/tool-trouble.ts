import type { toolTrouble as german } from '../de/tool-trouble';

/** Whether a tool knows what it has to, why not, and what to do. */
export const toolTrouble: typeof german = {
  states: {
    'in-step': 'has confirmed everything',
    'under-way': 'being told now',
    failed: 'does not know everything',
    stopped: 'wants to hear nothing any more',
    'by-hand': 'is not told from here',
  },
  why: {
    notConfigured: 'The access to it is missing here, or incomplete.',
    noAddress: 'The address is deleted, and the tool has not heard of the deletion.',
    unreachable: 'The tool did not answer, or not in time.',
    stopped: 'The tool answered that it wants to hear nothing any more (410).',
    key: (status: number) => `The tool refuses the key (${status}).`,
    notFound: 'The tool does not know the list, or the address of its interface is wrong (404).',
    tooMany: 'These were too many requests for the tool (429).',
    itsFault: (status: number) => `Something went wrong in the tool (${status}).`,
    refused: (status: number | undefined) =>
      status === undefined ? 'The tool refused.' : `The tool refused (${status}).`,
    internal: 'Something went wrong here.',
  },
  todo: {
    access: 'Whoever runs the system has to check keys and lists. Then try again.',
    wait: 'It is tried by itself for three days. You can also try again now.',
    byHand: 'Delete the person in the tool by hand, by their id.',
    resume: 'Ask the provider why. “Try again” tells it again.',
    tell: 'Tell those who run the system.',
  },
};

import { PAGE, type Operation } from '../operation';

const GONE = {
  status: 410,
  description: 'A page: the time to confirm is over, or what was confirmed was withdrawn since.',
  content: { 'text/html': PAGE },
};
const NOT_OURS = {
  status: 404,
  description: 'A page: the link is none of ours, or was cut off.',
  content: { 'text/html': PAGE },
};

export const operations: readonly Operation[] = [
  {
    id: 'showConfirmation',
    method: 'GET',
    path: '/confirm/{token}',
    tag: 'Links',
    summary: 'The page with the button that confirms',
    description:
      'Says what is asked for, word for word. Fetching it changes nothing, as mail scanners fetch every link.',
    answers: [
      { status: 200, description: 'The page with the button.', content: { 'text/html': PAGE } },
      NOT_OURS,
      GONE,
    ],
    examples: {
      page: { summary: 'The link from the mail', status: 200 },
      cut: { summary: 'A link that was cut off', params: { token: 'AQHpYXRQ' }, status: 404 },
    },
  },
  {
    id: 'confirm',
    method: 'POST',
    path: '/confirm/{token}',
    tag: 'Links',
    summary: 'Press the button that confirms',
    description:
      'The person’s consent: from now on it is in force. Pressing again changes nothing. The button sends nothing along.',
    answers: [{ status: 200, description: 'A page: confirmed.', content: { 'text/html': PAGE } }, NOT_OURS, GONE],
    examples: {
      press: { summary: 'The person presses the button', status: 200 },
      cut: { summary: 'A link that was cut off', params: { token: 'AQHpYXRQ' }, status: 404 },
    },
  },
];

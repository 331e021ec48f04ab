import { PAGE, type Operation } from '../operation';

const ANSWERS = [
  { status: 200, description: 'A page.', content: { 'text/html': PAGE } },
  {
    status: 404,
    description: 'A page: the link is none of ours, or was cut off.',
    content: { 'text/html': PAGE },
  },
  { status: 410, description: 'A page: nothing is in force any more.', content: { 'text/html': PAGE } },
];

export const operations: readonly Operation[] = [
  {
    id: 'showKeep',
    method: 'GET',
    path: '/keep/{token}',
    tag: 'Links',
    summary: 'The page that asks whether to go on',
    description:
      'Where the mail leads that asks after a long time without a sign of life. Fetching it changes nothing.',
    answers: ANSWERS,
    examples: { page: { summary: 'The link from the mail', status: 200 } },
  },
  {
    id: 'keep',
    method: 'POST',
    path: '/keep/{token}',
    tag: 'Links',
    summary: 'Press the button: “yes, I still want it”',
    description: 'A sign of life: nobody asks again for as long as the site waits. The button sends nothing along.',
    answers: ANSWERS,
    examples: {
      press: { summary: 'The person presses the button', status: 200 },
      cut: { summary: 'A link that was cut off', params: { token: 'AQHpYXRQ' }, status: 404 },
    },
  },
];

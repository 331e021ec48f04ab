import { NOT_OURS, documented, page } from '../describe/documented';
import { operation, typed } from '../operation';

export const keep = operation({
  method: 'POST',
  path: '/keep/{token}',
  function: 'keep',
  throttle: 'byLink',
  answers: typed<typeof answers>,
});

const answers = () => ({
  200: page('A page.'),
  404: NOT_OURS,
  410: page('A page: nothing is in force any more.'),
});

export const docs = () =>
  documented(keep, {
    tag: 'Links',
    summary: 'Press the button: “yes, I still want it”',
    description: 'A sign of life: nobody asks again for as long as the site waits. The button sends nothing along.',
    answers: answers(),
    examples: {
      press: { summary: 'The person presses the button', status: 200 },
      cut: { summary: 'A link that was cut off', params: { token: 'AQHpYXRQ' }, status: 404 },
    },
  });

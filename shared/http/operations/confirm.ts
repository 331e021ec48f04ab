import { NOT_OURS, documented, page } from '../describe/documented';
import { operation, typed } from '../operation';

export const confirm = operation({
  method: 'POST',
  path: '/confirm/{token}',
  function: 'confirm',
  throttle: 'byLink',
  answers: typed<typeof answers>,
});

const answers = () => ({
  200: page('A page: confirmed.'),
  404: NOT_OURS,
  410: page('A page: the time to confirm is over, or what was confirmed was withdrawn since.'),
});

export const docs = () =>
  documented(confirm, {
    tag: 'Links',
    summary: 'Press the button that confirms',
    description:
      'The person’s consent: from now on it is in force. Pressing again changes nothing. Where an order and a consent were asked for at once there are two buttons, and a press that does not say which is the order’s.',
    body: {
      description: 'What the page’s own buttons send.',
      content: {
        'application/x-www-form-urlencoded': {
          type: 'object',
          properties: {
            choice: {
              type: 'string',
              enum: ['all', 'order'],
              description: 'Where there are two buttons: everything that was asked for, or the order alone.',
            },
          },
          additionalProperties: { type: 'string' },
        },
      },
    },
    answers: answers(),
    examples: {
      press: { summary: 'The person presses the button for everything', form: [['choice', 'all']], status: 200 },
      cut: { summary: 'A link that was cut off', params: { token: 'AQHpYXRQ' }, status: 404 },
    },
  });

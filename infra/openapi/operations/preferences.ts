import { PAGE, type Operation } from '../operation';
import { LANGUAGES } from '../../../shared/policy/schema';

const ANSWERS = [
  { status: 200, description: 'The page, as things stand now.', content: { 'text/html': PAGE } },
  {
    status: 404,
    description: 'A page: the link is none of ours, or was cut off.',
    content: { 'text/html': PAGE },
  },
  { status: 410, description: 'A page: nothing is left of the person.', content: { 'text/html': PAGE } },
];
const list = { type: 'array', items: { type: 'string' } };

export const operations: readonly Operation[] = [
  {
    id: 'showPreferences',
    method: 'GET',
    path: '/preferences/{token}',
    tag: 'Links',
    summary: 'What the person gets, with the buttons to change it',
    description: 'Where every mail’s “preferences” link leads. Fetching it changes nothing.',
    answers: ANSWERS,
    examples: {
      page: { summary: 'The link from a mail', status: 200 },
      cut: { summary: 'A link that was cut off', params: { token: 'AQHpYXRQ' }, status: 404 },
    },
  },
  {
    id: 'changePreferences',
    method: 'POST',
    path: '/preferences/{token}',
    tag: 'Links',
    summary: 'Press one of the buttons',
    description:
      'What is unticked ends at once. What is newly ticked is asked for by mail, and begins once that is confirmed.',
    body: {
      description: 'What the page’s own buttons send.',
      content: {
        'application/x-www-form-urlencoded': {
          type: 'object',
          properties: {
            do: {
              type: 'string',
              enum: ['save', 'end', 'ask'],
              description: '`save` what is ticked, `end` everything, `ask` again for what was just ended.',
            },
            purpose: { ...list, description: 'What is ticked.' },
            before: { ...list, description: 'What was ticked when the page was made.' },
            language: { type: 'string', enum: LANGUAGES, description: 'The button with another language.' },
          },
          additionalProperties: { type: 'string' },
        },
      },
    },
    answers: ANSWERS,
    examples: {
      save: {
        summary: 'Another newsletter is ticked',
        form: [
          ['do', 'save'],
          ['before', 'newsletter-product'],
          ['before', 'analysis'],
          ['purpose', 'newsletter-product'],
          ['purpose', 'analysis'],
          ['purpose', 'newsletter-events'],
        ],
        status: 200,
      },
      language: { summary: 'In German from now on', form: [['language', 'de']], status: 200 },
    },
  },
];

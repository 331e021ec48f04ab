import { OWN_RIGHTS } from '../../consent/steps/right-requested';
import { LANGUAGES } from '../../policy/schema';
import { NOT_OURS, documented, page } from '../describe/documented';
import { operation, typed } from '../operation';

const list = { type: 'array', items: { type: 'string' } };

export const changePreferences = operation({
  method: 'POST',
  path: '/preferences/{token}',
  function: 'preferences',
  throttle: 'byLink',
  answers: typed<typeof answers>,
});

const answers = () => ({
  200: page('The page, as things stand now.'),
  404: NOT_OURS,
  410: page('A page: nothing is left of the person.'),
});

export const docs = () =>
  documented(changePreferences, {
    tag: 'Links',
    summary: 'Press one of the buttons',
    description:
      'What is unticked ends at once. What is newly ticked is asked for by mail, and begins once that is confirmed. Deleting, correcting and moving a registration is asked about by mail, too; the link of that mail leads here, to a page with one button.',
    body: {
      description: 'What the page’s own buttons send.',
      content: {
        'application/x-www-form-urlencoded': {
          type: 'object',
          properties: {
            do: {
              type: 'string',
              enum: ['save', 'end', 'ask', ...OWN_RIGHTS],
              description:
                '`save` what is ticked, `end` everything, `ask` again for what was just ended; the others have a mail ask the person.',
            },
            purpose: { ...list, description: 'What is ticked.' },
            before: { ...list, description: 'What was ticked when the page was made.' },
            language: { type: 'string', enum: LANGUAGES, description: 'The button with another language.' },
            email: { type: 'string', description: 'The other address, of a `move`.' },
          },
          additionalProperties: { type: 'string' },
        },
      },
    },
    answers: answers(),
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
  });

import { LANGUAGES } from '../../policy/schema';
import * as z from '../../zod';
import { documented, page } from '../describe/documented';
import { operation, typed } from '../operation';

export const showSignUpSent = operation({
  method: 'GET',
  path: '/v1/sites/{site}/signups/sent',
  function: 'signup',
  query: { language: z.optional(z.enum(LANGUAGES)) },
  answers: typed<typeof answers>,
});

const answers = () => ({
  200: page('The page.'),
});

export const docs = () =>
  documented(showSignUpSent, {
    tag: 'Sign-up',
    summary: 'Where a plain form ends up',
    description: 'The page that tells the person to look into their inbox.',
    query: { language: 'The language of the texts. Without it, the site’s first.' },
    answers: answers(),
    examples: { english: { summary: 'In English', query: { language: 'en' }, status: 200 } },
  });

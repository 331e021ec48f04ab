import type { Operation } from '../operation';
import { LANGUAGE_QUERY } from '../parameters';
import { notices } from '../schemas/notices';

export const operations: readonly Operation[] = [
  {
    id: 'getNotices',
    method: 'GET',
    path: '/v1/sites/{site}/notices',
    tag: 'Sign-up',
    summary: 'What to show in the form',
    description:
      'The wording for each purpose and download, with version and hash. What a form shows has to be this, word for word: it is what the person consents to. May be kept for a minute, and read from any page (CORS).',
    query: { language: LANGUAGE_QUERY },
    answers: [
      {
        status: 200,
        description: 'The wordings.',
        content: { 'application/json': notices },
        headers: { 'Cache-Control': 'How long they may be kept.' },
      },
    ],
    problems: ['400 unknown-language'],
    examples: {
      english: { summary: 'In English', query: { language: 'en' }, status: 200 },
      french: { summary: 'In a language that the site does not have', query: { language: 'fr' }, status: 400 },
    },
  },
];

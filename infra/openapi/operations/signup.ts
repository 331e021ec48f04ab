import { signUpSchema } from '../../../shared/http/sign-up-body';
import { PAGE, type Operation } from '../operation';
import { LANGUAGE_QUERY } from '../parameters';
import { pending } from '../schemas/reports';
import { request } from '../schemas/named';

const body = request('SignUp', signUpSchema, 'A sign-up, as a website or its backend sends it.', {
  email: 'The address as the person wrote it.',
  purposes: 'What the person ticked. At least one, unless there is an `asset`.',
  language: 'The language of the form, and so of mails and pages. Without it, the site’s first.',
  fields: 'Answers to the further questions of the site, by id. Empty ones are left out.',
  asset: 'The download that the person orders.',
  notices:
    'Hashes of the wordings that the form showed. Refused when one is not the current one: load them again then.',
  form: 'The page with the form. Only its address is kept, without the query.',
  visitor: 'Of whom a backend speaks: IP and user agent of its visitor. Needs the access token.',
  source: 'Where a backend asked, unless in a form for this alone. Needs the access token.',
});

const form = {
  type: 'object',
  description:
    'The same as a plain HTML form: `purpose` and `notice` as often as needed, further questions as `field.<id>`.',
  properties: {
    email: { type: 'string' },
    purpose: { type: 'array', items: { type: 'string' } },
    language: { type: 'string' },
    asset: { type: 'string' },
    notice: { type: 'array', items: { type: 'string' } },
  },
  required: ['email'],
  additionalProperties: { type: 'string' },
};

const ERIKA = {
  email: 'erika@example.org',
  purposes: ['newsletter-product', 'analysis'],
  language: 'en',
  fields: { firstName: 'Erika', lastName: 'Mustermann' },
  asset: 'whitepaper-consent',
};

export const operations: readonly Operation[] = [
  {
    id: 'signUp',
    method: 'POST',
    path: '/v1/sites/{site}/signups',
    tag: 'Sign-up',
    summary: 'Sign up',
    description:
      'Asks the address by mail to confirm. Nothing is in force before the person presses the button behind the link in that mail. The answer is the same, and takes as long, whether or not the address is known; an address gets a few such mails a day at most, and none for a request that was just made.\n\nA browser may post from the origins of the site (CORS). A backend may send its access token to say who its visitor is.',
    optionalScope: 'signup:write',
    body: {
      description: 'JSON, or what a plain form sends.',
      content: { 'application/json': body, 'application/x-www-form-urlencoded': form, 'multipart/form-data': form },
    },
    answers: [
      { status: 202, description: 'To JSON: a mail may be on its way.', content: { 'application/json': pending } },
      {
        status: 303,
        description: 'To a form: the page that says what to do next.',
        headers: { Location: 'That page.' },
      },
    ],
    problems: ['400 not-a-form', '401 token', '403 scope', '403 origin', '403 visitor', '403 source'],
    examples: {
      newsletter: { summary: 'A newsletter, its analysis and a whitepaper', json: ERIKA, status: 202 },
      form: {
        summary: 'A plain form',
        form: [
          ['email', 'karl@example.org'],
          ['purpose', 'newsletter-events'],
          ['language', 'de'],
          ['field.firstName', 'Karl'],
        ],
        status: 303,
      },
      backend: {
        summary: 'A backend speaks for its visitor',
        withToken: true,
        json: {
          email: 'mia@example.org',
          purposes: ['newsletter-events'],
          language: 'de',
          visitor: {
            ip: '203.0.113.7',
            userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
          },
          source: 'registration',
        },
        status: 202,
      },
      'nothing asked for': {
        summary: 'Neither a purpose nor an asset',
        json: { email: 'erika@example.org' },
        status: 422,
      },
      'old wording': {
        summary: 'The form showed a wording that is not the current one',
        json: { ...ERIKA, notices: ['47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU'] },
        status: 422,
      },
      'foreign page': {
        summary: 'A page of somebody else posts',
        headers: { Origin: 'https://www.example.net' },
        json: ERIKA,
        status: 403,
      },
      'visitor without token': {
        summary: 'Somebody else says who the visitor is',
        json: { ...ERIKA, visitor: { ip: '203.0.113.7' } },
        status: 403,
      },
      'source without token': {
        summary: 'Somebody else says where it was asked',
        json: { ...ERIKA, source: 'account' },
        status: 403,
      },
    },
  },
  {
    id: 'showSignUpSent',
    method: 'GET',
    path: '/v1/sites/{site}/signups/sent',
    tag: 'Sign-up',
    summary: 'Where a plain form ends up',
    description: 'The page that tells the person to look into their inbox.',
    query: { language: LANGUAGE_QUERY },
    answers: [{ status: 200, description: 'The page.', content: { 'text/html': PAGE } }],
    examples: { english: { summary: 'In English', query: { language: 'en' }, status: 200 } },
  },
];

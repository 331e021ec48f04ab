import * as z from '../../zod';
import { documented, json } from '../describe/documented';
import { email, fields, hashes, name, plainString, purposes, visitor } from '../fields';
import { operation, typed } from '../operation';
import { answer } from '../shapes/named';

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

const WHICH_FORM = 'Say here which page the form is on, or its "id"; leave "form" out if neither is known.';

export const signUp = operation({
  method: 'POST',
  path: '/v1/sites/{site}/signups',
  function: 'signup',
  optionalScope: 'signup:write',
  throttle: 'signUp',
  cors: true,
  body: z.strictObject({
    email: email(),
    purposes: purposes(),
    language: z.optional(name()),
    fields: z._default(fields(), {}),
    asset: z.optional(name()),
    notices: z.optional(hashes()),
    form: z.optional(
      z
        .strictObject({ id: z.optional(name()), url: z.optional(plainString(2000)) })
        .check(z.refine(({ id, url }) => id !== undefined || url !== undefined, { error: WHICH_FORM, path: ['url'] })),
    ),
    altcha: z.optional(plainString(1000)),
    topic: z.optional(plainString(200)),
    visitor: z.optional(visitor()),
    source: z.optional(
      z.enum(['registration', 'account'], 'This is "registration" or "account"; leave it out for a form.'),
    ),
  }),
  answers: typed<typeof answers>,
});

const answers = () => ({
  202: json(
    'To JSON: a mail may be on its way.',
    answer(
      'Pending',
      z.strictObject({ status: z.literal('pending') }),
      'The address is asked by mail to confirm. The answer is the same whatever is known of it.',
    ),
  ),
  303: { description: 'To a form: the page that says what to do next.', headers: { Location: 'That page.' } },
});

export const docs = () =>
  documented(signUp, {
    tag: 'Sign-up',
    summary: 'Sign up',
    description:
      'Asks the address by mail to confirm. Nothing is in force before the person presses the button behind the link in that mail. The answer is the same, and takes as long, whether or not the address is known; an address gets a few such mails a day at most, and none for a request that was just made.\n\nA browser may post from the origins of the site (CORS). A backend may send its access token to say who its visitor is.',
    body: {
      description: 'JSON, or what a plain form sends.',
      name: 'SignUp',
      about: 'A sign-up, as a website or its backend sends it.',
      members: {
        email: 'The address as the person wrote it.',
        purposes: 'What the person ticked. At least one, unless there is an `asset`.',
        language: 'The language of the form, and so of mails and pages. Without it, the site’s first.',
        fields: 'Answers to the further questions of the site, by id. Empty ones are left out.',
        asset: 'The download that the person orders.',
        notices:
          'Hashes of the wordings that the form showed. Refused when one is not the current one: load them again then.',
        form: 'The form: its `id` in the site’s configuration, by which sign-ups are counted, and the `url` of the page with it. Only the page’s address is kept, without the query.',
        altcha:
          'The solution of the challenge that a refusal with 428 carries: base64 of JSON, as ALTCHA’s widgets send it.',
        topic:
          'Left empty by people, who do not see it. What is filled in by a program is answered as ever, and nothing follows.',
        visitor: 'Of whom a backend speaks: IP and user agent of its visitor. Needs the access token.',
        source: 'Where a backend asked, unless in a form for this alone. Needs the access token.',
      },
      content: { 'application/x-www-form-urlencoded': form, 'multipart/form-data': form },
    },
    answers: answers(),
    problems: [
      '400 not-a-form',
      '401 token',
      '403 grant',
      '403 origin',
      '403 visitor',
      '403 source',
      '410 site-closed',
      '428 proof-of-work',
    ],
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
  });

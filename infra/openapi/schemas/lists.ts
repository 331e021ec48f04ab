import * as z from '../../../shared/zod';
import type { What } from '../../../shared/consent/steps/step-type';
import { id, language, random, status, text, time } from './common';
import { answer, said } from './named';

const WHATS: Readonly<Record<What, true>> = {
  given: true,
  withdrawn: true,
  ended: true,
  rectified: true,
  restricted: true,
  unrestricted: true,
  undeliverable: true,
  language: true,
  erased: true,
};

/** What mails to a person can offer. */
const OWN_LINKS = {
  preferencesUrl: said(z.url(), 'Where the person sees and changes what they get.'),
  analysisUrl: z.optional(
    said(z.url(), 'Switches off that opens and clicks are measured; missing where they may not be.'),
  ),
};
const UNSUBSCRIBE = {
  unsubscribeUrl: z.optional(said(z.url(), 'Ends this purpose; missing where a contract needs the mail.')),
  headers: z.optional(
    said(
      z.strictObject({ 'List-Unsubscribe': text, 'List-Unsubscribe-Post': text }),
      'To be sent along as they are, under the DKIM signature (RFC 8058).',
    ),
  ),
};
const person = said(random, 'The person, by an id that stays the same at this site.');
const mayMeasure = said(z.boolean(), 'Whether opens and clicks of this person may be measured.');
const fields = said(z.record(z.string(), text), 'What else the person said in the form.');

export const recipient = answer(
  'Recipient',
  z.strictObject({
    id: person,
    email: said(text, 'The address as the person wrote it.'),
    fields,
    language: said(language, 'In which the person wants to be written to.'),
    since: said(time, 'Since when they may be mailed for the purpose.'),
    mayMeasure,
    ...UNSUBSCRIBE,
    ...OWN_LINKS,
  }),
  'Somebody who may be mailed for the purpose.',
);

export const links = answer(
  'Links',
  z.strictObject({
    site: id,
    purpose: id,
    asOf: said(time, 'The moment at which this is exact.'),
    recipients: z.array(
      z.strictObject({
        email: said(text, 'As it was sent.'),
        allowed: said(z.boolean(), 'Whether mail for the purpose may be sent now. This alone decides.'),
        invalid: z.optional(said(text, 'What is wrong with the address.')),
        status: z.optional(status),
        since: z.optional(time),
        undeliverableSince: z.optional(said(time, 'Since when mail to the address comes back.')),
        id: z.optional(person),
        language: z.optional(language),
        mayMeasure: z.optional(mayMeasure),
        ...UNSUBSCRIBE,
        preferencesUrl: z.optional(OWN_LINKS.preferencesUrl),
        analysisUrl: OWN_LINKS.analysisUrl,
      }),
    ),
  }),
  'For each address of a list, in its order: whether it may be mailed, and the links for the mail.',
);

const change = answer(
  'Change',
  z.strictObject({
    id: person,
    change: said(
      z.enum(Object.keys(WHATS) as What[]),
      'What happened, in a word. Where the person stands now is in the rest, and that is what counts.',
    ),
    at: time,
    email: z.optional(said(text, 'As long as it is kept; missing after an erasure.')),
    fields: z.optional(fields),
    language: z.optional(language),
    mayMeasure,
    preferencesUrl: z.optional(OWN_LINKS.preferencesUrl),
    analysisUrl: OWN_LINKS.analysisUrl,
    purposes: said(
      z.record(z.string(), z.strictObject({ allowed: z.boolean(), since: z.optional(time), ...UNSUBSCRIBE })),
      'Every purpose of the site, by id.',
    ),
  }),
  'That something changed for a person, and where they stand now.',
);

export const changes = answer(
  'Changes',
  z.strictObject({
    site: id,
    changes: said(z.array(change), 'In the order in which they are to be applied.'),
    cursor: said(text, 'Where to go on, now or next time.'),
    more: said(z.boolean(), 'Whether there is more already.'),
  }),
  'Whom something changed for.',
);

export const audience = answer(
  'Audience',
  z.strictObject({
    site: id,
    purpose: id,
    asOf: said(z.nullable(time), 'The list reflects every step up to then, and perhaps later ones.'),
    recipients: z.array(recipient),
    cursor: z.optional(said(text, 'Send it back for the next page; missing on the last one.')),
  }),
  'A page of those who may be mailed for a purpose.',
);

import * as z from '../../zod';
import { random, text } from './common';
import { said } from './named';

/** What mails to a person can offer. */
export const OWN_LINKS = {
  preferencesUrl: said(z.url(), 'Where the person sees and changes what they get.'),
  analysisUrl: z.optional(
    said(z.url(), 'Switches off that opens and clicks are measured; missing where they may not be.'),
  ),
};

export const UNSUBSCRIBE = {
  unsubscribeUrl: z.optional(said(z.url(), 'Ends this purpose; missing where a contract needs the mail.')),
  headers: z.optional(
    said(
      z.strictObject({ 'List-Unsubscribe': text, 'List-Unsubscribe-Post': text }),
      'To be sent along as they are, under the DKIM signature (RFC 8058).',
    ),
  ),
};

export const person = said(random, 'The person, by an id that stays the same at this site.');
/** Beside an address. */
export const shown = z.optional(
  said(text, 'How people read it: with the letters of its domain, where that is safe; missing where that is the same.'),
);
export const mayMeasure = said(z.boolean(), 'Whether opens and clicks of this person may be measured.');
export const fields = said(z.record(z.string(), text), 'What else the person said in the form.');

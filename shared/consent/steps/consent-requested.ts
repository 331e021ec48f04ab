import * as z from '../../zod';
import { begin } from './effects';
import { anyStep, begun, moment, open, pressed, shown, SOURCES, subject, told } from './facts';
import { defineStep, none, unchanged, WITH_ITS_RECORDS } from './step-type';

/** A person, or somebody in their name, asks. Until it is confirmed it says nothing of the person: anybody can fill in a form. */
export const consentRequested = defineStep({
  type: 'ConsentRequested',
  facts: z.object({
    ...anyStep,
    ...begun,
    ...told,
    ...pressed,
    ...shown,
    /** The moment from which the confirmation comes too late, ISO 8601. */
    confirmBy: moment,
    /** Where the person was asked, unless by a sign-up form. */
    source: z.optional(open(SOURCES)),
    /** The form by which it came, by its id in the site's configuration, as the website said. */
    formId: z.optional(z.string()),
    /** The subject of the address that the person had before, and whose consents this one is to take over. */
    movedFrom: z.optional(subject),
  }),
  about: 'record',
  records: (records, step) =>
    begin(records, step, 'ConsentRequested', {
      confirmBy: step.facts.confirmBy,
      ...(step.asset && { asset: step.asset }),
    }),
  standing: unchanged,
  role: { begins: 'consent-here' },
  obstacle: undefined,
  restrains: false,
  signOfLife: none,
  kept: WITH_ITS_RECORDS,
  tells: ['confirmations', 'projector'],
  change: none,
  dpv: { terms: ['ConsentRequested'], right: none },
  isAnchored: true,
  isLook: false,
});

import type { TOOLS } from '../../policy/schema';
import { brevo } from './brevo';
import { cleverreach } from './cleverreach';
import { mailchimp } from './mailchimp';
import type { Inbound } from './report';
import { webhook } from './webhook';

/** How each tool reports by itself. listmonk does not: it is asked. */
export const INBOUND: Readonly<Partial<Record<(typeof TOOLS)[number], Inbound>>> = {
  webhook,
  mailchimp,
  brevo,
  cleverreach,
};

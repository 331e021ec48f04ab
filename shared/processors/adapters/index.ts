import type { TOOLS } from '../../policy/schema';
import type { Adapter } from '../adapter';
import { brevo } from './brevo';
import { cleverreach } from './cleverreach';
import { listmonk } from './listmonk';
import { mailchimp } from './mailchimp';
import { webhook } from './webhook';

/** How each tool is talked to. */
export const ADAPTERS: Readonly<Record<(typeof TOOLS)[number], Adapter>> = {
  webhook,
  mailchimp,
  brevo,
  cleverreach,
  listmonk,
};

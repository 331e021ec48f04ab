import type { parts as de } from '../de/parts';

/** What the classes of personal data are called. */
export const parts: typeof de = {
  address: 'E-mail address',
  details: 'Name and further details',
  network: 'IP address and browser',
  mail: 'E-mail',
  reading: 'Retrieval of evidence',
  reason: 'Reason given',
};

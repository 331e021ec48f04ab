import type { legalBases as de } from '../de/legal-bases';

/** What the legal bases are called (Art. 6(1) GDPR). */
export const legalBases: typeof de = {
  consent: { name: 'consent', inFull: 'Consent (Art. 6(1)(a) GDPR)' },
  contract: { name: 'contract', inFull: 'Contract (Art. 6(1)(b) GDPR)' },
  'legitimate-interest': {
    name: 'legitimate interest',
    inFull: 'Legitimate interest in direct marketing (Art. 6(1)(f) GDPR)',
  },
};

import type { standing as de } from '../de/standing';

/** How somebody stands with a purpose, for those who work with it, and why they may not be mailed. */
export const standing: typeof de = {
  states: {
    'in-force': 'in force',
    pending: 'signed up, not confirmed',
    none: 'no',
  },
  because: {
    'never-asked': 'Nothing is recorded about it here.',
    pending: 'The sign-up is not confirmed yet.',
    'pending-expired': 'The sign-up was not confirmed in time.',
    'taken-back': 'The sign-up was taken back before it was confirmed.',
    withdrawn: 'The person withdrew.',
    complained: 'The person reported an e-mail as spam.',
    objected: 'The person objected.',
    weighed: 'An objection is being decided on.',
    restricted: 'Processing is restricted.',
    undeliverable: 'E-mails to the address come back.',
    'address-missing': 'The address was lost here.',
    erased: 'The data of the person was erased.',
    suppressed: 'The data was erased; the person is not to be brought back.',
    'not-renewed': 'The consent lapsed, as no answer came.',
    over: 'Its time is over by the rules of the website.',
    'contract-ended': 'The contract has ended.',
  },
  nobody: 'Nothing is stored about this person here.',
  meant: (domain) => `Perhaps ${domain} is meant?`,
};

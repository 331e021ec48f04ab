import type { statuses as de } from '../de/statuses';

/** How a purpose can stand: by name, and in a sentence with the day since when it does. */
export const statuses: typeof de = {
  names: {
    ConsentRequested: 'not confirmed',
    ConsentGiven: 'given',
    RenewedConsentGiven: 'renewed',
    ConsentWithdrawn: 'withdrawn',
    ConsentExpired: 'not confirmed in time',
    LegitimateInterestRecorded: 'resting on legitimate interest',
    ObjectionRecorded: 'objected to',
    ContractRecorded: 'resting on a contract',
    ContractEnded: 'contract ended',
  },
  since: {
    ConsentRequested: (day) => `Asked for on ${day}, not confirmed`,
    ConsentGiven: (day) => `Consent valid since ${day}`,
    RenewedConsentGiven: (day) => `Consent valid, last renewed on ${day}`,
    ConsentWithdrawn: (day) => `Withdrawn on ${day}`,
    ConsentExpired: (day) => `Never confirmed, expired on ${day}`,
    LegitimateInterestRecorded: (day) => `No consent; legitimate interest since ${day}`,
    ObjectionRecorded: (day) => `Objected on ${day}`,
    ContractRecorded: (day) => `No consent; contract since ${day}`,
    ContractEnded: (day) => `Contract ended on ${day}`,
  },
  givenOtherwise: (day) => `Valid since ${day}`,
  givenElsewhere: (day) => `Taken over on ${day}, not confirmed here`,
  lapsed: (day) => `Lapsed on ${day}, as no answer came`,
  atMaximum: (day) => `Lapsed on ${day}, as sign-ups are kept no longer`,
};

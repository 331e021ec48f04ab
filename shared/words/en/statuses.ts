import type { statuses as de } from '../de/statuses';

/** How a purpose can stand: by name, and in a sentence that says what is recorded and when. */
export const statuses: typeof de = {
  names: {
    ConsentRequested: 'not confirmed',
    ConsentGiven: 'given',
    RenewedConsentGiven: 'renewed',
    ConsentWithdrawn: 'withdrawn',
    ConsentExpired: 'not confirmed in time',
    ConsentRefused: 'never confirmed, taken back',
    LegitimateInterestRecorded: 'resting on legitimate interest',
    ObjectionRecorded: 'objected to',
    ContractRecorded: 'resting on a contract',
    ContractEnded: 'contract ended',
  },
  requested: (day, asOf) => `Asked for on ${day}, not confirmed (as of ${asOf})`,
  expired: (day) => `Never confirmed; the time for it ended on ${day}`,
  given: (day) => `Consent given on ${day}`,
  renewed: (day) => `Consent last renewed on ${day}`,
  givenOtherwise: (day) => `Confirmed on ${day}`,
  elsewhere: (given, recorded) =>
    `Given on ${given}, according to the source; recorded here on ${recorded}, not confirmed by e-mail`,
  elsewhereUndated: (recorded) =>
    `Given, according to the source, which says no time; recorded here on ${recorded}, not confirmed by e-mail`,
  interest: (day) => `No consent; legitimate interest recorded on ${day}`,
  contract: (day) => `No consent; contract recorded on ${day}`,
  noWithdrawal: (asOf) => `no withdrawal recorded since (as of ${asOf})`,
  noObjection: (asOf) => `no objection recorded since (as of ${asOf})`,
  restricted: (day) => `processing restricted since ${day}: no e-mails may be sent at present`,
  objectionRefused: (day) => `Objection under Art. 21(1) GDPR weighed, and refused on ${day}`,
  weighed: (day) => `Objection under Art. 21(1) GDPR being weighed since ${day}: e-mails may not be sent at present`,
  undeliverable: (day) => `e-mails to the address undeliverable since ${day}`,
  withdrawn: {
    on: (day, way) => `Withdrawn on ${day}${way}`,
    received: (received, way, done) => `Withdrawal received on ${received}${way}, carried out on ${done}`,
    undated: (way, done) => `Withdrawal without a time${way}, carried out on ${done}`,
  },
  refused: {
    on: (day, way) => `Sign-up taken back on ${day}${way}`,
    received: (received, way, done) =>
      `Received on ${received}${way} that the sign-up is taken back, carried out on ${done}`,
    undated: (way, done) => `Sign-up taken back, without a date${way}, carried out on ${done}`,
  },
  objected: {
    on: (day, way) => `Objected on ${day}${way}`,
    received: (received, way, done) => `Objection received on ${received}${way}, carried out on ${done}`,
    undated: (way, done) => `Objection without a time${way}, carried out on ${done}`,
  },
  noted: {
    withdrawn: (said, way, day) => `Withdrawal of ${said}${way}, recorded here on ${day}`,
    withdrawnUndated: (way, day) => `Withdrawal without a time${way}, recorded here on ${day}`,
    objected: (said, way, day) => `Objection of ${said}${way}, recorded here on ${day}`,
    objectedUndated: (way, day) => `Objection without a time${way}, recorded here on ${day}`,
  },
  neverConfirmed: (ending) => `Never confirmed. ${ending}`,
  moved: (day) => `Ended on ${day}, as it passed to another address of the person`,
  contractEnded: (day) => `Contract ended on ${day}`,
  contractEndRecorded: (day) => `End of the contract recorded on ${day}`,
  lapsed: (day) => `Lapsed on ${day}, as no answer came`,
  atMaximum: (day) => `Lapsed on ${day}, as sign-ups are kept no longer`,
  lastDay: (day) => `Ended with ${day}, as the purpose was meant until then`,
  nothingToMeasure: (day) => `Lapsed on ${day}, as there were no e-mails left that could be analysed`,
  atReview: (day) => `Lapsed on ${day}, as it had not been used for long and the regular review found no need for it`,
  byRule: (day) => `Lapsed on ${day}, by the rules of this website`,
};

/** The steps of a consent's life that the ledger records; the names are those of the W3C Data Privacy Vocabulary where it has one. */
export const ENTRY_TYPES = [
  'ConsentRequested',
  'MailSent',
  'ConsentGiven',
  'RenewedConsentGiven',
  'ConsentWithdrawn',
  'EvidenceDisclosed',
  /** A consent that was given elsewhere, with whatever proof came along. */
  'ConsentRecorded',
  /** Mail without consent, on legitimate interest (Art. 6(1)(f) GDPR, § 7(3) UWG). */
  'LegitimateInterestRecorded',
  /** Art. 21 GDPR. */
  'ObjectionRecorded',
  /** Nobody answered the question whether to go on. */
  'ConsentLapsed',
  /** The person used what they had ordered. */
  'ActivityReported',
  /** Art. 16 GDPR: name or other fields. */
  'IdentityRectified',
  /** Art. 18 GDPR. */
  'ProcessingRestricted',
  'RestrictionLifted',
  /** What is needed in a dispute is kept past its end. */
  'HoldPlaced',
  'HoldLifted',
  /** Art. 17 GDPR: the parts are gone, the entries go after their time. */
  'DataErased',
  /** Art. 15 and 20 GDPR: the person was told what there is. */
  'AccessGiven',
  /** Mail that a contract needs (Art. 6(1)(b) GDPR), for as long as there is one. */
  'ContractRecorded',
  'ContractEnded',
  /** A mail could not be delivered: for good, or this time. */
  'MailBounced',
  /** The person wrote to us, and what they want is not certain enough to be carried out. */
  'MailReceived',
  /** Somebody read it and saw to it. */
  'CaseClosed',
  /** In which language the person wants to be written to. */
  'LanguageChosen',
  /** Somebody who mails for the controller was told how things stand. */
  'ProcessorInformed',
  /** They have no data of the person any more, or so they say. */
  'DeletionConfirmed',
] as const;

export type EntryType = (typeof ENTRY_TYPES)[number];

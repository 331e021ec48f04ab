/** The steps of a consent's life that the ledger records; the names are those of the W3C Data Privacy Vocabulary where it has one. */
export const ENTRY_TYPES = [
  'ConsentRequested',
  'MailSent',
  'ConsentGiven',
  'RenewedConsentGiven',
  'ConsentWithdrawn',
  'EvidenceDisclosed',
] as const;

export type EntryType = (typeof ENTRY_TYPES)[number];

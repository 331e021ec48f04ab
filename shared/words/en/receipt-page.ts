import type { receiptPage as de } from '../de/receipt-page';

/** What stands on the page of a receipt, around the receipt itself. */
export const receiptPage: typeof de = {
  title: 'Your consent receipt',
  orderTitle: 'Your receipt',
  intro: (when) => `This is what you confirmed on ${when}.`,
  address:
    'The receipt is about the e-mail address that we sent the confirmation link to. It does not name it, so that you can show it to anyone.',
  withdrawnSince: (name, when) => `${name}: withdrawn on ${when}.`,
  lapsedSince: (name, when) => `${name}: lapsed on ${when}, as we got no answer.`,
  stillShows: 'The receipt still shows what you had confirmed.',
  save: 'Save as a file (JSON)',
  wording: 'Wording',
  version: 'Version',
  legalBasis: 'Legal basis',
  status: 'Status at the confirmation',
  controller: 'Who is responsible',
  privacyNotice: (version, date) => `Privacy notice, version ${version} of ${date}`,
  officer: 'Data protection officer',
  authority: (count) => (count === 1 ? 'Supervisory authority' : 'Supervisory authorities'),
  withdraw: 'How to withdraw',
  check: 'Keep and check',
  requested: 'Signed up or ordered',
  confirmed: 'Confirmed',
  record: 'Record',
  receipt: 'Receipt and entry',
  leaf: 'In the log as “leaf”',
  log: 'Log',
  index: 'Place in the log',
  notYet: 'assigned within seconds',
  keys: 'Keys of the log',
};

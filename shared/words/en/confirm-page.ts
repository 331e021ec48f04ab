import type { confirmPage as de } from '../de/confirm-page';

/** What the pages say on which a person confirms, beside `pages`. */
export const confirmPage: typeof de = {
  confirmTitle: 'Just one more click',
  confirmButton: 'Yes, confirm',
  confirmText: 'This is what you confirm:',
  confirmNote: 'You do not want this? Then simply close this page. Nothing happens unless you confirm.',
  wordingTitle: 'The exact wording',
  receiptLink: 'View or download your consent receipt',
  orderReceiptLink: 'View or download your receipt',
};

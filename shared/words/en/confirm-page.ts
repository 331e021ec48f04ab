import type { confirmPage as de } from '../de/confirm-page';

/** What the pages say on which a person confirms, beside `pages`. */
export const confirmPage: typeof de = {
  titles: {
    order: 'Please confirm your order',
    signUp: 'Please confirm your sign-up',
    both: 'Please confirm your order and sign-up',
  },
  text: 'This is what you confirm, word for word:',
  withdraw: (email) =>
    `Your consent is voluntary. You can withdraw it for the future at any time: with the link in every e-mail${
      email === undefined ? '' : `, or by a message to ${email}`
    }.`,
  orderAlone: 'You can confirm your order alone. Your consent will then not count.',
  buttons: {
    order: 'Confirm order',
    signUp: 'Confirm sign-up',
    both: 'Confirm order and sign-up',
  },
  orderButton: 'Confirm the order only',
  note: 'You do not want this? Then simply close this page. Nothing happens unless you confirm.',
  leftOut: {
    title: 'Not included:',
    withdrawn: (day) => `withdrawn on ${day}`,
    refused: (day) => `taken back on ${day}`,
    objected: (day) => `objected to on ${day}`,
    lapsed: (day) => `lapsed on ${day}`,
    moved: (day) => `has applied to your other e-mail address since ${day}`,
    unconfirmed: 'not confirmed',
    unsupported: (others) => `only together with ${others.join(' or ')}`,
  },
  /** Where nothing is left of it. */
  endedTitle: 'This link is no longer valid',
  ended: 'What you wanted to confirm here no longer applies, and that stands:',
  anew: 'If you would like it after all, please sign up again.',
  receiptLink: 'View or download your consent receipt',
  orderReceiptLink: 'View or download your receipt',
};

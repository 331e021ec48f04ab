import type { form as de } from '../de/form';

/** What the sign-up form says that a script puts on a page of a website. */
export const form: typeof de = {
  email: 'E-mail address',
  optional: 'optional',
  consent: 'Your consent',
  consentBesideAsset: 'If you like',
  version: 'version',
  requires: (others) => `Only together with: ${others.join(' or ')}`,
  subscribe: 'Sign up',
  order: 'Order',
  sending: 'Sending …',
  note: 'First you get an e-mail with a link. Nothing counts until you confirm it there.',
  privacyNotice: 'Privacy notice',
  sentTitle: 'Please check your inbox',
  sentText: (email) =>
    `We are sending an e-mail with a link to ${email}. Please use the link to confirm; nothing counts before that.`,
  sentNote:
    'No e-mail? Please check your spam folder, too. If you already have one from us, its link is enough. If nothing comes, try again tomorrow, or write to us.',
  wrong: 'That did not work yet. Please change what is marked below; nothing was saved.',
  emailError: 'Please check that the address is complete, for example name@example.com.',
  nothingChosenError: 'Please tick at least one box.',
  fieldError: 'Please make this shorter, and put it on one line.',
  stale:
    'The wording has just changed, and nothing was saved yet. Please read it once more, tick what you would like, and send the form again.',
  leaveEmpty: 'Please leave this empty',
  working:
    'One moment, please: very many people are signing up, and your browser is calculating. There is nothing that you need to do.',
  unproven:
    'Very many people are signing up, and your browser cannot solve the calculation against programs. What you typed is still here: please try again later.',
  tooMany: 'Very many requests are coming in right now. Please try again in a few minutes.',
  busy: 'That did not work just now; it is our fault. Please try again in a minute.',
  offline:
    'We cannot be reached at the moment. What you typed is still here: please check your internet connection, then send the form again.',
  notLoaded: 'The form cannot be loaded at the moment.',
  tryAgain: 'Try again',
};

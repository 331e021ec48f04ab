import type { preferencesPage as de } from '../de/preferences-page';

/** What the preference centre says. */
export const preferencesPage: typeof de = {
  title: 'Your e-mail settings',
  intro: 'Ticked is what we may send you or analyse.',
  since: (day) => `Since ${day}.`,
  receipt: 'View receipt',
  interest: 'You get this as a customer. You can object: untick it and save.',
  resting: 'Subscribed, but not being sent at present.',
  waiting: 'Not confirmed yet.',
  waitingHint: 'Please use the link in our e-mail. If there is none, tick this once more.',
  objected: 'You have objected. We do not send you this any more.',
  save: 'Save',
  saveNote: 'What you tick anew counts only once you have confirmed it with the link in an e-mail.',
  end: 'No more e-mails',
  endNote: 'This ends everything at once and immediately, whatever is ticked.',
  language: 'Language',
  restricted: (day) =>
    `Since ${day} the processing of your data has been restricted. So we do not send you what you had ordered before.`,
  undeliverable: (day) =>
    `Since ${day} e-mails to your address have been coming back as undeliverable, so we do not write to you any more. If your mailbox can be reached again, tick what you would like, and confirm it anew.`,
  unknown: 'We have deleted your e-mail address. If you would like e-mails, please sign up again:',
  website: 'To our website',
  savedTitle: 'Your settings are saved',
  ended: 'Ended as of now:',
  endedAllTitle: 'You will get no more e-mails',
  askedTitles: {
    asked: 'Please confirm by e-mail',
    lately: 'The e-mail is on its way already',
    enough: 'Please try again tomorrow',
    unknown: 'Please sign up again',
  },
  asked: 'You are about to get an e-mail with a link. Only once you have used it to confirm does this count, too:',
  lately: 'We have sent you an e-mail about this already. Please look into your inbox, and into your spam folder, too:',
  enough: 'We have sent you several e-mails to confirm today, and do not send more in a day. Not among it yet:',
  lackingTitle: 'This goes only together',
  unchangedTitle: 'Everything stays as it is',
  unchanged: 'There was nothing to change.',
  languageTitle: 'We now write to you in English',
  languageText: 'This holds for our pages and for e-mails about your subscription.',
  goneTitle: 'Nothing is kept here any more',
  goneText: 'You get nothing from us that you could change here. If you would like e-mails, please sign up again.',
};

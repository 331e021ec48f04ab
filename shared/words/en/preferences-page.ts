import type { preferencesPage as de } from '../de/preferences-page';

/** What the preference centre says. */
export const preferencesPage: typeof de = {
  title: 'Your e-mail settings',
  intro: 'We may send you, or analyse, what is ticked.',
  since: (day) => `Since ${day}.`,
  receipt: 'View receipt',
  interest: 'You get this as a customer. You can object: untick it and save.',
  resting: 'Signed up, but not being sent at present.',
  waiting: 'Not confirmed yet.',
  waitingHint: 'Please use the link in our e-mail. If there is none, tick this again.',
  objected: 'You have objected. We do not send you this any more.',
  save: 'Save',
  saveNote: 'What you newly tick counts only once you have confirmed it with the link in an e-mail.',
  end: 'No more e-mails',
  endNote: 'This ends everything immediately, whatever is ticked.',
  language: 'Language',
  restricted: (day) =>
    `Since ${day} the processing of your data has been restricted. That is why we do not send you what you signed up for before.`,
  undeliverable: (day) =>
    `Since ${day} e-mails to your address have been coming back as undeliverable, so we do not write to you any more. If your mailbox can be reached again, tick what you would like, and confirm it again.`,
  unknown: 'We have deleted your e-mail address. If you would like e-mails, please sign up again:',
  website: 'Go to our website',
  savedTitle: 'Your settings are saved',
  ended: 'This has ended:',
  endedAllTitle: 'You will get no more e-mails',
  askedTitles: {
    asked: 'Please confirm by e-mail',
    lately: 'The e-mail is on its way already',
    enough: 'Please try again tomorrow',
    unknown: 'Please sign up again',
  },
  asked: 'You are about to get an e-mail with a link. Only once you have used it to confirm does this count, too:',
  lately: 'We have sent you an e-mail about this already. Please check your inbox, and your spam folder, too:',
  enough: 'We can send you no further confirmation e-mail today. Still missing:',
  lackingTitle: 'These go only together',
  unchangedTitle: 'Everything stays as it is',
  unchanged: 'There was nothing to change.',
  languageTitle: 'We now write to you in English',
  languageText: 'This applies to our pages and to e-mails about your sign-up.',
  choseOftenTitle: 'Please try again tomorrow',
  choseOftenText:
    'You have changed the language several times today; until tomorrow it stays as it is now. You can unsubscribe at any time.',
  goneTitle: 'Nothing is kept here any more',
  goneText: 'You get nothing from us that you could change here. If you would like e-mails, please sign up again.',
};

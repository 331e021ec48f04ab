import type { mails as de } from '../de/mails';

/** What the mails say that the system sends. */
export const mails: typeof de = {
  greeting: 'Hello,',
  privacyNotice: 'Privacy notice',
  imprint: 'Legal notice',
  confirmSubject: {
    order: 'Please confirm your order',
    signUp: 'Please confirm your sign-up',
    both: 'Please confirm your order and sign-up',
  },
  confirmIntro: {
    order: (controller, when) => `On ${when} this was ordered from ${controller} with this e-mail address:`,
    signUp: (controller, when) => `On ${when} this e-mail address was signed up with ${controller} for:`,
    both: (controller, when) => `On ${when} an order and a sign-up with this e-mail address reached ${controller}:`,
  },
  confirmAsk: (by) => `If that was you, please confirm it by ${by}:`,
  confirmIgnore: {
    order:
      'If not, or if you no longer want it, you need not do anything. Without your confirmation the order does not count, and the details will be deleted.',
    signUp:
      'If not, or if you no longer want it, you need not do anything. Without your confirmation the sign-up does not count, and the details will be deleted.',
    both: 'If not, or if you no longer want it, you need not do anything. Without your confirmation none of this counts, and the details will be deleted.',
  },
  welcomeSubject: (controller) => `Your sign-up with ${controller}`,
  welcomeIntro: (when) => `You confirmed your sign-up on ${when}. It is for:`,
  assetSubject: (title) => `Your download: ${title}`,
  assetIntro: 'Here you can download what you ordered:',
  alsoGiven: 'You have also given your consent to:',
  withdraw: 'Here you can unsubscribe at any time:',
  withdrawOne: 'Or from one of these only:',
  switchOff: 'Switch off analysis, and keep everything else:',
  preferences: 'Topics, language and receipts:',
  stillSubject: (controller) => `Would you still like e-mails from ${controller}?`,
  stillIntro: (since) =>
    `We have not heard from you since ${since}. That is why we are asking whether you would like to keep:`,
  stillYes: (by) => `If so, please tell us by ${by}:`,
  stillNo: 'If not, you can unsubscribe here:',
  stillSilence: (day) =>
    `If you do not answer, we will stop writing to you and delete your details. Your e-mail address will be deleted by ${day} at the latest.`,
  noticeSubject: (controller) => `Changes to the privacy notice of ${controller}`,
  noticeIntro: (version, date) => `There is a new version of our privacy notice: ${version}. It applies from ${date}.`,
  noticeRead: 'You can read it here:',
  noticeRights:
    'What you consented to stays as it is. If you no longer want e-mails from us, you can unsubscribe here at any time:',
  decidedSubject: (controller) => `Your objection at ${controller}`,
  decided: {
    upheld:
      'we have weighed your objection for reasons of your own situation, and uphold it. We send you nothing more about:',
    refused:
      'we have weighed your objection for reasons of your own situation, and cannot uphold it. So this stays as it is:',
  },
  decidedGrounds: 'The grounds:',
  decidedCourt:
    'Apart from that, you can go to court (Art. 79 GDPR). You can still object to direct mail at any time, without giving reasons.',
  withdrawnSubject: (controller) => `You have unsubscribed from ${controller}`,
  withdrawnDone: 'We have received your e-mail and unsubscribed you. This has ended:',
  objectedDone: 'We have received your e-mail and noted your objection. This has ended:',
  withdrawnNothing: 'We have received your e-mail. Nothing is signed up for this address any more.',
  withdrawnMistake:
    'If you did not mean to, you can sign up again at any time. If you wrote anything else, one of us will read it.',
};

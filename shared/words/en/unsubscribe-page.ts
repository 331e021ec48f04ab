import type { unsubscribePage as de } from '../de/unsubscribe-page';

/** What the pages say on which a person unsubscribes, or has the measuring of opens and clicks switched off. */
export const unsubscribePage: typeof de = {
  unsubscribeTitle: 'Would you like to unsubscribe?',
  unsubscribeText: 'This will end at once:',
  unsubscribeButton: 'Unsubscribe now',
  unsubscribeNote: 'Nothing changes unless you press the button.',
  unsubscribedTitle: 'You are unsubscribed',
  unsubscribedText: 'This has ended:',
  contractNote: 'You still get messages that a contract with us requires, such as invoices.',
  untouched: 'Nothing changes about:',
  undoTitle: 'Unsubscribed by mistake?',
  undo: 'Undo',
  undoNote: 'We will then send you an e-mail with which you confirm your sign-up again.',
  preferences: 'View all e-mail settings',
  nothingTitle: 'There is nothing left to unsubscribe from',
  nothingText: 'What this link would end has ended already. There is nothing more for you to do.',
  analysis: {
    title: 'Would you like to switch off analysis?',
    button: 'Switch off analysis',
    doneTitle: 'Analysis is switched off',
    undoTitle: 'Switched off by mistake?',
    undoNote: 'We will then send you an e-mail with which you confirm the analysis again.',
    nothingTitle: 'Analysis is switched off already',
    nothingText: 'There is nothing more for you to do.',
  },
};

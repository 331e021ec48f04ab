import type { unsubscribePage as de } from '../de/unsubscribe-page';

/** What the pages say on which a person unsubscribes. */
export const unsubscribePage: typeof de = {
  unsubscribeTitle: 'Would you like to unsubscribe?',
  unsubscribeText: 'This will end at once:',
  unsubscribeButton: 'Unsubscribe now',
  unsubscribeNote: 'Nothing changes unless you press the button.',
  unsubscribedTitle: 'You are unsubscribed',
  unsubscribedText: 'Ended as of now:',
  contractNote: 'You still get messages that a contract with us requires, such as invoices.',
  untouched: 'You stay subscribed to:',
  undoTitle: 'Unsubscribed by mistake?',
  undo: 'Undo',
  undoNote: 'We will then send you an e-mail with which you confirm the subscription anew.',
  preferences: 'View all e-mail settings',
};

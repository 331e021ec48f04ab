import type { Language } from '../policy/schema';

interface UnsubscribeTexts {
  readonly unsubscribeTitle: string;
  readonly unsubscribeText: string;
  readonly unsubscribeButton: string;
  readonly unsubscribeNote: string;
  readonly unsubscribedTitle: string;
  readonly unsubscribedText: string;
  readonly contractNote: string;
  readonly untouched: string;
  readonly undoTitle: string;
  readonly undo: string;
  readonly undoNote: string;
  readonly preferences: string;
}

const de: UnsubscribeTexts = {
  unsubscribeTitle: 'Möchten Sie sich abmelden?',
  unsubscribeText: 'Das endet dann sofort:',
  unsubscribeButton: 'Jetzt abmelden',
  unsubscribeNote: 'Solange Sie nicht auf die Schaltfläche drücken, ändert sich nichts.',
  unsubscribedTitle: 'Sie sind abgemeldet',
  unsubscribedText: 'Beendet ist ab sofort:',
  contractNote: 'Nachrichten, die ein Vertrag mit uns nötig macht, etwa Rechnungen, bekommen Sie weiterhin.',
  untouched: 'Angemeldet bleiben Sie für:',
  undoTitle: 'Aus Versehen abgemeldet?',
  undo: 'Rückgängig machen',
  undoNote: 'Wir schicken Ihnen dann eine E-Mail, mit der Sie die Anmeldung neu bestätigen.',
  preferences: 'Alle E-Mail-Einstellungen ansehen',
};

const en: UnsubscribeTexts = {
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

/** What the pages say on which somebody unsubscribes. */
export const UNSUBSCRIBE_TEXTS: Record<Language, UnsubscribeTexts> = { de, en };

/** What the pages say on which a person unsubscribes. */
export const unsubscribePage = {
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

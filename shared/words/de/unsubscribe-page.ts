/** What the pages say on which a person unsubscribes, or has the measuring of opens and clicks switched off. */
export const unsubscribePage = {
  unsubscribeTitle: 'Möchten Sie sich abmelden?',
  unsubscribeText: 'Das endet dann sofort:',
  unsubscribeButton: 'Jetzt abmelden',
  unsubscribeNote: 'Solange Sie nicht auf die Schaltfläche drücken, ändert sich nichts.',
  unsubscribedTitle: 'Sie sind abgemeldet',
  unsubscribedText: 'Beendet ist ab sofort:',
  contractNote: 'Nachrichten, die ein Vertrag mit uns nötig macht, etwa Rechnungen, bekommen Sie weiterhin.',
  untouched: 'Nichts ändert sich an:',
  undoTitle: 'Aus Versehen abgemeldet?',
  undo: 'Rückgängig machen',
  undoNote: 'Wir schicken Ihnen dann eine E-Mail, mit der Sie die Anmeldung neu bestätigen.',
  preferences: 'Alle E-Mail-Einstellungen ansehen',
  nothingTitle: 'Hier gibt es nichts mehr abzumelden',
  nothingText: 'Was dieser Link abmelden würde, ist schon beendet. Sie brauchen nichts weiter zu tun.',
  /** Where a link ends nothing but the measuring. */
  analysis: {
    title: 'Möchten Sie die Auswertung abschalten?',
    button: 'Auswertung abschalten',
    doneTitle: 'Die Auswertung ist abgeschaltet',
    undoTitle: 'Aus Versehen abgeschaltet?',
    undoNote: 'Wir schicken Ihnen dann eine E-Mail, mit der Sie die Auswertung neu bestätigen.',
    nothingTitle: 'Die Auswertung ist schon abgeschaltet',
    nothingText: 'Sie brauchen nichts weiter zu tun.',
  },
};

/** What is said of a statement that everything of a website was deleted. */
export const closing = {
  claim: {
    title: 'Die Erklärung ist unverändert und steht im Protokoll',
    text: 'Was gelöscht wurde und wann, wurde so aufgezeichnet, und das Protokoll kann nur wachsen. Dass wirklich nichts mehr da ist, sagt, wer es gelöscht hat.',
  },
  findings: {
    closingChanged: () => 'Die Erklärung wurde nachträglich geändert.',
    closingNotInLog: () => 'Der Beleg, dass die Erklärung im Protokoll steht, ist falsch.',
    closingWithoutBefore: () => 'Der Prüfpunkt von vor dem Löschen, den die Erklärung nennt, fehlt.',
  },
};

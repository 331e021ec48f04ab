/** What the pages say on which a person confirms, beside `pages`. */
export const confirmPage = {
  confirmTitle: 'Nur noch ein Klick',
  confirmButton: 'Ja, bestätigen',
  confirmText: 'Damit bestätigen Sie:',
  confirmNote: 'Sie möchten das nicht? Dann schließen Sie diese Seite einfach. Ohne Ihre Bestätigung geschieht nichts.',
  wordingTitle: 'Im Wortlaut',
  receiptLink: 'Ihren Einwilligungsbeleg ansehen oder herunterladen',
  orderReceiptLink: 'Ihren Beleg ansehen oder herunterladen',
};

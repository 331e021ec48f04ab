/** What the pages say on which a person confirms, beside `pages`. */
export const confirmPage = {
  /** By what is to be confirmed: an order, a sign-up, or both. */
  titles: {
    order: 'Bitte bestätigen Sie Ihre Bestellung',
    signUp: 'Bitte bestätigen Sie Ihre Anmeldung',
    both: 'Bitte bestätigen Sie Bestellung und Anmeldung',
  },
  text: 'Das bestätigen Sie, im Wortlaut:',
  /** Said before the button: Art. 7(3) GDPR. */
  withdraw: (email: string | undefined) =>
    `Ihre Einwilligung ist freiwillig. Sie können sie jederzeit für die Zukunft widerrufen: über den Link in jeder E-Mail${
      email === undefined ? '' : ` oder mit einer Nachricht an ${email}`
    }.`,
  orderAlone: 'Ihre Bestellung können Sie auch allein bestätigen. Dann gilt die Einwilligung nicht.',
  buttons: {
    order: 'Bestellung bestätigen',
    signUp: 'Anmeldung bestätigen',
    both: 'Bestellung und Anmeldung bestätigen',
  },
  orderButton: 'Nur die Bestellung bestätigen',
  note: 'Sie möchten das nicht? Dann schließen Sie diese Seite einfach. Ohne Ihre Bestätigung geschieht nichts.',
  /** What is not confirmed along with the rest, and why. */
  leftOut: {
    title: 'Nicht dabei ist:',
    withdrawn: (day: string) => `widerrufen am ${day}`,
    refused: (day: string) => `zurückgenommen am ${day}`,
    objected: (day: string) => `widersprochen am ${day}`,
    lapsed: (day: string) => `abgelaufen am ${day}`,
    moved: (day: string) => `gilt seit ${day} für Ihre andere E-Mail-Adresse`,
    unconfirmed: 'nicht bestätigt',
    unsupported: (others: readonly string[]) => `geht nur zusammen mit ${others.join(' oder ')}`,
  },
  /** Where nothing is left of it. */
  endedTitle: 'Dieser Link gilt nicht mehr',
  ended: 'Was Sie hier bestätigen wollten, gilt nicht mehr, und dabei bleibt es:',
  anew: 'Wenn Sie es doch wieder möchten, melden Sie sich bitte neu an.',
  receiptLink: 'Ihren Einwilligungsbeleg ansehen oder herunterladen',
  orderReceiptLink: 'Ihren Beleg ansehen oder herunterladen',
};

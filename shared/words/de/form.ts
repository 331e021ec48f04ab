/** What the sign-up form says that a script puts on a page of a website. */
export const form = {
  email: 'E-Mail-Adresse',
  optional: 'freiwillig',
  consent: 'Ihre Einwilligung',
  consentBesideAsset: 'Wenn Sie möchten',
  version: 'Fassung',
  requires: (others: readonly string[]) => `Nur zusammen mit: ${others.join(' oder ')}`,
  subscribe: 'Anmelden',
  order: 'Bestellen',
  sending: 'Wird gesendet …',
  note: 'Sie erhalten zuerst eine E-Mail mit einem Link. Erst wenn Sie dort bestätigen, gilt, was Sie hier angeben.',
  privacyNotice: 'Datenschutzhinweise',
  sentTitle: 'Bitte schauen Sie in Ihr Postfach',
  sentText: (email: string) =>
    `Sie bekommen von uns gleich eine E-Mail an ${email} mit einem Link. Bitte bestätigen Sie darüber Ihre Angaben; erst dann gelten sie.`,
  sentNote:
    'Keine E-Mail da? Bitte sehen Sie auch im Spam-Ordner nach. Haben Sie schon eine von uns, genügt der Link darin. Kommt nichts, versuchen Sie es morgen noch einmal, oder schreiben Sie uns.',
  wrong: 'Das hat noch nicht geklappt. Bitte ändern Sie, was unten markiert ist; es wurde nichts gespeichert.',
  emailError: 'Bitte prüfen Sie, ob die Adresse vollständig ist, zum Beispiel name@example.com.',
  nothingChosenError: 'Bitte kreuzen Sie mindestens ein Kästchen an.',
  fieldError: 'Bitte schreiben Sie das kürzer und in einer Zeile.',
  stale:
    'Der Wortlaut hat sich gerade geändert, und es wurde noch nichts gespeichert. Bitte lesen Sie ihn noch einmal, kreuzen Sie an, was Sie möchten, und senden Sie das Formular erneut.',
  leaveEmpty: 'Bitte leer lassen',
  working: 'Einen Moment bitte: Gerade melden sich sehr viele an, und Ihr Browser rechnet kurz. Sie müssen nichts tun.',
  unproven:
    'Gerade melden sich sehr viele an, und Ihr Browser kann die Rechenaufgabe gegen Programme nicht lösen. Ihre Eingaben sind noch da: Bitte versuchen Sie es später noch einmal.',
  tooMany: 'Gerade kommen sehr viele Anfragen an. Bitte versuchen Sie es in ein paar Minuten noch einmal.',
  busy: 'Das hat gerade nicht geklappt; es liegt an uns. Bitte versuchen Sie es in einer Minute noch einmal.',
  offline:
    'Wir sind gerade nicht zu erreichen. Ihre Eingaben sind noch da: Bitte prüfen Sie Ihre Internetverbindung und senden Sie das Formular dann noch einmal.',
  notLoaded: 'Das Formular lässt sich gerade nicht laden.',
  tryAgain: 'Noch einmal versuchen',
};

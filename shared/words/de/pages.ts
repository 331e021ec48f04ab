/** What the pages say that a link or a form leads to. */
export const pages = {
  privacyNotice: 'Datenschutz',
  sentTitle: 'Bitte schauen Sie in Ihr Postfach',
  sentText:
    'Sie bekommen von uns gleich eine E-Mail mit einem Link. Bitte bestätigen Sie darüber Ihre Angaben; erst dann gelten sie.',
  sentNote:
    'Keine E-Mail da? Bitte sehen Sie auch im Spam-Ordner nach, oder füllen Sie das Formular in einer Viertelstunde noch einmal aus. Wer es kurz hintereinander mehrmals abschickt, bekommt nicht jedes Mal eine neue E-Mail.',
  refusedTitle: 'Das hat noch nicht geklappt',
  refusedText: 'Es wurde nichts gespeichert. Bitte gehen Sie in Ihrem Browser zurück zum Formular und ändern Sie:',
  emailError: 'E-Mail-Adresse: Bitte prüfen Sie, ob sie vollständig ist, zum Beispiel name@example.com.',
  nothingChosenError: 'Auswahl: Bitte kreuzen Sie mindestens eines an.',
  requiresError: (purpose: string, others: readonly string[]) =>
    `${purpose}: Das geht nur zusammen mit ${others.join(' oder ')}.`,
  fieldError: (label: string) => `${label}: Bitte kürzer und in einer Zeile.`,
  confirmedTitle: 'Danke, das ist bestätigt',
  confirmedText: 'Sie haben bestätigt:',
  alreadyConfirmedTitle: 'Das haben Sie schon bestätigt',
  assetNote: 'Den Link zum Herunterladen bekommen Sie per E-Mail.',
  withdrawNote: 'Sie können Ihre Einwilligung jederzeit widerrufen: über den Link in jeder E-Mail.',
  receiptGoneTitle: 'Diesen Beleg gibt es hier nicht mehr',
  receiptGoneText:
    'Wir haben gelöscht, was wir dazu aufbewahrt hatten, weil die Zeit dafür um ist. Ein Beleg, den Sie selbst gespeichert haben, bleibt gültig.',
  expiredTitle: 'Dieser Link ist abgelaufen',
  expiredText:
    'Ihre Angaben wurden nicht rechtzeitig bestätigt und gelten deshalb nicht. Wenn Sie es noch möchten, füllen Sie das Formular bitte noch einmal aus; Sie bekommen dann einen neuen Link.',
  linkGoneTitle: 'Zu diesem Link ist nichts mehr gespeichert',
  linkGoneText:
    'Was wir dazu aufbewahrt hatten, ist gelöscht. Über diesen Link lässt sich nichts mehr bestätigen. Wenn Sie es noch möchten, füllen Sie das Formular bitte neu aus.',
  keepTooLateTitle: 'Sie sind nicht mehr angemeldet',
  keepTooLateText:
    'Sie haben sich abgemeldet, oder die Frist für Ihre Antwort ist vorbei. Wenn Sie doch wieder E-Mails möchten, melden Sie sich bitte neu an.',
  nothingTitle: 'Sie sind nicht angemeldet',
  nothingText: 'Über diesen Link gibt es nichts mehr abzumelden. Sie brauchen nichts weiter zu tun.',
  badLinkTitle: 'Dieser Link ist nicht vollständig',
  badLinkText:
    'Bitte öffnen Sie den Link noch einmal aus der E-Mail. Wenn er dort über zwei Zeilen geht, kopieren Sie ihn ganz in die Adresszeile.',
  assetGoneTitle: 'Hier gibt es nichts mehr herunterzuladen',
  assetGoneText:
    'Das Dokument wird nicht mehr angeboten, oder Ihre Bestellung wurde gelöscht. Sie können es neu bestellen.',
  busyTitle: 'Das hat gerade nicht geklappt',
  busyText:
    'Es liegt an uns. Bitte versuchen Sie es in einer Minute noch einmal; es schadet nicht, etwas zu wiederholen.',
};

/** What the pages say that a link or a form leads to. */
export const pages = {
  privacyNotice: 'Datenschutzhinweise',
  imprint: 'Impressum',
  sentTitle: 'Bitte schauen Sie in Ihr Postfach',
  sentText:
    'Sie bekommen von uns gleich eine E-Mail mit einem Link. Bitte bestätigen Sie darüber Ihre Angaben; erst dann gelten sie.',
  sentNote: (email: string) =>
    `Keine E-Mail da? Bitte sehen Sie auch im Spam-Ordner nach, oder füllen Sie das Formular in einer Viertelstunde noch einmal aus. Wer es mehrmals abschickt, bekommt nicht jedes Mal eine neue E-Mail, und am Tag nur wenige. Haben Sie schon eine von uns, genügt die Schaltfläche hinter dem Link darin. Kommt auch morgen nichts, schreiben Sie uns bitte: ${email}.`,
  refusedTitle: 'Das hat noch nicht geklappt',
  refusedText: 'Es wurde nichts gespeichert. Bitte gehen Sie in Ihrem Browser zurück zum Formular und ändern Sie:',
  emailError: 'E-Mail-Adresse: Bitte prüfen Sie, ob sie vollständig ist, zum Beispiel name@example.com.',
  nothingChosenError: 'Auswahl: Bitte kreuzen Sie mindestens ein Kästchen an.',
  requiresError: (purpose: string, others: readonly string[]) =>
    `${purpose}: Das geht nur zusammen mit ${others.join(' oder ')}.`,
  staleError:
    'Wortlaut: Er hat sich geändert, seit Sie das Formular geöffnet haben. Bitte laden Sie die Seite neu, lesen Sie ihn noch einmal und senden Sie das Formular dann erneut.',
  proofError:
    'Zeitpunkt: Gerade melden sich sehr viele an. Bitte versuchen Sie es später noch einmal, oder benutzen Sie das Formular mit eingeschaltetem JavaScript; Ihr Browser löst dann eine kleine Rechenaufgabe, die Programme abhält.',
  /** What only whoever made the form can put right. */
  brokenFormText: 'Es wurde nichts gespeichert. Das liegt nicht an Ihnen, sondern an dem Formular:',
  brokenFormHelp: (email: string) => `Bitte sagen Sie uns das: ${email}. Vielen Dank!`,
  website: 'Zu unserer Website',
  formError: 'Was es geschickt hat, lässt sich nicht lesen.',
  originError: 'Es steht auf einer Website, von der wir keine Anmeldungen annehmen.',
  unknownSiteError: 'Es schickt Anmeldungen an eine Adresse, die es hier nicht gibt.',
  tooLargeError: 'Es hat mehr geschickt, als wir annehmen.',
  languageError: (languages: readonly string[]) =>
    `Die Sprache, die es nennt, gibt es hier nicht. Es gibt: ${languages.join(', ')}.`,
  unknownFieldError: (field: string) => `Mit dem Feld „${field}“ können wir nichts anfangen.`,
  fieldError: (label: string) => `${label}: Bitte schreiben Sie das kürzer und in einer Zeile.`,
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
    'Worum es hier ging, ist beendet, und dieser Link bringt es nicht zurück. Wenn Sie doch wieder E-Mails möchten, melden Sie sich bitte neu an.',
  badLinkTitle: 'Dieser Link stimmt so nicht',
  badLinkText:
    'Es fehlt etwas, oder es ist etwas zu viel. Bitte öffnen Sie den Link noch einmal aus der E-Mail. Wenn er dort über zwei Zeilen geht, kopieren Sie ihn ganz in die Adresszeile.',
  noPageTitle: 'Diese Seite gibt es nicht',
  noPageText: 'Bitte prüfen Sie die Adresse. Wenn Sie aus einer E-Mail kommen, öffnen Sie den Link darin noch einmal.',
  methodTitle: 'So lässt sich diese Seite nicht öffnen',
  methodText: 'Bitte öffnen Sie den Link noch einmal aus der E-Mail, oder gehen Sie zurück zum Formular.',
  siteClosedTitle: 'Hier geht keine Anmeldung mehr',
  siteClosedText:
    'Dieses Angebot ist beendet: Niemand wird mehr angemeldet, und E-Mails verschicken wir nicht mehr. Sie müssen nichts tun. Die Links zum Abmelden in früheren E-Mails gelten, bis wir alles gelöscht haben.',
  assetGoneTitle: 'Hier gibt es nichts mehr herunterzuladen',
  assetGoneText:
    'Das Dokument wird nicht mehr angeboten, oder Ihre Bestellung wurde gelöscht. Sie können es neu bestellen.',
  busyTitle: 'Das hat gerade nicht geklappt',
  busyText:
    'Es liegt an uns. Bitte versuchen Sie es in einer Minute noch einmal; es schadet nicht, etwas zu wiederholen.',
};

import type { Language } from '../policy/schema';

/** Everything that the pages say, in each language. */
interface PageTexts {
  readonly privacyNotice: string;
  readonly sentTitle: string;
  readonly sentText: string;
  readonly sentNote: string;
  readonly refusedTitle: string;
  readonly refusedText: string;
  readonly emailError: string;
  readonly nothingChosenError: string;
  readonly requiresError: (purpose: string, others: readonly string[]) => string;
  readonly fieldError: (label: string) => string;
  readonly confirmTitle: string;
  readonly confirmButton: string;
  readonly confirmedTitle: string;
  readonly confirmedText: string;
  readonly alreadyConfirmedTitle: string;
  readonly assetNote: string;
  readonly withdrawNote: string;
  readonly receiptGoneTitle: string;
  readonly receiptGoneText: string;
  readonly expiredTitle: string;
  readonly expiredText: string;
  readonly withdrawnLinkTitle: string;
  readonly withdrawnLinkText: string;
  readonly keepTooLateTitle: string;
  readonly keepTooLateText: string;
  readonly nothingTitle: string;
  readonly nothingText: string;
  readonly badLinkTitle: string;
  readonly badLinkText: string;
  readonly assetGoneTitle: string;
  readonly assetGoneText: string;
  readonly busyTitle: string;
  readonly busyText: string;
}

const de: PageTexts = {
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
  requiresError: (purpose, others) => `${purpose}: Das geht nur zusammen mit ${others.join(' oder ')}.`,
  fieldError: (label) => `${label}: Bitte kürzer und in einer Zeile.`,
  confirmTitle: 'Nur noch ein Klick',
  confirmButton: 'Ja, bestätigen',
  confirmedTitle: 'Danke, das ist bestätigt',
  confirmedText: 'Sie haben bestätigt:',
  alreadyConfirmedTitle: 'Das haben Sie schon bestätigt',
  assetNote: 'Den Link zum Herunterladen schicken wir Ihnen per E-Mail.',
  withdrawNote: 'Sie können Ihre Einwilligung jederzeit widerrufen: über den Link in jeder E-Mail.',
  receiptGoneTitle: 'Diesen Beleg gibt es hier nicht mehr',
  receiptGoneText:
    'Wir haben gelöscht, was wir dazu aufbewahrt hatten, weil die Zeit dafür um ist. Ein Beleg, den Sie selbst gespeichert haben, bleibt gültig.',
  expiredTitle: 'Dieser Link ist abgelaufen',
  expiredText:
    'Ihre Angaben wurden nicht rechtzeitig bestätigt und gelten deshalb nicht. Wenn Sie es noch möchten, füllen Sie das Formular bitte noch einmal aus; Sie bekommen dann einen neuen Link.',
  withdrawnLinkTitle: 'Dieser Link gilt nicht mehr',
  withdrawnLinkText:
    'Sie haben sich inzwischen abgemeldet, und dabei bleibt es. Wenn Sie doch wieder E-Mails möchten, melden Sie sich bitte neu an.',
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

const en: PageTexts = {
  privacyNotice: 'Privacy',
  sentTitle: 'Please look into your inbox',
  sentText: 'You are about to get an e-mail from us with a link. Please use it to confirm; nothing counts before that.',
  sentNote:
    'No e-mail? Please look into your spam folder too, or fill in the form again in a quarter of an hour. Sending it several times in a row does not bring a new e-mail each time.',
  refusedTitle: 'That did not work yet',
  refusedText: 'Nothing was saved. Please go back to the form in your browser and change:',
  emailError: 'E-mail address: please check that it is complete, for example name@example.com.',
  nothingChosenError: 'Your choice: please tick at least one.',
  requiresError: (purpose, others) => `${purpose}: this goes only along with ${others.join(' or ')}.`,
  fieldError: (label) => `${label}: please make it shorter, and one line.`,
  confirmTitle: 'Just one more click',
  confirmButton: 'Yes, confirm',
  confirmedTitle: 'Thank you, that is confirmed',
  confirmedText: 'You have confirmed:',
  alreadyConfirmedTitle: 'You have confirmed this already',
  assetNote: 'We are sending you the download link by e-mail.',
  withdrawNote: 'You can withdraw your consent at any time: with the link in every e-mail.',
  receiptGoneTitle: 'This receipt is no longer kept here',
  receiptGoneText:
    'We have deleted what we had kept about it, as the time for that is over. A receipt that you saved yourself stays valid.',
  expiredTitle: 'This link has expired',
  expiredText:
    'Your details were not confirmed in time, so they do not count. If you still want this, please fill in the form again; you will get a new link.',
  withdrawnLinkTitle: 'This link is no longer valid',
  withdrawnLinkText:
    'You have unsubscribed since, and that stands. If you would like e-mails after all, please sign up again.',
  keepTooLateTitle: 'You are no longer signed up',
  keepTooLateText:
    'You have unsubscribed, or the time for your answer is over. If you would like e-mails after all, please sign up again.',
  nothingTitle: 'You are not subscribed',
  nothingText: 'This link has nothing left to unsubscribe from. There is nothing more for you to do.',
  badLinkTitle: 'This link is not complete',
  badLinkText:
    'Please open the link from the e-mail once more. If it runs over two lines there, copy all of it into the address bar.',
  assetGoneTitle: 'There is nothing left to download here',
  assetGoneText: 'The document is no longer on offer, or your order was deleted. You can order it again.',
  busyTitle: 'That did not work just now',
  busyText: 'It is our fault. Please try again in a minute; repeating does no harm.',
};

export const PAGE_TEXTS: Record<Language, PageTexts> = { de, en };

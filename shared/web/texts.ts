import type { Language } from '../policy/schema';

/** Everything that the pages say, in each language. */
interface PageTexts {
  readonly privacyNotice: string;
  readonly sentTitle: string;
  readonly sentText: string;
  readonly sentNote: string;
  readonly refusedTitle: string;
  readonly refusedText: string;
  readonly confirmTitle: string;
  readonly confirmText: string;
  readonly confirmButton: string;
  readonly confirmNote: string;
  readonly confirmedTitle: string;
  readonly confirmedText: string;
  readonly alreadyConfirmedTitle: string;
  readonly assetNote: string;
  readonly withdrawNote: string;
  readonly expiredTitle: string;
  readonly expiredText: string;
  readonly withdrawnLinkTitle: string;
  readonly withdrawnLinkText: string;
  readonly unsubscribeTitle: string;
  readonly unsubscribeText: string;
  readonly unsubscribeButton: string;
  readonly unsubscribeNote: string;
  readonly unsubscribedTitle: string;
  readonly unsubscribedText: string;
  readonly contractNote: string;
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
  sentTitle: 'Bitte sehen Sie in Ihr Postfach',
  sentText: 'Wir haben Ihnen eine E-Mail mit einem Link geschickt. Erst wenn Sie dort bestätigen, gilt Ihre Anmeldung.',
  sentNote:
    'Keine E-Mail da? Sehen Sie auch im Spam-Ordner nach, und versuchen Sie es sonst in einer Viertelstunde noch einmal. Wer sich mehrmals anmeldet, bekommt nicht jedes Mal eine neue E-Mail.',
  refusedTitle: 'Das hat noch nicht geklappt',
  refusedText: 'Es wurde nichts gespeichert. Bitte gehen Sie zurück und ändern Sie:',
  confirmTitle: 'Nur noch ein Klick',
  confirmText: 'Sie bestätigen damit:',
  confirmButton: 'Ja, bestätigen',
  confirmNote: 'Sie wollen das nicht? Dann schließen Sie diese Seite einfach. Ohne Ihre Bestätigung geschieht nichts.',
  confirmedTitle: 'Danke, das ist bestätigt',
  confirmedText: 'Sie haben bestätigt:',
  alreadyConfirmedTitle: 'Das haben Sie schon bestätigt',
  assetNote: 'Den Link zum Herunterladen schicken wir Ihnen per E-Mail.',
  withdrawNote: 'Sie können Ihre Einwilligung jederzeit widerrufen, mit dem Link in jeder E-Mail.',
  expiredTitle: 'Dieser Link ist abgelaufen',
  expiredText:
    'Ihre Anmeldung wurde nicht rechtzeitig bestätigt und gilt nicht. Wenn Sie sie noch möchten, melden Sie sich bitte noch einmal an; Sie bekommen dann einen neuen Link.',
  withdrawnLinkTitle: 'Dieser Link gilt nicht mehr',
  withdrawnLinkText:
    'Sie haben sich inzwischen abgemeldet, und dabei bleibt es. Wenn Sie doch wieder E-Mails möchten, melden Sie sich bitte neu an.',
  unsubscribeTitle: 'Abmelden',
  unsubscribeText: 'Das wird sofort beendet:',
  unsubscribeButton: 'Jetzt abmelden',
  unsubscribeNote: 'Solange Sie nicht auf die Schaltfläche drücken, ändert sich nichts.',
  unsubscribedTitle: 'Sie sind abgemeldet',
  unsubscribedText: 'Ab sofort beendet:',
  contractNote: 'Nachrichten, die ein Vertrag mit uns nötig macht, etwa Rechnungen, bekommen Sie weiterhin.',
  nothingTitle: 'Sie sind nicht angemeldet',
  nothingText: 'Über diesen Link ist nichts mehr abzumelden: Es gibt keine Anmeldung mehr, zu der er gehört.',
  badLinkTitle: 'Dieser Link ist nicht vollständig',
  badLinkText:
    'Bitte öffnen Sie den Link noch einmal aus der E-Mail. Wenn er dort über zwei Zeilen geht, kopieren Sie ihn ganz in die Adresszeile.',
  assetGoneTitle: 'Hier gibt es nichts mehr herunterzuladen',
  assetGoneText: 'Das Dokument wird nicht mehr angeboten, oder die Bestellung wurde gelöscht. Sie können es neu bestellen.',
  busyTitle: 'Das hat gerade nicht geklappt',
  busyText: 'Es liegt an uns. Bitte versuchen Sie es in einer Minute noch einmal; es schadet nicht, etwas zu wiederholen.',
};

const en: PageTexts = {
  privacyNotice: 'Privacy',
  sentTitle: 'Please look into your inbox',
  sentText: 'We have sent you an e-mail with a link. Your sign-up counts only once you confirm it there.',
  sentNote:
    'No e-mail? Please look into your spam folder too, or try again in a quarter of an hour. Signing up several times does not send a new e-mail each time.',
  refusedTitle: 'That did not work yet',
  refusedText: 'Nothing was saved. Please go back and change:',
  confirmTitle: 'One more click',
  confirmText: 'This is what you confirm:',
  confirmButton: 'Yes, confirm',
  confirmNote: 'You do not want this? Simply close this page. Nothing happens unless you confirm.',
  confirmedTitle: 'Thank you, that is confirmed',
  confirmedText: 'You have confirmed:',
  alreadyConfirmedTitle: 'You have confirmed this already',
  assetNote: 'We are sending you the download link by e-mail.',
  withdrawNote: 'You can withdraw your consent at any time, with the link in every e-mail.',
  expiredTitle: 'This link has expired',
  expiredText:
    'Your sign-up was not confirmed in time and does not count. If you still want it, please sign up again; you will get a new link.',
  withdrawnLinkTitle: 'This link is no longer valid',
  withdrawnLinkText:
    'You have unsubscribed since, and that stands. If you would like e-mails after all, please sign up again.',
  unsubscribeTitle: 'Unsubscribe',
  unsubscribeText: 'This ends at once:',
  unsubscribeButton: 'Unsubscribe now',
  unsubscribeNote: 'Nothing changes unless you press the button.',
  unsubscribedTitle: 'You are unsubscribed',
  unsubscribedText: 'Ended as of now:',
  contractNote: 'You still get messages that a contract with us requires, such as invoices.',
  nothingTitle: 'You are not subscribed',
  nothingText: 'This link has nothing left to unsubscribe from: the sign-up that it belongs to is no longer there.',
  badLinkTitle: 'This link is not complete',
  badLinkText:
    'Please open the link from the e-mail once more. If it runs over two lines there, copy all of it into the address bar.',
  assetGoneTitle: 'There is nothing left to download here',
  assetGoneText: 'The document is no longer on offer, or the order was deleted. You can order it again.',
  busyTitle: 'That did not work just now',
  busyText: 'It is our fault. Please try again in a minute; repeating does no harm.',
};

export const PAGE_TEXTS: Record<Language, PageTexts> = { de, en };

import type { Language } from '../../policy/schema';

interface FormTexts {
  readonly email: string;
  readonly optional: string;
  readonly consent: string;
  readonly consentBesideAsset: string;
  readonly version: string;
  readonly requires: (others: readonly string[]) => string;
  readonly subscribe: string;
  readonly order: string;
  readonly sending: string;
  readonly note: string;
  readonly privacyNotice: string;
  readonly sentTitle: string;
  readonly sentText: (email: string) => string;
  readonly sentNote: string;
  readonly wrong: string;
  readonly emailError: string;
  readonly nothingChosenError: string;
  readonly fieldError: string;
  readonly stale: string;
  readonly tooMany: string;
  readonly busy: string;
  readonly offline: string;
  readonly notLoaded: string;
  readonly tryAgain: string;
}

const de: FormTexts = {
  email: 'E-Mail-Adresse',
  optional: 'freiwillig',
  consent: 'Ihre Einwilligung',
  consentBesideAsset: 'Wenn Sie möchten',
  version: 'Fassung',
  requires: (others) => `Nur zusammen mit: ${others.join(' oder ')}`,
  subscribe: 'Anmelden',
  order: 'Anfordern',
  sending: 'Wird gesendet …',
  note: 'Sie erhalten zuerst eine E-Mail mit einem Link. Erst wenn Sie dort bestätigen, gilt Ihre Bestellung.',
  privacyNotice: 'Datenschutzerklärung',
  sentTitle: 'Bitte schauen Sie in Ihr Postfach',
  sentText: (email) =>
    `Sie bekommen von uns gleich eine E-Mail an ${email} mit einem Link. Bitte bestätigen Sie darüber Ihre Angaben; erst dann gelten sie.`,
  sentNote: 'Keine E-Mail da? Bitte sehen Sie auch im Spam-Ordner nach.',
  wrong: 'Das hat noch nicht geklappt. Bitte ändern Sie, was unten markiert ist; es wurde nichts gespeichert.',
  emailError: 'Bitte prüfen Sie, ob die Adresse vollständig ist, zum Beispiel name@example.com.',
  nothingChosenError: 'Bitte kreuzen Sie mindestens eines an.',
  fieldError: 'Bitte kürzer und in einer Zeile.',
  stale:
    'Der Wortlaut hat sich gerade geändert, und es wurde noch nichts gespeichert. Bitte lesen Sie ihn noch einmal, kreuzen Sie an, was Sie möchten, und senden Sie das Formular erneut.',
  tooMany: 'Gerade kommen sehr viele Anfragen an. Bitte versuchen Sie es in ein paar Minuten noch einmal.',
  busy: 'Das hat gerade nicht geklappt; es liegt an uns. Bitte versuchen Sie es in einer Minute noch einmal.',
  offline:
    'Wir sind gerade nicht zu erreichen. Ihre Eingaben sind noch da: Bitte prüfen Sie Ihre Internetverbindung und senden Sie das Formular dann noch einmal.',
  notLoaded: 'Das Formular lässt sich gerade nicht laden.',
  tryAgain: 'Noch einmal versuchen',
};

const en: FormTexts = {
  email: 'E-mail address',
  optional: 'optional',
  consent: 'Your consent',
  consentBesideAsset: 'If you like',
  version: 'version',
  requires: (others) => `Only together with: ${others.join(' or ')}`,
  subscribe: 'Subscribe',
  order: 'Order',
  sending: 'Sending …',
  note: 'First you get an e-mail with a link. Nothing is ordered until you confirm it there.',
  privacyNotice: 'Privacy notice',
  sentTitle: 'Please look into your inbox',
  sentText: (email) =>
    `You are about to get an e-mail from us to ${email} with a link. Please use it to confirm; nothing counts before that.`,
  sentNote: 'No e-mail? Please look into your spam folder, too.',
  wrong: 'That did not work yet. Please change what is marked below; nothing was saved.',
  emailError: 'Please check that the address is complete, for example name@example.com.',
  nothingChosenError: 'Please tick at least one.',
  fieldError: 'Please make it shorter, and one line.',
  stale:
    'The wording has just changed, and nothing was saved yet. Please read it once more, tick what you would like, and send the form again.',
  tooMany: 'Very many requests are coming in right now. Please try again in a few minutes.',
  busy: 'That did not work just now; it is our fault. Please try again in a minute.',
  offline:
    'We cannot be reached at the moment. What you typed is still here: please check your internet connection, then send the form again.',
  notLoaded: 'The form cannot be loaded at the moment.',
  tryAgain: 'Try again',
};

export const FORM_TEXTS: Readonly<Record<Language, FormTexts>> = { de, en };

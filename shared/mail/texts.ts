import type { Language } from '../policy/schema';

/** Everything that the mails say, in each language. */
interface MailTexts {
  readonly greeting: string;
  readonly confirmSubject: string;
  /** `when` is the time of the sign-up, `by` the deadline. */
  readonly confirmIntro: (controller: string, when: string) => string;
  readonly confirmAsk: (by: string) => string;
  readonly confirmIgnore: string;
  readonly welcomeSubject: (controller: string) => string;
  readonly welcomeIntro: (when: string) => string;
  readonly assetSubject: (title: string) => string;
  readonly assetIntro: string;
  readonly alsoGiven: string;
  readonly withdraw: string;
  readonly withdrawOne: string;
  readonly preferences: string;
  readonly stillSubject: (controller: string) => string;
  /** `since` is the day of the last sign of life. */
  readonly stillIntro: (since: string) => string;
  readonly stillYes: (by: string) => string;
  readonly stillNo: string;
  /** `day`: when the address goes, too. */
  readonly stillSilence: (day: string) => string;
  readonly noticeSubject: (controller: string) => string;
  /** `date` is the day from which it holds. */
  readonly noticeIntro: (version: string, date: string) => string;
  readonly noticeRead: string;
  readonly noticeRights: string;
  readonly withdrawnSubject: (controller: string) => string;
  readonly withdrawnDone: string;
  readonly objectedDone: string;
  readonly withdrawnNothing: string;
  readonly withdrawnMistake: string;
}

const de: MailTexts = {
  greeting: 'Guten Tag,',
  confirmSubject: 'Bitte bestätigen Sie Ihre Eintragung',
  confirmIntro: (controller, when) => `am ${when} wurde diese E-Mail-Adresse bei ${controller} eingetragen für:`,
  confirmAsk: (by) => `Wenn Sie das waren, bestätigen Sie es bitte bis zum ${by}:`,
  confirmIgnore:
    'Wenn nicht, oder wenn Sie es nicht mehr möchten, brauchen Sie nichts zu tun. Ohne Ihre Bestätigung gilt die Eintragung nicht, und die Angaben werden gelöscht.',
  welcomeSubject: (controller) => `Ihre Anmeldung bei ${controller}`,
  welcomeIntro: (when) => `Sie haben am ${when} bestätigt, dass wir Ihnen schreiben dürfen. Angemeldet sind Sie für:`,
  assetSubject: (title) => `Ihr Download: ${title}`,
  assetIntro: 'hier können Sie herunterladen, was Sie bestellt haben:',
  alsoGiven: 'Außerdem haben Sie eingewilligt in:',
  withdraw: 'Hier können Sie sich jederzeit abmelden:',
  withdrawOne: 'Oder nur von einem davon:',
  preferences: 'Themen, Sprache und Belege:',
  stillSubject: (controller) => `Möchten Sie weiter E-Mails von ${controller}?`,
  stillIntro: (since) =>
    `seit dem ${since} haben wir nichts mehr von Ihnen gehört. Deshalb fragen wir Sie, ob Sie das weiterhin bekommen möchten:`,
  stillYes: (by) => `Wenn ja, sagen Sie es uns bitte bis zum ${by}:`,
  stillNo: 'Wenn nein, können Sie sich hier abmelden:',
  stillSilence: (day) =>
    `Wenn Sie nicht antworten, schreiben wir Ihnen nicht mehr und löschen Ihre Angaben. Ihre E-Mail-Adresse löschen wir spätestens am ${day}.`,
  noticeSubject: (controller) => `Geänderte Datenschutzhinweise von ${controller}`,
  noticeIntro: (version, date) =>
    `unsere Datenschutzhinweise haben eine neue Fassung: ${version}. Sie gilt ab dem ${date}.`,
  noticeRead: 'Hier können Sie sie lesen:',
  noticeRights:
    'Ihre Einwilligungen bleiben davon unberührt. Wenn Sie von uns keine E-Mails mehr möchten, können Sie sich hier jederzeit abmelden:',
  withdrawnSubject: (controller) => `Ihre Abmeldung bei ${controller}`,
  withdrawnDone: 'wir haben Ihre E-Mail bekommen und Sie abgemeldet. Das bekommen Sie von uns nicht mehr:',
  objectedDone: 'wir haben Ihre E-Mail bekommen und Ihren Widerspruch vermerkt. Das bekommen Sie von uns nicht mehr:',
  withdrawnNothing: 'wir haben Ihre E-Mail bekommen. Für diese Adresse ist bei uns nichts mehr angemeldet.',
  withdrawnMistake:
    'Wenn Sie das nicht wollten, können Sie sich jederzeit wieder anmelden. Wenn Sie noch etwas geschrieben haben, liest es jemand von uns.',
};

const en: MailTexts = {
  greeting: 'Hello,',
  confirmSubject: 'Please confirm your sign-up',
  confirmIntro: (controller, when) => `On ${when} this e-mail address was signed up with ${controller} for:`,
  confirmAsk: (by) => `If that was you, please confirm it by ${by}:`,
  confirmIgnore:
    'If not, or if you no longer want it, you need not do anything. Without your confirmation the sign-up does not count, and the details will be deleted.',
  welcomeSubject: (controller) => `Your sign-up with ${controller}`,
  welcomeIntro: (when) => `On ${when} you confirmed that we may write to you. You are signed up for:`,
  assetSubject: (title) => `Your download: ${title}`,
  assetIntro: 'Here you can download what you ordered:',
  alsoGiven: 'You have also agreed to:',
  withdraw: 'Here you can unsubscribe at any time:',
  withdrawOne: 'Or from one of these only:',
  preferences: 'Topics, language and receipts:',
  stillSubject: (controller) => `Would you still like e-mails from ${controller}?`,
  stillIntro: (since) =>
    `We have not heard from you since ${since}. That is why we are asking whether you would still like to get:`,
  stillYes: (by) => `If so, please tell us by ${by}:`,
  stillNo: 'If not, you can unsubscribe here:',
  stillSilence: (day) =>
    `If you do not answer, we will stop writing to you and delete your details. Your e-mail address will be deleted by ${day} at the latest.`,
  noticeSubject: (controller) => `Changes to the privacy notice of ${controller}`,
  noticeIntro: (version, date) => `There is a new version of our privacy notice: ${version}. It applies from ${date}.`,
  noticeRead: 'You can read it here:',
  noticeRights:
    'What you consented to stays as it is. If you no longer want e-mails from us, you can unsubscribe here at any time:',
  withdrawnSubject: (controller) => `You are unsubscribed from ${controller}`,
  withdrawnDone: 'We have received your e-mail and unsubscribed you. You will no longer get this from us:',
  objectedDone: 'We have received your e-mail and noted your objection. You will no longer get this from us:',
  withdrawnNothing: 'We have received your e-mail. Nothing is signed up for this address any more.',
  withdrawnMistake:
    'If you did not mean to, you can sign up again at any time. If you wrote anything else, one of us will read it.',
};

export const MAIL_TEXTS: Record<Language, MailTexts> = { de, en };

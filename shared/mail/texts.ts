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
};

export const MAIL_TEXTS: Record<Language, MailTexts> = { de, en };

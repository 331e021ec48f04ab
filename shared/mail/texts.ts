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
  readonly assetIntro: (title: string) => string;
  readonly alsoGiven: string;
  readonly withdraw: string;
  readonly withdrawOne: (purpose: string) => string;
}

const de: MailTexts = {
  greeting: 'Guten Tag,',
  confirmSubject: 'Bitte bestätigen Sie Ihre Anmeldung',
  confirmIntro: (controller, when) => `am ${when} wurde diese E-Mail-Adresse bei ${controller} angemeldet für:`,
  confirmAsk: (by) => `Waren Sie das? Dann bestätigen Sie es bitte bis ${by}:`,
  confirmIgnore:
    'Waren Sie das nicht, oder möchten Sie es nicht mehr? Dann brauchen Sie nichts zu tun: Die Anmeldung gilt nicht, und Ihre Angaben werden gelöscht.',
  welcomeSubject: (controller) => `Ihre Anmeldung bei ${controller}`,
  welcomeIntro: (when) => `Sie haben am ${when} bestätigt, dass wir Ihnen schreiben dürfen. Angemeldet sind Sie für:`,
  assetSubject: (title) => `Ihr Download: ${title}`,
  assetIntro: (title) => `hier können Sie „${title}“ herunterladen:`,
  alsoGiven: 'Außerdem haben Sie eingewilligt in:',
  withdraw: 'Abmelden können Sie sich jederzeit, mit einem Klick:',
  withdrawOne: (purpose) => `Nur „${purpose}“ abschalten:`,
};

const en: MailTexts = {
  greeting: 'Hello,',
  confirmSubject: 'Please confirm your sign-up',
  confirmIntro: (controller, when) => `on ${when} this e-mail address was signed up with ${controller} for:`,
  confirmAsk: (by) => `Was that you? Then please confirm it by ${by}:`,
  confirmIgnore:
    'That was not you, or you no longer want it? Then you need not do anything: the sign-up does not count, and your details will be deleted.',
  welcomeSubject: (controller) => `Your sign-up with ${controller}`,
  welcomeIntro: (when) => `on ${when} you confirmed that we may write to you. You are signed up for:`,
  assetSubject: (title) => `Your download: ${title}`,
  assetIntro: (title) => `you can download “${title}” here:`,
  alsoGiven: 'You have also agreed to:',
  withdraw: 'You can unsubscribe at any time, with one click:',
  withdrawOne: (purpose) => `Only switch off “${purpose}”:`,
};

export const MAIL_TEXTS: Record<Language, MailTexts> = { de, en };

const LOCALES: Record<Language, string> = { de: 'de-DE', en: 'en-GB' };

/** A moment as a reader in Germany has it on the clock, with the zone said. */
export function readableTime(moment: Date, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], {
    dateStyle: 'long',
    timeStyle: 'long',
    timeZone: 'Europe/Berlin',
  }).format(moment);
}

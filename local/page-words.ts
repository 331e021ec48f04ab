import type { IncomingMessage } from 'node:http';
import preferredLanguages from 'negotiator/lib/language';

/** What the stack's own pages say: the start page, the inbox, and the page on which somebody is chosen to sign in as. */
export interface PageWords {
  readonly language: string;
  readonly start: {
    readonly title: string;
    readonly website: Door & {
      readonly href: string;
      readonly other: { readonly href: string; readonly name: string };
    };
    readonly inbox: Door;
    readonly console: Door;
    readonly api: Door;
  };
  readonly inbox: {
    readonly title: string;
    readonly reload: string;
    readonly start: string;
    readonly website: string;
    readonly empty: string;
    readonly from: string;
    readonly to: string;
    readonly sent: string;
    readonly unsubscribe: string;
    readonly oneClick: string;
    readonly answer: string;
    readonly answerLabel: string;
    readonly answerExample: string;
    readonly send: string;
    readonly goesTo: (address: string) => string;
    readonly html: string;
    readonly htmlOf: (subject: string) => string;
  };
  readonly signIn: {
    readonly title: string;
    readonly heading: string;
    readonly intro: string;
    readonly noGroup: string;
  };
}

/** A page of the stack, with a word of what to do there. */
interface Door {
  readonly name: string;
  readonly says: string;
}

const de: PageWords = {
  language: 'de',
  start: {
    title: 'Einwilligungsregister, auf diesem Rechner',
    website: {
      href: '/',
      name: 'Die Website mit ihren Formularen',
      says: 'Melden Sie sich mit irgendeiner Adresse an: Alle Mails bleiben auf diesem Rechner.',
      other: { href: '/en', name: 'Englisch' },
    },
    inbox: { name: 'Das Postfach mit allen Mails', says: 'Dort bestätigen, abmelden oder antworten.' },
    console: {
      name: 'Die Konsole',
      says: 'Hier arbeiten Marketing und Datenschutz. Anmelden mit einem Klick, als eine der erfundenen Personen.',
    },
    api: { name: 'Die API', says: 'Zum Lesen und Ausprobieren (Englisch).' },
  },
  inbox: {
    title: 'Postfach',
    reload: 'Neu laden',
    start: 'Start',
    website: 'Website',
    empty: 'Noch keine Mail. Melden Sie sich auf der Website an, und laden Sie diese Seite neu.',
    from: 'Von',
    to: 'An',
    sent: 'Gesendet',
    unsubscribe: 'Abmelden',
    oneClick: 'wie ein Mailprogramm es macht, mit einem Klick',
    answer: 'Antworten',
    answerLabel: 'Ihre Antwort',
    answerExample: 'Bitte melden Sie mich ab',
    send: 'Senden',
    goesTo: (address) => `an ${address}`,
    html: 'HTML-Fassung',
    htmlOf: (subject) => `HTML-Fassung von „${subject}“`,
  },
  signIn: {
    title: 'Anmelden (lokal)',
    heading: 'Anmelden als',
    intro: 'Diese Seite steht für Ihre eigene Anmeldung. Alle Personen sind erfunden.',
    noGroup: 'in keiner Gruppe',
  },
};

const en: PageWords = {
  language: 'en',
  start: {
    title: 'Consent evidence ledger, on this computer',
    website: {
      href: '/en',
      name: 'The website, with its forms',
      says: 'Sign up with any address: every mail stays on this computer.',
      other: { href: '/', name: 'German' },
    },
    inbox: { name: 'The inbox, with all mails', says: 'Confirm there, leave, or write back.' },
    console: {
      name: 'The console',
      says: 'Where marketing and compliance work. Sign in as one of the invented people, by one press.',
    },
    api: { name: 'The API', says: 'To read, and to try.' },
  },
  inbox: {
    title: 'Inbox',
    reload: 'Reload',
    start: 'Start',
    website: 'Website',
    empty: 'No mail yet. Sign up on the website, then reload this page.',
    from: 'From',
    to: 'To',
    sent: 'Sent',
    unsubscribe: 'Unsubscribe',
    oneClick: 'as a mail program does it, in one click',
    answer: 'Answer',
    answerLabel: 'Your answer',
    answerExample: 'Please unsubscribe me',
    send: 'Send',
    goesTo: (address) => `to ${address}`,
    html: 'HTML version',
    htmlOf: (subject) => `HTML version of “${subject}”`,
  },
  signIn: {
    title: 'Sign in (local stack)',
    heading: 'Sign in as',
    intro: 'The local stack stands in for your issuer. All of these are invented.',
    noGroup: 'in no group',
  },
};

/** In the language that the browser's owner likes better of the two; English where they name neither. */
export function pageWords({ headers }: Pick<IncomingMessage, 'headers'>): PageWords {
  return preferredLanguages(headers['accept-language'] ?? '*', ['en', 'de'])[0] === 'de' ? de : en;
}

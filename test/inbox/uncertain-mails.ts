import type { Read } from './certain-mails';
import type { Written } from './mails';
import { NEWSLETTER, QUOTED } from './newsletter';

/** Mails that somebody has to read. */
export const UNCERTAIN: readonly [string, Written, Read][] = [
  ['a "not"', { text: 'Bitte nicht abmelden!' }, 'nothing'],
  ['a "not" in English', { text: 'Please do not unsubscribe me.' }, 'nothing'],
  ['a "not" that is far away', { text: 'Ich will auf keinen Fall vom Newsletter abgemeldet werden.' }, 'nothing'],
  ['a question', { text: 'Wie kann ich mich vom Newsletter abmelden?' }, 'nothing'],
  ['a question as a subject', { subject: 'Newsletter abbestellen?', text: 'Mit freundlichen Grüßen' }, 'nothing'],
  ['a question in English', { text: 'How do I unsubscribe?' }, 'nothing'],
  ['a condition', { text: 'Falls noch eine Mail kommt, widerrufe ich meine Einwilligung.' }, 'nothing'],
  ['a restriction', { text: 'Bitte vom Newsletter abmelden, aber die Einladungen möchte ich behalten.' }, 'nothing'],
  ['one topic', { text: 'Bitte vom Newsletter „Veranstaltungen“ abmelden.' }, 'nothing'],
  [
    'something said about before',
    { text: 'Ich hatte mich schon im März abgemeldet. Trotzdem kam heute wieder Post.' },
    'nothing',
  ],
  ['somebody else', { text: 'Bitte melden Sie meine Kollegin Frau Schulz vom Newsletter ab.' }, 'nothing'],
  ['another address', { text: 'Bitte melden Sie kollege@example.com vom Newsletter ab.' }, 'nothing'],
  ['another newsletter', { text: 'Bitte melden Sie mich von https://news.example.net ab.' }, 'nothing'],
  [
    'a postscript that may be anything',
    { text: 'Bitte abmelden.\n\nMit freundlichen Grüßen\nErika\n\nPS: Meine neue Adresse ist Hauptstraße 5.' },
    'nothing',
  ],
  ['a wish for more', { text: 'Ich möchte den Newsletter weiter bekommen.' }, 'nothing'],
  ['both ways', { text: 'Bitte abmelden. Nein, doch nicht abmelden.' }, 'nothing'],
  ['a contract', { subject: 'Kündigung', text: 'Hiermit kündige ich meinen Vertrag zum Jahresende.' }, 'nothing'],
  ['a wish to know', { text: 'Bitte senden Sie mir eine Auskunft nach Art. 15 DSGVO über meine Daten.' }, 'nothing'],
  ['a wish to be erased', { text: 'Löschen Sie bitte alle meine Daten nach Art. 17 DSGVO.' }, 'nothing'],
  ['something else', { text: 'Wann erscheint die nächste Ausgabe? Das Thema interessiert mich.' }, 'nothing'],
  ['an empty mail', { subject: '', text: '' }, 'nothing'],
  [
    'a quoted newsletter and a remark',
    { subject: 'Re: Unser Newsletter', text: `Danke, interessant!\n\nAm 22.11.2026 schrieb Zettelkranich:\n${QUOTED}` },
    'nothing',
  ],
  [
    'a quoted newsletter alone',
    { subject: 'Re: Jetzt abmelden', text: `Am 22.11.2026 schrieb Zettelkranich:\n${QUOTED}` },
    'nothing',
  ],
  [
    'a forwarded newsletter',
    {
      subject: 'Fwd: Newsletter abbestellen',
      text: `Das könnte dich interessieren.\n\n---------- Forwarded message ---------\nFrom: Zettelkranich <newsletter@demo.example>\n\n${NEWSLETTER}`,
    },
    'nothing',
  ],
  [
    'a forwarded newsletter, as Apple does it',
    {
      subject: 'WG: Unser Newsletter',
      text: `Zur Info\n\nAnfang der weitergeleiteten Nachricht:\n\nVon: Zettelkranich\nDatum: 22. November 2026\n\n${NEWSLETTER}`,
    },
    'nothing',
  ],
  [
    'a footer that all mails of a company have',
    {
      text: 'Anbei die Rechnung.\n\nMit freundlichen Grüßen\nMuster GmbH\n\nWenn Sie keine E-Mails mehr möchten: Newsletter abmelden',
    },
    'nothing',
  ],
  [
    'a signature that all mails have',
    { text: 'Anbei die Rechnung.\n-- \nMuster GmbH\nUnsubscribe: reply STOP' },
    'nothing',
  ],
];

/** Mails that nobody wrote; with the sender of the envelope, where that says it. */
export const AUTOMATIC: readonly [string, Written, string?][] = [
  [
    'a holiday note',
    {
      subject: 'Automatische Antwort: Unser Newsletter',
      text: 'Ich bin bis 1. Dezember nicht erreichbar.',
      headers: ['Auto-Submitted: auto-replied'],
    },
  ],
  [
    'a holiday note that says so by its subject alone',
    { subject: 'Abwesenheitsnotiz', text: 'Bitte Newsletter abmelden' },
  ],
  [
    'one in English',
    { subject: 'Out of Office: Our newsletter', text: 'I am away. To unsubscribe from this, call Bob.' },
  ],
  [
    'one of an old program',
    { subject: 'Re: Unser Newsletter', text: 'abmelden', headers: ['X-Autoreply: yes', 'Precedence: bulk'] },
  ],
  ['one by its precedence', { text: 'abmelden', headers: ['Precedence: auto_reply'] }],
  [
    'a bounce',
    {
      from: 'Mail Delivery System <MAILER-DAEMON@mail.example.com>',
      subject: 'Undelivered Mail Returned to Sender',
      text: 'unsubscribe',
      headers: ['Auto-Submitted: auto-replied'],
    },
    '',
  ],
  ['a bounce that says nothing of itself', { from: 'postmaster@mail.example.com', text: NEWSLETTER }, '<>'],
  ['a mail by way of a list', { text: 'unsubscribe', headers: ['List-Id: <talk.example.org>'] }],
  ['a mail that a program made', { text: 'unsubscribe', headers: ['Auto-Submitted: auto-generated'] }],
];

import { department, FIRST_NAME, LAST_NAME, noticeSite, purpose, wolkenhamster } from './base';

/**
 * A privacy notice that is mostly about rights: a mail-order firm for gardens. Company and people are invented.
 *
 * W1, W4: withdrawal, from the address below, too. W5: objection. P1-P6: the controller, its officer and authority.
 * P7: version and date of the privacy notice. It names no period of its own for proof; see `retention`.
 */
export const notice000 = noticeSite({
  id: 'notice-000',
  firm: {
    name: 'Halmkauz Gartenversand GmbH',
    sender: 'Halmkauz Gartenversand',
    address: 'Am Rosenbeet 11, 00230 Beispielstadt',
    version: '5',
    date: '2026-05-25',
    register: ['HRB 000230', 'Hedwig Halm, Karl Kauz'],
    officer: ['Konrad Spatenstiel', 'datenschutzbeauftragter'],
  },
  fields: [FIRST_NAME, LAST_NAME, department('Verein/Abteilung', 'Club/department')],
  purposes: [
    purpose({
      id: 'newsletter',
      name: { de: 'Gartenbrief', en: 'Garden newsletter' },
      legalBasis: 'consent',
      version: '1',
      text: {
        de:
          'Ja, die Halmkauz Gartenversand GmbH darf mir zweimal im Monat per E-Mail ihren Gartenbrief mit ' +
          'Pflanztipps und Angeboten aus ihrem Sortiment schicken. Ich kann diese freiwillige Einwilligung ' +
          'jederzeit für die Zukunft widerrufen: über den Abmeldelink in jeder Ausgabe oder mit einer E-Mail an ' +
          'datenschutz@notice-000.example.',
        en:
          'Yes, Halmkauz Gartenversand GmbH may send me its garden newsletter by e-mail twice a month, with ' +
          'planting tips and offers from its range. I can withdraw this voluntary consent for the future at any ' +
          'time: with the unsubscribe link in every issue or by e-mail to datenschutz@notice-000.example.',
      },
      welcome: true,
    }),
  ],
  retention: {
    // As long as a fine for the last mail is possible: § 31(2) OWiG, three years.
    evidence: { keep: 'P3Y', from: 'last-mail' },
    // To say who was mailed takes the address alone.
    details: { keep: 'P0D' },
    // R12: an enquiry is deleted once it is settled.
    enquiries: 'P0D',
  },
  processors: [
    wolkenhamster({ de: 'Betrieb der Server und Versand', en: 'Running the servers and sending the mails' }, [
      'newsletter',
    ]),
  ],
});

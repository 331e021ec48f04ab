import {
  AUTHORITY,
  AUTHORITY_ABROAD,
  department,
  FIRST_NAME,
  LAST_NAME,
  noticeSite,
  purpose,
  wolkenhamster,
} from './base';

/**
 * A privacy notice in two languages: a maker of industrial sensors. Company and people are invented.
 *
 * S10: `languages`. W5: objection. R3: `retention.evidence`, without the name, as the address is what proves (`details`), and
 * without that once R9 ends it. R5: `retention.network`. R9 (registration data for one year): `retention.registrationMaximum`.
 * P7: version and date of the privacy notice.
 * O10: `contacts`, `authorities`.
 */
export const notice003 = noticeSite({
  id: 'notice-003',
  firm: {
    name: 'Lotfuchs Sensorik GmbH',
    sender: 'Lotfuchs Sensorik',
    address: 'Messbahn 7, 00560 Beispielstadt',
    privacy: 'privacy',
    version: '2026-1',
    date: '2026-01-15',
    register: ['HRB 000520', 'Berta Beleg'],
    officer: ['Ansgar Pegelstand', 'dpo'],
    contacts: [
      { mailbox: 'newsletter-service', about: { de: 'Fragen zum Newsletter', en: 'Questions about the newsletter' } },
      { mailbox: 'widerspruch', about: { de: 'Widerruf und Widerspruch', en: 'Withdrawal and objection' } },
    ],
    authorities: [
      { ...AUTHORITY, appliesTo: { de: 'für Menschen in Deutschland', en: 'for people in Germany' } },
      { ...AUTHORITY_ABROAD, appliesTo: { de: 'für Menschen in Luxemburg', en: 'for people in Luxembourg' } },
    ],
  },
  fields: [FIRST_NAME, LAST_NAME, department('Abteilung', 'Department')],
  purposes: [
    purpose({
      id: 'newsletter',
      name: { de: 'Newsletter', en: 'Newsletter' },
      legalBasis: 'consent',
      version: '2026-01',
      text: {
        de:
          'Ja, die Lotfuchs Sensorik GmbH darf mir einmal im Quartal per E-Mail ihren Newsletter mit Neuheiten, ' +
          'Anwendungsberichten und Messeterminen rund um Füllstand und Druck schicken. Ich kann diese freiwillige ' +
          'Einwilligung jederzeit für die Zukunft widerrufen: über den Abmeldelink in jeder Ausgabe oder mit einer ' +
          'E-Mail an privacy@notice-003.example.',
        en:
          'Yes, Lotfuchs Sensorik GmbH may send me its newsletter by e-mail once a quarter, with news, case ' +
          'studies and trade fair dates about level and pressure measurement. I can withdraw this voluntary ' +
          'consent for the future at any time: with the unsubscribe link in every issue or by e-mail to ' +
          'privacy@notice-003.example.',
      },
      welcome: true,
    }),
  ],
  retention: {
    evidence: { keep: 'P3Y', from: 'end-of-year-of-withdrawal' },
    details: { keep: 'P0D' },
    // R12: an enquiry is deleted once it is settled.
    enquiries: 'P0D',
    network: { keep: 'P7D' },
    registrationMaximum: 'P1Y',
  },
  processors: [
    wolkenhamster({ de: 'Betrieb der Server und Versand', en: 'Running the servers and sending the mails' }, [
      'newsletter',
    ]),
  ],
});

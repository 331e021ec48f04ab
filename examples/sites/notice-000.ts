import { defineSite } from '../../shared/policy/site';

/**
 * A privacy notice that is mostly about rights: a mail-order firm for gardens. Company and people are invented.
 *
 * W1, W4: withdrawal, from the address below, too. W5: objection. P1-P6: the controller, its officer and authority.
 * P7: version and date of the privacy notice. It names no period of its own for proof; see `retention`.
 */
export const notice000 = defineSite({
  id: 'notice-000',
  controller: {
    name: 'Halmkauz Gartenversand GmbH',
    address: 'Am Rosenbeet 11, 00230 Beispielstadt',
    country: 'DE',
    email: 'datenschutz@notice-000.example',
    privacyNotice: { url: 'https://www.notice-000.example/datenschutz', version: '5', date: '2026-05-25' },
    dataProtectionOfficer: { name: 'Konrad Spatenstiel', email: 'datenschutzbeauftragter@notice-000.example' },
    supervisoryAuthority: {
      name: 'Landesbeauftragte für Datenschutz und Informationsfreiheit Nordrhein-Westfalen',
      url: 'https://www.ldi.nrw.de',
    },
  },
  origins: ['https://www.notice-000.example'],
  languages: ['de', 'en'],
  sender: { name: 'Halmkauz Gartenversand', address: 'newsletter@notice-000.example' },
  confirmation: { pending: 'P7D' },
  fields: [
    { id: 'firstName', label: { de: 'Vorname', en: 'First name' } },
    { id: 'lastName', label: { de: 'Nachname', en: 'Last name' } },
    { id: 'department', label: { de: 'Verein/Abteilung', en: 'Club/department' } },
  ],
  purposes: [
    {
      id: 'newsletter',
      name: { de: 'Gartenbrief', en: 'Garden newsletter' },
      legalBasis: 'consent',
      notice: {
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
      },
      welcome: true,
    },
  ],
  retention: {
    // As long as a fine for the last mail is possible: § 31(2) OWiG, three years.
    evidence: { keep: 'P3Y', from: 'last-mail' },
    network: 'as-evidence',
    mails: 'as-evidence',
    accessLog: 'P1Y',
    atEnd: 'delete',
  },
  processors: [
    {
      id: 'wolkenhamster',
      name: 'Wolkenhamster Rechenzentrum GmbH',
      address: 'Serverallee 8, 00127 Beispielstadt',
      country: 'DE',
      role: 'processor',
      task: { de: 'Betrieb der Server und Versand', en: 'Running the servers and sending the mails' },
      purposes: ['newsletter'],
    },
  ],
});

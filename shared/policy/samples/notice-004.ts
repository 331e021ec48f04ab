import { defineSite } from '../site';

/**
 * A privacy notice of a cloud service: newsletters by topic, and two firms that send. Company and people are invented.
 *
 * S1: `fields`. S2: `confirmation`. S3: `retention.network`, the IP address is proof. S7, W3: one purpose per topic. S8: the
 * second origin, where accounts are registered. S9: `similar-offers`. W5: objection. W6: `service-mail`. W8, O7: `processors`.
 * R3: `retention.evidence`. R6: `retention.accessLog`. R9 (twelve months after the end of use, then overwritten): the
 * retention of `service-mail`, and `atEnd`. O3: all of it in the EU. P7: version and date of the privacy notice.
 */
export const notice004 = defineSite({
  id: 'notice-004',
  controller: {
    name: 'Taktreiher Cloud GmbH',
    address: 'Stechuhrplatz 1, 00670 Beispielstadt',
    country: 'DE',
    email: 'datenschutz@notice-004.example',
    privacyNotice: { url: 'https://www.notice-004.example/datenschutz', version: '7.0', date: '2026-07-01' },
    dataProtectionOfficer: { name: 'Yasemin Schichtplan', email: 'datenschutzbeauftragte@notice-004.example' },
    supervisoryAuthority: {
      name: 'Unabhängiges Landeszentrum für Datenschutz Schleswig-Holstein',
      url: 'https://www.datenschutzzentrum.de',
    },
  },
  origins: ['https://www.notice-004.example', 'https://konto.notice-004.example'],
  languages: ['de'],
  sender: { name: 'Taktreiher Cloud', address: 'newsletter@notice-004.example' },
  confirmation: { pending: 'P7D' },
  fields: [
    { id: 'firstName', label: { de: 'Vorname' } },
    { id: 'lastName', label: { de: 'Nachname' } },
    { id: 'company', label: { de: 'Unternehmen oder Behörde' } },
    { id: 'department', label: { de: 'Abteilung' } },
  ],
  purposes: [
    {
      id: 'newsletter-working-time',
      name: { de: 'Newsletter „Arbeitszeit und Recht“' },
      legalBasis: 'consent',
      notice: {
        version: '3',
        text: {
          de:
            'Ja, die Taktreiher Cloud GmbH darf mir einmal im Monat per E-Mail ihren Newsletter „Arbeitszeit und ' +
            'Recht“ mit Urteilen, Gesetzen und Praxistipps zur Zeiterfassung schicken. Ich kann diese freiwillige ' +
            'Einwilligung jederzeit für die Zukunft widerrufen, auch einzeln: über den Link in jeder Ausgabe oder ' +
            'mit einer E-Mail an datenschutz@notice-004.example.',
        },
      },
      welcome: true,
    },
    {
      id: 'newsletter-events',
      name: { de: 'Newsletter „Veranstaltungen“' },
      legalBasis: 'consent',
      notice: {
        version: '3',
        text: {
          de:
            'Ja, die Taktreiher Cloud GmbH darf mir etwa alle zwei Monate per E-Mail ihren Newsletter ' +
            '„Veranstaltungen“ mit Einladungen zu Webinaren und Anwendertreffen schicken. Ich kann diese freiwillige ' +
            'Einwilligung jederzeit für die Zukunft widerrufen, auch einzeln: über den Link in jeder Ausgabe oder ' +
            'mit einer E-Mail an datenschutz@notice-004.example.',
        },
      },
      welcome: true,
    },
    {
      id: 'product-updates',
      name: { de: 'Neues in der Software' },
      legalBasis: 'consent',
      notice: {
        version: '3',
        text: {
          de:
            'Ja, die Taktreiher Cloud GmbH darf mir bei jedem größeren Update, höchstens achtmal im Jahr, per E-Mail ' +
            'neue Funktionen ihrer Software vorstellen. Ich kann diese freiwillige Einwilligung jederzeit für die ' +
            'Zukunft widerrufen, auch einzeln: über den Link in jeder E-Mail oder mit einer Nachricht an ' +
            'datenschutz@notice-004.example.',
        },
      },
    },
    {
      id: 'similar-offers',
      name: { de: 'Ähnliche Angebote' },
      legalBasis: 'legitimate-interest',
      notice: {
        version: '1',
        text: {
          de:
            'Als Kundin oder Kunde informieren wir Sie höchstens viermal im Jahr per E-Mail über eigene Angebote, ' +
            'die Ihrem gebuchten Paket ähnlich sind (§ 7 Abs. 3 UWG). Sie können dem jederzeit widersprechen, ohne ' +
            'dass dafür andere als die Übermittlungskosten nach den Basistarifen entstehen: über den Link in jeder ' +
            'E-Mail oder mit einer Nachricht an datenschutz@notice-004.example.',
        },
      },
    },
    {
      id: 'service-mail',
      name: { de: 'E-Mails zum Vertrag' },
      legalBasis: 'contract',
      notice: {
        version: '1',
        text: {
          de:
            'Solange Ihr Vertrag mit der Taktreiher Cloud GmbH läuft, schicken wir Ihnen per E-Mail, was dazugehört: ' +
            'Rechnungen, Wartungstermine und Mitteilungen über Änderungen der Leistung. Werbung enthalten diese ' +
            'E-Mails nicht; sie kommen auch dann, wenn Sie alle Newsletter abbestellt haben.',
        },
      },
      retention: { evidence: { keep: 'P12M', from: 'withdrawal' } },
    },
  ],
  retention: {
    evidence: { keep: 'P3Y', from: 'end-of-year-of-withdrawal' },
    network: 'as-evidence',
    mails: 'as-evidence',
    accessLog: 'P90D',
    atEnd: 'anonymise',
  },
  processors: [
    {
      name: 'Brieftapir S.à r.l.',
      address: '12, rue des Exemples, L-0012 Luxembourg',
      country: 'LU',
      role: 'processor',
      task: { de: 'Versand der Newsletter' },
      purposes: ['newsletter-working-time', 'newsletter-events', 'similar-offers'],
    },
    {
      name: 'Meldeluchs B.V.',
      address: 'Voorbeeldgracht 5, 0099 XX Voorbeeldstad',
      country: 'NL',
      role: 'processor',
      task: { de: 'Versand der Neuigkeiten zur Software' },
      purposes: ['product-updates'],
    },
    {
      name: 'Wolkenhamster Rechenzentrum GmbH',
      address: 'Serverallee 8, 00127 Beispielstadt',
      country: 'DE',
      role: 'processor',
      task: { de: 'Betrieb der Server' },
      purposes: ['newsletter-working-time', 'newsletter-events', 'product-updates', 'similar-offers', 'service-mail'],
    },
  ],
});

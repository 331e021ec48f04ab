import {
  AUTHORITY,
  brieftapir,
  COMPANY,
  department,
  FIRST_NAME,
  LAST_NAME,
  noticeSite,
  purpose,
  wolkenhamster,
} from './base';

/**
 * A privacy notice of a cloud service: newsletters by topic, and two firms that send. Company and people are invented.
 *
 * S1: `fields`. S2: `confirmation`. S3: `retention.network` and `details`, IP address and name are proof. S7, W3: one
 * purpose per topic. S8: the second origin, where accounts are registered. S9: `similar-offers`. W5: objection. W6:
 * `service-mail`. W8, O7: `processors`. R3: `retention.evidence`. R6: `retention.accessLog`. R9 (twelve months after
 * the end of use, then overwritten): the retention of `service-mail`, and `atEnd`. R13: `survey`, with a last day. O3:
 * all of it in the EU, but for O8: two `processors` outside it, on adequacy and standard clauses, and on express
 * consent (`webinars-abroad`). P7: version and date of the privacy notice. O10: `contacts`, `authorities`.
 */
export const notice004 = noticeSite({
  id: 'notice-004',
  firm: {
    name: 'Taktreiher Cloud GmbH',
    sender: 'Taktreiher Cloud',
    address: 'Stechuhrplatz 1, 00670 Beispielstadt',
    version: '7.0',
    date: '2026-07-01',
    register: ['HRB 000610', 'Caspar Chronik'],
    officer: ['Yasemin Schichtplan', 'datenschutzbeauftragte'],
    contacts: [
      { mailbox: 'widerspruch', about: { de: 'Widerspruch gegen Werbung', en: 'Objection to advertising' } },
      { mailbox: 'konto', about: { de: 'Daten des Kundenkontos', en: 'Data of the customer account' } },
    ],
    authorities: [
      { ...AUTHORITY, appliesTo: { de: 'für Privatkunden und Unternehmen', en: 'for private customers and firms' } },
      {
        name: 'Landesbeauftragte für den Datenschutz Musterland',
        address: 'Behördenhof 1, 00671 Musterstadt',
        url: 'https://www.datenschutz-musterland.example',
        appliesTo: { de: 'für Behörden des Landes Musterland', en: 'for public authorities of Musterland' },
      },
    ],
  },
  subdomains: ['konto'],
  fields: [FIRST_NAME, LAST_NAME, COMPANY, department('Behörde/Abteilung', 'Authority/department')],
  purposes: [
    purpose({
      id: 'newsletter-working-time',
      name: { de: 'Newsletter „Arbeitszeit und Recht“', en: 'Working time and law newsletter' },
      legalBasis: 'consent',
      version: '3',
      text: {
        de:
          'Ja, die Taktreiher Cloud GmbH darf mir einmal im Monat per E-Mail ihren Newsletter „Arbeitszeit und ' +
          'Recht“ mit Urteilen, Gesetzen und Praxistipps zur Zeiterfassung schicken. Ich kann diese freiwillige ' +
          'Einwilligung jederzeit für die Zukunft widerrufen, auch einzeln: über den Link in jeder Ausgabe oder ' +
          'mit einer E-Mail an datenschutz@notice-004.example.',
        en:
          'Yes, Taktreiher Cloud GmbH may send me its working time and law newsletter by e-mail once a month, with ' +
          'court rulings, legislation and practical tips on time recording. I can withdraw this voluntary consent ' +
          'for the future at any time, also on its own: with the link in every issue or by e-mail to ' +
          'datenschutz@notice-004.example.',
      },
      welcome: true,
    }),
    purpose({
      id: 'newsletter-events',
      name: { de: 'Newsletter „Veranstaltungen“', en: 'Events newsletter' },
      legalBasis: 'consent',
      version: '3',
      text: {
        de:
          'Ja, die Taktreiher Cloud GmbH darf mir etwa alle zwei Monate per E-Mail ihren Newsletter ' +
          '„Veranstaltungen“ mit Einladungen zu Webinaren und Anwendertreffen schicken. Ich kann diese freiwillige ' +
          'Einwilligung jederzeit für die Zukunft widerrufen, auch einzeln: über den Link in jeder Ausgabe oder ' +
          'mit einer E-Mail an datenschutz@notice-004.example.',
        en:
          'Yes, Taktreiher Cloud GmbH may send me its events newsletter by e-mail about every two months, with ' +
          'invitations to webinars and user meetings. I can withdraw this voluntary consent for the future at any ' +
          'time, also on its own: with the link in every issue or by e-mail to datenschutz@notice-004.example.',
      },
      welcome: true,
    }),
    purpose({
      id: 'webinars-abroad',
      name: { de: 'Webinare mit einem Dienst in den USA', en: 'Webinars with a service in the USA' },
      legalBasis: 'consent',
      requires: ['newsletter-events'],
      version: '1',
      text: {
        de:
          'Ja, die Taktreiher Cloud GmbH darf meine E-Mail-Adresse und meinen Namen an die Videoqualle Inc. in den ' +
          'USA übermitteln, die mich zu Webinaren einlässt. Für diese Firma gibt es weder einen ' +
          'Angemessenheitsbeschluss der EU-Kommission noch andere Garantien: Behörden dort können auf meine Daten ' +
          'zugreifen, ohne dass ich mich so wehren kann wie in der EU. Meine ausdrückliche Einwilligung (Art. 49 ' +
          'Abs. 1 Buchst. a DSGVO) ist freiwillig; den Newsletter bekomme ich auch ohne. Ich kann sie jederzeit für die ' +
          'Zukunft widerrufen: über den Link in jeder Ausgabe oder mit einer E-Mail an datenschutz@notice-004.example.',
        en:
          'Yes, Taktreiher Cloud GmbH may transfer my e-mail address and my name to Videoqualle Inc. in the USA, ' +
          'which admits me to webinars. For this firm there is neither an adequacy decision of the EU Commission ' +
          'nor are there other safeguards: authorities there can access my data, and I cannot defend myself ' +
          'against that as in the EU. I expressly consent to this (Art. 49(1)(a) GDPR); I get the newsletter ' +
          'without it, too. I can withdraw at any time for the future: with the link in every issue or by e-mail ' +
          'to datenschutz@notice-004.example.',
      },
    }),
    purpose({
      id: 'product-updates',
      name: { de: 'Neues in der Software', en: 'Software news' },
      legalBasis: 'consent',
      version: '3',
      text: {
        de:
          'Ja, die Taktreiher Cloud GmbH darf mir bei jedem größeren Update, höchstens achtmal im Jahr, per E-Mail ' +
          'neue Funktionen ihrer Software vorstellen. Ich kann diese freiwillige Einwilligung jederzeit für die ' +
          'Zukunft widerrufen, auch einzeln: über den Link in jeder E-Mail oder mit einer Nachricht an ' +
          'datenschutz@notice-004.example.',
        en:
          'Yes, Taktreiher Cloud GmbH may present new features of its software to me by e-mail with each major ' +
          'update, at most eight times a year. I can withdraw this voluntary consent for the future at any time, ' +
          'also on its own: with the link in every e-mail or by a message to datenschutz@notice-004.example.',
      },
    }),
    purpose({
      id: 'survey',
      name: { de: 'Umfrage „Zeiterfassung 2027“', en: 'Time recording survey 2027' },
      legalBasis: 'consent',
      version: '1',
      text: {
        de:
          'Ja, die Taktreiher Cloud GmbH darf mich bis zum 30. Juni 2027 per E-Mail zu ihrer Umfrage „Zeiterfassung ' +
          '2027“ einladen, höchstens viermal. Danach löscht sie, was sie dafür von mir gespeichert hat. Ich kann ' +
          'diese freiwillige Einwilligung jederzeit für die Zukunft widerrufen: über den Link in jeder E-Mail oder ' +
          'mit einer Nachricht an datenschutz@notice-004.example.',
        en:
          'Yes, Taktreiher Cloud GmbH may invite me by e-mail to its time recording survey 2027 until 30 June 2027, ' +
          'at most four times. After that it deletes what it stored of me for that. I can withdraw this voluntary ' +
          'consent for the future at any time: with the link in every e-mail or by a message to ' +
          'datenschutz@notice-004.example.',
      },
      endsOn: '2027-06-30',
      retention: { evidence: { keep: 'P0D', from: 'withdrawal' } },
    }),
    purpose({
      id: 'similar-offers',
      name: { de: 'Ähnliche Angebote', en: 'Similar offers' },
      legalBasis: 'legitimate-interest',
      version: '1',
      text: {
        de:
          'Weil Sie bei uns ein Paket gebucht haben, informieren wir Sie höchstens viermal im Jahr per E-Mail über ' +
          'eigene Angebote, die ihm ähnlich sind (§ 7 Abs. 3 UWG). Sie können dem jederzeit widersprechen, ohne ' +
          'dass dafür andere als die Übermittlungskosten nach den Basistarifen entstehen: über den Link in jeder ' +
          'E-Mail oder mit einer Nachricht an datenschutz@notice-004.example.',
        en:
          'As you have booked a package with us, we inform you by e-mail about similar offers of our own, at ' +
          'most four times a year (section 7(3) of the German Act against Unfair Competition, UWG). You can object ' +
          'to this at any time at no cost other than the transmission costs at the basic rates: with the link in ' +
          'every e-mail or by a message to datenschutz@notice-004.example.',
      },
    }),
    purpose({
      id: 'service-mail',
      name: { de: 'E-Mails zum Vertrag', en: 'Contract e-mails' },
      legalBasis: 'contract',
      version: '1',
      text: {
        de:
          'Solange Ihr Vertrag mit der Taktreiher Cloud GmbH läuft, schicken wir Ihnen per E-Mail, was dazugehört: ' +
          'Rechnungen, Wartungstermine und Mitteilungen über Änderungen der Leistung. Werbung enthalten diese ' +
          'E-Mails nicht; sie kommen auch dann, wenn Sie alle Newsletter abbestellt haben.',
        en:
          'As long as your contract with Taktreiher Cloud GmbH runs, we send you by e-mail what belongs to it: ' +
          'invoices, maintenance dates and notices of changes to the service. These e-mails contain no ' +
          'advertising; you get them even if you have unsubscribed from all newsletters.',
      },
      retention: { evidence: { keep: 'P12M', from: 'withdrawal' } },
    }),
  ],
  retention: {
    evidence: { keep: 'P3Y', from: 'end-of-year-of-withdrawal' },
    details: 'as-evidence',
    accessLog: 'P90D',
    // R12: an enquiry is deleted once it is settled.
    enquiries: 'P0D',
    atEnd: 'anonymise',
  },
  processors: [
    brieftapir({ de: 'Versand der Newsletter', en: 'Sending the newsletters' }, [
      'newsletter-working-time',
      'newsletter-events',
      'survey',
      'similar-offers',
    ]),
    {
      id: 'meldeluchs',
      name: 'Meldeluchs B.V.',
      address: 'Voorbeeldgracht 5, 0099 XX Voorbeeldstad',
      country: 'NL',
      role: 'processor',
      task: { de: 'Versand der Neuigkeiten zur Software', en: 'Sending the software news' },
      purposes: ['product-updates'],
      connection: { tool: 'webhook' },
    },
    {
      id: 'videoqualle',
      name: 'Videoqualle Inc.',
      address: '7 Example Pier, 00012 Sampleton',
      country: 'US',
      role: 'processor',
      task: { de: 'Einlass zu Webinaren', en: 'Admission to webinars' },
      purposes: ['newsletter-events'],
      transfers: [{ country: 'US', safeguard: 'express-consent', purpose: 'webinars-abroad' }],
      connection: { tool: 'webhook' },
    },
    {
      id: 'offertenuhu',
      name: 'Offertenuhu Ltd',
      address: '4 Sample Row, Exampleton EX0 0AA',
      country: 'GB',
      role: 'processor',
      task: { de: 'Gestaltung und Versand der Angebote', en: 'Designing and sending the offers' },
      purposes: ['similar-offers'],
      transfers: [
        { country: 'GB', safeguard: 'adequacy-decision' },
        {
          country: 'IN',
          safeguard: 'standard-contractual-clauses',
          link: 'https://www.notice-004.example/standardvertragsklauseln',
        },
      ],
    },
    wolkenhamster({ de: 'Betrieb der Server', en: 'Running the servers' }, [
      'newsletter-working-time',
      'newsletter-events',
      'product-updates',
      'survey',
      'similar-offers',
      'service-mail',
    ]),
  ],
});

import { defineSite } from '../../shared/policy/site';
import { AUTHORITY, brieftapir, department, FIRST_NAME, LAST_NAME, TRYING_OUT, wolkenhamster } from './base';

/** The site of the demo website: every kind of purpose, in both languages. Company and people are invented. */
export const demo = defineSite({
  id: 'demo',
  controller: {
    name: 'Zettelkranich Software GmbH',
    address: 'Papiermühlweg 4, 00123 Beispielstadt',
    country: 'DE',
    email: 'datenschutz@demo.example',
    imprint: {
      link: 'https://www.demo.example/impressum',
      lines: [
        'Sitz: Beispielstadt, Amtsgericht Beispielstadt, HRB 000123',
        'Geschäftsführung: Fridolin Falzbein, Ottilie Ordner',
      ],
    },
    privacyNotice: { url: 'https://www.demo.example/datenschutz', version: '3.1', date: '2026-09-01' },
    dataProtectionOfficer: {
      name: 'Dr. Marlene Tintenfass',
      address: 'Papiermühlweg 4, 00123 Beispielstadt',
      email: 'datenschutzbeauftragte@demo.example',
    },
    supervisoryAuthorities: [AUTHORITY],
  },
  origins: ['https://www.demo.example'],
  languages: ['de', 'en'],
  sender: { name: 'Zettelkranich Software', address: 'newsletter@demo.example' },
  confirmation: { pending: 'P7D' },
  limits: TRYING_OUT,
  fields: [FIRST_NAME, LAST_NAME, department('Abteilung', 'Department')],
  forms: [
    { id: 'newsletter', name: { de: 'Newsletter-Seite', en: 'Newsletter page' } },
    { id: 'whitepaper', name: { de: 'Whitepaper-Seite', en: 'Whitepaper page' } },
    { id: 'footer', name: { de: 'Fußzeile', en: 'Footer' } },
  ],
  purposes: [
    {
      id: 'newsletter-product',
      name: { de: 'Newsletter „Produkt“', en: 'Product newsletter' },
      legalBasis: 'consent',
      notice: {
        version: '1.0',
        text: {
          de:
            'Ja, die Zettelkranich Software GmbH darf mir etwa einmal im Monat per E-Mail ihren Newsletter „Produkt“ ' +
            'mit Neuheiten, Anwendungstipps und Angeboten zu ihrer Software schicken. Meine Einwilligung ist ' +
            'freiwillig und jederzeit für die Zukunft widerrufbar: über den Abmeldelink in jeder Ausgabe oder mit ' +
            'einer E-Mail an datenschutz@demo.example.',
          en:
            'Yes, Zettelkranich Software GmbH may send me its product newsletter by e-mail, about once a month, with ' +
            'news, tips and offers about its software. My consent is voluntary, and I can withdraw it for the future ' +
            'at any time: with the unsubscribe link in every issue or by e-mail to datenschutz@demo.example.',
        },
      },
      welcome: true,
    },
    {
      id: 'newsletter-events',
      name: { de: 'Newsletter „Veranstaltungen“', en: 'Events newsletter' },
      legalBasis: 'consent',
      notice: {
        version: '1.0',
        text: {
          de:
            'Ja, die Zettelkranich Software GmbH darf mir höchstens zweimal im Monat per E-Mail ihren Newsletter ' +
            '„Veranstaltungen“ mit Einladungen zu Webinaren, Schulungen und Messen schicken. Meine Einwilligung ist ' +
            'freiwillig und jederzeit für die Zukunft widerrufbar: über den Abmeldelink in jeder Ausgabe oder mit ' +
            'einer E-Mail an datenschutz@demo.example.',
          en:
            'Yes, Zettelkranich Software GmbH may send me its events newsletter by e-mail, at most twice a month, ' +
            'with invitations to webinars, courses and trade fairs. My consent is voluntary, and I can withdraw it ' +
            'for the future at any time: with the unsubscribe link in every issue or by e-mail to ' +
            'datenschutz@demo.example.',
        },
      },
      welcome: true,
    },
    {
      id: 'analysis',
      name: { de: 'Auswertung der Newsletter', en: 'Newsletter analysis' },
      legalBasis: 'consent',
      measures: true,
      notice: {
        version: '1.0',
        text: {
          de:
            'Ja, die Zettelkranich Software GmbH darf messen, ob und wann ich ihre Newsletter öffne und welche ' +
            'Links ich darin anklicke, um Inhalte und Häufigkeit nach meinen Interessen auszurichten. Dazu ' +
            'enthalten sie ein unsichtbares Zählbild (Pixel), das beim Öffnen geladen wird, und Links, die über ' +
            'einen Zähldienst führen; beides greift auf mein Gerät zu (§ 25 TDDDG). Gemessen wird im Auftrag der ' +
            'Zettelkranich Software GmbH von der Brieftapir S.à r.l. Die Newsletter bekomme ich auch ohne diese ' +
            'Einwilligung. Ich kann sie jederzeit für die Zukunft widerrufen und die Newsletter behalten: über den ' +
            'Link „Auswertung abschalten“ in jeder E-Mail oder mit einer Nachricht an datenschutz@demo.example.',
          en:
            'Yes, Zettelkranich Software GmbH may measure whether and when I open its newsletters and which links ' +
            'I click in them, to fit content and frequency to my interests. For that they contain an invisible ' +
            'image (a pixel) that is loaded on opening, and links that lead through a counting service; both ' +
            'access my device (section 25 of the German TDDDG). Brieftapir S.à r.l. measures on behalf of ' +
            'Zettelkranich Software GmbH. I get the newsletters without this consent, too. I can withdraw it for ' +
            'the future at any time and keep the newsletters: with the link “Switch off analysis” in every e-mail ' +
            'or by a message to datenschutz@demo.example.',
        },
      },
      requires: ['newsletter-product', 'newsletter-events'],
    },
    {
      id: 'product-info',
      name: { de: 'Informationen zu Produkten', en: 'Product information' },
      legalBasis: 'consent',
      notice: {
        version: '1.0',
        text: {
          de:
            'Ja, die Zettelkranich Software GmbH darf mir höchstens sechsmal im Jahr per E-Mail Informationen und ' +
            'Angebote schicken: zu ihrer Software für Verträge, Protokolle und Formulare, zu deren Einrichtung und ' +
            'zu Schulungen dafür. Das Whitepaper bekomme ich auch ohne diese Einwilligung. Ich kann sie jederzeit ' +
            'für die Zukunft widerrufen: über den Abmeldelink in jeder E-Mail oder mit einer Nachricht an ' +
            'datenschutz@demo.example.',
          en:
            'Yes, Zettelkranich Software GmbH may send me information and offers by e-mail, at most six times a ' +
            'year: about its software for contracts, minutes and forms, setting it up, and courses on it. I get ' +
            'the whitepaper without this consent, too. I can withdraw it for the future at any time: with the ' +
            'unsubscribe link in every e-mail or by a message to datenschutz@demo.example.',
        },
      },
    },
    {
      id: 'service-mail',
      name: { de: 'E-Mails zum Vertrag', en: 'Contract e-mails' },
      legalBasis: 'contract',
      notice: {
        version: '1.0',
        text: {
          de:
            'Solange Ihr Vertrag mit der Zettelkranich Software GmbH läuft, schicken wir Ihnen per E-Mail, was ' +
            'dazugehört: Rechnungen und Mitteilungen über Änderungen der Leistung. Werbung enthalten diese E-Mails ' +
            'nicht; sie kommen auch dann, wenn Sie unsere Newsletter nicht oder nicht mehr beziehen.',
          en:
            'As long as your contract with Zettelkranich Software GmbH runs, we send you by e-mail what belongs to ' +
            'it: invoices and notices of changes to the service. These e-mails contain no advertising; you get them ' +
            'even if you do not, or no longer, receive our newsletters.',
        },
      },
    },
  ],
  assets: [
    {
      id: 'whitepaper-consent',
      title: { de: 'Whitepaper „Einwilligungen belegen“', en: 'Whitepaper “Proving consent” (in German)' },
      notice: {
        version: '1.0',
        text: {
          de:
            'Ich bestelle das Whitepaper „Einwilligungen belegen“. Die Zettelkranich Software GmbH schickt mir ' +
            'dazu eine E-Mail, in der ich die Bestellung bestätige, und danach den Link zum Herunterladen. Werbung ' +
            'bekomme ich durch diese Bestellung nicht.',
          en:
            'I order the whitepaper “Proving consent” (in German). Zettelkranich Software GmbH sends me an e-mail ' +
            'in which I confirm the order, and then the link to download it. This order brings me no advertising.',
        },
      },
      file: 'whitepaper-consent.pdf',
    },
  ],
  retention: {
    // Claims become time-barred three years after the end of the year: §§ 195, 199 BGB.
    evidence: { keep: 'P3Y', from: 'end-of-year-of-withdrawal' },
    // The address, times and wordings prove a consent without a name.
    details: { keep: 'P0D' },
    network: 'as-evidence',
    mails: 'as-evidence',
    accessLog: 'P1Y',
    enquiries: 'P30D',
    atEnd: 'delete',
  },
  processors: [
    wolkenhamster({ de: 'Betrieb der Server', en: 'Running the servers' }, [
      'newsletter-product',
      'newsletter-events',
      'analysis',
      'product-info',
      'service-mail',
    ]),
    brieftapir({ de: 'Versand und Auswertung der Newsletter', en: 'Sending and analysing the newsletters' }, [
      'newsletter-product',
      'newsletter-events',
      'analysis',
    ]),
  ],
});

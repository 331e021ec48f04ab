import {
  AUTHORITY,
  AUTHORITY_ABROAD,
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
 * A privacy notice that deletes at once: a maker of document software, with whitepapers. Company and people are invented.
 *
 * S1: `fields`. S2, R1: `confirmation`. S4: `assets`. S5: `product-info`, apart from the whitepaper. S6: `analysis` is
 * given and withdrawn for itself, and ends with the last of the e-mails that it is about. W2: a link per purpose. W7,
 * O7: `processors`. R4: `retention.evidence`. R5: `retention.network`. R9 (an account's data within 24 hours): the
 * retention of `account`. O3: all of it in the EU. O10: `contacts`, `authorities`.
 */
export const notice001 = noticeSite({
  id: 'notice-001',
  firm: {
    name: 'Aktenotter Software GmbH',
    sender: 'Aktenotter Software',
    address: 'Registraturgasse 3, 00310 Beispielstadt',
    version: '2.4',
    date: '2026-02-01',
    register: ['HRB 000310', 'Anton Akte'],
    officer: ['Wiebke Ordner', 'datenschutzbeauftragte'],
    contacts: [{ mailbox: 'abmeldung', about: { de: 'Abmelden und Widerruf', en: 'Unsubscribing and withdrawal' } }],
    authorities: [
      {
        ...AUTHORITY,
        appliesTo: { de: 'für den Sitz in Beispielstadt', en: 'for the head office in Beispielstadt' },
      },
      {
        ...AUTHORITY_ABROAD,
        appliesTo: { de: 'für die Niederlassung in Luxemburg', en: 'for the branch in Luxembourg' },
      },
    ],
  },
  fields: [FIRST_NAME, LAST_NAME, COMPANY, department('Abteilung', 'Department')],
  purposes: [
    purpose({
      id: 'newsletter',
      name: { de: 'Newsletter', en: 'Newsletter' },
      legalBasis: 'consent',
      version: '2026-02',
      text: {
        de:
          'Ja, die Aktenotter Software GmbH darf mir einmal im Monat per E-Mail ihren Newsletter mit Fachbeiträgen ' +
          'und Neuigkeiten zur digitalen Aktenführung schicken. Meine Einwilligung ist freiwillig; ich kann sie ' +
          'jederzeit für die Zukunft widerrufen: über den Abmeldelink in jeder Ausgabe oder mit ' +
          'einer E-Mail an datenschutz@notice-001.example.',
        en:
          'Yes, Aktenotter Software GmbH may send me its newsletter by e-mail once a month, with articles and news ' +
          'about digital records management. My consent is voluntary, and I can withdraw it for the future at any ' +
          'time: with the unsubscribe link in every issue or by e-mail to ' +
          'datenschutz@notice-001.example.',
      },
      welcome: true,
    }),
    purpose({
      id: 'analysis',
      name: { de: 'Marketing-Auswertung', en: 'Marketing analysis' },
      legalBasis: 'consent',
      version: '2026-11',
      text: {
        de:
          'Ja, die Aktenotter Software GmbH darf messen, ob und wann ich ihre E-Mails öffne und welche Links ich ' +
          'darin anklicke und ob ich danach auf ihrer Website etwas bestelle, um ihre Werbung zu verbessern. Dazu ' +
          'enthalten sie ein unsichtbares Zählbild (Pixel), das beim Öffnen geladen wird, und Links, die über ' +
          'einen Zähldienst führen; beides greift auf mein Gerät zu (§ 25 TDDDG). Gemessen wird im Auftrag der ' +
          'Aktenotter Software GmbH von der Brieftapir S.à r.l. Den Newsletter bekomme ich auch ohne diese ' +
          'Einwilligung; sie endet mit der letzten Einwilligung in E-Mails. Ich kann sie jederzeit für die Zukunft widerrufen: über den Link „Auswertung abschalten“ in ' +
          'jeder E-Mail oder mit einer Nachricht an datenschutz@notice-001.example.',
        en:
          'Yes, Aktenotter Software GmbH may measure whether and when I open its e-mails and which links I click ' +
          'in them and whether I then order something on its website, to improve its advertising. For that they ' +
          'contain an invisible image (a pixel) that is loaded on opening, and links that lead through a counting ' +
          'service; both access my device (section 25 of the German TDDDG). Brieftapir S.à r.l. measures on behalf ' +
          'of Aktenotter Software GmbH. I get the newsletter without this consent, too; it ends with the last ' +
          'consent to e-mails. I can withdraw it for the future at any time: with the link “Switch off analysis” in every e-mail or by a message to ' +
          'datenschutz@notice-001.example.',
      },
      measures: true,
      requires: ['newsletter', 'product-info'],
    }),
    purpose({
      id: 'product-info',
      name: { de: 'Informationen zu Produkten', en: 'Product information' },
      legalBasis: 'consent',
      version: '2026-02',
      text: {
        de:
          'Ja, die Aktenotter Software GmbH darf mir höchstens viermal im Jahr per E-Mail Informationen und ' +
          'Angebote schicken: zu ihrer Software für die digitale Aktenführung, zu deren Einrichtung und zu ' +
          'Schulungen dafür. Das Whitepaper bekomme ich auch ohne diese Einwilligung. Ich kann sie jederzeit für ' +
          'die Zukunft widerrufen: über den Abmeldelink in jeder E-Mail oder mit einer Nachricht an ' +
          'datenschutz@notice-001.example.',
        en:
          'Yes, Aktenotter Software GmbH may send me information and offers by e-mail, at most four times a year: ' +
          'about its software for digital records management, setting it up, and courses on it. I get the ' +
          'whitepaper without this consent, too. I can withdraw it for the future at any time: with the ' +
          'unsubscribe link in every e-mail or by a message to datenschutz@notice-001.example.',
      },
    }),
    purpose({
      id: 'account',
      name: { de: 'E-Mails zum Kundenkonto', en: 'Account e-mails' },
      legalBasis: 'contract',
      version: '2026-02',
      text: {
        de:
          'Solange Ihr Kundenkonto bei der Aktenotter Software GmbH besteht, schicken wir Ihnen per E-Mail, was ' +
          'dafür nötig ist, zum Beispiel die Bestätigung eines neuen Passworts. Schließen Sie das Konto, löschen ' +
          'wir seine Daten innerhalb von 24 Stunden.',
        en:
          'As long as you have a customer account with Aktenotter Software GmbH, we send you by e-mail what is ' +
          'necessary for it, such as the confirmation of a new password. If you close the account, we delete its ' +
          'data within 24 hours.',
      },
      retention: { evidence: { keep: 'PT24H', from: 'withdrawal' } },
    }),
  ],
  assets: [
    {
      id: 'whitepaper-consent',
      title: { de: 'Whitepaper „Einwilligungen belegen“', en: 'Whitepaper “Proving consent” (in German)' },
      notice: {
        version: '2026-02',
        text: {
          de:
            'Ich bestelle das Whitepaper „Einwilligungen belegen“. Die Aktenotter Software GmbH schickt mir dazu ' +
            'eine E-Mail, in der ich die Bestellung bestätige, und danach den Link zum Herunterladen. Werbung ' +
            'bekomme ich durch diese Bestellung nicht.',
          en:
            'I order the whitepaper “Proving consent” (in German). Aktenotter Software GmbH sends me an e-mail in ' +
            'which I confirm the order, and then the link to download it. This order brings me no advertising.',
        },
      },
      file: 'whitepaper-consent.pdf',
    },
  ],
  retention: {
    evidence: { keep: 'P0D', from: 'withdrawal' },
    details: 'as-evidence',
    // R12: an enquiry is deleted once it is settled.
    enquiries: 'P0D',
    network: { keep: 'P7D' },
  },
  processors: [
    brieftapir(
      { de: 'Versand der Newsletter und Marketing-Auswertung', en: 'Sending the newsletters and analysing them' },
      ['newsletter', 'analysis', 'product-info'],
    ),
    wolkenhamster({ de: 'Betrieb der Server', en: 'Running the servers' }, [
      'newsletter',
      'analysis',
      'product-info',
      'account',
    ]),
  ],
});

import { department, FIRST_NAME, LAST_NAME, noticeSite, purpose, wolkenhamster } from './base';

/**
 * A privacy notice that keeps proof for four years: courses for public authorities. Company and people are invented.
 *
 * S1: `fields`, with authority and department. S2, R1: `confirmation`. S3: `retention.network`, the IP address is proof; the seven
 * days of R5 are those of the web server's logs, and ours hold no IP address. S8: the second origin, where courses are booked, and
 * `singleOptIn`. S9: `similar-offers`. R2: `retention.evidence`, and `details`, as only the address is kept. R10: the
 * `retention.inactivity` of `course-software`. R11: `retention.review`.
 */
export const notice002 = noticeSite({
  id: 'notice-002',
  firm: {
    name: 'Amtsamsel Fortbildung GmbH',
    sender: 'Amtsamsel Fortbildung',
    address: 'Stempelstraße 21, 00450 Beispielstadt',
    version: '1.2',
    date: '2026-04-15',
    register: ['HRB 000440', 'Amalie Amsel'],
  },
  subdomains: ['anmeldung'],
  fields: [FIRST_NAME, LAST_NAME, department('Behörde/Abteilung', 'Authority/department')],
  purposes: [
    purpose({
      id: 'newsletter',
      name: { de: 'Newsletter für die Verwaltung', en: 'Public sector newsletter' },
      legalBasis: 'consent',
      version: '4',
      text: {
        de:
          'Ja, die Amtsamsel Fortbildung GmbH darf mir alle zwei Wochen per E-Mail ihren Newsletter mit ' +
          'Fachbeiträgen und Kursterminen für die öffentliche Verwaltung schicken. Für die Buchung eines Kurses ' +
          'ist das nicht nötig. Ich kann meine Einwilligung jederzeit für die Zukunft widerrufen: über den ' +
          'Abmeldelink in jeder Ausgabe oder mit einer E-Mail an datenschutz@notice-002.example.',
        en:
          'Yes, Amtsamsel Fortbildung GmbH may send me its newsletter by e-mail every two weeks, with articles and ' +
          'course dates for the public sector. This is not necessary for booking a course. I can withdraw my ' +
          'consent for the future at any time: with the unsubscribe link in every issue or by e-mail to ' +
          'datenschutz@notice-002.example.',
      },
      welcome: true,
      singleOptIn: true,
    }),
    purpose({
      id: 'course-software',
      name: { de: 'Kurssoftware „Amtspult“', en: 'Course software “Amtspult”' },
      legalBasis: 'consent',
      version: '1',
      text: {
        de:
          'Ja, die Amtsamsel Fortbildung GmbH darf mir etwa einmal im Monat per E-Mail schreiben, was ihre ' +
          'Kurssoftware „Amtspult“ Neues kann. Nutze ich sie drei Jahre lang nicht, fragt sie nach, ob ich das noch ' +
          'möchte. Ich kann meine Einwilligung jederzeit für die Zukunft widerrufen: über den Link in jeder E-Mail ' +
          'oder mit einer Nachricht an datenschutz@notice-002.example.',
        en:
          'Yes, Amtsamsel Fortbildung GmbH may write to me by e-mail about once a month what is new in its course ' +
          'software “Amtspult”. If I do not use it for three years, it asks whether I still want that. I can withdraw ' +
          'my consent for the future at any time: with the link in every e-mail or by a message to ' +
          'datenschutz@notice-002.example.',
      },
      welcome: true,
      retention: { inactivity: { askAfter: 'P3Y', answerWithin: 'P30D', addressAfter: 'P1Y' } },
    }),
    purpose({
      id: 'similar-offers',
      name: { de: 'Ähnliche Kurse', en: 'Similar courses' },
      legalBasis: 'legitimate-interest',
      version: '2',
      text: {
        de:
          'Wenn Sie bei uns einen Kurs gebucht haben, informieren wir Sie höchstens einmal im Monat per E-Mail ' +
          'über eigene ähnliche Kurse (§ 7 Abs. 3 UWG). Sie können dem jederzeit widersprechen, ohne dass dafür ' +
          'andere als die Übermittlungskosten nach den Basistarifen entstehen: über den Link in jeder E-Mail oder ' +
          'mit einer Nachricht an datenschutz@notice-002.example.',
        en:
          'If you have booked a course with us, we inform you by e-mail about similar courses of our own, at most ' +
          'once a month (section 7(3) of the German Act against Unfair Competition, UWG). You can object to this ' +
          'at any time at no cost other than the transmission costs at the basic rates: with the link in every ' +
          'e-mail or by a message to datenschutz@notice-002.example.',
      },
    }),
  ],
  retention: {
    evidence: { keep: 'P4Y', from: 'withdrawal' },
    details: { keep: 'P0D' },
    network: 'as-evidence',
    review: { every: 'P1Y', deleteWithin: 'P1M' },
    // R12: what was asked is needed for a year at most, and so for no longer than the yearly review would leave it.
    enquiries: 'P1Y',
  },
  processors: [
    wolkenhamster({ de: 'Betrieb der Server und Versand', en: 'Running the servers and sending the mails' }, [
      'newsletter',
      'course-software',
      'similar-offers',
    ]),
  ],
});

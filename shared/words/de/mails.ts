/** What the mails say that the system sends. */
export const mails = {
  greeting: 'Guten Tag,',
  privacyNotice: 'Datenschutzhinweise',
  imprint: 'Impressum',
  /** By what is to be confirmed: an order, a sign-up, or both. */
  confirmSubject: {
    order: 'Bitte bestätigen Sie Ihre Bestellung',
    signUp: 'Bitte bestätigen Sie Ihre Anmeldung',
    both: 'Bitte bestätigen Sie Ihre Bestellung und Anmeldung',
  },
  /** `when` is the time of the sign-up, `by` the deadline. */
  confirmIntro: {
    order: (controller: string, when: string) =>
      `am ${when} wurde mit dieser E-Mail-Adresse bei ${controller} bestellt:`,
    signUp: (controller: string, when: string) =>
      `am ${when} wurde diese E-Mail-Adresse bei ${controller} angemeldet für:`,
    both: (controller: string, when: string) =>
      `am ${when} ging mit dieser E-Mail-Adresse bei ${controller} eine Bestellung und Anmeldung ein:`,
  },
  confirmAsk: (by: string) => `Wenn Sie das waren, bestätigen Sie es bitte bis zum ${by}:`,
  confirmIgnore: {
    order:
      'Wenn nicht, oder wenn Sie es nicht mehr möchten, brauchen Sie nichts zu tun. Ohne Ihre Bestätigung gilt die Bestellung nicht, und die Angaben werden gelöscht.',
    signUp:
      'Wenn nicht, oder wenn Sie es nicht mehr möchten, brauchen Sie nichts zu tun. Ohne Ihre Bestätigung gilt die Anmeldung nicht, und die Angaben werden gelöscht.',
    both: 'Wenn nicht, oder wenn Sie es nicht mehr möchten, brauchen Sie nichts zu tun. Ohne Ihre Bestätigung gilt nichts davon, und die Angaben werden gelöscht.',
  },
  welcomeSubject: (controller: string) => `Ihre Anmeldung bei ${controller}`,
  welcomeIntro: (when: string) => `Sie haben Ihre Anmeldung am ${when} bestätigt. Sie gilt für:`,
  assetSubject: (title: string) => `Ihr Download: ${title}`,
  assetIntro: 'hier können Sie herunterladen, was Sie bestellt haben:',
  alsoGiven: 'Außerdem gilt Ihre Einwilligung für:',
  withdraw: 'Hier können Sie sich jederzeit abmelden:',
  withdrawOne: 'Oder nur von einem davon:',
  switchOff: 'Auswertung abschalten; alles andere bleibt:',
  preferences: 'Themen, Sprache und Belege:',
  stillSubject: (controller: string) => `Möchten Sie weiter E-Mails von ${controller}?`,
  /** `since` is the day of the last sign of life. */
  stillIntro: (since: string) =>
    `seit dem ${since} haben wir nichts mehr von Ihnen gehört. Deshalb fragen wir Sie, ob es dabei bleiben soll:`,
  stillYes: (by: string) => `Wenn ja, sagen Sie es uns bitte bis zum ${by}:`,
  stillNo: 'Wenn nein, können Sie sich hier abmelden:',
  /** `day`: when the address goes, too. */
  stillSilence: (day: string) =>
    `Wenn Sie nicht antworten, schreiben wir Ihnen nicht mehr und löschen Ihre Angaben. Ihre E-Mail-Adresse löschen wir spätestens am ${day}.`,
  noticeSubject: (controller: string) => `Geänderte Datenschutzhinweise von ${controller}`,
  /** `date` is the day from which it holds. */
  noticeIntro: (version: string, date: string) =>
    `unsere Datenschutzhinweise haben eine neue Fassung: ${version}. Sie gilt ab dem ${date}.`,
  noticeRead: 'Hier können Sie sie lesen:',
  noticeRights:
    'Ihre Einwilligungen bleiben davon unberührt. Wenn Sie von uns keine E-Mails mehr möchten, können Sie sich hier jederzeit abmelden:',
  decidedSubject: (controller: string) => `Ihr Widerspruch bei ${controller}`,
  decided: {
    upheld:
      'wir haben Ihren Widerspruch aus Gründen Ihrer besonderen Situation geprüft und folgen ihm. Wir schicken Ihnen dazu nichts mehr:',
    refused:
      'wir haben Ihren Widerspruch aus Gründen Ihrer besonderen Situation geprüft und können ihm nicht folgen. Es bleibt damit bei:',
  },
  decidedGrounds: 'Die Gründe:',
  decidedCourt:
    'Unabhängig davon können Sie sich an ein Gericht wenden (Art. 79 DSGVO). Der Werbung können Sie weiterhin jederzeit widersprechen, ohne Gründe zu nennen.',
  withdrawnSubject: (controller: string) => `Ihre Abmeldung bei ${controller}`,
  withdrawnDone: 'wir haben Ihre E-Mail bekommen und Sie abgemeldet. Beendet ist damit:',
  objectedDone: 'wir haben Ihre E-Mail bekommen und Ihren Widerspruch vermerkt. Beendet ist damit:',
  withdrawnNothing: 'wir haben Ihre E-Mail bekommen. Für diese Adresse ist bei uns nichts mehr angemeldet.',
  withdrawnMistake:
    'Wenn Sie das nicht wollten, können Sie sich jederzeit wieder anmelden. Wenn Sie noch etwas geschrieben haben, liest es jemand von uns.',
};

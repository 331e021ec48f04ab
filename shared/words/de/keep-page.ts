/** What the pages say that ask whether to go on. */
export const keepPage = {
  keepTitle: 'Soll es dabei bleiben?',
  keepText: 'Darum geht es:',
  keepButton: 'Ja, es soll dabei bleiben',
  /** `by` is the deadline. */
  silence: (by: string) => `Wenn Sie bis zum ${by} nicht auf die Schaltfläche drücken, endet das.`,
  late: (by: string) =>
    `Die Frist für Ihre Antwort war der ${by}. Wenn Sie jetzt nicht auf die Schaltfläche drücken, endet das in den nächsten Tagen.`,
  afterRestriction: (by: string) =>
    `Solange die Verarbeitung Ihrer Daten eingeschränkt ist, endet das nicht. Wenn Sie bis zum ${by} nicht auf die Schaltfläche drücken, kann es danach sofort enden.`,
  /** `day`: when the address goes, too. */
  gone: (day: string) =>
    `Dann schreiben wir Ihnen nicht mehr und löschen Ihre Angaben, Ihre E-Mail-Adresse spätestens am ${day}.`,
  held: 'Was wir für einen Rechtsstreit brauchen, bewahren wir bis zu dessen Ende auf.',
  contract: 'Was Ihr Vertrag mit uns nötig macht, bleibt davon unberührt.',
  keptTitle: 'Danke, alles bleibt, wie es ist',
  nothingAskedTitle: 'Sie brauchen nichts zu tun',
  keptText: 'Es bleibt bei:',
};

/** What a receipt says, as a page and as a file. */
export const receipt = {
  howToWithdraw: (email: string) =>
    `Sie können Ihre Einwilligung jederzeit für die Zukunft widerrufen: über den Abmeldelink in jeder E-Mail oder mit einer Nachricht an ${email}.`,
  /** For a record that asks for no consent, as an order does. */
  nothingToWithdraw: (email: string) =>
    `Sie haben etwas bestellt und in nichts eingewilligt; zu widerrufen gibt es deshalb nichts. Fragen beantwortet ${email}.`,
  howToCheck:
    'Bewahren Sie diesen Beleg auf. Mit ihm kann jeder nachsehen, ob der Eintrag Ihrer Bestätigung noch im Protokoll steht: Das Protokoll ist öffentlich, nennt niemanden, und der Eintrag ist darin unter „leaf“ zu finden. Fehlt er, wurde nachträglich etwas entfernt.',
};

/** Die Spalten einer Liste, die jemand in einer Tabelle öffnet. */
export const audienceFile = {
  email: 'E-Mail',
  language: 'Sprache',
  since: 'Seit',
  mayMeasure: 'Öffnen und Klicken messen',
  unsubscribeUrl: 'Abmelden',
  preferencesUrl: 'Einstellungen',
  id: 'Kennung',
  yes: 'ja',
  no: 'nein',
};

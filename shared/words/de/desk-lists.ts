import { toolTrouble } from './tool-trouble';

/** Was die Seite mit den Aufgaben sagt, und die Kacheln der Startseite. */
export const deskLists = {
  tool: toolTrouble,
  title: (site: string) => `Zu erledigen bei ${site}`,
  intro: 'Was auf eine Entscheidung wartet. In jeder Liste steht oben, was überfällig ist.',
  loading: 'Wird geladen …',
  tiles: 'Listen',
  names: {
    requests: 'Vorgänge',
    mails: 'E-Mails zu lesen',
    weighings: 'Widersprüche abzuwägen',
    review: 'Regelmäßige Prüfung',
    holds: 'Aufbewahrungen',
    restrictions: 'Einschränkungen',
    deliveries: 'Nicht informiert',
    deletions: 'Löschungen zu bestätigen',
  },
  overdue: (count: string) => `${count} überfällig`,
  next: (day: string) => `nächster Tag: ${day}`,
  nothing: 'nichts offen',
  asOf: (time: string) => `Stand: ${time}. Was Sie entscheiden, zählt nach wenigen Sekunden mit.`,
  about: {
    weighings:
      'Wer aus eigenen Gründen widerspricht, hat innerhalb eines Monats Antwort. Bis dahin wird nichts verschickt.',
    review:
      'Von diesen Personen war lange nichts zu hören. Was Sie nicht behalten, endet an seinem Tag von selbst. Wer bleibt, kommt bei der nächsten Prüfung wieder.',
    holds:
      'Was für einen Streit gebraucht wird, bleibt gespeichert, bis jemand es freigibt. Kein Tag beendet das von selbst.',
    restrictions:
      'Diese Daten darf vorerst niemand nutzen. Bevor die Einschränkung endet, muss die Person davon erfahren (Art. 18 Abs. 3 DSGVO).',
    deliveries:
      'Diese Empfänger der Daten wissen noch nicht, wie es um die Person steht. Drei Tage lang wird es von selbst weiter versucht, danach nicht mehr.',
    deletions:
      'Diese Empfänger der Daten haben zugesagt zu löschen und noch nicht gesagt, dass es geschehen ist. Fragen Sie nach, und halten Sie fest, was Sie hören.',
  },
  noReview: 'Für diese Website ist keine regelmäßige Prüfung eingerichtet.',
  nextReview: (day: string) => `Nichts ist zu prüfen. Die nächste Prüfung beginnt am ${day} von selbst.`,
  empty: {
    weighings: 'Über keinen Widerspruch ist zu entscheiden.',
    holds: 'Nichts wird für einen Streit aufbewahrt. Eine Aufbewahrung beginnt auf der Seite einer Person.',
    restrictions: 'Über keine Einschränkung ist zu entscheiden.',
    deliveries: 'Alle wissen Bescheid.',
    deletions: 'Auf keine Bestätigung wird gewartet.',
  },
  emptyPage: 'Auf dieser Seite steht nichts mehr.',
  columns: {
    person: 'Person',
    due: 'Bis',
    since: 'Seit',
    why: 'Wofür',
    what: 'Was',
    processor: 'Empfänger der Daten',
    decision: 'Entscheidung',
  },
  sinceDay: (day: string) => `seit ${day}`,
  unheard: (day: string) => `hier nichts verzeichnet seit ${day}`,
  connections: 'nur Verbindungsdaten eines Vorfalls',
  unnamed: 'ohne Namen',
  isOverdue: 'überfällig',
  isDue: 'fällig',
  keep: 'behalten',
  letGo: { unused: 'gehen lassen', hold: 'freigeben', restriction: 'beenden' },
  undecided: 'offen lassen',
  endsUndecided: (day: string) => `offen lassen: endet am ${day}`,
  weigh: 'entscheiden',
  decide: {
    title: 'Entscheiden',
    none: 'Wählen Sie in den Zeilen, was geschehen soll.',
    reasonHint: 'Ohne Namen und Adressen, zum Beispiel: Jährliche Prüfung, Kundin seit 2024.',
    reviewBy: 'Behalten bis',
    reviewByHint: 'An diesem Tag sieht wieder jemand nach.',
    reviewByMissing: 'Geben Sie einen Tag an, der noch kommt.',
    informedOn: 'Der Person gesagt am',
    informedOnHint: 'An welchem Tag haben Sie mitgeteilt, dass die Einschränkung endet?',
    informedOnMissing: 'Geben Sie den Tag an, an dem die Person es erfahren hat.',
    summary: (kept: number, letGo: number, verb: string) =>
      [kept > 0 ? `${kept} behalten` : '', letGo > 0 ? `${letGo} ${verb}` : ''].filter(Boolean).join(', '),
    cancel: 'Abbrechen',
    sure: {
      unused: (count: number) =>
        count === 1
          ? 'Die Einwilligungen einer Person enden sofort. Zurück geht es nur, wenn sie sich selbst wieder anmeldet.'
          : `Die Einwilligungen von ${count} Personen enden sofort. Zurück geht es nur, wenn sie sich selbst wieder anmelden.`,
      hold: (count: number) =>
        count === 1
          ? 'Eine Aufbewahrung endet. Was ihr Ende schon hinter sich hat, wird danach gelöscht.'
          : `${count} Aufbewahrungen enden. Was sein Ende schon hinter sich hat, wird danach gelöscht.`,
      restriction: (count: number) =>
        count === 1
          ? 'Eine Einschränkung endet: was in Kraft ist, darf wieder genutzt werden.'
          : `${count} Einschränkungen enden: was in Kraft ist, darf wieder genutzt werden.`,
    },
    under: 'Wird entschieden …',
    done: (kept: number, letGo: number) =>
      `Erledigt: ${[kept > 0 ? `${kept} behalten` : '', letGo > 0 ? `${letGo} beendet` : ''].filter(Boolean).join(', ')}.`,
    changed: (count: number) =>
      `Bei ${count === 1 ? 'einer Person' : `${count} Personen`} ist gerade etwas geschehen; dort wurde nichts entschieden. Sehen Sie noch einmal nach.`,
  },
  confirm: {
    button: 'Bestätigung festhalten',
    reason: 'Woher wissen Sie es?',
    reasonHint: 'Ohne Namen und Adressen, zum Beispiel: Schreiben vom 3. Dezember.',
    pick: 'Bestätigt',
    none: 'Wählen Sie die Zeilen, zu denen Sie etwas gehört haben.',
    done: (count: number) => (count === 1 ? 'Eine Löschung ist bestätigt.' : `${count} Löschungen sind bestätigt.`),
  },
  tried: (count: number, time: string) => `${count}-mal versucht, zuletzt ${time}`,
  toTools: 'Zu den Werkzeugen: noch einmal versuchen',
  first: 'Zum Anfang der Liste',
  further: 'Weiter',
  readOnly: 'Entscheiden kann der Datenschutz.',
};

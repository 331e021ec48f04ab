import type { LetterKind } from '../../consent/steps/person-informed';
import type { PartClass } from '../../ledger/part';

/** Was mit einer Löschung geht. */
type Personal = Exclude<PartClass, 'reading' | 'reason'>;

/** Schreiben an Personen, die sich an den Verantwortlichen gewandt haben. */
export const letters = {
  titles: {
    received: 'Ihr Anliegen ist eingegangen',
    'identity-asked': 'Eine Frage zu Ihrem Anliegen',
    extended: 'Ihr Anliegen dauert länger',
    access: 'Auskunft über Ihre Daten',
    portability: 'Ihre Daten zum Mitnehmen',
    erasure: 'Ihre Daten sind gelöscht',
    'erasure-in-part': 'Ihre Daten sind zum Teil gelöscht',
    withdrawal: 'Ihr Widerruf ist ausgeführt',
    objection: 'Ihr Widerspruch',
    rectification: 'Ihre Daten sind berichtigt',
    restriction: 'Die Verarbeitung Ihrer Daten ist eingeschränkt',
    'restriction-lifted': 'Die Einschränkung endet',
    refusal: 'Ihr Anliegen',
    'nothing-stored': 'Zu Ihnen ist nichts gespeichert',
    'never-agreed': 'Ihre Frage nach der Einwilligung',
  } satisfies Record<LetterKind, string>,
  /** Of an erasure that something stands against, where nothing is deleted yet. */
  notErasedYet: 'Die Verarbeitung Ihrer Daten ist eingeschränkt, gelöscht sind sie noch nicht',
  /** Of one of which the first parts are deleted at this moment. */
  erasingInPart: 'Ihre Daten werden gerade zum Teil gelöscht',
  greeting: 'Guten Tag,',
  closing: 'Mit freundlichen Grüßen',
  reference: (id: string) => `Vorgang: ${id}`,
  date: (day: string) => `Datum: ${day}`,
  about: (email: string) => `es geht um die E-Mail-Adresse ${email}.`,
  reasons: (text: string) => `Unsere Begründung: ${text}`,
  received: (day: string, due: string) => `Ihr Anliegen ist am ${day} bei uns eingegangen. Wir antworten bis ${due}.`,
  identityAsked:
    'Damit niemand anderes Ihre Daten erhält oder verändert, müssen wir sicher sein, dass Sie es sind (Art. 12 Abs. 6 DSGVO). Bitte antworten Sie uns von der E-Mail-Adresse aus, um die es geht. Eine Kopie Ihres Ausweises brauchen wir dafür nicht.',
  extended: (due: string) =>
    `Wir können Ihr Anliegen nicht innerhalb eines Monats beantworten. Wir antworten bis ${due} (Art. 12 Abs. 3 DSGVO).`,
  access: 'Die Auskunft nach Art. 15 DSGVO liegt diesem Schreiben bei.',
  portability: 'Die Daten, die Sie uns gegeben haben, liegen diesem Schreiben als Datei bei (Art. 20 DSGVO).',
  erased: (day: string) =>
    `Am ${day} haben wir gelöscht, was in unserem Register der Einwilligungen an Namen, Adressen, Verbindungsdaten und E-Mails zu Ihnen gespeichert war (Art. 17 DSGVO).`,
  entriesStay:
    'Es bleiben Einträge ohne Namen und Adresse; nur ein Wert, der mit einem geheimen Schlüssel aus der Adresse berechnet ist, führt noch zu ihnen. Sie zeigen, was geschehen ist, und werden gelöscht, wenn ihre Frist abgelaufen ist.',
  suppressed:
    'Auf Ihren Wunsch bleibt ein Merkmal ohne Adresse, an dem wir erkennen, dass Ihre Daten nicht wieder eingespielt werden dürfen.',
  data: {
    address: 'E-Mail-Adresse',
    details: 'Name und weitere Angaben',
    network: 'IP-Adresse und Browser',
    mail: 'Kopien von E-Mails',
  } satisfies Record<Personal, string>,
  goneAlready: (names: string) => `Gelöscht ist: ${names}.`,
  goingNow: (names: string) => `Gelöscht wird gerade: ${names}.`,
  goneNothing: 'Löschen können wir Ihre Daten noch nicht.',
  keptFor: (day: string, names: string) =>
    `Wir bewahren noch auf: ${names}. Seit dem ${day} ist die Verarbeitung eingeschränkt. Warum wir es aufbewahren und bis wann:`,
  against: {
    hold: (day: string) =>
      `Die Daten werden für einen Rechtsstreit gebraucht (Art. 17 Abs. 3 Buchst. e DSGVO). Ob das noch so ist, prüfen wir spätestens am ${day}.`,
    duty: (day: string) =>
      `Den Nachweis Ihrer Einwilligung bewahren wir bis ${day} auf (Art. 17 Abs. 3 Buchst. e DSGVO).`,
    contract: 'Ein Vertrag mit Ihnen läuft noch; seine E-Mails brauchen die Adresse.',
  },
  restrictedMeanwhile:
    'Bis dahin nutzen wir diese Daten zu nichts anderem, außer für E-Mails, die ein Vertrag mit Ihnen verlangt. Danach löschen wir sie.',
  withdrawn: (names: string, day: string) => `Ihre Einwilligung ist seit ${day} beendet: ${names}.`,
  refused: (names: string, day: string) =>
    `Ihre Anmeldung, die noch nicht bestätigt war, wurde am ${day} zurückgenommen: ${names}. Eine Einwilligung war das noch nicht.`,
  objected: (names: string, day: string) =>
    `Ihr Widerspruch gilt seit ${day}: ${names}. Dafür verwenden wir Ihre Adresse nicht mehr.`,
  weighed: 'Wir prüfen die Gründe, die Sie genannt haben. Bis zur Entscheidung erhalten Sie dazu keine E-Mails.',
  upheld: (day: string) =>
    `Wir haben Ihren Widerspruch geprüft und ihm am ${day} stattgegeben. Dafür verwenden wir Ihre Adresse nicht mehr.`,
  overridden: (day: string) =>
    `Wir haben Ihren Widerspruch geprüft und am ${day} entschieden, dass zwingende Gründe überwiegen (Art. 21 Abs. 1 DSGVO).`,
  rectified: (day: string) => `Am ${day} haben wir Ihre Angaben berichtigt (Art. 16 DSGVO).`,
  restricted: (day: string) =>
    `Seit ${day} speichern wir Ihre Daten und nutzen sie zu nichts anderem, außer für E-Mails, die ein Vertrag mit Ihnen verlangt (Art. 18 DSGVO).`,
  lifting: 'Wir heben die Einschränkung der Verarbeitung Ihrer Daten auf (Art. 18 Abs. 3 DSGVO).',
  lifted: (day: string) => `Die Einschränkung der Verarbeitung Ihrer Daten endete am ${day}.`,
  refusal: 'Wir können Ihrem Anliegen nicht nachkommen (Art. 12 Abs. 4 DSGVO).',
  nothingStored: (day: string) =>
    `Zu dieser E-Mail-Adresse war am ${day} in unserem Register der Einwilligungen nichts gespeichert. Haben Sie sich mit einer anderen Adresse angemeldet, nennen Sie uns bitte diese.`,
  agreed: (names: string, asked: string, confirmed: string) =>
    `Für ${names} wurde diese Adresse am ${asked} in unser Formular eingetragen. Am ${confirmed} wurde der Link in der E-Mail geöffnet, die wir an diese Adresse geschickt haben, und dort die Einwilligung bestätigt.`,
  notConfirmed: (names: string, asked: string) =>
    `Für ${names} wurde diese Adresse am ${asked} in unser Formular eingetragen. Bestätigt wurde das nie. Eine Einwilligung wurde damit nicht erteilt.`,
  elsewhere: (names: string) =>
    `Für ${names} wurde uns eine Einwilligung von anderer Stelle gemeldet; hier bestätigt wurde sie nicht.`,
  canWithdraw: 'Eine Einwilligung können Sie jederzeit widerrufen; eine formlose Nachricht an uns genügt.',
  deletedThere: (names: string) => `Dass sie gelöscht haben, was sie von Ihnen hatten, haben uns bestätigt: ${names}.`,
  officer: (who: string) => `Datenschutzbeauftragte: ${who}`,
};

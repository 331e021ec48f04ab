import { pluralIn } from '../plural';

const form = pluralIn('de');

/** What a dossier says. */
export const dossier = {
  title: 'Nachweis der Einwilligung',
  replaced: '[U+…] steht für ein Zeichen, das diese Schrift nicht hat; evidence.json hat es im Original.',
  attachment: 'Der Nachweis in prüfbarer Form',
  absence: {
    withheld: 'in dieser Ausfertigung nicht offengelegt',
    gone: 'nicht mehr gespeichert',
    missing: 'verloren gegangen',
    unsaved: 'konnte nicht gespeichert werden',
    none: 'nicht erhoben',
  },
  states: {
    disclosed: 'offengelegt',
    withheld: 'nicht offengelegt',
    gone: 'nicht mehr gespeichert',
    missing: 'verloren gegangen',
  },
  cover: {
    doubleOptIn: 'über den Link aus der E-Mail, die an diese Adresse ging (Double-Opt-in)',
    /** For a record that began with a consent from elsewhere. */
    elsewhere: (when: string) =>
      `Am ${when} wurde eine Einwilligung festgehalten, die diese Person an anderer Stelle erteilt haben soll. Über einen Link an diese E-Mail-Adresse bestätigt (Double-Opt-in) wurde sie hier nicht; als Nachweis ist sie deshalb schwächer. Gezeigt wird, was mitgeliefert wurde, und nicht mehr.`,
    legitimateInterest: (when: string) =>
      `Am ${when} wurde festgehalten, dass E-Mails an diese Person auf ein berechtigtes Interesse gestützt werden (Art. 6 Abs. 1 Buchst. f DSGVO, § 7 Abs. 3 UWG). Eine Einwilligung ist das nicht.`,
    contract: (when: string) =>
      `Am ${when} wurde festgehalten, dass E-Mails an diese Person auf einem Vertrag mit ihr beruhen (Art. 6 Abs. 1 Buchst. b DSGVO). Eine Einwilligung ist das nicht.`,
    noRecord: 'Zu dieser Person ist keine Anmeldung, keine Bestellung und keine Einwilligung gespeichert.',
    name: 'Angaben zur Person',
    goneOn: (day: string) => `gelöscht am ${day}`,
    address: 'E-Mail-Adresse',
    /** Of which there is nothing. */
    addressAsked: 'Gefragt war nach',
    requested: 'Angemeldet',
    confirmed: 'Bestätigt',
    notConfirmed: 'nein',
    /** Where nobody was asked to confirm. */
    notAsked: 'keine Bestätigung per E-Mail',
    noPage: 'Seite mit dem Formular: nicht mitgeteilt',
    /** In place of an IP address: the step was no visitor's. */
    takenBy: {
      operator: (name: string) => `verzeichnet mit dem Zugang ${name}`,
      backend: (name: string) => `gemeldet vom Server der Website (${name})`,
    },
    bySystem: 'verzeichnet vom System',
    withdrawn: 'Widerrufen',
    /** To another address of the same person: nobody took anything back. */
    moved: 'Übergegangen',
    refused: 'Zurückgenommen',
    objected: 'Widersprochen',
    lapsed: 'Ausgelaufen',
    contractEnded: 'Vertrag beendet',
    /** A consent from elsewhere. */
    recorded: 'Übernommen',
    /** Legitimate interest. */
    relied: 'Festgehalten',
    rectified: 'Berichtigt',
    standing: 'Außerdem',
    /** What is not there any more. */
    absent: 'Nicht enthalten',
    restricted: (since: string) => `Verarbeitung eingeschränkt seit ${since} (Art. 18 DSGVO)`,
    heldConnections: (name: string, since: string, reviewBy: string) =>
      `Löschung von Verbindungsdaten ausgesetzt seit ${since}, Vorgang ${name}, zu überprüfen bis ${reviewBy}`,
    held: (name: string, since: string, reviewBy: string) =>
      `Löschung ausgesetzt seit ${since}, Vorgang ${name}, zu überprüfen bis ${reviewBy}`,
    erased: (when: string) => `Personenbezogene Daten aus früheren Schritten gelöscht am ${when} (Art. 17 DSGVO)`,
    weighed: (since: string) =>
      `Widerspruch aus Gründen der besonderen Situation wird geprüft seit ${since} (Art. 21 Abs. 1 DSGVO)`,
    undeliverable: (since: string) => `E-Mails an diese Adresse unzustellbar seit ${since}`,
    openCase: (name: string, since: string) => `Offener Vorgang seit ${since}: ${name}`,
    language: (name: string) => `Gewählte Sprache: ${name}`,
    wordingOf: (name: string, version: string, language: string) =>
      `Wortlaut zu ${name}, Fassung ${version}, ${language}`,
    wordingInFull: (section: string) => `Vollständig in Abschnitt ${section}`,
    controller: 'Verantwortlicher',
    madeFor: 'Dieser Nachweis',
    madeForWhom: (operator: string, when: string) => `abgerufen mit dem Zugang ${operator} am ${when}`,
    reason: (reason: string) => `Grund: ${reason}`,
    /** What the operator calls a dispute. */
    label: (label: string) => `Bezeichnung: ${label}`,
    check: 'Prüfung',
    checkHow: (size: string | undefined, keyIds: string) =>
      size === undefined
        ? 'mit der angehängten Datei evidence.json (Abschnitt 5); in das signierte Protokoll ist sie noch nicht aufgenommen'
        : `mit der angehängten Datei evidence.json und dem signierten Protokoll (Abschnitt 5): Checkpoint mit ${size} ${form(size, 'Eintrag', 'Einträgen')}, Schlüssel ${keyIds}`,
    recordName: (letter: string) => `Vorgang ${letter}`,
    record: (name: string, when: string) => `${name}, begonnen am ${when}`,
    recordColumns: ['Vorgang', 'Angemeldet oder festgehalten', 'Bestätigt', 'Beendet'],
    moreRecords: (count: number) =>
      count === 1
        ? 'Ein weiterer Vorgang steht auf der folgenden Seite.'
        : `${count} weitere Vorgänge stehen auf den folgenden Seiten.`,
  },
  verdicts: {
    ordered: (since: string) => `Bestellt, bestätigt am ${since}`,
    notOrdered: 'Bestellt, nie bestätigt',
  },
  sections: {
    records: 'Alle Vorgänge im Einzelnen',
    timeline: '1  Verlauf',
    wording: '2  Wortlaut',
    mails: '3  E-Mails, wie sie versandt wurden oder eingingen',
    limits: '4  Was dieser Nachweis zeigt und was nicht',
    annex: '5  Technischer Anhang',
    annexEntries: '5.1  Einträge',
    annexLog: '5.2  Checkpoint und Schlüssel',
    annexAnchors: '5.3  Archivierte Checkpoints',
    annexCheck: '5.4  So wird geprüft',
  },
  timeline: {
    intro:
      'Jeder Schritt ist ein eigener Eintrag, der nicht mehr geändert wird. Zeiten sind die in Deutschland geltende Uhrzeit, darunter die gespeicherte Zeit in UTC.',
    notKnown: 'Schritt, den diese Fassung nicht kennt',
    columns: ['Nr.', 'Zeit', 'Was geschah', 'Durch wen, von wo'],
    deleted: (places: string) =>
      `Gelöscht, da ihre Aufbewahrungsfrist abgelaufen war, und daher nicht aufgeführt: Nr. ${places}.`,
  },
  landing: {
    units: { seconds: 's', minutes: 'min', hours: 'h', days: 'Tage' },
    opened: (afterMail: string, pressed: string) =>
      `Seite ${afterMail} nach der E-Mail geöffnet, Schaltfläche ${pressed} danach betätigt`,
    /** Where it is not known which mail it was. */
    pressed: (pressed: string) => `Schaltfläche ${pressed} nach Öffnen der Seite betätigt`,
  },
  wordingIntro:
    'Die Texte, auf die sich die Einträge beziehen, Zeichen für Zeichen. Jeder Eintrag nennt den Hash seines Wortlauts; ein geänderter Text hätte einen anderen. Bei jedem Text steht, was darüber verzeichnet ist, wer ihn angezeigt hat.',
  wordingFacts: { version: 'Fassung', shown: 'Angezeigt', hash: 'SHA-256', entries: 'Genannt in Nr.' },
  shownBy: {
    form: (places: string) => `Das Formular meldete, dass es genau diesen Text anzeigte (Nr. ${places}).`,
    page: (places: string) => `Die Bestätigungsseite zeigte genau diesen Text (Nr. ${places}).`,
    source: (places: string) =>
      `Nach Angabe dessen, der es mitgeteilt hat (Nr. ${places}); hier wurde der Text nicht angezeigt.`,
    nobody: 'Wer diesen Text angezeigt hat, ist nicht verzeichnet.',
  },
  mails: {
    intro:
      'Absender, Empfänger, Betreff und Text sind hier lesbar gemacht. Die Rohfassung mit allen Kopfzeilen steht in evidence.json. Datum und Message-ID versandter E-Mails setzt der Versanddienst.',
    links:
      'Die Links sind hier unkenntlich gemacht. Sie sind persönliche Schlüssel; gespeichert ist nur ihr Prüfwert. Auch der Verantwortliche kann sie nicht mehr aufrufen.',
    none: 'Es ist weder Versand noch Eingang einer E-Mail verzeichnet.',
    heading: (kind: string, when: string) => `${kind}, ${when}`,
    facts: { from: 'Von', to: 'An', subject: 'Betreff', entry: 'Eintrag', messageId: 'Kennung' },
    unreadable: 'Diese E-Mail hat keinen Text, der sich hier zeigen lässt; die Rohfassung steht in evidence.json.',
    notShown: (entries: string, why: string) => `Inhalt ${why}: Nr. ${entries}.`,
  },
  limits: {
    notKnown: (places: string) =>
      `Von einer späteren Fassung dieser Software aufgezeichnet und derjenigen nicht bekannt, die dieses Dokument erstellt hat: Nr. ${places}. Was dadurch geändert wurde, ist hier nicht berücksichtigt.`,
    showsTitle: 'Er zeigt',
    shows: {
      steps:
        'welche Schritte wann verzeichnet wurden. Jeder Eintrag ist mit dem vorigen verkettet und Teil eines signierten Protokolls; was nachträglich geändert, eingefügt oder weggelassen wird, fällt bei der Prüfung auf.',
      wording:
        'welchen Wortlaut in welcher Fassung und Sprache die Einträge nennen, und was darüber verzeichnet ist, wer ihn angezeigt hat.',
      confirmation:
        'dass eine Bestätigung nur über einen Link möglich war, der an die genannte Adresse gesandt wurde, und dass dort eine Schaltfläche betätigt werden musste. Das bloße Öffnen des Links bestätigt nichts.',
      ending: 'ob und wann ein Widerruf, ein Widerspruch oder ein anderes Ende verzeichnet wurde.',
    },
    showsNotTitle: 'Er zeigt nicht',
    showsNot: {
      mailbox: 'wer das Postfach benutzt hat. Belegt ist, dass der Link bestätigt wurde, der nur dorthin ging.',
      button:
        'ob ein Mensch die Schaltfläche gedrückt hat oder ein Programm. Wann und von wo die Seite vorher geöffnet wurde, spricht dafür oder dagegen: Prüfprogramme öffnen Links meist Sekunden nach dem Versand und betätigen nichts. Das wird hier gezeigt, nicht bewertet; zurückgewiesen wurde deshalb niemand.',
      address:
        'wer hinter einer IP-Adresse steht. Sie bezeichnet einen Anschluss, keinen Menschen, und identifiziert für sich allein niemanden.',
      truth:
        'ob ein Eintrag von Anfang an richtig war. Das Protokoll schließt spätere Änderungen aus; aufgezeichnet hat das System des Verantwortlichen.',
      name: 'ob Name und weitere Angaben stimmen. Sie stehen hier, wie sie eingegeben wurden.',
      delivery:
        'ob eine E-Mail zugestellt wurde. Verzeichnet ist, dass sie dem Versanddienst übergeben wurde; dass sie ankam, folgt nur dort aus einer Bestätigung, wo es eine gibt.',
      validity: 'ob die Einwilligung im Einzelfall rechtlich wirksam ist. Das beurteilt, wer ihn liest.',
      page: 'mehr als die angehängte Datei. Diese PDF-Datei ist deren lesbare Fassung und selbst nicht signiert; weicht sie ab, gilt evidence.json.',
    },
    copyTitle: 'Zu dieser Ausfertigung',
    partOf: (name: string, places: string) => `${name} (Nr. ${places})`,
    withheld: (classes: string) => `In dieser Ausfertigung nicht offengelegt, aber noch gespeichert: ${classes}.`,
    gone: (classes: string) =>
      `Nicht mehr gespeichert, weil die Aufbewahrungsfrist abgelaufen ist oder gelöscht wurde: ${classes}.`,
    missing: (classes: string) => `Verloren gegangen, obwohl die Aufbewahrungsfrist noch läuft: ${classes}.`,
    deleted: (places: string) => `Einträge dieser Person, die vor dem Abruf gelöscht waren: Nr. ${places}.`,
    pending: (places: string) =>
      `Noch nicht im signierten Protokoll, da jünger als der Checkpoint: Nr. ${places}. Verkettet ist auch das; ein später abgerufener Nachweis enthält es mit Protokollbeweis.`,
    elsewhere: (places: string) =>
      `Von anderer Stelle übernommen wurde: Nr. ${places}. Gesichert ist, dass und wann das hier festgehalten wurde. Ob die Einwilligung so und zu diesem Wortlaut erteilt wurde, folgt daraus nicht; das muss belegen, von wem sie stammt.`,
    legitimateInterest: (places: string) =>
      `Auf berechtigtes Interesse gestützt: Nr. ${places}. Dass dessen Voraussetzungen vorlagen, folgt daraus nicht.`,
    contract: (places: string) =>
      `Auf einen Vertrag gestützt: Nr. ${places}. Dass es ihn gibt oder gab, folgt daraus nicht.`,
    noTimestamp:
      'Die Zeiten stammen von der Uhr des Systems. Ein Zeitstempel einer unabhängigen Stelle liegt diesem Nachweis nicht bei.',
  },
  annex: {
    intro:
      'Die Nr. eines Schrittes ist überall in diesem Dokument dieselbe; in evidence.json zählt „seq“ von null an und ist deshalb um eins kleiner. Hashes und Digests sind SHA-256, base64url. Der Digest eines Teils ist mit einem Zufallswert gebildet und bleibt prüfbar, solange dieser vorliegt.',
    columns: ['Nr.', 'Eintrag: Art, Hash, Stelle im Protokoll', 'Teile: Zustand und Digest'],
    index: (index: number | undefined) =>
      index === undefined ? 'noch nicht im Protokoll' : `Protokoll, Stelle ${index}`,
    noCheckpoint: 'Das Protokoll hat noch keinen Checkpoint.',
    checkpoint: 'Checkpoint, zu dem alle Protokollbeweise führen, vollständig:',
    keys: 'Schlüssel, mit denen das Protokoll seine Checkpoints signiert:',
    anchorsIntro:
      'Diese früheren Checkpoints liegen in einem Speicher, der nur einmal beschrieben werden kann. Die angehängte Datei beweist, dass der Checkpoint oben sie fortschreibt. Einträge unterhalb ihrer Größe waren spätestens dann vorhanden.',
    noAnchors: 'Es liegt kein archivierter Checkpoint bei.',
    timestamp: (when: string) => `Zeitstempel einer unabhängigen Stelle (RFC 3161), nach deren Angabe vom ${when}`,
    untimed: 'ohne Zeitstempel einer unabhängigen Stelle',
    anchor: (size: string) => `Checkpoint mit ${size} ${form(size, 'Eintrag', 'Einträgen')}`,
    checkIntro:
      'Speichern Sie zuerst den Anhang evidence.json aus dieser PDF-Datei, in den meisten Programmen unter „Anlagen“. Dann gibt es drei Wege, die unabhängig voneinander sind:',
    /** @param host where the log is, and the page that checks */
    checks: (host: string) => [
      `Auf der Prüfseite: Öffnen Sie ${host}/verify im Browser und ziehen Sie evidence.json darauf. Geprüft wird auf Ihrem Rechner; die Datei verlässt ihn nicht.`,
      'Ohne Internet: Speichern Sie dieselbe Seite vorher ab; gespeichert prüft sie ebenso. Dasselbe tut das quelloffene Programm consent-evidence-ledger (Lizenz Apache-2.0) mit dem Befehl verify.',
      'Mit eigener Software: Jede Prüfung beschreibt die Datei docs/evidence-format.md, die diesem Programm beiliegt; SHA-256, Ed25519 und ein JSON-Parser genügen.',
      `Den Schlüssel des Protokolls sollten Sie dazu nicht aus der Datei nehmen, sondern von anderer Stelle, etwa von ${host}/log/keys oder aus einem früheren Nachweis. Der Schlüssel in der Datei zeigt nur, dass sie in sich stimmt.`,
    ],
  },
};

import type { Actor, Facts, MailKind, Source, Way } from '../../consent/entry';
import type { FormPage, Network } from '../../ledger/part';

/** What steps say about themselves. */
export const stepFacts = {
  mails: {
    confirmation: 'Bitte um Bestätigung',
    welcome: 'Willkommen mit Abmeldelink',
    asset: 'Link zum Herunterladen',
    'still-interested': 'Frage, ob es weitergehen soll',
    'notice-changed': 'Hinweis auf geänderte Datenschutzhinweise',
    withdrawn: 'Bestätigung der Abmeldung',
    'right-requested': 'Frage, ob die Person das möchte',
    'objection-decided': 'Entscheidung über den Widerspruch',
  } satisfies Record<MailKind, string>,
  /** For a mail that the system did not send, in place of its kind. */
  received: 'Eingegangen',
  vias: {
    page: 'auf einer Seite dieses Systems',
    'one-click': 'mit der Abmelde-Schaltfläche des E-Mail-Programms (RFC 8058)',
    complaint: 'durch Meldung einer E-Mail als Spam',
    'e-mail': 'per E-Mail',
    letter: 'per Brief',
    phone: 'am Telefon',
    'in-person': 'persönlich',
    elsewhere: 'nach Angabe eines anderen Systems',
  } satisfies Record<Way, string>,
  sources: {
    registration: 'Herkunft: Kästchen bei einer anderen Registrierung',
    account: 'Herkunft: Registrierung eines Kontos',
    'single-opt-in': 'Herkunft: Anmeldung ohne Bestätigung (Single-Opt-in)',
    import: 'Herkunft: aus einem anderen System übernommen',
  } satisfies Record<Source, string>,
  proofs: {
    time: 'Zeitpunkt',
    ip: 'IP-Adresse',
    wording: 'Wortlaut',
    'double-opt-in': 'nach deren Angabe ein Double-Opt-in',
    'sign-up-time': 'Zeitpunkt der Anmeldung',
    'sign-up-ip': 'IP-Adresse der Anmeldung',
  } satisfies Record<NonNullable<Facts['proof']>[number], string>,
  signedUpAt: (when: string) => `nach Angabe der Quelle angemeldet: ${when}`,
  givenAt: (when: string) => `nach Angabe der Quelle erteilt: ${when}`,
  saidAt: (when: string) => `nach Angabe der Quelle erklärt: ${when}`,
  notSaidWhen: 'wann, gibt die Quelle nicht an',
  proof: (kinds: string) =>
    kinds === '' ? 'mitgeliefert wurde dazu nichts' : `mitgeliefert wurde dazu: ${kinds}; hier nicht nachgeprüft`,
  becauses: {
    'registration-maximum': 'da Anmeldungen nicht länger aufbewahrt werden',
    'ends-on': 'da der Zweck nur bis dahin galt',
    'nothing-to-measure': 'da es keine E-Mails mehr gibt, die ausgewertet werden könnten',
    review: 'da sie lange nicht genutzt und bei der regelmäßigen Überprüfung nicht weiter gebraucht wurde',
  } satisfies Record<NonNullable<Facts['because']>, string>,
  justifications: { 'existing-customer': 'Begründung: Bestandskunde (§ 7 Abs. 3 UWG)' } satisfies Record<
    NonNullable<Facts['justification']>,
    string
  >,
  receivedOn: (day: string) => `eingegangen am ${day}`,
  insteadOf: { erasure: 'anstelle einer Löschung, der noch etwas entgegensteht' } satisfies Record<
    NonNullable<Facts['insteadOf']>,
    string
  >,
  informedOn: (day: string) => `der Person angekündigt am ${day}`,
  endedOn: (day: string) => `beendet am ${day}`,
  formId: (id: string) => `nach Angabe der Website über das Formular „${id}“`,
  movedFrom: (subject: string) => `tritt an die Stelle der früheren Adresse, Zeichen ${subject}`,
  movedTo: (subject: string) => `übergegangen auf die neue Adresse, Zeichen ${subject}`,
  case: (name: string) => `Vorgang: ${name}`,
  connections: (steps: string) => `allein die Verbindungsdaten dieser Schritte: ${steps}`,
  reviewed: {
    consents: 'lange nicht genutzt, wird bis zur nächsten Überprüfung aufbewahrt',
    restriction: 'die Einschränkung bleibt bestehen',
  } satisfies Record<NonNullable<Facts['reviewed']>, string>,
  reviewBy: (day: string) => `zu überprüfen bis ${day}`,
  activeAt: (when: string) => `genutzt: ${when}`,
  mailedAt: (when: string) => `E-Mail des Verantwortlichen: ${when}`,
  privacyNotice: (version: string) => `Datenschutzhinweise, Fassung ${version}`,
  wordingBy: {
    form: 'Wortlaut: vom Formular als dort angezeigt gemeldet',
    'confirmation-page': 'Wortlaut: auf der Bestätigungsseite angezeigt',
  } satisfies Record<NonNullable<Facts['wordingBy']>, string>,
  suppressed: 'gesperrt gegen erneute Übernahme',
  bounces: { permanent: 'auf Dauer', transient: 'nur dieses Mal' } satisfies Record<
    NonNullable<Facts['bounce']>,
    string
  >,
  readings: {
    unreadable: 'Die Mail ließ sich nicht lesen',
    unclear: 'Was gewünscht wird, ist daraus nicht sicher zu erkennen',
    unproven: 'Wer sie geschrieben hat, ist nicht belegt',
    automatic: 'Automatische Antwort',
  } satisfies Record<NonNullable<Facts['reading']>, string>,
  provenBy: {
    address: 'Absender belegt: ging an die Adresse, die nur in E-Mails an diese Person stand',
    sender: 'Absender belegt durch die Signatur seiner Domain (DKIM, DMARC)',
  } satisfies Record<NonNullable<Facts['provenBy']>, string>,
  outcomes: {
    withdrawal: 'Ergebnis: Widerruf',
    objection: 'Ergebnis: Widerspruch',
    weighing: 'Ergebnis: Widerspruch, der geprüft wird',
    answered: 'Ergebnis: beantwortet',
    nothing: 'Ergebnis: nichts zu veranlassen',
    access: 'Ergebnis: Auskunft erteilt',
    portability: 'Ergebnis: Daten übergeben',
    erasure: 'Ergebnis: Löschung',
    rectification: 'Ergebnis: Berichtigung',
    restriction: 'Ergebnis: Einschränkung der Verarbeitung',
    refused: 'Ergebnis: abgelehnt',
    unidentified: 'Ergebnis: wer anfragt, ließ sich nicht feststellen',
    'not-known': 'Ergebnis: über die Person ist nichts bekannt',
  } satisfies Record<NonNullable<Facts['outcome']>, string>,
  wishes: {
    access: 'Anliegen: Auskunft (Art. 15 DSGVO)',
    portability: 'Anliegen: Daten zum Mitnehmen (Art. 20 DSGVO)',
    erasure: 'Anliegen: Löschung (Art. 17 DSGVO)',
    rectification: 'Anliegen: Berichtigung (Art. 16 DSGVO)',
    restriction: 'Anliegen: Einschränkung der Verarbeitung (Art. 18 DSGVO)',
    withdrawal: 'Anliegen: Widerruf (Art. 7 Abs. 3 DSGVO)',
    objection: 'Anliegen: Widerspruch (Art. 21 DSGVO)',
    weighing: 'Anliegen: Widerspruch mit Gründen, die abgewogen werden (Art. 21 Abs. 1 DSGVO)',
    'never-agreed': 'erklärt, nie eingewilligt zu haben',
    other: 'anderes Anliegen',
  } satisfies Record<NonNullable<Facts['wish']>, string>,
  did: {
    extended: 'Frist verlängert (Art. 12 Abs. 3 DSGVO)',
    'identity-checked': 'festgestellt, wer anfragt',
    reopened: 'wieder geöffnet',
  } satisfies Record<NonNullable<Facts['did']>, string>,
  identities: {
    'reply-to-address': 'Identität: Antwort von der bekannten E-Mail-Adresse',
    'known-address': 'Identität: von der bekannten Anschrift aus geschrieben',
    document: 'Identität: durch ein Dokument',
    lawyer: 'Identität: durch eine bevollmächtigte Rechtsvertretung',
  } satisfies Record<NonNullable<Facts['identity']>, string>,
  /** Schreiben, die ein Anliegen beantworten: so heißen sie überall. */
  letters: {
    received: 'Eingangsbestätigung',
    'identity-asked': 'Frage, wer schreibt',
    extended: 'Es dauert länger',
    access: 'Auskunft',
    portability: 'Daten zum Mitnehmen',
    erasure: 'Löschung',
    'erasure-in-part': 'Löschung, der noch etwas entgegensteht',
    withdrawal: 'Widerruf',
    objection: 'Widerspruch',
    rectification: 'Berichtigung',
    restriction: 'Einschränkung der Verarbeitung',
    'restriction-lifted': 'Ende der Einschränkung',
    refusal: 'Ablehnung',
    'nothing-stored': 'Nichts gespeichert',
    'never-agreed': 'Antwort auf die Frage nach der Einwilligung',
  } satisfies Record<NonNullable<Facts['letter']>, string>,
  letter: (name: string) => `Schreiben: ${name}`,
  template: (version: string) => `Textfassung ${version}`,
  forCase: (id: string) => `zum Vorgang: ${id}`,
  processor: (name: string) => `Empfänger: ${name}`,
  reported: {
    api: (name: string) => `gemeldet von ${name} über die Schnittstelle dieses Systems`,
    webhook: (name: string) => `gemeldet von ${name} durch eine automatische Nachricht (Webhook)`,
    poll: (name: string) => `abgefragt bei ${name}`,
  } satisfies Record<NonNullable<Facts['reportedBy']>, (name: string) => string>,
  happenedThere: (when: string) => `dort geschehen, nach deren Angabe: ${when}`,
  upTo: (place: string) => `Stand: bis Nr. ${place}`,
  chosen: (name: string) => `gewählt: ${name}`,
  fetched: (when: string) => `Seite mit der Schaltfläche geöffnet: ${when}`,
  signedUpFrom: (whom: string) => `nach Angabe der Quelle angemeldet von IP ${whom}`,
  fetchedFrom: (whom: string) => `Seite abgerufen von IP ${whom}`,
  fetchedBy: {
    same: 'von derselben Stelle, von der sie betätigt wurde',
    other: 'von einer anderen Stelle, als sie betätigt wurde',
  } satisfies Record<NonNullable<Facts['fetchedBy']>, string>,
  decisions: { upheld: 'dem Widerspruch wird gefolgt', refused: 'zwingende Gründe überwiegen' } satisfies Record<
    NonNullable<Facts['decision']>,
    string
  >,
  afterWeighing: 'nach Prüfung der Gründe (Art. 21 Abs. 1 DSGVO)',
  rights: {
    erasure: 'Löschung der Registrierung',
    rectification: 'Berichtigung der Angaben',
    move: 'Wechsel der Adresse',
  } satisfies Record<NonNullable<Facts['right']>, string>,
  /** By which the request, the mail about it, and what followed are known to belong together. */
  request: (id: string) => `Kennung der Bitte: ${id}`,
  forms: { report: 'Auskunft (Art. 15 DSGVO)', portable: 'Daten zum Mitnehmen (Art. 20 DSGVO)' } satisfies Record<
    NonNullable<Facts['form']>,
    string
  >,
  /** Who took a step that nobody showed to be the person's. */
  unproven: 'im Namen der Person; von wem, ist nicht geprüft',
  actors: {
    subject: 'Formular, Link an die Adresse oder E-Mail von ihr',
    system: 'System',
    backend: 'Server der Website',
    operator: 'Zugriffsberechtigt',
  } satisfies Record<Actor['kind'], string>,
  ipSources: {
    connection: 'Absender der Verbindung',
    proxy: 'laut eigenem Proxy',
    backend: 'laut Server der Website',
  } satisfies Record<Network['ipSource'], string>,
  page: (url: string, knownBy: string) => `Seite mit dem Formular: ${url} (${knownBy})`,
  pageKnownBy: {
    form: 'wie das Formular angab',
    browser: 'wie der Browser angab, der oft nur die Website nennt',
  } satisfies Record<FormPage['knownBy'], string>,
  confirmBy: (when: string) => `zu bestätigen vor: ${when}`,
  messageId: (id: string) => `Nummer beim Versanddienst: ${id}`,
  noAddress: (why: string) => `IP-Adresse ${why}`,
};

import type { Origin } from '../../evidence/access/report';
import type { Site, Transfer } from '../../policy/schema';

/** From when the time runs for which proof is kept. */
type From = Site['retention']['evidence']['from'];

/** What a report on access says (Art. 15 GDPR); it speaks to the person. */
export const access = {
  title: 'Auskunft über Ihre Daten',
  attachment: 'Dieselbe Auskunft in maschinenlesbarer Form',
  replaced:
    '[U+…] steht für ein Zeichen, das diese Schrift nicht hat; der Anhang access-report.json hat es im Original.',
  intro: (email: string, when: string) =>
    `Sie möchten wissen, welche Daten wir über Sie gespeichert haben. Dieses Schreiben sagt es Ihnen, wie Art.\u00a015 DSGVO es vorsieht, auf dem Stand vom ${when} für die E-Mail-Adresse ${email}.`,
  nothing: (email: string, when: string) =>
    `Sie möchten wissen, welche Daten wir über Sie gespeichert haben. Unter der E-Mail-Adresse ${email} ist hier nichts gespeichert (Stand: ${when}). Auch diese Nachfrage wurde in dem Verzeichnis nicht festgehalten. Falls Sie sich mit einer anderen Adresse angemeldet haben, nennen Sie uns bitte diese.`,
  answers: (id: string, day: string) =>
    `Das ist die Antwort auf Ihr Anliegen, das am ${day} bei uns eingegangen ist (Vorgang ${id}).`,
  /** What the report is about, and what it is not. */
  scope: (controller: string) =>
    `Die Auskunft betrifft das Verzeichnis, in dem ${controller} Anmeldungen, Bestellungen und Einwilligungen auf dieser Website nachweist. Wenn Sie mit uns auch sonst zu tun haben, etwa durch einen Vertrag, sagt dieses Schreiben darüber nichts; fragen Sie uns dann bitte auch danach.`,
  cover: {
    email: 'Ihre E-Mail-Adresse',
    controller: 'Verantwortlich',
    officer: 'Datenschutzbeauftragte Person',
    notice: 'Datenschutzhinweise',
    asOf: 'Stand',
    subject: 'Zeichen für Rückfragen',
    noOfficer:
      'Eine datenschutzbeauftragte Person ist nicht benannt. Ihre Fragen beantworten wir unter der Adresse oben.',
    programs: 'Dieser PDF-Datei ist access-report.json angehängt: dieselbe Auskunft für Programme.',
  },
  notice: (version: string, date: string) => `Fassung ${version} vom ${date}`,
  sections: {
    purposes: '1  Wozu wir Ihre Daten verwenden',
    data: '2  Welche Daten wir haben und woher',
    mails: '3  E-Mails zwischen Ihnen und uns',
    recipients: '4  Wer Ihre Daten erhält',
    storage: '5  Wie lange wir Ihre Daten aufbewahren',
    rights: '6  Ihre Rechte',
  },
  record: (when: string) => `Vorgang vom ${when}`,
  recordFacts: {
    origin: 'Herkunft',
    confirmed: 'Bestätigt',
    notConfirmed: 'nein',
    /** Of what was given elsewhere. */
    recorded: 'Hier festgehalten',
    signedUp: 'Nach Angabe der Quelle angemeldet',
    given: 'Nach Angabe der Quelle erteilt',
    notDated: 'ohne Zeitangabe',
    purpose: 'Zweck',
    basis: 'Grundlage',
    status: 'Stand',
    order: 'Bestellung',
    deletion: 'Löschung',
  },
  wording: (name: string, version: string, language: string) => `Wortlaut zu ${name}, Fassung ${version}, ${language}:`,
  noRecords: 'Es ist keine Anmeldung, Bestellung oder Einwilligung mehr gespeichert.',
  furtherTitle: 'Außerdem',
  furtherPurposes: [
    'Nachweis: Wir müssen belegen können, dass und wie Sie eingewilligt, widerrufen oder widersprochen haben (Art. 6 Abs. 1 Buchst. c, Art. 5 Abs. 2 und Art. 7 Abs. 1 DSGVO). Nach dem Ende einer Einwilligung dient der Nachweis allein dazu, Ansprüche abzuwehren (Art. 6 Abs. 1 Buchst. f, Art. 17 Abs. 3 Buchst. e DSGVO).',
    'Ihre Anliegen: Was wir auf Ihren Wunsch tun, etwa diese Auskunft, halten wir fest, um zeigen zu können, dass es geschehen ist (Art. 6 Abs. 1 Buchst. c, Art. 5 Abs. 2 DSGVO).',
  ],
  standing: {
    title: 'Was derzeit außerdem gilt',
    restricted: (since: string) =>
      `Die Verarbeitung ist seit dem ${since} eingeschränkt: Wir bewahren Ihre Daten auf und verwenden sie zu nichts anderem (Art. 18 DSGVO); was ein Vertrag mit Ihnen nötig macht, bekommen Sie weiterhin.`,
    weighed: (names: string, since: string) =>
      `Ihr Widerspruch aus Gründen Ihrer besonderen Situation wird seit dem ${since} geprüft (Art. 21 Abs. 1 DSGVO). Solange schicken wir Ihnen dazu nichts: ${names}.`,
    objected: (purposes: string) => `Ihr Widerspruch ist vermerkt und wird beachtet: ${purposes}.`,
    heldConnections: (name: string, since: string, reviewBy: string) =>
      `Seit dem ${since} ist die Löschung von Verbindungsdaten (IP-Adresse und Browser) ausgesetzt, da sie gebraucht werden, um einen Vorfall aufzuklären (Vorgang ${name}). Ob das noch nötig ist, wird spätestens am ${reviewBy} überprüft.`,
    hold: (name: string, since: string, reviewBy: string) =>
      `Seit dem ${since} ist die Löschung ausgesetzt, da die Daten in einem Streitfall gebraucht werden (Vorgang ${name}). Ob das noch nötig ist, prüfen wir spätestens am ${reviewBy}.`,
    erased: (when: string) => `Am ${when} haben wir Ihre Daten gelöscht, soweit wir sie nicht aufbewahren müssen.`,
    kept: (steps: number, parts: string) =>
      `Aufbewahrt ${steps === 1 ? 'ist ein Schritt' : `sind ${steps} Schritte`} mit Art und Zeit${parts === '' ? '' : `, dazu: ${parts}`}. Damit können wir belegen, was geschehen ist und dass wir gelöscht haben, und Ansprüche abwehren (Art. 17 Abs. 3 Buchst. b und e DSGVO). Wie lange, steht in Abschnitt 5.`,
    undeliverable: (since: string) =>
      `E-Mails an Ihre Adresse kommen seit dem ${since} als unzustellbar zurück. Wir schreiben deshalb nicht mehr dorthin.`,
    openCase: (since: string) => `Ihr Anliegen vom ${since} ist eingegangen und noch nicht abschließend bearbeitet.`,
    language: (name: string) => `Sie haben gewählt, in welcher Sprache wir Ihnen schreiben: ${name}.`,
    suppressed:
      'Ein Sperrvermerk verhindert, dass Ihre Adresse aus einer anderen Quelle wieder übernommen wird. Er enthält die Adresse nicht, nur einen Wert, der mit einem geheimen Schlüssel aus ihr berechnet ist.',
  },
  /** Where something came from that nobody confirmed. */
  unproven: 'in Ihrem Namen angegeben; ob von Ihnen, ist nicht geprüft',
  origins: {
    person: 'über das Formular der Website, einen Link an Ihre Adresse oder eine E-Mail von ihr',
    website: 'vom Server der Website, auf der Sie sich eingetragen haben',
    import: 'aus einem anderen System des Verantwortlichen übernommen',
    operator: 'von uns eingetragen',
    system: 'vom System erzeugt',
  } satisfies Record<Origin, string>,
  data: {
    intro:
      'Jeder Schritt, der zu Ihnen verzeichnet ist, mit allem, was wir davon aufbewahren. Zeiten sind die in Deutschland geltende Uhrzeit.',
    /** Label of what a step was about. */
    about: 'Worum es ging',
    /** Label of what is kept no longer. */
    gone: 'Nicht mehr gespeichert',
    goneOn: (name: string, day: string) => `${name}, gelöscht am ${day}`,
    /** Label of what was lost. */
    missing: 'Müsste noch gespeichert sein, ist aber verloren gegangen',
    unfinished: 'Rest eines Vorgangs, der nicht zu Ende geführt wurde; er wird von selbst gelöscht',
    page: 'Seite mit dem Formular',
    ip: 'IP-Adresse',
    userAgent: 'Browser',
    signedUpBy: 'Nach Angabe der Quelle angemeldet von',
    fetchedBy: 'Seite mit der Schaltfläche abgerufen von',
    mail: (section: string) => `im Wortlaut unter „${section}“`,
    reason: (reason: string) => `Grund: ${reason}`,
    label: (label: string) => `Bezeichnung: ${label}`,
  },
  mails: {
    intro:
      'Die E-Mails an Sie und von Ihnen, von denen wir eine Kopie aufbewahren. Mit allen Kopfzeilen stehen sie in access-report.json.',
    links:
      'Die Links darin sind unkenntlich gemacht: Sie sind Ihre persönlichen Schlüssel, und auch wir haben davon nur den Prüfwert.',
    none: 'Von E-Mails an Sie oder von Ihnen bewahren wir keine Kopie auf.',
    facts: { from: 'Von', to: 'An', subject: 'Betreff' },
    unreadable:
      'Diese E-Mail hat keinen Text, der sich hier zeigen lässt; im Original steht sie in access-report.json.',
  },
  recipients: {
    intro: 'Diese Stellen erhalten Ihre Daten oder können sie im Auftrag des Verantwortlichen verarbeiten:',
    none: 'Außer dem Verantwortlichen erhält niemand Ihre Daten.',
    columns: ['Wer', 'Aufgabe', 'Rolle'],
    roles: {
      processor: 'verarbeitet in unserem Auftrag (Art. 28 DSGVO)',
      recipient: 'eigenständiger Empfänger',
    } satisfies Record<Site['processors'][number]['role'], string>,
    purposes: (names: string) => `für: ${names}`,
    location: 'Dieses Verzeichnis liegt in der Europäischen Union oder im Europäischen Wirtschaftsraum.',
    readingsTitle: 'Wer Ihre Daten bisher abgerufen hat',
    readingsIntro:
      'Jeder Abruf eines Nachweises und jede Auskunft mit Zeit, Rolle und Grund. Namen einzelner Beschäftigter nennen wir nicht. Dass der Versand Ihre Adresse verwendet, wird nicht für jeden Abruf verzeichnet.',
    noReadings: 'Vor dieser Auskunft wurde kein Abruf verzeichnet, oder er ist nicht mehr gespeichert.',
    readingColumns: ['Zeit', 'Was und durch wen', 'Grund'],
    role: 'berechtigte Person für Nachweise und Auskünfte',
    reasonGone: 'nicht mehr gespeichert',
  },
  transfers: {
    none: 'Eine Übermittlung Ihrer Daten in andere Länder oder an internationale Organisationen ist nicht vorgesehen.',
    intro: 'Ihre Daten gelangen auch in Länder außerhalb davon:',
    by: (name: string, country: string, safeguard: string) => `durch ${name} nach: ${country} (${safeguard}).`,
    copies: 'Eine Kopie der internen Vorschriften erhalten Sie auf Anfrage bei uns.',
  },
  safeguards: {
    'adequacy-decision': 'Angemessenheitsbeschluss der Europäischen Kommission, Art. 45 DSGVO',
    'standard-contractual-clauses': 'Standarddatenschutzklauseln, Art. 46 Abs. 2 Buchst. c DSGVO',
    'binding-corporate-rules': 'verbindliche interne Datenschutzvorschriften, Art. 46 Abs. 2 Buchst. b DSGVO',
    'express-consent': 'Ihre ausdrückliche Einwilligung, Art. 49 Abs. 1 Buchst. a DSGVO',
  } satisfies Record<Transfer['safeguard'], string>,
  storage: {
    pending: 'Noch nicht bestätigt. Ohne Ihre Bestätigung löschen wir alles zu diesem Vorgang.',
    unconfirmed: 'Nicht bestätigt; wird gelöscht.',
    /** `rules` is empty where nothing is kept afterwards. */
    inForce: (rules: string) =>
      rules === ''
        ? 'Aufbewahrt, solange die Grundlage besteht; endet sie, löschen wir sofort.'
        : `Aufbewahrt, solange die Grundlage besteht; danach zum Nachweis ${rules}.`,
    ended: (rules: string) =>
      rules === ''
        ? 'Nicht mehr in Verwendung; wird gelöscht.'
        : `Nicht mehr in Verwendung; zum Nachweis aufbewahrt ${rules}.`,
    order: (rules: string) =>
      rules === ''
        ? 'Aufbewahrt 30 Tage ab der Bestätigung, damit Sie das Bestellte herunterladen können.'
        : `Zum Nachweis der Bestellung aufbewahrt ${rules}.`,
    rule: (keep: string, from: From) =>
      ({
        withdrawal: `noch ${keep} ab dem Ende der Grundlage`,
        'end-of-year-of-withdrawal': `noch ${keep} ab dem Ende des Kalenderjahres, in dem die Grundlage endete`,
        'last-mail': `noch ${keep} ab unserer letzten E-Mail an Sie, frühestens ab dem Ende der Grundlage`,
      })[from],
    orderRule: (keep: string, from: From) =>
      from === 'end-of-year-of-withdrawal'
        ? `noch ${keep} ab dem Ende des Kalenderjahres der Bestätigung`
        : `noch ${keep} ab der Bestätigung`,
    or: ' oder, falls das länger ist, ',
    maximum: (keep: string) =>
      `Ihre Adresse und alle anderen Angaben zu Ihnen löschen wir spätestens ${keep} nach der Anmeldung; der Nachweis nennt dann niemanden mehr.`,
    until: (day: string) => `Gelöscht wird am ${day}.`,
    /** `keep` is empty where they go at once, and undefined where they stay as long as the proof. */
    details: (keep: string | undefined) => {
      if (keep === undefined) return 'Name und weitere Angaben: so lange wie der Nachweis.';
      return keep === ''
        ? 'Name und weitere Angaben: bis die Grundlage endet.'
        : `Name und weitere Angaben: noch ${keep} ab dem Ende der Grundlage.`;
    },
    network: (keep: string | undefined) =>
      keep === undefined
        ? 'IP-Adresse und Angaben des Browsers: so lange wie der Schritt, zu dem sie gehören.'
        : `IP-Adresse und Angaben des Browsers: ${keep} ab dem Schritt, zu dem sie gehören.`,
    mails: (keep: string | undefined) =>
      keep === undefined
        ? 'Kopien von E-Mails an Sie: so lange wie der Schritt, zu dem sie gehören.'
        : `Kopien von E-Mails an Sie: ${keep} ab dem Versand.`,
    accessLog: (keep: string) => `Wer Ihre Daten abgerufen hat, und was wir auf Ihren Wunsch getan haben: ${keep}.`,
    /** Undefined where they are deleted at once. */
    enquiries: (keep: string | undefined) =>
      keep === undefined
        ? 'E-Mails von Ihnen: gelöscht, sobald Ihr Anliegen erledigt ist. Ist es ein Widerruf oder Widerspruch, so lange wie dessen Nachweis.'
        : `E-Mails von Ihnen: noch ${keep}, nachdem Ihr Anliegen erledigt ist. Ist es ein Widerruf oder Widerspruch, so lange wie dessen Nachweis.`,
    inactivity: (askAfter: string, answerWithin: string, addressAfter: string) =>
      `Nutzen Sie unser Angebot lange nicht (${askAfter}), fragen wir per E-Mail nach. Antworten Sie nicht (Frist: ${answerWithin}) oder mit Nein, löschen wir Ihre Daten; die Adresse folgt später (nach weiterer Frist: ${addressAfter}).`,
    /** A rule that a purpose has for itself. */
    ofPurpose: (name: string, rule: string) => `Für „${name}“ gilt: ${rule}`,
    told: (patience: string) =>
      `Bevor wir etwas löschen, sagen wir denen Bescheid, die für uns E-Mails versenden. Sind sie nicht zu erreichen, bleibt Ihre Adresse dafür gespeichert, höchstens ${patience}.`,
    review: (every: string, deleteWithin: string) =>
      `In festem Abstand (${every}) prüfen wir, ob wir Einwilligungen, von denen wir so lange nichts gehört haben, noch brauchen. Was wir nicht ausdrücklich behalten, endet (Frist: ${deleteWithin}); danach gelten dieselben Fristen wie nach einem Widerruf.`,
    objection: 'Einen Widerspruch bewahren wir auf, solange wir ihn beachten müssen.',
    held: 'Solange die Löschung ausgesetzt ist, bleiben alle Daten gespeichert, auch wenn ihre Frist vorher endet.',
    restricted:
      'Solange die Verarbeitung auf Ihren Wunsch eingeschränkt ist, bleibt gespeichert, was da war, auch wenn seine Frist vorher endet. Bevor das endet, sagen wir Ihnen Bescheid.',
    anonymised: 'Nach der Löschung bleiben Zahlen für die Statistik, die zu niemandem mehr führen.',
    log: 'Prüfwerte (Hashes) der einzelnen Schritte bleiben in einem öffentlichen Protokoll. Aus ihnen lässt sich nicht auf Sie schließen.',
  },
  rightsAlone: 'Ihre Rechte',
  rights: [
    { article: 'Art. 16 DSGVO', name: 'Berichtigung', text: 'Was falsch oder unvollständig ist, berichtigen wir.' },
    {
      article: 'Art. 17 DSGVO',
      name: 'Löschung',
      text: 'Sie können verlangen, dass wir Ihre Daten löschen. Was wir trotzdem noch aufbewahren müssen, sperren wir bis dahin für alles andere und sagen Ihnen, was das ist und bis wann.',
    },
    {
      article: 'Art. 18 DSGVO',
      name: 'Einschränkung',
      text: 'Sie können verlangen, dass wir Ihre Daten nur noch aufbewahren, etwa solange ihre Richtigkeit streitig ist.',
    },
    {
      article: 'Art. 20 DSGVO',
      name: 'Mitnahme',
      text: 'Was Sie uns gegeben haben, bekommen Sie auf Wunsch als Datei, die sich weiterverwenden lässt (JSON oder CSV).',
    },
    {
      article: 'Art. 21 DSGVO',
      name: 'Widerspruch',
      text: 'Der Werbung, die wir auf ein berechtigtes Interesse stützen, können Sie jederzeit und ohne Begründung widersprechen; allem anderen, was wir darauf stützen, aus Gründen, die sich aus Ihrer besonderen Situation ergeben.',
    },
    {
      article: 'Art. 7 Abs. 3 DSGVO',
      name: 'Widerruf',
      text: 'Jede Einwilligung können Sie jederzeit für die Zukunft widerrufen, auch einzeln: über den Link in jeder E-Mail oder mit einer Nachricht an uns. Was bis dahin geschah, bleibt rechtmäßig.',
    },
  ],
  howToUseRights: (email: string, address: string) =>
    `Für jedes dieser Rechte genügt eine formlose Nachricht an ${email} oder ein Brief an ${address}. Sie kostet Sie nichts. Wir antworten unverzüglich, spätestens innerhalb eines Monats; dauert es länger, sagen wir Ihnen in dieser Zeit, warum und wie lange (Art. 12 Abs. 3 DSGVO).`,
  complaintTitle: 'Beschwerde bei der Aufsichtsbehörde',
  complaint: (authorities: readonly string[]) =>
    `Wenn Sie meinen, dass wir Ihre Daten nicht so verarbeiten, wie es das Recht verlangt, können Sie sich bei einer Aufsichtsbehörde beschweren (Art. 77 DSGVO). ${authorities.length === 1 ? 'Für uns zuständig ist' : 'Für uns zuständig sind'}: ${authorities.join('; ')}. Eine formlose Beschwerde genügt und ist kostenlos. Sie können sich auch an die Behörde Ihres Wohnorts, Ihres Arbeitsplatzes oder des Ortes wenden, an dem der Verstoß geschehen sein soll.`,
  automatedTitle: 'Automatisierte Entscheidungen und Profile',
  automated:
    'In diesem Verzeichnis wird nichts automatisiert über Sie entschieden, was rechtliche oder ähnlich erhebliche Folgen für Sie hätte (Art. 22 DSGVO). Dass Sie einer Auswertung Ihrer Nutzung zugestimmt hätten, ist nicht verzeichnet; ein Profil wird hier nicht gebildet.',
  noDecisions:
    'In diesem Verzeichnis wird nichts automatisiert über Sie entschieden, was rechtliche oder ähnlich erhebliche Folgen für Sie hätte (Art. 22 DSGVO).',
  /** `who` is empty where no processor has it. */
  profiling: (purposes: string, who: string) =>
    `Sie haben einer Auswertung Ihrer Nutzung zugestimmt (${purposes}); was dabei geschieht, sagt der Wortlaut Ihrer Einwilligung in Abschnitt 1. Daraus kann ein Profil Ihrer Interessen entstehen. Diese Daten liegen nicht in diesem Verzeichnis und stehen deshalb nicht in diesem Schreiben${who === '' ? '' : `; sie liegen bei: ${who}`}. Wenn Sie sie haben möchten, schreiben Sie uns bitte.`,
};

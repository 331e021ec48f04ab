import type { Expected } from '../../verify/shape';
import type { OtherFile } from '../../verify/other-file';

export type Said = { readonly title: string; readonly text: string };

const NO_EVIDENCE =
  'Prüfen lassen sich Nachweise (JSON oder PDF), Belege (JSON) und Erklärungen, dass eine Website gelöscht ist (JSON).';

/** What a checked file is about; and what is said of files that are not checked. */
export const verifyFile = {
  /** Of a statement that everything of a website was deleted. */
  closing: {
    claim: {
      title: 'Die Erklärung ist unverändert und steht im Protokoll',
      text: 'Was gelöscht wurde und wann, wurde so aufgezeichnet, und das Protokoll kann nur wachsen. Dass wirklich nichts mehr da ist, sagt, wer es gelöscht hat.',
    },
    findings: {
      closingChanged: () => 'Die Erklärung wurde nachträglich geändert.',
      closingNotInLog: () => 'Der Beleg, dass die Erklärung im Protokoll steht, ist falsch.',
      closingWithoutBefore: () => 'Der Prüfpunkt von vor dem Löschen, den die Erklärung nennt, fehlt.',
    },
  },
  about: {
    title: 'Was geprüft wurde',
    compare: 'Bitte vergleichen Sie das mit den Seiten des PDF: Geprüft ist die Anlage, die Seiten sind es nicht.',
    address: 'E-Mail-Adresse',
    noAddress: 'in dieser Datei nicht angegeben',
    notAscii: (characters: string) => `Achtung, darin stehen besondere Zeichen: ${characters}`,
    site: 'Website',
    controller: 'Verantwortlicher',
    record: (number: number, count: number) => (count === 1 ? 'Anmeldung' : `Anmeldung ${number}`),
    noRecord: 'keine',
    begun: 'Angemeldet',
    confirmed: 'Bestätigt',
    notConfirmed: 'nicht bestätigt',
    page: 'Seite mit dem Formular',
    pageBy: { browser: 'laut Browser', form: 'laut Formular' } as Readonly<Record<string, string>>,
    noPage: 'nicht angegeben',
    since: (status: string, time: string) => `${status}, seit ${time}`,
    ordered: 'bestellt',
    wording: (version: string, language: string) => `Wortlaut (Fassung ${version}, ${language})`,
    mails: 'E-Mails',
    sent: (sent: number, shown: number) => `${sent} versandt, davon ${shown} im Wortlaut in der Datei`,
    steps: 'Schritte',
    made: 'Erstellt am',
    operator: 'Angefordert von',
    reason: 'Grund',
    lastDay: 'Letzter Tag der Website',
    deletedAt: 'Alles gelöscht am',
    deleted: 'Gelöscht wurden',
    counted: {
      people: 'Personen',
      entries: 'Schritte',
      address: 'Adressen',
      details: 'Namen und weitere Angaben',
      network: 'IP-Adressen und Browserkennungen',
      mail: 'Kopien von E-Mails',
      reading: 'Angaben zu Einsichten',
      reason: 'Begründungen',
      wordings: 'Wortlaute',
      statistics: 'Zählungen',
      fetches: 'Vermerke über Abrufe von Listen',
      audience: 'Einträge in Empfängerlisten',
      changes: 'Änderungsmeldungen',
      deliveries: 'offene Meldungen an Dienstleister',
      cases: 'Vorgänge',
      worklist: 'Einträge in Arbeitslisten',
      summaries: 'Zusammenfassungen langer Verläufe',
      states: 'Stände von Durchläufen',
    } as Readonly<Record<string, string>>,
    personalCopies: 'Sicherungskopien mit personenbezogenen Daten gibt es längstens bis',
    historyCopies: 'Sicherungskopien der Schritte, die niemanden nennen, gibt es längstens bis',
    fileHash: 'SHA-256 der Datei',
    attachmentHash: 'SHA-256 der Anlage',
  },
  others: {
    pdfChanged: {
      title: 'Dieses PDF wird nicht geprüft: Es wurde nach dem Erstellen noch einmal geschrieben',
      text: 'In einem PDF können mehrere Fassungen übereinanderliegen; was hier geprüft würde, muss nicht das sein, was Ihr PDF-Programm zeigt. Lassen Sie sich bitte die ursprüngliche Datei geben. Oder speichern Sie die Anlage evidence.json in Ihrem PDF-Programm (meist unter „Anlagen“, bei der Büroklammer), prüfen Sie diese, und vergleichen Sie das Ergebnis mit den Seiten.',
    },
    pdfEncrypted: {
      title: 'Dieses PDF wird nicht geprüft: Es ist verschlüsselt',
      text: 'Speichern Sie bitte die Anlage evidence.json in Ihrem PDF-Programm (meist unter „Anlagen“, bei der Büroklammer), prüfen Sie diese, und vergleichen Sie das Ergebnis mit den Seiten.',
    },
    pdfSeveralAttachments: {
      title: 'Dieses PDF wird nicht geprüft: Ihm liegt mehr als eine Datei bei',
      text: 'Ein Dossier hat genau eine Anlage. Welche davon Ihr PDF-Programm zeigt, lässt sich nicht sagen. Lassen Sie sich bitte die ursprüngliche Datei geben.',
    },
    pdfNoAttachment: {
      title: 'Diesem PDF liegt kein Nachweis bei',
      text: 'Ein Dossier hat die Anlage evidence.json. Zeigt Ihr PDF-Programm sie (meist unter „Anlagen“, bei der Büroklammer), speichern und prüfen Sie bitte diese.',
    },
    pdfUnreadable: {
      title: 'Dieses PDF lässt sich nicht lesen',
      text: 'Vielleicht wurde es beim Übertragen beschädigt. Bitte laden Sie es noch einmal herunter, oder speichern und prüfen Sie die Anlage evidence.json.',
    },
    accessReport: {
      title: 'Das ist eine Auskunft (Art. 15 DSGVO), kein Nachweis',
      text: 'Sie sagt der Person, was gespeichert ist, und lässt sich nicht gegen das Protokoll prüfen. Was sie über Einwilligungen sagt, belegt ein Nachweis vom selben Tag; ihn bekommen Sie vom Verantwortlichen.',
    },
    portableData: {
      title: 'Das sind Daten zum Mitnehmen (Art. 20 DSGVO), kein Nachweis',
      text: 'Sie lassen sich nicht gegen das Protokoll prüfen. Einen Nachweis bekommen Sie vom Verantwortlichen.',
    },
    export: {
      title: 'Das ist ein Export einer ganzen Website, kein Nachweis',
      text: 'Wie seine Zeilen geprüft werden, steht bei seinem Format (docs/export-format.md). Für eine einzelne Person prüfen Sie bitte einen Nachweis.',
    },
    jsonLd: {
      title: 'Das ist ein Nachweis als JSON-LD, zum Weiterverarbeiten',
      text: 'Prüfen lässt sich nur dieselbe Auskunft als JSON oder PDF. Bitte fordern Sie den Nachweis in einer dieser Formen an.',
    },
    csv: {
      title: 'Das ist eine Tabelle (CSV), zum Lesen',
      text: 'Prüfen lässt sich nur der Nachweis als JSON oder PDF. Bitte fordern Sie ihn in einer dieser Formen an.',
    },
    tlogProof: {
      title: 'Das ist der Beleg für einen einzelnen Eintrag des Protokolls',
      text: 'Er nennt niemanden. Werkzeuge für c2sp.org/tlog-proof prüfen ihn; hier prüfen Sie bitte den Nachweis, aus dem er stammt.',
    },
    checkpoint: {
      title: 'Das ist ein Prüfpunkt des Protokolls, kein Nachweis',
      text: 'Bitte wählen Sie den Nachweis aus, und geben Sie diesen Text als Prüfpunkt dazu an.',
    },
    webPage: {
      title: 'Das ist eine gespeicherte Webseite',
      text: `Ist es ein Beleg, laden Sie bitte auf derselben Seite die Datei dazu herunter („Als Datei speichern“). ${NO_EVIDENCE}`,
    },
    laterFormat: {
      title: 'Diese Datei hat ein Format, das diese Prüfung noch nicht kennt',
      text: 'Eine neuere Fassung dieser Prüfung kann sie lesen; die Website, von der die Datei kommt, hat sie unter /verify.',
    },
    otherJson: { title: 'Das ist JSON, aber kein Nachweis', text: NO_EVIDENCE },
    noJson: { title: 'Das ist weder ein PDF noch JSON, also kein Nachweis', text: NO_EVIDENCE },
  } satisfies Record<OtherFile, Said>,
  /** What is wrong with a place of a file that is not as its format has it. */
  misfits: {
    nothing: 'steht etwas, das dort nicht hingehört',
    something: 'fehlt etwas',
    object: 'muss ein Objekt stehen',
    list: 'muss eine Liste stehen',
    fewer: 'stehen zu viele Einträge',
    text: 'muss ein Text stehen',
    number: 'muss eine ganze Zahl ab 0 stehen',
    time: 'muss ein Zeitpunkt in UTC mit Millisekunden stehen',
    hash: 'muss ein Hash stehen (32 Bytes, base64url)',
    random: 'müssen 16 Bytes stehen (base64url)',
    base64: 'muss Base64 stehen',
    name: 'muss der Name einer Datenklasse stehen',
    known: 'steht ein Wert, den das Format nicht kennt',
    shallow: 'ist zu tief verschachtelt',
  } satisfies Record<Expected, string>,
};

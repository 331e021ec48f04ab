import type { Language } from '../texts';

interface PageTexts {
  readonly title: string;
  readonly intro: string;
  readonly choose: string;
  readonly drop: string;
  readonly private: string;
  readonly more: string;
  readonly key: string;
  readonly keyHint: string;
  readonly keyWrong: string;
  readonly checkpoint: string;
  readonly checkpointHint: string;
  readonly checking: string;
  readonly checked: (name: string) => string;
  readonly fromPdf: string;
  readonly noAttachment: string;
  readonly unreadable: string;
  readonly aboutTitle: string;
  readonly claimsTitle: string;
  readonly language: string;
}

const de: PageTexts = {
  title: 'Nachweis prüfen',
  intro:
    'Hier prüfen Sie, ob ein Nachweis über eine Einwilligung unverändert ist: die JSON-Datei, oder das PDF, dem sie beiliegt.',
  choose: 'Datei auswählen',
  drop: 'oder hierher ziehen',
  private: 'Die Datei bleibt auf Ihrem Gerät. Diese Seite sendet nichts und funktioniert auch ohne Internet.',
  more: 'Genauer prüfen: mit eigenem Schlüssel oder Prüfpunkt',
  key: 'Schlüssel des Protokolls',
  keyHint: 'Wenn Sie ihn von anderswo kennen, etwa von der Adresse des Protokolls (/log/keys) oder aus einem Beleg.',
  keyWrong: 'Das ist kein vollständiger Schlüssel. Er sieht etwa so aus: log.example+1a2b3c4d+AZ…',
  checkpoint: 'Prüfpunkt, den Sie aufgehoben haben',
  checkpointHint: 'Der ganze Text, mit der Unterschrift am Ende.',
  checking: 'Die Datei wird geprüft …',
  checked: (name) => `Geprüft: ${name}`,
  fromPdf: 'Geprüft wurde die Datei, die dem PDF beiliegt, nicht das PDF selbst.',
  noAttachment:
    'In diesem PDF wurde kein Nachweis gefunden. Öffnen Sie es bitte in einem PDF-Programm, speichern Sie die Anlage evidence.json (meist unter „Anlagen“, bei der Büroklammer) und prüfen Sie diese Datei.',
  unreadable: 'Die Datei ließ sich nicht öffnen. Bitte versuchen Sie es noch einmal.',
  aboutTitle: 'Das sagt die Datei über sich',
  claimsTitle: 'Im Einzelnen',
  language: 'Sprache',
};

const en: PageTexts = {
  title: 'Check evidence',
  intro: 'Check here whether evidence of a consent is unaltered: the JSON file, or the PDF that it is attached to.',
  choose: 'Choose a file',
  drop: 'or drop it here',
  private: 'The file stays on your device. This page sends nothing, and works without internet, too.',
  more: 'Check more closely: with a key or checkpoint of your own',
  key: 'Key of the log',
  keyHint: 'If you know it from elsewhere, such as the log’s address (/log/keys) or a receipt.',
  keyWrong: 'This is not a complete key. One looks like log.example+1a2b3c4d+AZ…',
  checkpoint: 'Checkpoint that you kept',
  checkpointHint: 'The whole text, with the signature at its end.',
  checking: 'Checking the file …',
  checked: (name) => `Checked: ${name}`,
  fromPdf: 'What was checked is the file attached to the PDF, not the PDF itself.',
  noAttachment:
    'No evidence was found in this PDF. Please open it in a PDF viewer, save the attachment evidence.json (mostly under “Attachments”, the paper clip), and check that file.',
  unreadable: 'The file could not be opened. Please try again.',
  aboutTitle: 'What the file says of itself',
  claimsTitle: 'In detail',
  language: 'Language',
};

export const PAGE_TEXTS: Readonly<Record<Language, PageTexts>> = { de, en };

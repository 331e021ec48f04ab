import type { ConsentStatus } from '../consent/fold';
import type { Language, LegalBasis } from '../policy/schema';

interface ReceiptPageTexts {
  readonly title: string;
  readonly orderTitle: string;
  readonly intro: (when: string) => string;
  readonly address: string;
  readonly withdrawnSince: (name: string, when: string) => string;
  readonly lapsedSince: (name: string, when: string) => string;
  readonly stillShows: string;
  readonly save: string;
  readonly wording: string;
  readonly version: string;
  readonly legalBasis: string;
  readonly legalBases: Record<LegalBasis, string>;
  readonly status: string;
  readonly statuses: Record<ConsentStatus, string>;
  readonly controller: string;
  readonly privacyNotice: (version: string, date: string) => string;
  readonly officer: string;
  readonly authority: string;
  readonly withdraw: string;
  readonly check: string;
  readonly requested: string;
  readonly confirmed: string;
  readonly record: string;
  readonly receipt: string;
  readonly leaf: string;
  readonly log: string;
  readonly index: string;
  readonly notYet: string;
  readonly keys: string;
}

const de: ReceiptPageTexts = {
  title: 'Ihr Einwilligungsbeleg',
  orderTitle: 'Ihr Beleg',
  intro: (when) => `Das haben Sie am ${when} bestätigt.`,
  address:
    'Der Beleg gilt für die E-Mail-Adresse, an die wir den Link zum Bestätigen geschickt haben. Sie steht nicht darin, damit Sie ihn jedem zeigen können.',
  withdrawnSince: (name, when) => `${name}: widerrufen am ${when}.`,
  lapsedSince: (name, when) => `${name}: ausgelaufen am ${when}, da wir keine Antwort bekamen.`,
  stillShows: 'Der Beleg zeigt weiterhin, was Sie bestätigt hatten.',
  save: 'Als Datei speichern (JSON)',
  wording: 'Wortlaut',
  version: 'Fassung',
  legalBasis: 'Rechtsgrundlage',
  legalBases: {
    consent: 'Einwilligung (Art. 6 Abs. 1 Buchst. a DSGVO)',
    contract: 'Vertrag (Art. 6 Abs. 1 Buchst. b DSGVO)',
    'legitimate-interest': 'Berechtigtes Interesse (Art. 6 Abs. 1 Buchst. f DSGVO)',
  },
  status: 'Stand bei der Bestätigung',
  statuses: {
    ConsentGiven: 'erteilt',
    RenewedConsentGiven: 'erneuert',
    ConsentWithdrawn: 'schon vorher widerrufen',
    ConsentRequested: 'nicht bestätigt',
    ConsentExpired: 'nicht rechtzeitig bestätigt',
    LegitimateInterestRecorded: 'auf berechtigtes Interesse gestützt',
    ObjectionRecorded: 'schon vorher widersprochen',
    ContractRecorded: 'auf einen Vertrag gestützt',
    ContractEnded: 'Vertrag schon vorher beendet',
  },
  controller: 'Verantwortlich',
  privacyNotice: (version, date) => `Datenschutzhinweise, Fassung ${version} vom ${date}`,
  officer: 'Datenschutzbeauftragte Person',
  authority: 'Aufsichtsbehörde',
  withdraw: 'Widerrufen',
  check: 'Aufbewahren und prüfen',
  requested: 'Eingetragen',
  confirmed: 'Bestätigt',
  record: 'Vorgang',
  receipt: 'Beleg und Eintrag',
  leaf: 'Im Protokoll als „leaf“',
  log: 'Protokoll',
  index: 'Platz im Protokoll',
  notYet: 'wird in wenigen Sekunden vergeben',
  keys: 'Schlüssel des Protokolls',
};

const en: ReceiptPageTexts = {
  title: 'Your consent receipt',
  orderTitle: 'Your receipt',
  intro: (when) => `This is what you confirmed on ${when}.`,
  address:
    'The receipt is about the e-mail address that we sent the confirmation link to. It does not name it, so that you can show it to anyone.',
  withdrawnSince: (name, when) => `${name}: withdrawn on ${when}.`,
  lapsedSince: (name, when) => `${name}: lapsed on ${when}, as we got no answer.`,
  stillShows: 'The receipt still shows what you had confirmed.',
  save: 'Save as a file (JSON)',
  wording: 'Wording',
  version: 'Version',
  legalBasis: 'Legal basis',
  legalBases: {
    consent: 'Consent (Art. 6(1)(a) GDPR)',
    contract: 'Contract (Art. 6(1)(b) GDPR)',
    'legitimate-interest': 'Legitimate interest (Art. 6(1)(f) GDPR)',
  },
  status: 'Status at the confirmation',
  statuses: {
    ConsentGiven: 'given',
    RenewedConsentGiven: 'renewed',
    ConsentWithdrawn: 'withdrawn before that',
    ConsentRequested: 'not confirmed',
    ConsentExpired: 'not confirmed in time',
    LegitimateInterestRecorded: 'resting on legitimate interest',
    ObjectionRecorded: 'objected to before that',
    ContractRecorded: 'resting on a contract',
    ContractEnded: 'contract ended before that',
  },
  controller: 'Who is responsible',
  privacyNotice: (version, date) => `Privacy notice, version ${version} of ${date}`,
  officer: 'Data protection officer',
  authority: 'Supervisory authority',
  withdraw: 'How to withdraw',
  check: 'Keep and check',
  requested: 'Signed up',
  confirmed: 'Confirmed',
  record: 'Record',
  receipt: 'Receipt and entry',
  leaf: 'In the log as “leaf”',
  log: 'Log',
  index: 'Place in the log',
  notYet: 'assigned within seconds',
  keys: 'Keys of the log',
};

export const RECEIPT_PAGE_TEXTS: Record<Language, ReceiptPageTexts> = { de, en };

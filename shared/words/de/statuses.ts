import type { ConsentStatus } from '../../consent/fold';

/** How a purpose can stand: by name, and in a sentence that says what is recorded and when. */
export const statuses = {
  names: {
    ConsentRequested: 'nicht bestätigt',
    ConsentGiven: 'erteilt',
    RenewedConsentGiven: 'erneuert',
    ConsentWithdrawn: 'widerrufen',
    ConsentExpired: 'nicht rechtzeitig bestätigt',
    ConsentRefused: 'nie bestätigt, zurückgenommen',
    LegitimateInterestRecorded: 'auf berechtigtes Interesse gestützt',
    ObjectionRecorded: 'widersprochen',
    ContractRecorded: 'auf einen Vertrag gestützt',
    ContractEnded: 'Vertrag beendet',
  } satisfies Record<ConsentStatus, string>,
  requested: (day: string, asOf: string) => `Angemeldet am ${day}, nicht bestätigt (Stand: ${asOf})`,
  expired: (day: string) => `Nie bestätigt; die Frist dafür endete am ${day}`,
  given: (day: string) => `Einwilligung erteilt am ${day}`,
  renewed: (day: string) => `Einwilligung zuletzt erneuert am ${day}`,
  /** Given on another legal basis than consent. */
  givenOtherwise: (day: string) => `Bestätigt am ${day}`,
  elsewhere: (given: string, recorded: string) =>
    `Nach Angabe der Quelle erteilt am ${given}; hier festgehalten am ${recorded}, nicht per E-Mail bestätigt`,
  elsewhereUndated: (recorded: string) =>
    `Nach Angabe der Quelle erteilt, ohne Zeitangabe; hier festgehalten am ${recorded}, nicht per E-Mail bestätigt`,
  interest: (day: string) => `Keine Einwilligung; berechtigtes Interesse festgehalten am ${day}`,
  contract: (day: string) => `Keine Einwilligung; Vertrag festgehalten am ${day}`,
  noWithdrawal: (asOf: string) => `seitdem kein Widerruf verzeichnet (Stand: ${asOf})`,
  noObjection: (asOf: string) => `seitdem kein Widerspruch verzeichnet (Stand: ${asOf})`,
  restricted: (day: string) => `Verarbeitung eingeschränkt seit ${day}: E-Mails dürfen derzeit nicht gesendet werden`,
  objectionRefused: (day: string) => `Widerspruch nach Art. 21 Abs. 1 DSGVO geprüft und am ${day} abgelehnt`,
  weighed: (day: string) =>
    `Widerspruch nach Art. 21 Abs. 1 DSGVO wird seit ${day} geprüft: E-Mails dürfen derzeit nicht gesendet werden`,
  undeliverable: (day: string) => `E-Mails an die Adresse unzustellbar seit ${day}`,
  /** `way` stands in brackets, with a space before it, or is empty. */
  withdrawn: {
    on: (day: string, way: string) => `Widerrufen am ${day}${way}`,
    received: (received: string, way: string, done: string) =>
      `Widerruf eingegangen am ${received}${way}, umgesetzt am ${done}`,
    undated: (way: string, done: string) => `Widerruf ohne Zeitangabe${way}, umgesetzt am ${done}`,
  },
  /** Of a sign-up that nobody had confirmed. */
  refused: {
    on: (day: string, way: string) => `Anmeldung zurückgenommen am ${day}${way}`,
    received: (received: string, way: string, done: string) =>
      `Rücknahme der Anmeldung eingegangen am ${received}${way}, umgesetzt am ${done}`,
    undated: (way: string, done: string) => `Rücknahme der Anmeldung ohne Zeitangabe${way}, umgesetzt am ${done}`,
  },
  objected: {
    on: (day: string, way: string) => `Widersprochen am ${day}${way}`,
    received: (received: string, way: string, done: string) =>
      `Widerspruch eingegangen am ${received}${way}, umgesetzt am ${done}`,
    undated: (way: string, done: string) => `Widerspruch ohne Zeitangabe${way}, umgesetzt am ${done}`,
  },
  /** A "no" to something that was never asked for here. */
  noted: {
    withdrawn: (said: string, way: string, day: string) => `Widerruf vom ${said}${way}, hier festgehalten am ${day}`,
    withdrawnUndated: (way: string, day: string) => `Widerruf ohne Zeitangabe${way}, hier festgehalten am ${day}`,
    objected: (said: string, way: string, day: string) => `Widerspruch vom ${said}${way}, hier festgehalten am ${day}`,
    objectedUndated: (way: string, day: string) => `Widerspruch ohne Zeitangabe${way}, hier festgehalten am ${day}`,
  },
  /** What ended before it was confirmed. */
  neverConfirmed: (ending: string) => `Nie bestätigt. ${ending}`,
  moved: (day: string) => `Beendet am ${day}, da auf eine andere Adresse der Person übergegangen`,
  contractEnded: (day: string) => `Vertrag beendet am ${day}`,
  contractEndRecorded: (day: string) => `Ende des Vertrags festgehalten am ${day}`,
  /** Expired after it had been given: nobody answered the question whether to go on. */
  lapsed: (day: string) => `Ausgelaufen am ${day}, da eine Antwort ausblieb`,
  /** Expired after it had been given: it came to the longest time of a registration. */
  atMaximum: (day: string) => `Ausgelaufen am ${day}, da Anmeldungen nicht länger aufbewahrt werden`,
  /** Expired after it had been given: its last day is over. */
  lastDay: (day: string) => `Beendet mit Ablauf des ${day}, da der Zweck nur bis dahin galt`,
  /** Expired after it had been given: what it measures had ended. */
  nothingToMeasure: (day: string) =>
    `Ausgelaufen am ${day}, da es keine E-Mails mehr gab, die ausgewertet werden konnten`,
  /** Expired after it had been given: a review let it go. */
  atReview: (day: string) =>
    `Ausgelaufen am ${day}, da lange nicht genutzt und bei der regelmäßigen Überprüfung nicht weiter gebraucht`,
  /** Expired after it had been given, though no step says so. */
  byRule: (day: string) => `Ausgelaufen am ${day}, nach den Regeln dieser Website`,
};

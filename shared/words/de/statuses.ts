import type { ConsentStatus } from '../../consent/fold';

/** How a purpose can stand: by name, and in a sentence with the day since when it does. */
export const statuses = {
  names: {
    ConsentRequested: 'nicht bestätigt',
    ConsentGiven: 'erteilt',
    RenewedConsentGiven: 'erneuert',
    ConsentWithdrawn: 'widerrufen',
    ConsentExpired: 'nicht rechtzeitig bestätigt',
    LegitimateInterestRecorded: 'auf berechtigtes Interesse gestützt',
    ObjectionRecorded: 'widersprochen',
    ContractRecorded: 'auf einen Vertrag gestützt',
    ContractEnded: 'Vertrag beendet',
  } satisfies Record<ConsentStatus, string>,
  since: {
    ConsentRequested: (day: string) => `Angefragt am ${day}, nicht bestätigt`,
    ConsentGiven: (day: string) => `Einwilligung gültig seit ${day}`,
    RenewedConsentGiven: (day: string) => `Einwilligung gültig, zuletzt erneuert am ${day}`,
    ConsentWithdrawn: (day: string) => `Widerrufen am ${day}`,
    ConsentExpired: (day: string) => `Nie bestätigt, abgelaufen am ${day}`,
    LegitimateInterestRecorded: (day: string) => `Keine Einwilligung; berechtigtes Interesse seit ${day}`,
    ObjectionRecorded: (day: string) => `Widersprochen am ${day}`,
    ContractRecorded: (day: string) => `Keine Einwilligung; Vertrag seit ${day}`,
    ContractEnded: (day: string) => `Vertrag beendet am ${day}`,
  } satisfies Record<ConsentStatus, (day: string) => string>,
  /** Given on another legal basis than consent. */
  givenOtherwise: (day: string) => `Gültig seit ${day}`,
  givenElsewhere: (day: string) => `Übernommen am ${day}, hier nicht bestätigt`,
  /** Expired after it had been given: nobody answered the question whether to go on. */
  lapsed: (day: string) => `Ausgelaufen am ${day}, da eine Antwort ausblieb`,
  /** Expired after it had been given: it came to the longest time of a registration. */
  atMaximum: (day: string) => `Ausgelaufen am ${day}, da Anmeldungen nicht länger aufbewahrt werden`,
};

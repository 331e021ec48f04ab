import type { Because, State } from '../../consent/because';

/** How somebody stands with a purpose, for those who work with it, and why they may not be mailed. */
export const standing = {
  states: {
    'in-force': 'in Kraft',
    pending: 'angemeldet, nicht bestätigt',
    none: 'nein',
  } satisfies Record<State, string>,
  because: {
    'never-asked': 'Hier ist dazu nichts verzeichnet.',
    pending: 'Die Anmeldung ist noch nicht bestätigt.',
    'pending-expired': 'Die Anmeldung wurde nicht rechtzeitig bestätigt.',
    'taken-back': 'Die Anmeldung wurde zurückgenommen, bevor sie bestätigt war.',
    withdrawn: 'Die Person hat widerrufen.',
    complained: 'Die Person hat eine E-Mail als Spam gemeldet.',
    objected: 'Die Person hat widersprochen.',
    weighed: 'Ein Widerspruch wird geprüft.',
    restricted: 'Die Verarbeitung ist eingeschränkt.',
    undeliverable: 'E-Mails an die Adresse kommen zurück.',
    'address-missing': 'Die Adresse ist hier verloren gegangen.',
    erased: 'Die Daten der Person wurden gelöscht.',
    suppressed: 'Die Daten wurden gelöscht; die Person soll nicht wieder aufgenommen werden.',
    'not-renewed': 'Die Einwilligung ist ausgelaufen, da eine Antwort ausblieb.',
    over: 'Die Zeit dafür ist nach den Regeln der Website vorbei.',
    'contract-ended': 'Der Vertrag ist beendet.',
  } satisfies Record<Because, string>,
  nobody: 'Zu dieser Person ist hier nichts gespeichert.',
  meant: (domain: string) => `Vielleicht ist ${domain} gemeint?`,
};

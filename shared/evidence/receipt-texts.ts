import type { Language } from '../policy/schema';

interface ReceiptTexts {
  readonly howToWithdraw: (email: string) => string;
  /** For a record that asks for no consent, as an order does. */
  readonly nothingToWithdraw: (email: string) => string;
  readonly howToCheck: string;
}

const de: ReceiptTexts = {
  howToWithdraw: (email) =>
    `Sie können Ihre Einwilligung jederzeit für die Zukunft widerrufen: über den Abmeldelink in jeder E-Mail oder mit einer Nachricht an ${email}.`,
  nothingToWithdraw: (email) =>
    `Sie haben etwas bestellt und in nichts eingewilligt; zu widerrufen gibt es deshalb nichts. Fragen beantwortet ${email}.`,
  howToCheck:
    'Bewahren Sie diesen Beleg auf. Mit ihm kann jeder nachsehen, ob der Eintrag Ihrer Bestätigung noch im Protokoll steht: Das Protokoll ist öffentlich, nennt niemanden, und der Eintrag ist darin unter „leaf“ zu finden. Fehlt er, wurde nachträglich etwas entfernt.',
};

const en: ReceiptTexts = {
  howToWithdraw: (email) =>
    `You can withdraw your consent for the future at any time: with the unsubscribe link in every e-mail, or by a message to ${email}.`,
  nothingToWithdraw: (email) =>
    `You ordered something and consented to nothing, so there is nothing to withdraw. Questions are answered by ${email}.`,
  howToCheck:
    'Keep this receipt. With it anyone can see whether the entry of your confirmation is still in the log: the log is public, names nobody, and has the entry under “leaf”. If it is missing there, something was removed later.',
};

export const RECEIPT_TEXTS: Record<Language, ReceiptTexts> = { de, en };

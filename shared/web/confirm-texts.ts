import type { Language } from '../policy/schema';

interface ConfirmTexts {
  readonly confirmText: string;
  readonly confirmNote: string;
  readonly wordingTitle: string;
  readonly receiptLink: string;
  readonly orderReceiptLink: string;
}

const de: ConfirmTexts = {
  confirmText: 'Damit bestätigen Sie:',
  confirmNote: 'Sie möchten das nicht? Dann schließen Sie diese Seite einfach. Ohne Ihre Bestätigung geschieht nichts.',
  wordingTitle: 'Im Wortlaut',
  receiptLink: 'Ihren Einwilligungsbeleg ansehen oder herunterladen',
  orderReceiptLink: 'Ihren Beleg ansehen oder herunterladen',
};

const en: ConfirmTexts = {
  confirmText: 'This is what you confirm:',
  confirmNote: 'You do not want this? Then simply close this page. Nothing happens unless you confirm.',
  wordingTitle: 'The exact wording',
  receiptLink: 'View or download your consent receipt',
  orderReceiptLink: 'View or download your receipt',
};

/** What the pages say besides on which somebody confirms. */
export const CONFIRM_TEXTS: Record<Language, ConfirmTexts> = { de, en };

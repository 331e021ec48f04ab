import type { Language } from '../policy/schema';

interface KeepTexts {
  readonly keepTitle: string;
  readonly keepText: string;
  readonly keepButton: string;
  readonly keepNote: string;
  readonly keptTitle: string;
  readonly keptText: string;
}

const de: KeepTexts = {
  keepTitle: 'Möchten Sie das weiter bekommen?',
  keepText: 'Dafür sind Sie bei uns angemeldet:',
  keepButton: 'Ja, weiter schicken',
  keepNote: 'Solange Sie nicht auf die Schaltfläche drücken, ändert sich nichts.',
  keptTitle: 'Danke, alles bleibt, wie es ist',
  keptText: 'Sie bekommen von uns weiterhin:',
};

const en: KeepTexts = {
  keepTitle: 'Would you like to go on getting this?',
  keepText: 'This is what you are signed up for:',
  keepButton: 'Yes, keep sending',
  keepNote: 'Nothing changes unless you press the button.',
  keptTitle: 'Thank you, everything stays as it is',
  keptText: 'You will go on getting:',
};

/** What the pages say that ask whether to go on. */
export const KEEP_TEXTS: Record<Language, KeepTexts> = { de, en };

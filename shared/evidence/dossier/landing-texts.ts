/** What a dossier says of the way from a mail to its button. */
export interface LandingTexts {
  readonly length: (ms: number) => string;
  readonly opened: (afterMail: string, pressed: string) => string;
  /** Where it is not known which mail it was. */
  readonly pressed: (pressed: string) => string;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** To the second for as long as that says something: programs are quicker than people. */
function inUnits(ms: number, days: string): string {
  if (ms < 10 * MINUTE) return `${Math.floor(ms / SECOND)} s`;
  if (ms < 3 * HOUR) return `${Math.floor(ms / MINUTE)} min`;
  return ms < 3 * DAY ? `${Math.floor(ms / HOUR)} h` : `${Math.floor(ms / DAY)} ${days}`;
}

export const LANDING_DE: LandingTexts = {
  length: (ms) => inUnits(ms, 'Tage'),
  opened: (afterMail, pressed) => `Seite ${afterMail} nach der E-Mail geöffnet, Knopf ${pressed} danach gedrückt`,
  pressed: (pressed) => `Knopf ${pressed} nach Öffnen der Seite gedrückt`,
};

export const LANDING_EN: LandingTexts = {
  length: (ms) => inUnits(ms, 'days'),
  opened: (afterMail, pressed) => `Page opened ${afterMail} after the e-mail, button pressed ${pressed} after that`,
  pressed: (pressed) => `Button pressed ${pressed} after the page was opened`,
};

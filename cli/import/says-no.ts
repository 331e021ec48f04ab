/*
 * The words by which tools say that somebody is not to be mailed, in headings, cells and names of files. Too many rather than too
 * few: whoever asks once too often is told what a column means, and whoever asks once too little makes a consent of a "no".
 */

/** Beginnings of words, as {@link plainWords} has them. */
const NO = [
  ...[
    'unsub',
    'un sub',
    'desubscri',
    'nonsub',
    'non sub',
    'not sub',
    'no longer sub',
    'opt out',
    'optout',
    'opted out',
    'optedout',
  ],
  ...['abgemeld', 'abmeld', 'austrag', 'ausgetrag', 'abbestell', 'widerruf', 'widersp', 'widersproch', 'gekuendig'],
  ...[
    'nicht anschreiben',
    'nicht mailen',
    'nicht kontakt',
    'nicht bestaetig',
    'nicht aktiv',
    'unbestaetig',
    'nicht abonn',
  ],
  ...[
    'gesperrt',
    'sperr',
    'robinson',
    'unzustellbar',
    'blacklist',
    'black list',
    'blocklist',
    'block list',
    'denylist',
  ],
  ...[
    'blocked',
    'blockier',
    'suppress',
    'bounce',
    'gebounc',
    'hardbounc',
    'softbounc',
    'undeliver',
    'cleaned',
    'bereinigt',
  ],
  ...['complain', 'beschwer', 'spam', 'abuse', 'deactiv', 'deaktiv', 'disabled', 'inactiv', 'inaktiv', 'not active'],
  ...[
    'geloescht',
    'revoked',
    'withdr',
    'objected',
    'objection',
    'excluded',
    'ausgeschlossen',
    'ausschluss',
    'declined',
    'abgelehnt',
  ],
  ...[
    'do not',
    'donot',
    'dnc',
    'dne',
    'no mail',
    'no email',
    'no newsletter',
    'keine werbung',
    'kein newsletter',
    'unconfirm',
  ],
  ...[
    'not confirm',
    'not opted',
    'unverif',
    'desinscri',
    'desabonn',
    'disiscri',
    'afgemeld',
    'uitgeschrev',
    'dado de baja',
  ],
];

/** These say so in a heading; in a cell they may be a name or a remark. */
const NO_IN_HEADINGS = [
  ...[
    'leave',
    'left',
    'quit',
    'cancel',
    'kuendig',
    'storn',
    'clean',
    'removed',
    'deleted',
    'archived',
    'expired',
    'invalid',
  ],
  ...[
    'paused',
    'muted',
    'snooz',
    'disable',
    'block',
    'reject',
    'ban',
    'exclude',
    'forget',
    'never',
    'remov',
    'delet',
    'loesch',
  ],
];

/** What may say yes or no. */
const STATE = [
  ...[
    'status',
    'state',
    'zustand',
    'subscri',
    'abonn',
    'active',
    'activ',
    'aktiv',
    'enabled',
    'opt in',
    'optin',
    'opted in',
    'doi',
  ],
  ...[
    'double opt',
    'confirm',
    'bestaetig',
    'consent',
    'einwillig',
    'zustimm',
    'permission',
    'erlaubnis',
    'newsletter',
    'mailable',
  ],
  ...[
    'marketing',
    'werbung',
    'accepts',
    'allow',
    'gdpr',
    'dsgvo',
    'verified',
    'verifiz',
    'angemeldet',
    'reachable',
    'deliverab',
    'valid',
  ],
];

/** A state that is good in a column that does not say "no" by its heading. */
const YES =
  /^(?:subscribed|active|aktiv|enabled|confirmed|angemeldet|bestaetigt|abonniert|opted in|opt in|optin|double opt in|given)$/;
/** Headings of times and places, which say what was and not how it stands. */
const OF_A_STEP =
  /\b(?:time|timestamp|date|datum|zeit|zeitpunkt|uhrzeit|ip|at|am|on|since|seit|tstamp|id|count|anzahl)\b/;

const beginsWith = (stems: readonly string[]): RegExp => new RegExp(String.raw`\b(?:${stems.join('|')})`);
const [IN_CELLS, IN_HEADINGS, MAY_SAY] = [NO, [...NO, ...NO_IN_HEADINGS], STATE].map(beginsWith) as [
  RegExp,
  RegExp,
  RegExp,
];

/** Lower case without accents, words apart by one space: `EMAIL_BLACKLISTED`, `emailBlacklisted` and `Email blacklisted` are one. */
export function plainWords(text: string): string {
  return text
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/\p{M}|\p{Cf}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether a column says by its heading that somebody is not to be mailed, or may say so, or is about something else. */
export function senseOf(heading: string): 'no' | 'state' | undefined {
  const words = plainWords(heading);
  if (IN_HEADINGS.test(words)) return 'no';
  return MAY_SAY.test(words) && !OF_A_STEP.test(words) ? 'state' : undefined;
}

/** Whether a cell says it, or a file's name; addresses and links may hold any word. */
export function saysNo(cell: string): boolean {
  return !/@|:\/\//.test(cell) && IN_CELLS.test(plainWords(cell));
}

export const saysYes = (cell: string): boolean => YES.test(plainWords(cell));

/** Whether a column is about the confirmation of a double opt-in. */
export const isAboutConfirming = (heading: string): boolean => /double|doi|confirm|bestaetig/.test(plainWords(heading));

/** What a "no" probably is, for the advice alone. */
export function guess(text: string): 'bounces' | 'objections' | 'withdrawals' {
  const words = plainWords(text);
  if (/bounc|clean|undeliver|unzustell/.test(words)) return 'bounces';
  return /complain|beschwer|spam|abuse|widersp|object|robinson/.test(words) ? 'objections' : 'withdrawals';
}

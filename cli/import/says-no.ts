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

/** These stand within words, too: German makes one of two. */
const NO_WITHIN =
  'sperre|gesperrt|widerspr|widersproch|abmeld|abgemeld|abbestell|newsletterstop|mailstop|verbot|austritt|ausgetret|unsubscri|' +
  'blacklist|blocklist|suppress|bounce|rueckl[aä]?e?ufer|unzustellbar';
/** Whole words, and typos that people make in them. */
const NO_WORDS =
  'abm|abg|abbest|unsubs?|unsu[bs]?s?[ck]r?i\\w*|unsubcri\\w*|abgemled\\w*|abgmeld\\w*|stopp?|kuendiger|kuendigung(?:en)?|' +
  'gekuendigt|(?:zu )?loeschen|remove|removed|verstorben|deceased|dead|nomail(?:ing)?|noemail|no mailing|nur (?:post|telefon|brief)|' +
  '(?:post|phone) only|ungueltig|invalid|failed|fehler|error|returned|retoure?|ex (?:kunden?|abonnenten)|resilie|baja|wypisan\\w*|' +
  'afmeld\\w*|off list|bad (?:e ?)?(?:mails?|addr\\w*|status)|nichts mehr|(?:keine?|no) (?:e ?)?(?:mails?|newsletter|werbung|post)( mehr)?';

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
    'banned',
    'exclude',
    'forget',
    'never',
    'remov',
    'delet',
    'loesch',
    'archiv',
    'beend',
    'ende',
    'end date',
    'enddat',
    'abgang',
    'gueltig bis',
    'rejected',
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

/** Within a word of a heading, as {@link NO_WITHIN}. */
const STATE_WITHIN =
  'einwillig|zustimm|erlaub|freigabe|freigegeben|bestaetig|abonn|zustell|kontaktierbar|status|werb|rundbrief|infomail|infobrief';
const STATE_WORDS =
  'darf|can (?:be )?e ?mail\\w*|receives?|emailable|ok|okay|mailings?|versand|nl|soi|registrierung|ansprache|kommunikation|kontaktweg|' +
  'kanal|channel|praeferenz\\w*|preferences?|flag|delivery|mitgliedschaft|membership|abo';

/** A state that is good in a column that does not say "no" by its heading. */
const YES =
  /^(?:subscribed|active|aktiv|enabled|confirmed|angemeldet|bestaetigt|abonniert|opted in|opt in|optin|double opt in|given)$/;
/** Headings of times and places, which say what was and not how it stands. */
const OF_A_STEP =
  /\b(?:time|timestamp|date|datum|zeit|zeitpunkt|uhrzeit|ip|at|am|on|since|seit|tstamp|id|count|anzahl)\b/;

const words = (stems: readonly string[], within: string, whole: string): RegExp =>
  new RegExp(String.raw`\b(?:${stems.join('|')})|(?:${within})|\b(?:${whole})\b`);
const IN_CELLS = words(NO, NO_WITHIN, NO_WORDS);
const IN_HEADINGS = words([...NO, ...NO_IN_HEADINGS], NO_WITHIN, NO_WORDS);
const MAY_SAY = words(STATE, STATE_WITHIN, STATE_WORDS);
/** All of a cell, whatever its column is about. */
const PLAIN_NO = /^(?:nein|no|n|false|falsch|non|nee|niet|nie|never|none|nope|keine?[rsnm]?|nicht|kein kontakt)$/;
/** A country of two letters may be Norway. */
const OF_A_COUNTRY = /\b(?:cc|country|land|laendercode|region|nation|staat|locale|language|sprache)\b/;
/** Letters that look alike, of two scripts in one word: whoever writes so means to be misread, or copied from who did. */
const MIXED =
  /\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}]\p{Script=Latin}/u;

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
  const plain = plainWords(heading);
  if (IN_HEADINGS.test(plain)) return 'no';
  return (MAY_SAY.test(plain) && !OF_A_STEP.test(plain)) || MIXED.test(plain) ? 'state' : undefined;
}

/** Whether a cell says it; addresses and links in it may hold any word. */
export function saysNo(cell: string, heading = ''): boolean {
  const plain = plainWords(cell.replace(/[^\s,;]*(?:@|:\/\/)[^\s,;]*/g, ' '));
  const isPlainNo = PLAIN_NO.test(plain) && !(plain === 'no' && OF_A_COUNTRY.test(plainWords(heading)));
  return isPlainNo || IN_CELLS.test(plain) || MIXED.test(plain);
}

/** Whether a file says by its name that all of it is one "no". */
export const isNamedNo = (file: string): boolean => IN_HEADINGS.test(plainWords(file));

export const saysYes = (cell: string): boolean => YES.test(plainWords(cell));

/** Whether a column is about the confirmation of a double opt-in. */
export const isAboutConfirming = (heading: string): boolean => /double|doi|confirm|bestaetig/.test(plainWords(heading));

/** What a "no" probably is, for the advice alone. */
export function guess(text: string): 'bounces' | 'objections' | 'withdrawals' {
  const words = plainWords(text);
  if (/bounc|clean|undeliver|unzustell/.test(words)) return 'bounces';
  return /complain|beschwer|spam|abuse|widersp|object|robinson/.test(words) ? 'objections' : 'withdrawals';
}

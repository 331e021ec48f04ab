import { areNames } from './function-words';
import { cut } from '../well-formed';

/** Nobody writes more by hand, above what they answer; and the rest is not read for it. */
const LONGEST = 64_000;
const LONGEST_LINE = 600;

/** Where a mail program puts the mail that is answered or forwarded below: nothing after it is the writer's own. */
const QUOTE_HEADS = [
  /^\s{0,9}-{2,40}\s{0,9}(?:urspr(?:ü|ue)ngliche (?:nachricht|e-?mail)|original(?: message|-?nachricht|-?mail)?|forwarded message|weitergeleitete (?:nachricht|e-?mail)|message d'origine|mensaje original|messaggio originale|reply message)/i,
  /^\s{0,9}(?:anfang der weitergeleiteten (?:nachricht|e-?mail)|begin forwarded message|début du message réexpédié|inicio del mensaje reenviado)\s?:?\s*$/i,
  /^\s{0,9}_{20,}\s*$/,
];

/** "On Tuesday ... wrote:", also where it is broken into lines; what says it in the middle and at the end, by language. */
const WROTE =
  /(?:\bschrieb\b|\bwrote\b|\ba écrit\b|escribi[óo](?!\p{L})|\bha scritto\b|\bescreveu\b|\bschreef\b|\bskrev\b|\bgeschrieben\b|\bnapisał\(?a?\)?)[^\n]{0,200}:\s*$/iu;
const WHEN = /\d[.:h]\d\d|\d{1,2}[./]\s?\d{1,2}[./]\s?\d{2,4}|\b20\d\d\b|<[^<>@\s]{1,100}@[^<>@\s]{1,100}>|@/;
/** As Gmail did it: "2014-05-05 10:15 GMT+02:00 Jane <jane@example.com>:" */
const DATED = /^\s{0,9}20\d\d-\d\d-\d\d \d\d:\d\d [^<>]{1,80}<[^<>\s]{1,200}>:\s*$/;
const ATTRIBUTION_LINES = 3;

/** The labels of a quoted mail's head, as Outlook, GMX and others put it above what they quote. */
const LABELS: readonly (readonly [string, RegExp])[] = [
  ['from', /^(?:von|from|de|da|van|od|från|fra)$/],
  ['sent', /^(?:gesendet|datum|sent|date|envoyé|enviado(?: el)?|fecha|inviato|data|verzonden|skickat|wysłano|sendt)$/],
  ['to', /^(?:an|to|à|para|a|aan|till|til|do|cc|kopie)$/],
  ['subject', /^(?:betreff|subject|objet|asunto|oggetto|onderwerp|ämne|temat|emne|assunto)$/],
];
const LABEL = /^\s{0,9}\*{0,2}([\p{L} ]{1,14}?)\s?\*{0,2}\s?:\s?\*{0,2}\s{0,9}\S/u;
const HEAD_LINES = 6;

/** What telephones and apps add by themselves. */
const APP_SIGNATURE =
  /^\s*(?:von (?:meinem|meiner|unterwegs)\b.{0,60}(?:gesendet|geschickt|verschickt)|gesendet (?:von|mit|via|aus)\b.{0,80}|diese (?:nachricht|e-?mail|mail) wurde (?:von|mit)\b.{0,80} (?:gesendet|verschickt)|sent (?:from|with|via|using)\b.{0,80}|mit proton mail\b.{0,60}gesendet|envoyé (?:de|depuis)\b.{0,60}|enviado desde\b.{0,60}|get outlook for\b.{0,40}|holen sie sich outlook\b.{0,40}|outlook f(?:ü|ue)r (?:ios|android)\b.{0,40}|yahoo mail:.{0,80})[.\s]*$/i;

const GREETINGS = 'gr(?:ü|ue|u)(?:ß|ss)e?n?';
const CLOSING = new RegExp(
  `^\\s*(?:mit (?:\\p{L}+\\.? ){0,2}${GREETINGS}|(?:(?:viele|beste|liebe|herzliche|freundliche|schöne|schoene) )?${GREETINGS}|mfg|vg|lg|` +
    'hochachtungsvoll|(?:kind |best |warm )?regards|sincerely|yours (?:sincerely|faithfully|truly)|best(?: wishes)?|cheers|' +
    '(?:many )?thanks (?:and|&) (?:kind |best )?regards)(?!\\p{L})',
  'iu',
);

/** What the writer of a mail says themselves: without what is quoted or forwarded, and without signature and footer. */
export function ownWords(text: string): string {
  const whole = cut(text, LONGEST).replaceAll('\r\n', '\n').replaceAll('\u00a0', ' ');
  return withoutSignature(withoutQuotes(whole.split('\n').map(withoutWidth)))
    .join('\n')
    .trim();
}

/** Signs without width, with which newsletters fill their previews. */
const withoutWidth = (line: string): string => line.replaceAll(/[\u200b-\u200f\u2060\ufeff]/g, '');

const isQuoted = (line: string): boolean => /^\s{0,9}>/.test(line);
const isBlank = (line: string): boolean => line.trim() === '';

function withoutQuotes(lines: readonly string[]): string[] {
  const following = nextLines(lines);
  const kept: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (isQuoted(line)) continue;
    if (line.length <= LONGEST_LINE && (QUOTE_HEADS.some((head) => head.test(line)) || isHead(lines, at))) break;
    const length = attributionAt(lines, at);
    if (length === 0) kept.push(line);
    // Where every line of a quote is marked, an answer can come below it.
    else if (isQuoted(following[at + length] ?? '')) at += length - 1;
    else break;
  }
  return kept;
}

/** For each line, itself or the first one after it that is not blank. */
function nextLines(lines: readonly string[]): string[] {
  const following: string[] = new Array<string>(lines.length).fill('');
  let next = '';
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at] ?? '';
    next = isBlank(line) ? next : line;
    following[at] = next;
  }
  return following;
}

const labelOf = (line: string): string | undefined => {
  const label = LABEL.exec(line.slice(0, LONGEST_LINE))?.[1]?.toLowerCase().trim();
  return label === undefined ? undefined : LABELS.find(([, is]) => is.test(label))?.[0];
};

/** Three labels of a mail, of which one says from whom; or two, where that one names an address. */
function isHead(lines: readonly string[], at: number): boolean {
  if (labelOf(lines[at] ?? '') === undefined) return false;
  const some = lines.slice(at, at + HEAD_LINES);
  const labels = new Set(some.flatMap((line) => labelOf(line) ?? []));
  const names = some.some((line) => labelOf(line) === 'from' && /[@<[]/.test(line));
  return labels.has('from') && labels.size >= (names ? 2 : 3);
}

/** How many lines from here on are "On Tuesday ... wrote:"; 0 for none. */
function attributionAt(lines: readonly string[], at: number): number {
  let joined = '';
  for (let length = 1; length <= ATTRIBUTION_LINES; length++) {
    const line = lines[at + length - 1] ?? '';
    if (isBlank(line) || isQuoted(line) || joined.length + line.length > LONGEST_LINE) return 0;
    joined += ` ${line}`;
    const isMarked = isQuoted(lines[at + length] ?? '');
    if (DATED.test(line)) return length;
    if (!joined.trimEnd().endsWith(':')) continue;
    const [says, dates] = [WROTE.test(joined), WHEN.test(joined)];
    if ((says && dates) || (isMarked && (says || dates))) return length;
  }
  return 0;
}

/** It stands below a signature, and is said all the same. */
const POSTSCRIPT = /^\s{0,9}(?:(?:p\.? ?){1,3}s\b|n\.? ?b\b|nachtrag\b|nachsatz\b|postscript\b|edit\b|korrektur\b)/i;

function withoutSignature(lines: readonly string[]): string[] {
  const end = lines.findIndex((line) => /^-- ?$/.test(line));
  const last = lines.findIndex((line, at) => end >= 0 && at > end && POSTSCRIPT.test(line));
  const said = end < 0 ? lines : [...lines.slice(0, end), ...(last < 0 ? [] : lines.slice(last))];
  const body = said.filter((line) => !APP_SIGNATURE.test(line.slice(0, LONGEST_LINE)));
  const closing = body.findIndex(isClosing);
  return closing < 0 ? body : [...body.slice(0, closing), ...body.slice(closing + 1).filter(saysSomething)];
}

/** Names, streets and numbers stand below a goodbye; whatever has a verb, an article or a "not" was said. */
function saysSomething(line: string): boolean {
  const words = line.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.length > 0 && (!areNames(words) || /[!?]/.test(line));
}

/** With more words after it, it says something else. */
const MOST_WORDS = 4;

/** Whether a line only says goodbye. */
export function isClosing(line: string): boolean {
  const [closing] = CLOSING.exec(line.slice(0, LONGEST_LINE)) ?? [];
  if (closing === undefined) return false;
  const rest =
    line
      .slice(closing.length)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  return rest.length <= MOST_WORDS && areNames(rest.filter((word) => !TITLES.has(word)));
}
const TITLES = new Set(['aus', 'von', 'vom', 'der', 'und', 'ihr', 'ihre', 'from', 'and', 'dein', 'deine']);

/** Where a mail program puts the mail that is answered or forwarded below: nothing after it is the writer's own. */
const QUOTE_HEADS = [
  /^\s*-{2,}\s*(?:urspr(?:ü|ue)ngliche (?:nachricht|e-?mail)|original(?: message|-?nachricht|-?mail)?|forwarded message|weitergeleitete (?:nachricht|e-?mail)).*$/i,
  /^\s*(?:anfang der weitergeleiteten (?:nachricht|e-?mail)|begin forwarded message):?\s*$/i,
  /^\s*_{20,}\s*$/,
];

/** "On Tuesday ... wrote:", also where it is broken into lines. */
const ATTRIBUTION = /^\s*(?:am\s.{4,250}\sschrieb\b.{0,200}|on\s.{4,250}\swrote):\s*$/i;
/** "Name <address> wrote on Tuesday:", in one line. */
const NAMED = /^.{0,200}<[^<>@\s]+@[^<>@\s]+>\s*(?:schrieb|wrote)\b.{0,120}:\s*$/i;
const ATTRIBUTION_LINES = 3;

/** The head of a mail as Outlook puts it above what it quotes. */
const HEAD_FIRST = /^\s*\**(?:von|from)\s*:\**\s*\S/i;
const HEAD_OTHER = /^\s*\**(?:gesendet|datum|sent|date|an|to|betreff|subject)\s*:/i;

/** What telephones and apps add by themselves. */
const APP_SIGNATURE =
  /^\s*(?:von (?:meinem|meiner|unterwegs)\b.{0,60}(?:gesendet|geschickt|verschickt)|gesendet (?:von|mit|via|aus)\b.{0,80}|diese (?:nachricht|e-?mail|mail) wurde (?:von|mit)\b.{0,80} (?:gesendet|verschickt)|sent (?:from|with|via|using)\b.{0,80}|get outlook for\b.{0,40}|holen sie sich outlook\b.{0,40}|outlook f(?:ü|ue)r (?:ios|android)\b.{0,40})[.\s]*$/i;

const GREETINGS = 'gr(?:ü|ue|u)(?:ß|ss)e?n?';
const CLOSING = new RegExp(
  `^\\s*(?:mit (?:\\p{L}+\\.? ){0,2}${GREETINGS}|(?:(?:viele|beste|liebe|herzliche|freundliche|schöne|schoene) )?${GREETINGS}|mfg|vg|lg|` +
    'hochachtungsvoll|(?:kind |best |warm )?regards|sincerely|yours (?:sincerely|faithfully|truly)|best(?: wishes)?|cheers|' +
    '(?:many )?thanks (?:and|&) (?:kind |best )?regards)(?!\\p{L})',
  'iu',
);
const POSTSCRIPT = /^\s*p\.?\s?s\.?\s*[:\s]/i;

/** What the writer of a mail says themselves: without what is quoted or forwarded, and without signature and footer. */
export function ownWords(text: string): string {
  const lines = text.replaceAll('\r\n', '\n').replaceAll('\u00a0', ' ').split('\n').map(withoutWidth);
  return withoutSignature(withoutQuotes(lines)).join('\n').trim();
}

/** Signs without width, with which newsletters fill their previews. */
const withoutWidth = (line: string): string => line.replaceAll(/[\u200b-\u200f\u2060\ufeff]/g, '');

const isQuoted = (line: string): boolean => /^\s*>/.test(line);

function withoutQuotes(lines: readonly string[]): string[] {
  const kept: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (isQuoted(line)) continue;
    if (QUOTE_HEADS.some((head) => head.test(line)) || isHead(lines, at)) break;
    const length = attributionAt(lines, at);
    if (length === 0) kept.push(line);
    // Where every line of a quote is marked, an answer can come below it.
    else if (isQuoted(nextLine(lines, at + length))) at += length - 1;
    else break;
  }
  return kept;
}

function isHead(lines: readonly string[], at: number): boolean {
  return HEAD_FIRST.test(lines[at] ?? '') && lines.slice(at + 1, at + 5).some((line) => HEAD_OTHER.test(line));
}

/** How many lines from here on are "On Tuesday ... wrote:"; 0 for none. */
function attributionAt(lines: readonly string[], at: number): number {
  if (NAMED.test(lines[at] ?? '')) return 1;
  for (let length = 1; length <= ATTRIBUTION_LINES; length++) {
    const some = lines.slice(at, at + length);
    if (some.some((line) => line.trim() === '')) return 0;
    const joined = some.join(' ');
    if (joined.length < 600 && ATTRIBUTION.test(joined)) return length;
  }
  return 0;
}

const nextLine = (lines: readonly string[], from: number): string =>
  lines.slice(from).find((line) => line.trim() !== '') ?? '';

function withoutSignature(lines: readonly string[]): string[] {
  const end = lines.findIndex((line) => /^-- ?$/.test(line));
  const body = (end < 0 ? lines : lines.slice(0, end)).filter((line) => !APP_SIGNATURE.test(line));
  const closing = body.findIndex(isClosing);
  if (closing < 0) return body;
  const postscript = body.findIndex((line, at) => at > closing && POSTSCRIPT.test(line));
  return [...body.slice(0, closing), ...(postscript < 0 ? [] : body.slice(postscript))];
}

/** With more words after it, it says something else. */
const MOST_WORDS = 4;

/** Whether a line only says goodbye. */
export function isClosing(line: string): boolean {
  const [closing] = CLOSING.exec(line) ?? [];
  if (closing === undefined) return false;
  return line.slice(closing.length).split(/\s+/).filter(Boolean).length <= MOST_WORDS;
}

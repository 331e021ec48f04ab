import { readStyle, type Attributes } from './html-hidden';

/** In which Gmail, Yahoo, Thunderbird, Proton, Zoho and Outlook put the mail that is answered, or say whose it is. */
const CLASSES = new Set([
  'gmail_quote',
  'gmail_quote_container',
  'gmail_attr',
  'yahoo_quoted',
  'moz-cite-prefix',
  'moz-forward-container',
  'protonmail_quote',
  'zmail_extra',
  'OutlookMessageHeader',
]);
/** The same in Roundcube and in Outlook on the web. */
const IDS = new Set(['reply-intro', 'mail-editor-reference-message-container']);

/** Whether an element is what is quoted, or says whose it is. */
export function isQuote(name: string, attributes: Attributes): boolean {
  return (
    name === 'blockquote' ||
    IDS.has(attributes['id'] ?? '') ||
    // GMX and WEB.DE
    attributes['name'] === 'quote' ||
    (attributes['class'] ?? '').split(/\s+/).some((each) => CLASSES.has(each))
  );
}

/** What Outlook and Zimbra put above the mail that is answered, which goes on to the end. */
export function beginsQuote({ id, 'data-marker': marker }: Attributes): boolean {
  return id === 'divRplyFwdMsg' || id === 'zwchr' || marker === '__DIVIDER__';
}

/**
 * Whether a line is drawn above an element. Outlook on the desktop draws one above sender, date and subject of the mail that is
 * answered; so may anybody else, above anything.
 */
export function isRuled(attributes: Attributes): boolean {
  return readStyle(attributes).get('border-top')?.includes('solid') ?? false;
}

/** "From:" and "Sent:", bold, in whatever language: so many labels make the head of a mail. */
export const LEAST_LABELS = 2;

const LONGEST_ATTRIBUTION = 400;

/** "On Tuesday, Jane <jane@example.com> wrote:", in whatever language: it names an address or a time. */
export function isAttribution(line: string): boolean {
  return line.length <= LONGEST_ATTRIBUTION && /(?:@|\d[:.h]\d\d).*[:：]\s*$/i.test(line);
}

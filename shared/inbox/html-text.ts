import PostalMime from 'postal-mime';

/** Nobody writes more than this by hand. */
const LONGEST = 200_000;
const BOUNDARY = '=_text-of-html';

/** What an HTML mail says, without what it quotes. */
export async function textOfHtml(html: string): Promise<string> {
  const body = withoutQuotes(html.slice(0, LONGEST));
  if (body.trim() === '') return '';
  // The library reads HTML as text where a mail has some of both, and in linear time.
  const part = (type: string, content: string): string =>
    `--${BOUNDARY}\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(content)}\r\n`;
  const mail = `Content-Type: multipart/mixed; boundary="${BOUNDARY}"\r\n\r\n${part('text/plain', ' ')}${part('text/html', body)}--${BOUNDARY}--\r\n`;
  return (await PostalMime.parse(mail)).text ?? '';
}

const base64 = (text: string): string => Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\r\n');

/** Mail programs put what they quote into `blockquote`, one within the other. */
function withoutQuotes(html: string): string {
  let depth = 0;
  const kept = html.split(/(?=<\/?blockquote\b)/i).map((piece) => {
    if (/^<blockquote\b/i.test(piece)) depth += 1;
    if (!/^<\/blockquote\b/i.test(piece)) return depth === 0 ? piece : '';
    depth = Math.max(0, depth - 1);
    return depth === 0 ? piece.slice(piece.indexOf('>') + 1) : '';
  });
  return kept.join('');
}

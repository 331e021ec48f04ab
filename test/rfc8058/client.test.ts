import { offered, postOf, type Encoding } from './client';

/** A mail with these header fields. */
const mail = (...fields: readonly string[]): string => `${fields.join('\r\n')}\r\n\r\nHello.\r\n`;

const LIST = 'List-Unsubscribe: <https://example.com/unsubscribe/opaquepart>';
const POST = 'List-Unsubscribe-Post: List-Unsubscribe=One-Click';

test.each<[string, string]>([
  ['as in section 8.1 of the RFC', mail(LIST, POST)],
  [
    'with a mail address besides, as in section 8.2',
    mail(
      'List-Unsubscribe:\r\n  <mailto:listrequest@example.com?subject=unsubscribe>,\r\n  <https://example.com/unsubscribe/opaquepart>',
      POST,
    ),
  ],
  [
    'folded, and in any letter case',
    mail(
      'LIST-unsubscribe:\r\n\t<https://example.com/\r\n unsubscribe/opaquepart>',
      POST.toLowerCase().replace(/list-unsubscribe=one-click/, 'List-Unsubscribe=One-Click'),
    ),
  ],
])('one click is offered: %s', (_, raw) => {
  expect(offered(raw)?.uri.href).toBe('https://example.com/unsubscribe/opaquepart');
});

test.each<[string, string]>([
  ['without List-Unsubscribe-Post', mail(LIST)],
  ['without List-Unsubscribe', mail(POST)],
  ['with two of them', mail(LIST, LIST, POST)],
  ['with two HTTPS URIs', mail(`${LIST}, <https://example.com/other>`, POST)],
  ['with plain HTTP', mail(LIST.replace('https', 'http'), POST)],
  ['with a mail address alone', mail('List-Unsubscribe: <mailto:list@example.com>', POST)],
  ['with another pair', mail(LIST, 'List-Unsubscribe-Post: List-Unsubscribe=Two-Clicks')],
  ['with a pair too many', mail(LIST, `${POST}&more=1`)],
  ['where it is said in the text alone', `Subject: x\r\n\r\n${LIST}\r\n${POST}\r\n`],
])('one click is not offered: %s', (_, raw) => {
  expect(offered(raw)).toBeUndefined();
});

test.each<Encoding>(['multipart/form-data', 'application/x-www-form-urlencoded'])(
  'the pair is sent as %s',
  async (encoding) => {
    const { headers, body } = postOf(offered(mail(LIST, POST))!, encoding);
    const form = await new Response(body, { headers: { 'content-type': headers['content-type']! } }).formData();
    expect([...form]).toEqual([['List-Unsubscribe', 'One-Click']]);
    expect(Object.keys(headers).sort()).toEqual(['content-length', 'content-type']);
  },
);

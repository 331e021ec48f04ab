import { automatic } from '../../shared/inbox/automatic';
import { keptMail } from '../../shared/inbox/kept-mail';
import { ownWords } from '../../shared/inbox/own-words';
import { readMail, writerOf } from '../../shared/inbox/received-mail';
import { recognise } from '../../shared/inbox/recognise';
import { parseKeyRing } from '../../shared/links/key-ring';

/*
 * Mails that are made to take long, to be kept for ever, to throw, or to spoil what they are kept in. Each is read in no time, throws
 * nothing, asks for nothing that it would be carried out for, and what is kept of it is well formed.
 */

const HEAD = 'From: Erika <erika@example.com>\r\nTo: demo@inbox.example\r\nDate: Sun, 22 Nov 2026 10:15:28 +0100\r\n';
const TEXT = 'Content-Type: text/plain; charset=utf-8\r\n\r\n';
const HTML = 'Content-Type: text/html; charset=utf-8\r\n\r\n';
const WISH = 'Bitte melden Sie mich vom Newsletter ab.';
const utf8 = (text: string): string => Buffer.from(text).toString('latin1');
const times = (count: number, one: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => one(n)).join('');
const nested = (depth: number): string =>
  times(depth, (n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`);

const MAILS: readonly (readonly [story: string, raw: string])[] = [
  ['nothing at all', ''],
  ['one sign', '\0'],
  ['a head alone', HEAD],
  ['sixty thousand smiles', `${HEAD}${TEXT}${utf8('😀'.repeat(60_000))}`],
  ['one letter, a million times', `${HEAD}${TEXT}${'a'.repeat(1_000_000)}`],
  ['fifty thousand quotes', `${HEAD}${TEXT}${'> x\r\n'.repeat(50_000)}`],
  ['a quote within a quote, and so on', `${HEAD}${TEXT}${times(2000, (n) => `${'>'.repeat(n)} x\r\n`)}`],
  ['what looks like the head of a quote on each line', `${HEAD}${TEXT}${'Am 1.1.2026 schrieb x:\r\n'.repeat(20_000)}`],
  ['labels of a quoted mail, over and over', `${HEAD}${TEXT}${'Von: a@b.example\r\nGesendet: x\r\n'.repeat(10_000)}`],
  ['goodbyes', `${HEAD}${TEXT}${'Viele Grüße\r\n'.repeat(20_000)}`],
  ['empty lines', `${HEAD}${TEXT}${'\r\n'.repeat(100_000)}`],
  ['carriage returns alone', `${HEAD}${TEXT}${'\r'.repeat(200_000)}`],
  ['a line of a megabyte in its head', `X-Long: ${'x'.repeat(1_000_000)}\r\n${HEAD}${TEXT}Danke`],
  [
    'a head of megabytes that is full of what links begin with',
    `X-Junk: ${times(60_000, () => `${Buffer.from([1, 1, 0]).toString('base64url').repeat(11)}${'YWFh'.repeat(16)}\r\n `)}x\r\n${HEAD}${TEXT}Danke`,
  ],
  ['twenty thousand fields', `${times(20_000, (n) => `X-${n}: y\r\n`)}${HEAD}${TEXT}Danke`],
  ['ten thousand authors', `From: ${times(10_000, (n) => `a${n}@example.com, `)}b@example.com\r\n${TEXT}${WISH}`],
  ['ten thousand addressees', `${HEAD}Cc: ${times(10_000, (n) => `a${n}@example.com, `)}b@example.com\r\n${TEXT}Danke`],
  ['encoded words without end', `${HEAD}Subject: ${'=?utf-8?q?a?= '.repeat(20_000)}\r\n${TEXT}Danke`],
  ['an encoded word that is none', `${HEAD}Subject: =?utf-8?b?${'='.repeat(50_000)}?=\r\n${TEXT}Danke`],
  ['a fold after each letter', `${HEAD}Subject: ${'a\r\n '.repeat(50_000)}b\r\n${TEXT}Danke`],
  ['five hundred parts within each other', `${HEAD}${nested(500)}${TEXT}${WISH}`],
  [
    'ten thousand parts',
    `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\nx\r\n'.repeat(10_000)}--b--`,
  ],
  ['a boundary that never comes', `${HEAD}Content-Type: multipart/mixed; boundary=never\r\n\r\n${WISH}`],
  ['a boundary of nothing', `${HEAD}Content-Type: multipart/mixed; boundary=""\r\n\r\n----\r\n${WISH}`],
  ['base64 that is none', `${HEAD}Content-Transfer-Encoding: base64\r\n${TEXT}${'%%%='.repeat(20_000)}`],
  [
    'quotes that are not printable',
    `${HEAD}Content-Transfer-Encoding: quoted-printable\r\n${TEXT}${'='.repeat(200_000)}`,
  ],
  [
    'half of a character',
    `${HEAD}Content-Transfer-Encoding: quoted-printable\r\n${TEXT}=ED=A0=80=F0=9F${'x'.repeat(10)}`,
  ],
  ['letters of no language', `${HEAD}Content-Type: text/plain; charset=klingon\r\n\r\n${WISH} \xff\xfe`],
  ['two bytes for each letter, undeclared', `${HEAD}${TEXT}${Buffer.from('Hallo', 'utf16le').toString('latin1')}`],
  ['a text that turns round', `${HEAD}${TEXT}${utf8(`\u202e${[...WISH].reverse().join('')}`)}`],
  ['tags that open', `${HEAD}${HTML}${'<div><b>'.repeat(30_000)}x`],
  ['comments that open', `${HEAD}${HTML}${'<!-- '.repeat(40_000)}${WISH}`],
  ['a style of a megabyte', `${HEAD}${HTML}<style>${'a{}'.repeat(300_000)}</style>Danke`],
];

/** Of computing, on a busy machine: half of what the function has. What was not linear took minutes. */
const SECONDS = 30;

const RING = parseKeyRing(JSON.stringify({ current: 1, '1': 'k'.repeat(64) }));

async function read(raw: string) {
  const bytes = Buffer.from(raw, 'latin1');
  const mail = await readMail(bytes);
  const isAutomatic = automatic(mail, 'erika@example.com');
  const { wish } = recognise(mail.subject, ownWords(mail.text), writerOf(mail));
  return {
    kept: await keptMail(bytes, mail, RING),
    wish: isAutomatic || !mail.isReadable || mail.from === undefined ? undefined : wish,
  };
}

test.each(MAILS)('%s', async (_, raw) => {
  const before = process.cpuUsage();
  const { kept, wish } = await read(raw);
  const { user, system } = process.cpuUsage(before);
  expect(wish).toBeUndefined();
  expect(JSON.stringify(kept)).not.toMatch(/\\ud[89a-f]/i);
  expect(JSON.stringify(kept).length).toBeLessThan(400_000);
  expect((user + system) / 1_000_000).toBeLessThan(SECONDS);
});

test('more lines than the largest mail of attachments has: it is not read, and a person gets it', async () => {
  const before = process.cpuUsage();
  const mail = await readMail(Buffer.from(`${HEAD}${TEXT}${WISH}${'\r\n'.repeat(4_000_000)}`));
  const { user, system } = process.cpuUsage(before);
  expect([mail.isReadable, mail.text, mail.from?.canonical]).toEqual([false, '', 'erika@example.com']);
  expect((user + system) / 1_000_000).toBeLessThan(SECONDS);
});

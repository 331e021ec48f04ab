import { asRecord, asSubject } from '../ids';
import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import { expectLittleTime } from '../cpu-time';
import fc from '../seeded';
import { bytesOf, keptMail } from '../../shared/inbox/kept-mail';
import { contentsOf, readMail } from '../../shared/inbox/received-mail';
import { holdsSecret, withCheckValues } from '../../shared/links/check-values';
import { writeLocalPart } from '../../shared/links/inbox-address';
import { LINK_KINDS, writeToken, type Link, type LinkKind } from '../../shared/links/link-token';

const RING = {
  current: 2,
  keys: new Map([
    [1, 'one'],
    [2, 'two'],
    [3, 'three'],
  ]),
};
const ids = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Buffer.from(bytes).toString('base64url'));
const keys = fc.constantFrom(...RING.keys.keys());
const links: fc.Arbitrary<Link> = fc.record({
  kind: fc.constantFrom(...(Object.keys(LINK_KINDS) as LinkKind[])),
  subject: ids.map(asSubject),
  recordId: ids.map(asRecord),
  purposes: fc.array(fc.stringMatching(/^[a-z][a-z0-9-]{0,39}$/), { maxLength: 6 }),
});
/** Each with its text as it is hashed: an address may come in any letter case. */
const secrets = fc.oneof(
  fc.tuple(links, keys).map(([link, current]) => writeToken(link, { ...RING, current })),
  fc
    .tuple(ids, fc.nat(0xffffffff), keys)
    .map(([subject, mark, current]) => writeLocalPart({ subject: asSubject(subject), mark }, { ...RING, current })),
);
const valueOf = (secret: string): string => `[sha256 ${createHash('sha256').update(secret).digest('base64url')}]`;
const around = fc.oneof(
  fc.constantFrom(
    '',
    'https://consent.example.com/confirm/',
    '%2Fconfirm%2F',
    'x',
    '-',
    '_',
    '"',
    '<mailto:',
    ' ',
    'AQ',
  ),
  fc.string({ maxLength: 6 }),
);

test('every secret becomes its check value, whatever stands around it, and nothing else changes', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(around, secrets), { minLength: 1, maxLength: 4 }), around, (parts, end) => {
      const text = parts.map(([before, secret]) => before + secret).join('') + end;
      const masked = parts.map(([before, secret]) => before + valueOf(secret)).join('') + end;
      expect(withCheckValues(text, RING)).toBe(masked);
      expect(holdsSecret(masked, RING)).toBe(false);
    }),
  );
});

test('text without one stays as it is, also what only looks like one', () => {
  const foreign = fc.tuple(links, fc.constant({ current: 2, keys: new Map([[2, 'other']]) }));
  fc.assert(
    fc.property(fc.string(), foreign, (text, [link, ring]) => {
      const said = `${text} https://consent.example.com/confirm/${writeToken(link, ring)}\r\n${text}`;
      expect(withCheckValues(said, RING)).toBe(said);
    }),
  );
});

test('an address to unsubscribe by is found in capitals, and named by small letters', () => {
  const localPart = writeLocalPart({ subject: asSubject('A'.repeat(22)), mark: 7 }, RING);
  expect(withCheckValues(`<${localPart.toUpperCase()}@x>`, RING)).toBe(`<${valueOf(localPart)}@x>`);
});

test.each([
  ['a soft line break', '=\r\n'],
  ['a folded header', '\r\n\t'],
  ['the mark of a quote', '\n> '],
  ['marks of quotes', '\r\n> > > '],
  ['a space that belongs to the line’s end, in a quote', ' \r\n> '],
  ['a soft line break with padding', '= \t\r\n'],
  ['a quote with initials', '\r\nEM> JS> '],
  ['a carriage return alone', '\r'],
  ['a place where a word may be parted', '\u200b'],
])('a secret that %s parts is found', (_, gap) => {
  fc.assert(
    fc.property(secrets, fc.nat(), (secret, place) => {
      const at = 1 + (place % (secret.length - 1));
      const parted = `before ${secret.slice(0, at)}${gap}${secret.slice(at)}\r\nbehind`;
      expect(withCheckValues(parted, RING)).toBe(`before ${valueOf(secret)}\r\nbehind`);
    }),
  );
});

const quoted = (sign: string, mark: string): string =>
  mark + sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0');

test.each<[string, (url: string) => string]>([
  ['a hyphen and their number', (url) => url.replace(/[^A-Za-z0-9/]/g, (sign) => quoted(sign, '-'))],
  ['a percent sign and their number', (url) => url.replace(/[^A-Za-z0-9]/g, (sign) => quoted(sign, '%'))],
  [
    'a percent sign and their number in small letters',
    (url) => url.replace(/[-_]/g, (sign) => quoted(sign, '%').toLowerCase()),
  ],
])('a secret that a filter rewrote, with signs as %s, is found', (_, rewrite) => {
  fc.assert(
    fc.property(secrets, fc.constantFrom('', '=\r\n', '\n> '), fc.nat(), (secret, gap, place) => {
      const written = rewrite(secret);
      const at = 1 + (place % (written.length - 1));
      // No line ends within a sign.
      fc.pre(!/[-%][0-9A-F]?$/i.test(written.slice(0, at)));
      const url = `https://filter.example/?u=${rewrite('https://consent.example.com/confirm/')}`;
      const text = `${url}${written.slice(0, at)}${gap}${written.slice(at)}&d=DwMFaQ`;
      expect(withCheckValues(text, RING)).toBe(`${url}${valueOf(secret)}&d=DwMFaQ`);
      expect(holdsSecret(text, RING)).toBe(true);
    }),
  );
});

test.each(['base64', 'base64url'] as const)('a secret in a link that a filter handed on in %s is found', (alphabet) => {
  fc.assert(
    fc.property(secrets, fc.nat(2), fc.constantFrom('', '/', 'ab'), fc.nat(), (secret, shift, before, place) => {
      const link = `https://consent.example.com/${'x'.repeat(shift)}/${secret}?utm_source=mail`;
      const written = before + Buffer.from(link).toString(alphabet);
      const at = place % written.length;
      for (const url of [written, `${written.slice(0, at)}=\r\n${written.slice(at)}`]) {
        const kept = withCheckValues(`Your link: https://filter.example/?d=x&u=${url}&i=1`, RING);
        expect(kept).toContain(valueOf(secret));
        expect(kept).toMatch(/^Your link: https:\/\/filter\.example\/\?d=x&u=.*&i=1$/s);
        expect(holdsSecret(kept, RING)).toBe(false);
        const words = kept.split(/[^A-Za-z0-9+/_-]+/).map((word) => Buffer.from(word, 'base64').toString('latin1'));
        expect(words.join(' ')).not.toContain(secret.slice(-12));
      }
    }),
  );
});

test('of a link in base64 each letter goes that has a bit of the secret, and no other', () => {
  fc.assert(
    fc.property(secrets, fc.nat(5), (secret, more) => {
      const written = (inside: string): string =>
        Buffer.from(`https://consent.example.com/${'x'.repeat(more)}/${inside}?a=b`, 'latin1').toString('base64');
      const [zeros, ones] = ['\0', '\xff'].map((bits) => written(bits.repeat(secret.length)));
      const differing = [...zeros!].flatMap((letter, n) => (letter === ones![n] ? [] : [n]));
      const text = written(secret);
      const kept = text.slice(0, differing[0]) + valueOf(secret) + text.slice(differing.at(-1)! + 1);
      expect(withCheckValues(`?u=${text}&i=1`, RING)).toBe(`?u=${kept}&i=1`);
    }),
  );
});

test('a secret that has the letters of such signs by itself is found as it is, and rewritten', () => {
  // Behind two bytes of the token and one of its own, the id stands in the token as it is written here.
  const id = Buffer.concat([Buffer.alloc(1), Buffer.from('-2D-5F'.repeat(4).slice(0, 20), 'base64url')]);
  const subject = asSubject(id.toString('base64url'));
  const secret = writeToken({ kind: 'confirm', subject, recordId: asRecord('B'.repeat(21) + 'A'), purposes: [] }, RING);
  expect(secret).toContain('-2D-5F-2D-5F');
  const rewritten = secret.replace(/[-_]/g, (one) => quoted(one, '-'));
  for (const written of [secret, rewritten]) expect(withCheckValues(`/${written}/`, RING)).toBe(`/${valueOf(secret)}/`);
});

test('of a secret that ends in such a sign nothing stays behind', () => {
  const [subject, recordId] = [asSubject('A'.repeat(22)), asRecord('B'.repeat(21) + 'A')];
  const tokens = Array.from({ length: 3_000 }, (_, n) =>
    writeToken({ kind: 'confirm', subject, recordId, purposes: [`purpose-${n}`] }, RING),
  );
  for (const sign of ['-', '_']) {
    const secret = tokens.find((token) => token.endsWith(sign))!;
    const rewritten = secret.replace(/[-_]/g, (one) => quoted(one, '%'));
    expect(withCheckValues(`/${rewritten}/`, RING)).toBe(`/${valueOf(secret)}/`);
  }
});

test('a long text that is full of beginnings is read in a moment', () => {
  const beginning = Buffer.from([2, 2]).toString('base64url').slice(0, 2);
  const known = Buffer.from([2, 2, 0]).toString('base64url');
  const texts = [
    beginning.repeat(50_000),
    known.repeat(30_000),
    `${beginning}${'YWFh'.repeat(40_000)}`,
    // Beginnings, each of which seems to have the purposes of a whole site behind it.
    (beginning.repeat(23) + 'YWFh'.repeat(1330)).repeat(200),
    'u-'.repeat(50_000),
    ' '.repeat(200_000),
    ' \n'.repeat(100_000),
  ];
  for (const text of texts) {
    expectLittleTime(() => expect(withCheckValues(text, RING)).toBe(text));
  }
});

test('many links amid many line ends are found in a moment', () => {
  const token = writeToken(
    { kind: 'confirm', subject: asSubject('A'.repeat(22)), recordId: asRecord('B'.repeat(21) + 'A'), purposes: [] },
    RING,
  );
  const text = `${`${token} `.repeat(1400)}${'\n'.repeat(100_000)}`;
  expectLittleTime(() => expect(withCheckValues(text, RING)).toContain(valueOf(token)));
});

describe('a mail that quotes one of ours keeps no link', () => {
  const link = `https://consent.example.com/confirm/${writeToken({ kind: 'confirm', subject: asSubject('A'.repeat(22)), recordId: asRecord('B'.repeat(21) + 'A'), purposes: [] }, RING)}`;
  const address = `${writeLocalPart({ subject: asSubject('A'.repeat(22)), mark: 0 }, RING)}@inbox.example`;
  const quote = `Was ist das?\n\n> Bitte bestätigen Sie:\n> ${link}\n> ${address}\n`;
  const base = { from: 'a@example.org', to: 'demo@inbox.example', subject: 'Re: Ihre Anmeldung', text: 'Hallo' };
  const forwarded = { filename: 'a.eml', contentType: 'message/rfc822', content: '' };
  const untyped = { ...forwarded, contentType: 'application/octet-stream' };

  test.each<[string, object]>([
    ['as it is', { text: quote, textEncoding: '8bit' }],
    ['quoted-printable', { text: quote, textEncoding: 'quoted-printable' }],
    ['base64', { text: quote, textEncoding: 'base64' }],
    ['HTML', { html: `<blockquote>Bitte <a href="${link}">${link}</a></blockquote>` }],
    ['HTML in base64', { html: `<a href=${link}>hier</a>`, textEncoding: 'base64' }],
    ['HTML with entities', { html: `<p>${[...link].map((char) => `&#${char.codePointAt(0)};`).join('')}</p>` }],
    ['sent to the address to unsubscribe by', { to: address }],
    ['in a header', { headers: { 'X-Forwarded': link } }],
    ['in the subject', { subject: `Re: ${link} bestätigen` }],
    ['in an attachment', { attachments: [{ filename: 'a.txt', content: quote }] }],
    ['in an attachment of an attachment', { attachments: [forwarded] }],
    ['in a mail that is attached as some file', { attachments: [untyped] }],
    [
      'in an attachment of two bytes a letter',
      { attachments: [{ filename: 'a.txt', content: Buffer.from(quote, 'utf16le') }] },
    ],
  ])('%s', async (_, said) => {
    const quoting = await new MailComposer({ ...base, text: quote, textEncoding: 'base64' }).compile().build();
    forwarded.content = untyped.content = quoting.toString();
    const raw = await new MailComposer({ ...base, ...said }).compile().build();
    expect((await contentsOf(raw)).some((content) => holdsSecret(content, RING))).toBe(true);
    const kept = await keptMail(raw, await readMail(raw), RING);
    for (const content of [kept.raw, ...(await contentsOf(bytesOf(kept)))]) {
      expect([content, holdsSecret(content, RING)]).toEqual([content, false]);
    }
    const { from, text, subject } = await readMail(bytesOf(kept));
    expect([from?.typed, subject, text]).toEqual([
      'a@example.org',
      expect.stringContaining('Re: '),
      expect.any(String),
    ]);
  });
});

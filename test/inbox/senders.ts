import { ALL, FOREIGN_SERVER, inSeconds, OWN_SERVER, signed, type Signing } from './dkim';

/** A mail as it comes in, and from where. */
export interface Incoming {
  readonly raw: string;
  /** @default a server that nobody's domain names */
  readonly ip?: string;
  /** The sender of the envelope. */
  readonly sender?: string;
  /** What the service says, where that is another thing than the library finds. */
  readonly said?: Readonly<Record<string, string>>;
}

type Row = readonly [name: string, mail: Incoming, isProven: boolean];

const FROM = 'From: Erika Mustermann <erika@example.com>';
const TO = 'To: demo@inbox.example';
const SUBJECT = 'Subject: Abmeldung';
const DATE = 'Date: Sun, 22 Nov 2026 10:15:28 +0100';
const TYPE = 'Content-Type: text/plain; charset=utf-8';
const REST = ['Message-ID: <1@example.com>', 'MIME-Version: 1.0'];

const mail = (head: readonly string[], body = 'Bitte melden Sie mich ab.'): string =>
  `${head.join('\r\n')}\r\n\r\n${body}\r\n`;
const HEAD = [FROM, TO, SUBJECT, DATE, ...REST, TYPE];
const without = (...fields: readonly string[]): string[] => HEAD.filter((line) => !fields.includes(line));
/** A mail with other lines instead of its From. */
const from = (...lines: readonly string[]): string => mail([...lines, ...without(FROM)]);
/** From the domain's own server. */
const direct = (raw: string, sender = 'erika@example.com'): Incoming => ({ raw, ip: OWN_SERVER, sender });
const put = (line: string, raw: string): string => `${line}\r\n${raw}`;
const replaced = (raw: string, one: string, other: string): string => raw.replace(one, () => other);
const sig = (signing?: Signing, head: readonly string[] = HEAD): string => signed(mail(head), signing);
const MINIMAL: Signing = { h: 'from:date' };
const PARTS = ['--b1', 'Content-Type: text/plain', '', 'abmelden', '--b1--'].join('\r\n');
const GMAIL = 'to:subject:message-id:date:from:mime-version:from:to:cc:subject:date:message-id:reply-to';
const multipart = (boundary: string, body: string): string =>
  mail([...without(TYPE), `Content-Type: multipart/alternative; boundary="${boundary}"`], body);

/** By which signature, and over what. */
const SIGNATURES: readonly Row[] = [
  ['a signature of the domain over all that is read', { raw: sig() }, true],
  ['one that oversigns', { raw: sig({ h: `${ALL}:${ALL}` }) }, true],
  ['one of the domain above', { raw: signed(from('From: erika@mail.example.com')) }, true],
  ['one in capitals', { raw: sig({ h: ALL.toUpperCase(), d: 'EXAMPLE.COM' }) }, true],
  ['one folded', { raw: replaced(sig(), '; h=', ';\r\n\th=') }, true],
  ['two of the domain, both over all', { raw: signed(sig()) }, true],
  ['one of the domain and one of its sender of bulk mail', { raw: signed(sig(), { d: 'bulk.example' }) }, true],
  ['one of a domain without a policy', { raw: signed(from('From: e@bare.example'), { d: 'bare.example' }) }, true],
  ['one that ends later', { raw: sig({ tags: { t: inSeconds(-60), x: inSeconds(3600) } }) }, true],
  ['one with a Cc that is signed', { raw: sig({}, [...HEAD, 'Cc: other@example.org']) }, true],
  ['one as Gmail makes it, over a body that parts itself', { raw: signed(multipart('b1', PARTS), { h: GMAIL }) }, true],
  ['one of another domain', { raw: sig({ d: 'evil.example' }) }, false],
  ['one of a domain below', { raw: sig({ d: 'news.example.com' }) }, false],
  ['one of a domain beside', { raw: signed(from('From: e@a.example.com'), { d: 'b.example.com' }) }, false],
  ['one of a domain that only ends alike', { raw: sig({ d: 'notexample.com' }) }, false],
  ['one of all of .com', { raw: sig({ d: 'com' }), said: { dmarc: 'GRAY', dkim: 'PASS' } }, false],
  ['one without To', { raw: sig({ h: 'from:subject:date:content-type' }) }, false],
  ['one without Subject', { raw: sig({ h: 'from:to:date:content-type' }) }, false],
  ['one without Date', { raw: sig({ h: 'from:to:subject:content-type' }) }, false],
  ['one without the type of what it says', { raw: sig({ h: 'from:to:subject:date' }) }, false],
  [
    'one with a Cc that is not signed',
    { raw: sig({ h: 'from:to:subject:date:content-type' }, [...HEAD, 'Cc: x@example.org']) },
    false,
  ],
  ['one over a part of the body', { raw: sig({ tags: { l: '5' } }) }, false],
  ['one that has ended', { raw: sig({ tags: { t: inSeconds(-7200), x: inSeconds(-60) } }) }, false],
  [
    'one that has ended, of which the service says nothing',
    { raw: sig({ tags: { x: inSeconds(-60) } }), said: { dmarc: 'PASS', dkim: 'PASS' } },
    false,
  ],
  ['one of tomorrow', { raw: sig({ tags: { t: inSeconds(90_000) } }), said: { dmarc: 'PASS', dkim: 'PASS' } }, false],
  [
    'one that ends before it begins',
    { raw: sig({ tags: { t: inSeconds(60), x: inSeconds(30) } }), said: { dmarc: 'PASS', dkim: 'PASS' } },
    false,
  ],
  ['one by SHA-1', { raw: sig({ tags: { a: 'rsa-sha1' } }), said: { dmarc: 'PASS', dkim: 'PASS' } }, false],
  ['one with a tag twice', { raw: replaced(sig(), '; h=', '; h=x; h='), said: { dmarc: 'PASS', dkim: 'PASS' } }, false],
  [
    'one that is no list of tags',
    { raw: put('DKIM-Signature: good', mail(HEAD)), said: { dmarc: 'PASS', dkim: 'PASS' } },
    false,
  ],
  ['two, of which one covers less', { raw: signed(sig(MINIMAL)) }, false],
  [
    'two, of which one is another’s, without a policy',
    { raw: signed(signed(from('From: e@bare.example'), { d: 'bare.example' }), { d: 'evil.example' }) },
    false,
  ],
  ['one of a mail without a date', { raw: signed(mail(without(DATE))) }, false],
  [
    'one of a mail of next year',
    { raw: signed(mail([...without(DATE), 'Date: Mon, 22 Nov 2027 10:15:28 +0100'])) },
    false,
  ],
  ['none', { raw: mail(HEAD) }, false],
  [
    'nothing but what a forwarder sealed (ARC)',
    {
      raw: put(
        'ARC-Seal: i=1; a=rsa-sha256; cv=none; d=list.example; s=s1; b=x',
        put('ARC-Authentication-Results: i=1; list.example; dkim=pass header.d=example.com; dmarc=pass', mail(HEAD)),
      ),
    },
    false,
  ],
  [
    'nothing but what it says of itself',
    { raw: put('Authentication-Results: amazonses.com; dkim=pass header.i=@example.com; dmarc=pass', mail(HEAD)) },
    false,
  ],
];

/** Replays of a mail that she did sign. */
const AGAIN: readonly Row[] = [
  [
    'a signed thank-you with another subject on top',
    { raw: put('Subject: Abmeldung', replaced(sig(), SUBJECT, SUBJECT)) },
    false,
  ],
  [
    'one with a Cc to us on top',
    { raw: put('Cc: demo@inbox.example', sig({ h: 'from:to:subject:date:content-type' })) },
    false,
  ],
  [
    'one with a Cc to us below',
    { raw: replaced(sig({ h: 'from:to:subject:date:content-type' }), TYPE, `${TYPE}\r\nCc: demo@inbox.example`) },
    false,
  ],
  ['one with a Cc to us, which its signature oversigned', { raw: put('Cc: demo@inbox.example', sig()) }, false],
  ['one with a second To', { raw: put('To: demo@inbox.example', sig()) }, false],
  ['one with a second Date', { raw: put('Date: Sun, 22 Nov 2026 11:00:00 +0100', sig()) }, false],
  ['one with a second From', { raw: put(FROM, sig()) }, false],
  ['one with a second Message-ID', { raw: put('Message-ID: <2@example.com>', sig()) }, false],
  ['one with a second Content-Type', { raw: put('Content-Type: text/html', sig()) }, false],
  ['one with a second Reply-To', { raw: put('Reply-To: a@example.com', put('Reply-To: b@example.com', sig())) }, false],
  ['one with a second Subject in capitals', { raw: put('SUBJECT: x', sig()) }, false],
  ['one with a second Subject with a blank before its colon', { raw: put('Subject : x', sig()) }, false],
  ['one with another text', { raw: replaced(sig(), 'Bitte melden', 'Bitte sofort melden') }, false],
  ['one with more text', { raw: `${sig()}mehr\r\n` }, false],
  ['one with another subject', { raw: replaced(sig(), SUBJECT, 'Subject: Widerruf') }, false],
  [
    'one with a subject that it had not',
    { raw: put('Subject: Abmeldung', sig({ h: 'from:to:date:content-type' }, without(SUBJECT))) },
    false,
  ],
  [
    'one with another boundary, so that what it quotes is its text',
    { raw: replaced(signed(multipart('b1', `Nein.\r\n${PARTS}`), { h: GMAIL }), 'boundary="b1"', 'boundary="b1" ') },
    false,
  ],
  [
    'one with a way to decode it that it had not',
    { raw: put('Content-Transfer-Encoding: base64', sig({ h: 'from:to:cc:subject:date:content-type' })) },
    false,
  ],
  [
    'one by way of a list that adds a footer',
    {
      raw: put('Subject: [Liste] Abmeldung', replaced(sig(), `${SUBJECT}\r\n`, '')),
      ip: FOREIGN_SERVER,
      sender: 'bounce@list.example',
    },
    false,
  ],
  [
    'one by way of a list that leaves it alone',
    { raw: sig(), ip: FOREIGN_SERVER, sender: 'bounce@list.example' },
    true,
  ],
  [
    'one with a mark of a list above it',
    { raw: put('X-Forwarded-To: a@example.org', sig()), ip: FOREIGN_SERVER, sender: 'x@evil.example' },
    true,
  ],
];

/** By the server that it came from. */
const SERVERS: readonly Row[] = [
  ['the domain’s own server', direct(mail(HEAD)), true],
  ['the domain’s own server, with a signature over little', direct(sig(MINIMAL)), true],
  ['the server of the domain above', direct(from('From: erika@mail.example.com')), true],
  ['the domain’s own server, without a policy', direct(from('From: e@bare.example'), 'e@bare.example'), false],
  [
    'a server that may send for another domain alone',
    { raw: mail(HEAD), ip: FOREIGN_SERVER, sender: 'x@evil.example' },
    false,
  ],
  ['a server that may not', { raw: mail(HEAD), ip: FOREIGN_SERVER, sender: 'erika@example.com' }, false],
  ['a server of a domain below', direct(mail(HEAD), 'x@bounces.example.com'), false],
  ['a server, without a sender of the envelope', direct(mail(HEAD), ''), false],
  ['a check that failed', { ...direct(mail(HEAD)), said: { dmarc: 'PROCESSING_FAILED' } }, false],
];

/** What From may be; each comes from the domain's own server. */
const AUTHORS: readonly (readonly [string, string | readonly string[], boolean])[] = [
  ['an address', 'From: erika@example.com', true],
  ['an address in brackets', 'From: <erika@example.com>', true],
  ['a name in quotes', 'From: "Mustermann, Erika" <erika@example.com>', true],
  ['a name with a dot', 'From: Dr. E. Mustermann <erika@example.com>', true],
  ['an encoded name', 'From: =?utf-8?Q?J=C3=BCrgen?= <erika@example.com>', true],
  ['a name in UTF-8', `From: ${Buffer.from('Jürgen Müßig').toString('latin1')} <erika@example.com>`, true],
  ['a folded name', 'From: Erika\r\n Mustermann\r\n <erika@example.com>', true],
  ['another letter case', 'FROM: Erika <Erika@Example.COM>', true],
  ['two addresses', 'From: erika@example.com, other@example.com', false],
  ['two in brackets', 'From: <erika@example.com> <other@example.com>', false],
  ['an address, then text', 'From: <erika@example.com> Erika', false],
  ['text that is an address, then one', 'From: other@example.com <erika@example.com>', false],
  ['empty brackets', 'From: erika@example.com <>', false],
  ['empty brackets before it', 'From: <> erika@example.com', false],
  ['nothing', 'From:', false],
  ['brackets in brackets', 'From: <<erika@example.com>>', false],
  ['a bracket that stays open', 'From: Erika <erika@example.com', false],
  ['a quote that stays open', 'From: "Erika <erika@example.com>', false],
  ['a comment', 'From: erika@example.com (Erika)', false],
  ['a comment within', 'From: erika@(x)example.com', false],
  ['a route', 'From: <@evil.example:erika@example.com>', false],
  ['a group', 'From: Us: erika@example.com;', false],
  ['blanks in the address', 'From: erika @example.com', false],
  ['two at signs', 'From: erika@evil.example@example.com', false],
  ['a local part in quotes', 'From: "erika"@example.com', false],
  ['two dots', 'From: eri..ka@example.com', false],
  ['a domain that is an IP', 'From: erika@[203.0.113.7]', false],
  ['an address that is encoded', 'From: =?utf-8?Q?erika=40example=2Ecom?=', false],
  ['a comma at the end', 'From: erika@example.com,', false],
  ['a semicolon', 'From: erika@example.com; other@example.com', false],
  ['a NUL in the name', 'From: Eri\0ka <erika@example.com>', false],
  ['half of a UTF-8 character', 'From: Eri\xc3 <erika@example.com>', false],
  ['a sign without width', `From: ${Buffer.from('Eri\u200bka').toString('latin1')} <erika@example.com>`, false],
  ['a name that turns round', `From: ${Buffer.from('\u202eakirE').toString('latin1')} <erika@example.com>`, false],
  ['none', [], false],
  ['two', ['From: erika@example.com', 'From: erika@example.com'], false],
  ['a second after a NUL', ['From: erika@example.com', '\0From: other@example.com'], false],
  ['a second after a BOM', ['From: erika@example.com', '\xef\xbb\xbfFrom: other@example.com'], false],
  ['a second with a blank before its colon', ['From : other@example.com', 'From: erika@example.com'], false],
  ['a second with a tab before its colon', ['From\t: other@example.com', 'From: erika@example.com'], false],
  [
    'a second with a letter that looks alike',
    [`${Buffer.from('Frоm').toString('latin1')}: other@example.com`, 'From: erika@example.com'],
    false,
  ],
  ['a second with a hyphen in it', ['Fr-om: other@example.com', 'From: erika@example.com'], false],
  ['a second with a dot behind', ['From.: other@example.com', 'From: erika@example.com'], false],
  ['a second without a colon', ['From other@example.com', 'From: erika@example.com'], false],
  ['a second after a bare CR', ['From: erika@example.com', 'X-A: b\rFrom: other@example.com'], false],
  ['a second after a bare LF', ['From: erika@example.com', 'X-A: b\nFrom: other@example.com'], false],
  ['one after an end of the head that few see', ['X-A: b\n', 'From: erika@example.com'], false],
  ['a first line that goes on from nowhere', [' From: other@example.com', 'From: erika@example.com'], false],
  ['a Sender that is the same', ['From: erika@example.com', 'Sender: erika@example.com'], true],
  ['a Sender that is another', ['From: erika@example.com', 'Sender: other@example.com'], false],
  ['a Sender that is nobody', ['From: erika@example.com', 'Sender: <>'], false],
];

export const SENDERS: readonly Row[] = [
  ...SIGNATURES,
  ...AGAIN,
  ...SERVERS,
  ...AUTHORS.map(([name, lines, isProven]): Row => [
    `From: ${name}`,
    { ...direct(from(...[lines].flat())), said: { spf: 'PASS', dmarc: 'PASS' } },
    isProven,
  ]),
];

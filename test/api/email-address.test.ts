import fc from '../seeded';
import { readEmailAddress, type EmailAddress } from '../../shared/email-address';

function read(input: string): EmailAddress {
  const address = readEmailAddress(input);
  if (typeof address === 'string') throw new Error(`refused: ${address}`);
  return address;
}

const refusal = (input: string): string => {
  const refused = readEmailAddress(input);
  if (typeof refused !== 'string') throw new Error(`taken as ${refused.canonical}`);
  return refused;
};

describe('an e-mail address that is taken', () => {
  test.each([
    ['plain', 'erika@example.com', 'erika@example.com', 'erika@example.com'],
    ['letter case', 'Erika.M@EXAMPLE.Com', 'erika.m@example.com', 'Erika.M@example.com'],
    ['spaces around it', '  erika@example.com ', 'erika@example.com', 'erika@example.com'],
    ['a tag', 'erika+news@example.com', 'erika+news@example.com', 'erika+news@example.com'],
    ['dots, which only Gmail ignores', 'e.r.i.k.a@gmail.com', 'e.r.i.k.a@gmail.com', 'e.r.i.k.a@gmail.com'],
    [
      'signs of RFC 5322',
      "o'neil/a=b!#$%&*?^_`{|}~@example.com",
      "o'neil/a=b!#$%&*?^_`{|}~@example.com",
      "o'neil/a=b!#$%&*?^_`{|}~@example.com",
    ],
    ['an umlaut domain', 'erika@Bücher.example', 'erika@xn--bcher-kva.example', 'erika@xn--bcher-kva.example'],
    ['its punycode', 'erika@xn--bcher-kva.example', 'erika@xn--bcher-kva.example', 'erika@xn--bcher-kva.example'],
    ['a sharp s, which is no double s', 'erika@faß.example', 'erika@xn--fa-hia.example', 'erika@xn--fa-hia.example'],
    [
      'a top-level domain that is not Latin',
      'erika@пример.рф',
      'erika@xn--e1afmkfd.xn--p1ai',
      'erika@xn--e1afmkfd.xn--p1ai',
    ],
    ['the ideographic full stop', 'erika@example。com', 'erika@example.com', 'erika@example.com'],
    ['many labels', 'a@b.c.d.example.co', 'a@b.c.d.example.co', 'a@b.c.d.example.co'],
  ])('with %s', (_, typed, canonical, mailbox) => {
    expect(read(typed)).toEqual({ typed: typed.trim(), canonical, mailbox });
  });

  test('the longest that there can be', () => {
    const label = 'd'.repeat(63);
    const longest = `${'l'.repeat(64)}@${label}.${label}.${'e'.repeat(57)}.com`;
    expect(longest).toHaveLength(254);
    expect(read(longest).canonical).toBe(longest);
  });
});

describe('an e-mail address that is refused', () => {
  const form = 'An e-mail address has the form name@example.com.';
  const local = 'The part before the "@" can hold only letters a-z, digits and signs.';

  test.each([
    ['nothing', '', form],
    ['no @', 'erika.example.com', form],
    ['nothing before the @', '@example.com', form],
    ['nothing after the @', 'erika@', form],
    ['two @', 'erika@home@example.com', form],
    ['no dot in the domain', 'erika@localhost', form],
    ['a dot at the end', 'erika@example.com.', form],
    ['two dots in the domain', 'erika@example..com', form],
    ['two dots in the local part', 'erika..m@example.com', form],
    ['a dot first', '.erika@example.com', form],
    ['a dot before the @', 'erika.@example.com', form],
    ['a space', 'erika m@example.com', form],
    ['a space in the domain', 'erika@exa mple.com', form],
    ['a quoted local part', '"erika m"@example.com', form],
    ['a display name', 'Erika <erika@example.com>', form],
    ['two addresses', 'erika@example.com,max@example.com', form],
    ['a comment', 'erika(home)@example.com', form],
    ['an IP address', 'erika@127.0.0.1', form],
    ['an IP address in short', 'erika@127.1', form],
    ['an address literal', 'erika@[192.0.2.1]', form],
    ['a path, which a URL would end its host with', 'erika@example.com/news', form],
    ['a query', 'erika@example.com?x=1', form],
    ['a fragment', 'erika@example.com#x', form],
    ['a backslash', 'erika@example.com\\x', form],
    ['a port', 'erika@example.com:25', form],
    ['a percent escape', 'erika@ex%61mple.com', form],
    ['an underscore in the domain', 'erika@exa_mple.com', form],
    ['a label that begins with a hyphen', 'erika@-example.com', form],
    ['a label that ends with a hyphen', 'erika@example-.com', form],
    ['a label that is no punycode', 'erika@xn--zzzzzz.com', form],
    ['punycode of a label that needs none', 'erika@xn--zzz-.com', form],
    ['a top-level domain of digits', 'erika@example.123', form],
    ['an umlaut in the local part', 'jürgen@example.com', local],
    ['a letter that turns ASCII in lower case', 'eri\u212Aa@example.com', local],
    ['a NUL', 'erika\0@example.com', local],
    ['a line break', 'erika\r\nBcc: max@example.com', local],
    ['a local part of 65', `${'l'.repeat(65)}@example.com`, 'The part before the "@" is longer than 64 characters.'],
    [
      '255 characters',
      `${'l'.repeat(64)}@${`${'d'.repeat(62)}.`.repeat(3)}com`.padEnd(255, 'm'),
      'An e-mail address has at most 254 characters.',
    ],
    [
      'a domain that is too long in punycode',
      `e@${'ü'.repeat(60)}.${`${'d'.repeat(60)}.`.repeat(3)}example`,
      'An e-mail address has at most 254 characters.',
    ],
  ])('for %s', (_, typed, sentence) => {
    expect(refusal(typed)).toBe(sentence);
  });
});

describe('whatever is read', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.emailAddress(),
    fc.webUrl().map((url) => `a@${url}`),
  );

  test('its canonical form is ASCII, short enough, and reads as itself', () => {
    fc.assert(
      fc.property(anything, (input) => {
        const address = readEmailAddress(input);
        if (typeof address === 'string') return;
        expect(address.canonical).toMatch(/^[\x21-\x7e]{3,254}$/);
        expect(read(address.canonical).canonical).toBe(address.canonical);
        expect(read(address.mailbox).canonical).toBe(address.canonical);
      }),
    );
  });

  test('every address that a mail program would take is taken, and letter case names nobody else', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (input) => {
        fc.pre(input.indexOf('@') <= 64);
        expect(read(input).canonical).toBe(input.toLowerCase());
        expect(read(input.toUpperCase()).canonical).toBe(input.toLowerCase());
      }),
    );
  });

  test('a refusal never quotes what was typed', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.string({ unit: 'binary' }), (mark, rest) => {
        const refused = readEmailAddress(`${mark}${rest}`);
        if (typeof refused === 'string') expect(refused).not.toContain(mark);
      }),
    );
  });
});

import { readEmailAddress, type EmailAddress } from '../../shared/email-address';
import { domainMeant } from '../../shared/limits/domain-meant';
import { MAIL_PROVIDERS } from '../../shared/limits/mail-providers';
import fc from '../seeded';

test.each([
  ['gmial.com', 'gmail.com'],
  ['gmai.com', 'gmail.com'],
  ['gmaill.com', 'gmail.com'],
  ['gmail.con', 'gmail.com'],
  ['gmail.co', 'gmail.com'],
  ['hotmial.com', 'hotmail.com'],
  ['t-onlin.de', 't-online.de'],
])('whoever typed %s meant %s', (typed, meant) => {
  expect(domainMeant(`erika@${typed}`)).toBe(meant);
});

test.each(['example.org', 'gmx.de', 'mail.de', 'web.de', 'example.com', 'gmailexample.com', 'de'])(
  'whoever typed %s most likely meant it',
  (typed) => {
    expect(domainMeant(`erika@${typed}`)).toBeUndefined();
  },
);

test('an address with ß in its domain may be there with ss, as some browsers send it', () => {
  const typed = readEmailAddress('bjoern@büro-größer.example');
  expect(domainMeant((typed as EmailAddress).canonical)).toBe('büro-grösser.example');
  expect(domainMeant('bjoern@bueroß.example')).toBe('bueross.example');
  expect(domainMeant('bjoern@xn--bro-grsser-jcb0e.example')).toBeUndefined();
});

test('no provider is taken for another', () => {
  expect([...MAIL_PROVIDERS].filter((domain) => domainMeant(`erika@${domain}`) !== undefined)).toEqual([]);
});

test('any one slip is noticed, and leads to a provider', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...MAIL_PROVIDERS),
      fc.nat(),
      fc.constantFrom('drop', 'double', 'swap'),
      (known, n, how) => {
        const at = n % (known.length - 1);
        const [head, one, two, tail] = [known.slice(0, at), known[at]!, known[at + 1]!, known.slice(at + 2)];
        const slipped = {
          drop: head + two + tail,
          double: head + one + one + two + tail,
          swap: head + two + one + tail,
        }[how];
        if (MAIL_PROVIDERS.has(slipped)) return;
        expect(MAIL_PROVIDERS).toContain(domainMeant(`erika@${slipped}`));
      },
    ),
  );
});

import { domainOf, mailboxOf, networkOf } from '../../shared/limits/counted-as';
import { CAPS_BY, mailCaps, type Cause } from '../../shared/limits/mail-caps';
import { MAIL_PROVIDERS } from '../../shared/limits/mail-providers';
import { readEmailAddress } from '../../shared/email-address';
import { defineSite } from '../../shared/policy/site';
import { having } from '../policy/full-site';

const canonical = (typed: string): string => {
  const read = readEmailAddress(typed);
  if (typeof read === 'string') throw new Error(read);
  return read.canonical;
};

test.each([
  [
    'subaddresses',
    ['bombed@firma.example', 'bombed+1@firma.example', 'bombed+1+2@firma.example', 'bombed+@firma.example'],
  ],
  ['letter case', ['Bombed@Firma.EXAMPLE', 'BOMBED+X@firma.example']],
  ['a domain in letters and in punycode', ['a@müller.example', 'a+b@xn--mller-kva.example', 'A@MÜLLER.example']],
  ['dots and names of Gmail', ['e.rika@gmail.com', 'erika@googlemail.com', 'E.R.I.K.A+news@googlemail.com']],
  ['names of Apple', ['erika@me.com', 'erika@mac.com', 'erika+x@icloud.com']],
  ['names of Proton', ['erika@pm.me', 'erika@protonmail.com', 'erika+x@proton.me']],
])('%s are one mailbox', (_, addresses) => {
  expect(new Set(addresses.map((address) => mailboxOf(canonical(address)))).size).toBe(1);
});

test.each([
  ['people with a hyphen', ['hans-peter@firma.example', 'hans-georg@firma.example', 'hans@firma.example']],
  ['people with dots, but at Gmail', ['e.rika@firma.example', 'erika@firma.example']],
  ['what begins with a "+"', ['+49301234@firma.example', '+49305678@firma.example']],
  ['an equals sign', ['a=b@firma.example', 'a@firma.example']],
  ['other people', ['erika@gmail.com', 'erik@gmail.com']],
  ['the same name elsewhere', ['erika@gmail.com', 'erika@gmx.de']],
])('%s are mailboxes of their own', (_, addresses) => {
  expect(new Set(addresses.map((address) => mailboxOf(canonical(address)))).size).toBe(addresses.length);
});

test.each([
  ['a@firma.example', 'firma.example'],
  ['a@mail1.firma.example', 'firma.example'],
  ['a@x.y.firma.example', 'firma.example'],
  ['a@shop.co.uk', 'shop.co.uk'],
  ['a@mail.shop.co.uk', 'shop.co.uk'],
  ['a@univie.ac.at', 'univie.ac.at'],
  ['a@mail.shop.com.au', 'shop.com.au'],
  ['a@x.grossfirma.de', 'grossfirma.de'],
])('%s is counted at %s', (address, domain) => {
  expect(domainOf(address)).toBe(domain);
});

test.each([
  ['203.0.113.7', '203.0.113'],
  ['203.0.113.250', '203.0.113'],
  ['::ffff:203.0.113.9', '203.0.113'],
  ['::FFFF:cb00:7109', '203.0.113'],
  ['2001:db8:1:2::3', '2001:db8:1'],
  ['2001:0DB8:0001:ffff:1:2:3:4', '2001:db8:1'],
  ['2001:db8:1::', '2001:db8:1'],
  ['2001:db8::1', '2001:db8:0'],
  ['::1', '0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0'],
])('%s is in the network %s', (ip, network) => {
  expect(networkOf(ip)).toBe(
    network
      .split(':')
      .map((group) => (network.includes(':') ? parseInt(group, 16) : group))
      .join(':'),
  );
});

test('neighbours are not one network', () => {
  const ips = ['203.0.112.7', '203.0.113.7', '2001:db8:1::1', '2001:db8:2::1', '2001:db9:1::1'];
  expect(new Set(ips.map(networkOf)).size).toBe(ips.length);
});

describe('a confirmation mail', () => {
  const namesOf = (address: string, limits: object = {}, cause: Cause = { by: 'backend' }): string[] =>
    mailCaps(defineSite(having('/limits', { mailsPerMailbox: 20, ...limits })), address, cause).map(({ name }) => name);

  test('is capped by mailbox, site, domain and network', () => {
    expect(namesOf('a@firma.example', {}, { by: 'visitor', ip: '203.0.113.7' })).toEqual([
      'mailbox',
      'site',
      'domain',
      'network',
    ]);
  });

  test.each([...MAIL_PROVIDERS].slice(0, 3))('is not capped by the domain %s, where everybody is', (domain) => {
    expect(namesOf(`a@${domain}`)).toEqual(['mailbox', 'site']);
  });

  test('is not capped by a domain that the site spares, nor by those under it', () => {
    const limits = { sparedDomains: ['firma.example'] };
    expect(namesOf('a@firma.example', limits)).toEqual(['mailbox', 'site']);
    expect(namesOf('a@post.firma.example', limits)).toEqual(['mailbox', 'site']);
    expect(namesOf('a@andere.example', limits)).toEqual(['mailbox', 'site', 'domain']);
  });

  test('is not capped by a network that nobody knows', () => {
    expect(namesOf('a@firma.example', {}, { by: 'backend' })).toEqual(['mailbox', 'site', 'domain']);
  });

  test.each(Object.keys(CAPS_BY) as (keyof typeof CAPS_BY)[])(
    'has a cap on its mailbox, whoever causes it: %s',
    (by) => {
      const cause = by === 'visitor' ? { by, ip: '203.0.113.7' } : { by };
      expect(namesOf('a@firma.example', {}, cause)).toEqual(CAPS_BY[by]);
      expect(namesOf('a@firma.example', {}, cause)).toContainEqual(expect.stringMatching(/^(?:mailbox|right)$/));
    },
  );

  test('goes to a mailbox at least as often as to an address', () => {
    const most = (confirmation: object): number | undefined =>
      mailCaps(
        defineSite({ ...having('/confirmation', { pending: 'P7D', ...confirmation }), limits: {} }),
        'a@gmx.de',
        { by: 'link' },
      )[0]?.most;
    expect([most({}), most({ mailsPerDay: 1 }), most({ mailsPerDay: 20 })]).toEqual([6, 6, 40]);
  });
});

test('the providers are domains as mail has them', () => {
  expect([...MAIL_PROVIDERS].filter((domain) => !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain))).toEqual([]);
});

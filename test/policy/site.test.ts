import { defineSite, PolicyError } from '../../shared/policy/site';
import type { SiteInput } from '../../shared/policy/schema';
import { ABROAD, AUTHORITY, NEWSLETTER, ON_CONSENT, PROCESSOR, VALID } from './valid-site';

function complaints(input: object): string[] {
  try {
    defineSite(input as SiteInput);
    return [];
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    return error.message.split('\n');
  }
}

test('a valid site is taken, with what it leaves out filled in', () => {
  expect(defineSite(VALID)).toMatchObject({
    confirmation: { pending: 'P7D', mailsPerDay: 3, pause: 'PT10M' },
    purposes: [{ welcome: false, singleOptIn: false, earlierNotices: [] }],
    fields: [],
    assets: [],
    processors: [],
  });
});

test.each<[string, object, string]>([
  [
    'an id that is none',
    { purposes: [{ ...NEWSLETTER, id: 'News Letter' }] },
    '/purposes/0/id: An id is 1 to 40 of a-z, 0-9 and "-", and begins with a letter.',
  ],
  [
    'a firm that names no register',
    { controller: { ...VALID.controller, imprint: { link: 'https://www.example.com/impressum' } } },
    '/controller/imprint/lines: A firm of this legal form names its seat, register and managers in every mail; say them here.',
  ],
  [
    'a duration that is none',
    { confirmation: { pending: '7 days' } },
    '/confirmation/pending: This is an ISO 8601 duration, such as "P7D" or "P3Y".',
  ],
  [
    'a duration that is negative',
    { confirmation: { pending: '-P7D' } },
    '/confirmation/pending: A duration is not negative; nothing ends before it begins.',
  ],
  [
    'a duration with a fraction',
    { confirmation: { pending: 'PT1.5H' } },
    '/confirmation/pending: A duration has whole numbers only: "PT36H" instead of "P1.5D".',
  ],
  [
    'a duration that no calendar goes to the end of',
    { retention: { ...VALID.retention, accessLog: 'P1001Y' } },
    '/retention/accessLog: A duration has at most 1000 years.',
  ],
  [
    'a length of time that depends on when it begins',
    { confirmation: { pending: 'P1M' } },
    '/confirmation/pending: This is in weeks, days or shorter; months are not all as long.',
  ],
  [
    'an origin with a path',
    { origins: ['https://www.example.com/shop'] },
    '/origins/0: An origin is scheme and host alone, such as "https://www.example.com".',
  ],
  ['a field nobody knows', { colour: 'blue' }, '/colour: This field is not known here.'],
  [
    'a purpose twice',
    { purposes: [NEWSLETTER, NEWSLETTER] },
    '/purposes: "newsletter" is there twice; give each its own.',
  ],
  [
    'a text that misses a language',
    { languages: ['de', 'en'], purposes: [{ ...NEWSLETTER, notice: { version: '1', text: { de: 'Ja', en: 'Yes' } } }] },
    '/purposes/0/name: The text in "en" is missing; the site offers that language.',
  ],
  [
    'a text in a language that is not offered',
    { purposes: [{ ...NEWSLETTER, name: { de: 'Newsletter', en: 'Newsletter' } }] },
    '/purposes/0/name: There is a text in "en", which the site does not offer; add it to /languages or take the text out.',
  ],
  [
    'a requirement that leads nowhere',
    { purposes: [{ ...NEWSLETTER, requires: ['events'] }] },
    '/purposes/0/requires: "events" is no other purpose of this site.',
  ],
  [
    'a purpose that requires itself',
    { purposes: [{ ...NEWSLETTER, requires: ['newsletter'] }] },
    '/purposes/0/requires: "newsletter" is no other purpose of this site.',
  ],
  [
    'a processor for a purpose that is none',
    { processors: [{ ...PROCESSOR, purposes: ['events'] }] },
    '/processors/0/purposes: "events" is no purpose of this site.',
  ],
  [
    'a processor outside the EEA',
    { processors: [{ ...PROCESSOR, country: 'US' }] },
    '/processors/0/country: "US" is outside the EU/EEA; name a processor within it, or the safeguard in "transfers".',
  ],
  [
    'a consent to a transfer that is no purpose',
    { processors: [{ ...PROCESSOR, ...ON_CONSENT }] },
    '/processors/0/transfers/0/purpose: "abroad" is no purpose of this site.',
  ],
  [
    'a consent to a transfer that rests on something else',
    {
      purposes: [NEWSLETTER, { ...ABROAD, legalBasis: 'legitimate-interest' }],
      processors: [{ ...PROCESSOR, ...ON_CONSENT }],
    },
    '/processors/0/transfers/0/purpose: "abroad" rests on no consent.',
  ],
  [
    'a consent to a transfer that is no purpose of its own',
    {
      purposes: [NEWSLETTER, ABROAD],
      processors: [{ ...PROCESSOR, ...ON_CONSENT, purposes: ['newsletter', 'abroad'] }],
    },
    '/processors/0/transfers/0/purpose: "abroad" is what a processor gets data for; give the consent to the transfer a purpose of its own.',
  ],
  [
    'a consent to a transfer that outlives what it is for',
    {
      purposes: [NEWSLETTER, { ...NEWSLETTER, id: 'events' }, { ...ABROAD, requires: ['events'] }],
      processors: [{ ...PROCESSOR, ...ON_CONSENT }],
    },
    '/processors/0/transfers/0/purpose: "abroad" has to require "newsletter", as it ends with what it is needed for.',
  ],
  [
    'a consent to a transfer to nobody in particular',
    {
      purposes: [NEWSLETTER, { ...ABROAD, notice: { version: '1', text: { de: 'Ja, in die USA.' } } }],
      processors: [{ ...PROCESSOR, ...ON_CONSENT }],
    },
    '/processors/0/transfers/0/purpose: The wording of "abroad" in "de" has to name "Bote".',
  ],
  [
    'a country that is none',
    { processors: [{ ...PROCESSOR, country: 'Germany' }] },
    '/processors/0/country: A country is two capital letters, such as "DE".',
  ],
  [
    'one of several authorities without when it is that one',
    {
      controller: {
        ...VALID.controller,
        supervisoryAuthorities: [
          { ...AUTHORITY, appliesTo: { de: 'für Menschen in Deutschland' } },
          { ...AUTHORITY, name: 'Die andere' },
        ],
      },
    },
    '/controller/supervisoryAuthorities/1/appliesTo: There are several authorities; say when it is this one.',
  ],
  [
    'what a contact is for in a language that is not offered',
    {
      controller: {
        ...VALID.controller,
        contacts: [{ about: { de: 'Widerruf', en: 'Withdrawals' }, email: 'stop@example.com' }],
      },
    },
    '/controller/contacts/0/about: There is a text in "en", which the site does not offer; add it to /languages or take the text out.',
  ],
  [
    'an asset that is no PDF',
    { assets: [{ id: 'paper', title: { de: 'Papier' }, notice: NEWSLETTER.notice, file: '../paper.doc' }] },
    '/assets/0/file: An asset is a file named *.pdf in the folder "files".',
  ],
  [
    'a version with spaces',
    { purposes: [{ ...NEWSLETTER, notice: { ...NEWSLETTER.notice, version: 'May 2026' } }] },
    '/purposes/0/notice/version: A version is 1 to 20 letters, digits, "." or "-".',
  ],
  [
    'two wordings of one version',
    { purposes: [{ ...NEWSLETTER, earlierNotices: [{ version: '1', text: { de: 'Ja.' } }] }] },
    '/purposes/0/earlierNotices/0: There is another wording of version "1"; give each its own.',
  ],
  [
    'an earlier wording in a language that is not offered',
    { purposes: [{ ...NEWSLETTER, earlierNotices: [{ version: '0', text: { en: 'Yes.' } }] }] },
    '/purposes/0/earlierNotices/0: There is a text in "en", which the site does not offer.',
  ],
  [
    'a single opt-in for what is no consent',
    { purposes: [{ ...NEWSLETTER, legalBasis: 'legitimate-interest', singleOptIn: true }] },
    '/purposes/0/singleOptIn: Only consent can be given by a single opt-in; take this out.',
  ],
])('%s is refused, and the message says what to do', (_name, change, message) => {
  expect(complaints({ ...VALID, ...change })).toEqual(['Site "shop" cannot be used:', `  ${message}`]);
});

test('a processor abroad is taken on a consent that names it, asks for nothing else, and goes with its purposes', () => {
  const processors = [{ ...PROCESSOR, ...ON_CONSENT }];
  expect(() => defineSite({ ...VALID, purposes: [NEWSLETTER, ABROAD], processors } as never)).not.toThrow();
});

test('everything that is wrong is said at once', () => {
  const found = complaints({ ...VALID, origins: ['nonsense'], confirmation: { pending: 'soon', mailsPerDay: 0 } });
  expect(found).toHaveLength(4);
  expect(found.join()).toMatch(/\/origins\/0.*\/confirmation\/pending.*\/confirmation\/mailsPerDay/);
});

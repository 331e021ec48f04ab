import { defineSite, PolicyError } from '../../shared/policy/site';
import type { Site, SiteInput } from '../../shared/policy/schema';
import { assetNotice, purposeNotice, purposeNotices } from '../../shared/policy/notices';
import { ownLanguage } from '../../shared/policy/own-language';
import { findAsset, findPurpose, findSite, inLanguage } from '../../shared/policy/sites';
import { FULL, having, notice } from './full-site';

/** Where the site is wrong; empty where it is not. */
function wrongAt(input: SiteInput): string[] {
  try {
    defineSite(input);
    return [];
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    return error.message
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(': ')[0] ?? '');
  }
}

test('a site that says all there is to say is taken as it is', () => {
  expect(defineSite(structuredClone(FULL))).toEqual(FULL);
});

/** Every object of the site, by its place. */
function places(value: unknown, at = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, one]) => places(one, `${at}/${key}`));
  return Array.isArray(value) ? inner : [at, ...inner];
}

const OBJECTS = places(FULL).filter((at) => at !== '' && !/\/(text|name|title|label|task|about|appliesTo)$/.test(at));

test.each(OBJECTS)('%s takes no member that nobody knows', (at) => {
  const found = wrongAt(having(`${at}/colour`, 'blue'));
  expect(found).toEqual([`${at}/colour`]);
});

const NEEDED = [
  ...['/id', '/controller', '/origins', '/languages', '/sender', '/confirmation', '/purposes', '/retention'],
  ...['/controller/name', '/controller/address', '/controller/country', '/controller/email'],
  ...['/controller/privacyNotice', '/controller/privacyNotice/url', '/controller/privacyNotice/version'],
  ...[
    '/controller/privacyNotice/date',
    '/controller/supervisoryAuthorities',
    '/controller/supervisoryAuthorities/0/name',
  ],
  ...['/controller/supervisoryAuthorities/0/address', '/controller/dataProtectionOfficer/address'],
  ...['/controller/supervisoryAuthorities/0/url', '/controller/dataProtectionOfficer/name'],
  ...['/controller/dataProtectionOfficer/email', '/sender/name', '/sender/address', '/confirmation/pending'],
  ...['/fields/0/id', '/fields/0/label', '/purposes/0/id', '/purposes/0/name', '/purposes/0/legalBasis'],
  ...['/purposes/0/notice', '/purposes/0/notice/version', '/purposes/0/notice/text', '/assets/0/title'],
  ...['/assets/0/notice', '/assets/0/file', '/retention/evidence', '/retention/evidence/keep'],
  ...['/retention/evidence/from', '/retention/network', '/retention/mails', '/retention/accessLog'],
  ...['/retention/enquiries', '/forms/0/id', '/forms/0/name'],
  ...['/retention/atEnd', '/retention/inactivity/askAfter', '/retention/inactivity/answerWithin'],
  ...['/retention/inactivity/addressAfter', '/retention/review/every', '/retention/review/deleteWithin'],
  ...['/processors/0/id', '/processors/0/name', '/processors/0/address', '/processors/0/country'],
  ...['/processors/0/role', '/processors/0/task', '/processors/0/purposes', '/processors/0/connection/tool'],
  ...['/processors/0/transfers/1/link', '/processors/1/transfers/0/purpose', '/processors/0/transfers/0/country'],
];

test.each(NEEDED)('%s has to be said', (at) => {
  expect(wrongAt(having(at, undefined))).toEqual([at]);
});

test('what can be left out has a value all the same', () => {
  const { purposes, confirmation, ...rest } = FULL;
  const { id, name, legalBasis, notice: wording } = purposes[0]!;
  const { pending } = confirmation;
  const { fields: _, forms: _____, assets: __, processors: ___, limits: ____, ...short } = rest;
  const site = defineSite({
    ...short,
    confirmation: { pending },
    purposes: [{ id, name, legalBasis, notice: wording }],
  });
  expect(site.confirmation).toEqual({ pending, mailsPerDay: 3, pause: 'PT10M' });
  expect(site.limits).toEqual({
    mailsPerNetwork: 30,
    mailsPerDomain: 30,
    mailsPerDay: 5000,
    bounces: { least: 20, share: 0.1 },
    proofOfWork: 'never',
    sparedDomains: [],
  });
  expect(site).toMatchObject({ fields: [], forms: [], assets: [], processors: [] });
  expect(site.purposes).toEqual([
    {
      ...{ id, name, legalBasis, notice: wording },
      ...{ welcome: false, singleOptIn: false, measures: false, earlierNotices: [] },
    },
  ]);
});

/** Place -> what it takes, and what it does not. */
const VALUES: readonly [at: string, good: readonly unknown[], bad: readonly unknown[]][] = [
  ['/id', ['s', 's-1', 'a'.repeat(40)], ['', '1s', '-s', 'S', 'a b', ' s', 's ', 'ä', 'a'.repeat(41), 7]],
  ['/fields/0/id', ['a', 'aB1', 'a'.repeat(40)], ['', 'Ab', '1a', 'a-b', ' a', 'a ', 'a'.repeat(41)]],
  ['/purposes/0/notice/version', ['7', 'A.b-9', '9'.repeat(20)], ['', 'a b', ' 1', '1 ', '9'.repeat(21)]],
  ['/controller/country', ['SE', 'US'], ['de', 'D', 'DEU', ' DE', 'DE ', '']],
  ['/assets/0/file', ['a.pdf', 'A-b_c.1.pdf'], ['.pdf', 'a.doc', 'a/b.pdf', 'a.pdf.exe', ' a.pdf', 'a.pdf ', 'apdf']],
  [
    '/origins/0',
    ['https://a.example', 'https://a.example:8443', 'http://localhost'],
    [
      '',
      'a.example',
      'https://a.example/',
      'https://a.example/x',
      'https://a.example?x',
      'https://',
      'HTTPS://a.example',
    ],
  ],
  ['/controller/name', ['x', 'x'.repeat(4000)], ['', '   ', 'x'.repeat(4001), '\ud800', 'half \udc00 a character']],
  ['/controller/email', ['a@b.example'], ['', 'a', 'a@', '@b.example', 'a b@c.example']],
  ['/controller/privacyNotice/date', ['2026-02-28'], ['2026-02-30', '1 May 2026', '2026-5-1', '']],
  ['/controller/privacyNotice/url', ['https://a.example/x'], ['', 'a.example/x']],
  ['/confirmation/mailsPerDay', [1, 20], [0, 21, 1.5, '3']],
  ['/limits/mailsPerMailbox', [20, 1_000_000, undefined], [19, 0, 1_000_001, '30']],
  ['/limits/mailsPerNetwork', [1, 1_000_000], [0, -1, 1.5, 1_000_001, null]],
  [
    '/limits/sparedDomains/0',
    ['a.example', 'xn--a.b.example'],
    ['', 'example', 'Example.com', 'a@b.example', 'müller.de'],
  ],
  ['/limits/bounces/least', [1, 1_000_000], [0, 1.5, null]],
  ['/limits/bounces/share', [0.001, 1], [0, -0.1, 1.01, '10 %']],
  ['/limits/proofOfWork', ['never', 'under-load', 'always'], ['sometimes', true]],
  ['/confirmation/pending', ['PT1S', 'P2W', 'P6DT23H59M59S'], ['P1M', 'P1Y', '', 'P', 'P1DT', '7 days', '-P7D']],
  ['/confirmation/pause', ['PT0S', 'P1D'], ['P1M', 'soon']],
  [
    '/retention/accessLog',
    ['P0D', 'P1000Y', 'P12000M', 'P999Y12M', 'P52142W', 'P365000D', 'PT8760000H', 'PT525600000M', 'P6MT1H1M1S'],
    ['P1001Y', 'P12001M', 'P1000YT1S', 'P52143W', 'P365001D', 'PT8760001H', 'PT525600001M', 'P999Y13M', 'P999Y366D'],
  ],
  ['/retention/enquiries', ['P0D', 'P1Y'], ['as-evidence', '-P1D', undefined]],
  ['/retention/mails', ['as-evidence', { keep: 'P1Y' }], ['forever', { keep: 'long' }, {}]],
  ['/retention/evidence/from', ['withdrawal', 'end-of-year-of-withdrawal', 'last-mail'], ['first-mail']],
  ['/retention/atEnd', ['delete', 'anonymise'], ['keep']],
  ['/purposes/2/legalBasis', ['consent', 'contract', 'legitimate-interest'], ['vital-interest']],
  ['/purposes/1/requires', [['newsletter'], ['newsletter', 'account']], [[], ['analysis'], ['nothing'], 'newsletter']],
  ['/processors/0/role', ['processor', 'recipient'], ['controller']],
  ['/processors/0/country', ['DE', 'IS', 'LI', 'NO', 'IE'], ['US', 'GB', 'CH']],
  ['/processors/0/purposes', [[], ['account']], [['nothing']]],
  ['/processors/0/transfers/0/country', ['JP', 'US'], ['DE', 'IS', 'Japan']],
  ['/processors/0/transfers/0/safeguard', ['binding-corporate-rules'], ['trust', '']],
  ['/processors/0/transfers/1/link', ['https://www.example.com/scc.pdf'], ['on request', '']],
  ['/processors/0/connection/tool', ['webhook', 'mailchimp', 'brevo', 'cleverreach', 'listmonk'], ['pigeon', '']],
  [
    '/languages',
    [
      ['en', 'de'],
      ['de', 'en'],
    ],
    [[], ['fr'], ['de', 'en', 'de'], ['en']],
  ],
  ['/purposes', [FULL.purposes.slice(0, 1)], [[], [FULL.purposes[0], FULL.purposes[0]]]],
  ['/assets', [[], FULL.assets], [[FULL.assets[0], FULL.assets[0]]]],
  ['/fields', [[], FULL.fields], [[FULL.fields[0], FULL.fields[0]]]],
  ['/forms', [[], FULL.forms], [[FULL.forms[0], FULL.forms[0]]]],
];

describe.each(VALUES)('%s', (at, good, bad) => {
  // A site with one purpose has nobody who is told of others.
  const alone = at === '/purposes' ? having('/processors', []) : FULL;
  const withThat = (value: unknown): SiteInput =>
    at === '/purposes' ? ({ ...alone, purposes: value } as SiteInput) : having(at, value);

  test('takes what it is made for', () => {
    for (const value of good) expect([value, wrongAt(withThat(value))]).toEqual([value, []]);
  });

  test('takes nothing else, and says where it is wrong', () => {
    for (const value of bad) {
      const found = wrongAt(withThat(value));
      expect([value, found.length > 0]).toEqual([value, true]);
      if (at !== '/languages') expect(found.filter((place) => !place.startsWith(at))).toEqual([]);
    }
  });
});

test('what surrounds a text is no part of it', () => {
  expect(defineSite(having('/controller/name', '  Beispiel GmbH\n')).controller.name).toBe('Beispiel GmbH');
});

describe('what is missing in a language, or too much, is found wherever texts are', () => {
  const TEXTS = [
    ...['/purposes/2/name', '/purposes/2/notice/text', '/assets/0/title', '/assets/0/notice/text'],
    ...['/fields/0/label', '/forms/0/name', '/processors/0/task'],
  ];

  test.each(TEXTS)('%s', (at) => {
    expect(wrongAt(having(at, { de: 'nur deutsch' }))).toEqual([at]);
    expect(wrongAt(having(at, {}))).toEqual([at, at]);
  });

  test('an earlier wording may lack one, and has none that the site does not offer', () => {
    expect(wrongAt(having('/purposes/0/earlierNotices/0/text', { de: 'nur deutsch' }))).toEqual([]);
  });
});

describe('what does not fit together', () => {
  test('a second purpose that measures, and none for the first', () => {
    expect(wrongAt(having('/purposes/2/measures', true))).toEqual(['/purposes/2/measures', '/purposes/2/requires']);
  });

  test('R13: a contract that ends by a date', () => {
    expect(wrongAt(having('/purposes/2/endsOn', '2027-06-30'))).toEqual(['/purposes/2/endsOn']);
    expect(wrongAt(having('/purposes/0/endsOn', '2027-06-31'))).toEqual(['/purposes/0/endsOn']);
  });

  test('K2: what only measures, and does not say whose mails', () => {
    expect(wrongAt(having('/purposes/1/requires', undefined))).toEqual(['/purposes/1/requires']);
  });

  test('a single opt-in for what rests on no consent, each of them', () => {
    const both = having('/purposes/2/singleOptIn', true);
    expect(wrongAt(both)).toEqual(['/purposes/2/singleOptIn']);
  });

  test('two wordings of one version: the current one and an earlier, or two earlier ones', () => {
    expect(wrongAt(having('/purposes/0/earlierNotices', [notice('2')]))).toEqual(['/purposes/0/earlierNotices/0']);
    const twice = [notice('1'), notice('0'), notice('1')];
    expect(wrongAt(having('/purposes/0/earlierNotices', twice))).toEqual(['/purposes/0/earlierNotices/2']);
    expect(wrongAt(having('/purposes/0/earlierNotices', [notice('1'), notice('0')]))).toEqual([]);
  });

  test('the same id for two processors', () => {
    const [processor] = FULL.processors;
    expect(wrongAt(having('/processors', [processor, processor]))).toEqual(['/processors']);
  });
});

describe('what a site has', () => {
  const site = defineSite(structuredClone(FULL));
  const other = { ...site, id: 'other' };
  const [newsletter] = site.purposes as [Site['purposes'][number]];

  test('is found by its id, and nothing by any other', () => {
    expect(findSite([other, site], 'shop')).toBe(site);
    expect(findSite([other, site], 'sho')).toBeUndefined();
    expect(findPurpose(site, 'analysis')).toBe(site.purposes[1]);
    expect([findPurpose(site, 'paper'), findPurpose(undefined, 'analysis')]).toEqual([undefined, undefined]);
    expect(findAsset(site, 'paper')).toBe(site.assets[0]);
    expect([findAsset(site, 'analysis'), findAsset(undefined, 'paper')]).toEqual([undefined, undefined]);
  });

  test('is shown in the language that was asked for', () => {
    expect([inLanguage(newsletter.name, 'en'), inLanguage(newsletter.name, 'de')]).toEqual([
      'Newsletter in English',
      'Newsletter auf Deutsch',
    ]);
    expect(inLanguage({}, 'de')).toBe('');
    expect(ownLanguage(site)).toBe('en');
    expect(ownLanguage({ ...site, languages: [] })).toBe('de');
  });

  test('are wordings of purposes and assets, which say whose they are', () => {
    const about = { site: 'shop', purpose: 'newsletter' };
    const wording = { language: 'en', version: '2', text: 'Wording 2 in English' };
    expect(purposeNotice(site, newsletter, 'en')).toEqual({ ...about, ...wording });
    expect(assetNotice(site, site.assets[0]!, 'de')).toEqual({
      site: 'shop',
      asset: 'paper',
      ...{ language: 'de', version: '1', text: 'Wording 1 auf Deutsch' },
    });
    expect(() => purposeNotice(site, { ...newsletter, notice: { version: '2', text: {} } }, 'de')).toThrow(RangeError);
  });

  test('are all wordings of a purpose, the current one first, in those languages that each has', () => {
    const half = { ...newsletter, earlierNotices: [{ version: '1', text: { de: 'Ja.' } }] };
    const found = purposeNotices(site, half).map(({ version, language }) => `${version} ${language}`);
    expect(found).toEqual(['2 en', '2 de', '1 de']);
  });
});

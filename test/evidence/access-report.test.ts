import fc from '../seeded';
import type { Entry } from '../../shared/consent/entry';
import type { Site } from '../../shared/policy/schema';
import { LANGUAGES, type Language } from '../../shared/policy/schema';
import { languageOf } from '../../shared/consent/decide/language';
import { buildReport } from '../../shared/evidence/access/build-report';
import { inWords } from '../../shared/evidence/access/period';
import { accessContent } from '../../shared/evidence/access/document';
import { portableData } from '../../shared/evidence/access/portable';
import { portableCsv } from '../../shared/evidence/access/portable-csv';
import { sampleSources } from './held-sample';

type Rules = Partial<Site['retention']>;

/** What the sample's person is told of how long things are kept, by other rules than the sample's. */
async function storage(rules: Rules, withdrawn = true, language: Language = 'de') {
  const sources = await sampleSources({ withdrawn, language });
  const site = { ...sources.site, retention: { ...sources.site.retention, ...rules } };
  const { records, storage } = buildReport({ ...sources, site });
  return { ...records[0]?.storage, general: storage };
}

describe('how long a record is kept', () => {
  const evidence = (keep: string, from: Site['retention']['evidence']['from']): Rules => ({ evidence: { keep, from } });

  test.each([
    [evidence('P4Y', 'withdrawal'), /^Nicht mehr in Verwendung; zum Nachweis aufbewahrt noch 4 Jahre/, '2030-11-20'],
    [evidence('P3Y', 'end-of-year-of-withdrawal'), /noch 3 Jahre ab dem Ende des Kalenderjahres/, '2029-12-31'],
    [evidence('P6M', 'last-mail'), /noch 6 Monate ab unserer letzten E-Mail/, '2027-05-20'],
    [evidence('P0D', 'withdrawal'), /^Nicht mehr in Verwendung; wird gelöscht\. Gelöscht wird am/, '2026-12-02'],
    [{ registrationMaximum: 'P1Y' }, /Angaben zu Ihnen löschen wir spätestens 1 Jahr nach der Anmeldung/, '2029-12-31'],
  ])('once it has ended, by %j', async (rules, words, day) => {
    const { rule, until } = await storage(rules);
    expect(rule).toMatch(words);
    expect(until?.slice(0, 10)).toBe(day);
  });

  test('while it is in force nobody knows when that will be', async () => {
    const { rule, until } = await storage(evidence('P4Y', 'withdrawal'), false, 'en');
    expect(rule).toBe(
      'Kept as long as the legal basis lasts; after that as proof for 4 years from the end of the legal basis.',
    );
    expect(until).toBeNull();
  });

  test('purposes with rules of their own: each is told', async () => {
    const sources = await sampleSources({ withdrawn: false });
    const [first, ...others] = sources.site.purposes;
    const own = { ...first!, retention: { evidence: { keep: 'PT24H', from: 'withdrawal' as const } } };
    const { records } = buildReport({ ...sources, site: { ...sources.site, purposes: [own, ...others] } });
    expect(records[0]?.storage.rule).toMatch(/noch 24 Stunden ab .* oder, falls das länger ist, noch 3 Jahre ab/);
  });

  test('unconfirmed, until a day after it was too late', async () => {
    const sources = await sampleSources();
    const held = { ...sources.held, entries: sources.held.entries.slice(0, 2) };
    const told = (now: string) => buildReport({ ...sources, held, now: new Date(now) }).records[0];
    expect(told('2026-11-03T00:00:00Z')?.storage).toEqual({
      rule: 'Noch nicht bestätigt. Ohne Ihre Bestätigung löschen wir alles zu diesem Vorgang. Gelöscht wird am 10.\u00a0November\u00a02026.',
      until: '2026-11-10T08:15:30.120Z',
    });
    const late = told('2026-11-10T00:00:00Z');
    expect(late?.storage.rule).toMatch(/^Nicht bestätigt; wird gelöscht\. Gelöscht wird am 10\./);
    // Its day is past, and nothing of it is gone yet: no day is promised.
    expect(told('2026-11-11T00:00:00Z')?.storage.rule).toBe('Nicht bestätigt; wird gelöscht.');
    expect(late?.purposes[0]?.statusText).toMatch(/^Nie bestätigt; die Frist dafür endete am /);
  });

  test('what the person did not renew when asked has lapsed', async () => {
    const sources = await sampleSources({ withdrawn: false });
    const { entries } = sources.held;
    const last = { ...entries.at(-1)!, at: '2026-11-24T00:00:00.000Z', parts: {} };
    const lapse = { ...last, type: 'ConsentLapsed', purposes: entries[0]!.purposes } as Entry;
    const held = { ...sources.held, entries: [...entries, lapse] };
    const [record] = buildReport({ ...sources, held }).records;
    expect(record?.purposes[0]?.statusText).toMatch(/^Ausgelaufen am .*, da eine Antwort ausblieb$/);
  });

  test('what came to the longest time of a registration has lapsed, whether or not that was written down', async () => {
    const sources = await sampleSources({ withdrawn: false });
    const site = { ...sources.site, retention: { ...sources.site.retention, registrationMaximum: 'P10D' } };
    const { entries } = sources.held;
    const facts = { because: 'registration-maximum' };
    const last = { ...entries.at(-1)!, type: 'ConsentLapsed', at: '2026-11-11T20:00:00.000Z', facts };
    const lapse = { ...last, purposes: entries[0]!.purposes, parts: {} } as Entry;
    const written = { ...sources.held, entries: [...entries, lapse] };
    for (const held of [sources.held, written]) {
      const [record] = buildReport({ ...sources, site, held }).records;
      expect(record?.purposes[0]?.statusText).toMatch(
        /^Ausgelaufen am 1[12]\..*, (da Anmeldungen nicht länger aufbewahrt werden|nach den Regeln dieser Website)$/,
      );
      expect(record?.storage.until).toBe('2029-12-31T23:00:00.000Z');
    }
  });

  test('a hold leaves the end open, and says so', async () => {
    const sources = await sampleSources({ further: 'standing' });
    const { records, standing, storage, data } = buildReport(sources);
    expect(standing.holds).toHaveLength(1);
    expect(new Set(records.map((record) => record.storage.until))).toEqual(new Set([null]));
    expect(new Set(data.map(({ until }) => until))).toEqual(new Set([null]));
    expect(storage).toContainEqual(expect.stringMatching(/^Solange die Löschung ausgesetzt ist/));
  });

  test('everything else a policy can say is told in both languages', async () => {
    const rules: Rules = {
      details: { keep: 'P2M' },
      network: { keep: 'P7D' },
      mails: { keep: 'P1M' },
      inactivity: { askAfter: 'P3Y', answerWithin: 'P30D', addressAfter: 'P1Y' },
      review: { every: 'P1Y', deleteWithin: 'P1M' },
      atEnd: 'anonymise',
    };
    for (const language of LANGUAGES) {
      const { general } = await storage(rules, true, language);
      expect(general).toHaveLength(10);
      expect(general.join(' ')).not.toMatch(/undefined|P\d/);
    }
    expect((await storage(rules)).general[1]).toMatch(/: 7 Tage ab dem Schritt/);
  });
});

test('every part has the end that follows from the policy', async () => {
  const sources = await sampleSources();
  const site = { ...sources.site, retention: { ...sources.site.retention, network: { keep: 'P7D' } } };
  const { data } = buildReport({ ...sources, site });
  const ends = data.filter(({ step }) => step === 0).map(({ category, until }) => [category, until?.slice(0, 10)]);
  expect(ends).toEqual([
    ['address', '2029-12-31'],
    ['details', '2026-12-02'],
    ['network', '2026-11-09'],
  ]);
});

describe('where things came from', () => {
  test('is told of each record and each part', async () => {
    const { records, data } = buildReport(await sampleSources({ further: 'standing' }));
    expect(records.map(({ origin }) => origin)).toEqual(['person', 'import', 'operator', 'operator']);
    const origins = new Set(data.map(({ category, origin }) => `${category} ${origin}`));
    expect(origins).toEqual(
      new Set([
        'address person',
        'details person',
        'network person',
        'mail system',
        'mail person',
        'address import',
        'details import',
        'network import',
        'address operator',
        'details operator',
        'reason operator',
        'reading operator',
      ]),
    );
  });
});

test('what holds besides is told: an address that takes no mail, mails not seen to, the language', async () => {
  const standing = async (further: 'standing' | 'ended') => buildReport(await sampleSources({ further })).standing;
  const at = (minute: number): string => `2026-11-10T09:${minute}:00.000Z`;
  expect(await standing('standing')).toMatchObject({
    undeliverableSince: at(15),
    language: 'en',
    openCases: [{ id: Buffer.alloc(16, 8).toString('base64url'), since: at(17), receivedOn: '2026-11-10' }],
  });
  expect((await standing('ended')).openCases).toEqual([]);
});

test('the language is the one that the person chose', async () => {
  const { held, site } = await sampleSources({ further: 'standing' });
  expect(languageOf(held.entries, site)).toBe('en');
});

test('the language is that of the last step that had one', async () => {
  const { held, site } = await sampleSources({ language: 'en' });
  expect(
    languageOf(
      held.entries.filter(({ type }) => type !== 'MailSent'),
      site,
    ),
  ).toBe('en');
  expect(languageOf([], site)).toBe('de');
});

test('a stranger’s sign-up does not change how the letter says that the person stands', async () => {
  const sources = await sampleSources({ withdrawn: false });
  const { held } = sources;
  const request = held.entries.find(({ type }) => type === 'ConsentRequested')!;
  const stranger = { ...request, recordId: 'CCCCCCCCCCCCCCCCCCCCCA', seq: held.entries.length };
  const withStranger = { ...sources, held: { ...held, entries: [...held.entries, stranger as Entry] } };
  const verdictsOf = async (from: typeof sources) => {
    const { sections } = await accessContent(buildReport(from), from.site);
    return sections.flatMap(({ blocks }) => blocks).filter(({ kind }) => kind === 'verdict');
  };
  expect(await verdictsOf(withStranger)).toEqual(await verdictsOf(sources));
});

describe('to take along', () => {
  test('there is nothing that rests on legitimate interest', async () => {
    const sources = await sampleSources({ further: 'standing' });
    const { consents, identities } = portableData(sources);
    expect(consents.map(({ purpose }) => purpose)).toEqual([
      'newsletter-product',
      'analysis',
      'newsletter-events',
      'service-mail',
    ]);
    expect(buildReport(sources).data.filter(({ category }) => category === 'address')).toHaveLength(
      identities.length + 1,
    );
  });

  test('there is nothing that a stranger typed', async () => {
    const sources = await sampleSources();
    const { held } = sources;
    const isRequest = ({ type }: Entry): boolean => type === 'ConsentRequested';
    const request = held.entries.find(isRequest)!;
    const stranger = {
      ...request,
      recordId: 'CCCCCCCCCCCCCCCCCCCCCA',
      language: 'en' as const,
      seq: held.entries.length,
    };
    const withStranger = { ...sources, held: { ...held, entries: [...held.entries, stranger as Entry] } };
    const { identities, connections } = portableData(withStranger);
    expect({ identities, connections }).toEqual({
      identities: portableData(sources).identities,
      connections: portableData(sources).connections,
    });
    expect(languageOf(withStranger.held.entries, sources.site)).toBe('de');
  });

  test('a spreadsheet takes nothing in it for a formula, and every row is whole', async () => {
    const sources = await sampleSources();
    const signs = fc.constantFrom('=', '+', '-', '@', '\t=', '"', ',', ';', '\r\n');
    fc.assert(
      fc.property(fc.constantFrom(...LANGUAGES), signs, fc.string(), (language, sign, text) => {
        const data = { ...portableData(sources), language };
        const identities = [{ at: data.at, email: data.email, fields: { firstName: sign + text }, page: null }];
        const csv = portableCsv({ ...data, identities, consents: [], orders: [], connections: [] });
        const name = `"fields.firstName"${{ de: ';', en: ',' }[language]}`;
        expect(csv).toContain(name);
        const row = csv.slice(csv.indexOf(name) + name.length);
        expect(row).toMatch(/^"(?:[^"]|"")*"\r\n$/);
        if (/[=+@-]/.test(sign)) expect(row).toMatch(/^"'/);
      }),
    );
  });
});

describe('durations in words', () => {
  test.each([
    ['P3Y', '3 Jahre', '3 years'],
    ['P1Y6M', '1 Jahr und 6 Monate', '1 year and 6 months'],
    ['P1D', '1 Tag', '1 day'],
    ['PT24H', '24 Stunden', '24 hours'],
    ['P0D', '', ''],
  ])('%s', (duration, german, english) => {
    expect([inWords(duration, 'de'), inWords(duration, 'en')]).toEqual([german, english]);
  });
});

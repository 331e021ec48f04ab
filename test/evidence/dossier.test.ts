import { canonicalJson } from '../../shared/canonical';
import type { Bundle } from '../../shared/evidence/bundle';
import { LANGUAGES, type Language } from '../../shared/policy/schema';
import { dossierContent } from '../../shared/evidence/dossier/dossier';
import { allText, coverOf, sections, textOf } from './dossier-text';
import { evidenceOf, KINDS, type Kind } from './people';
import { sampleBundle, type SampleOptions } from './sample-bundle';

describe('the cover answers', () => {
  test('who agreed to what, when, from where, and that it stands', async () => {
    const text = textOf(await coverOf(await sampleBundle({ withdrawn: false })));
    const asOf = 'seitdem kein Widerruf verzeichnet (Stand: 25. November 2026)';
    expect(text).toContain(`Newsletter „Produkt“: Einwilligung erteilt am 2. November 2026; ${asOf}`);
    expect(text).toContain('Whitepaper „Einwilligungen belegen“: Bestellt, bestätigt am 2. November 2026');
    expect(text).toContain('E-Mail-Adresse: erika.müller-lüdenscheidt@example.org');
    expect(text).toContain('Angaben zur Person: Vorname: Erika | Nachname: Müller-Lüdenscheidt');
    expect(text).toContain('Angemeldet: 2. November 2026, 09:15:30 Uhr MEZ, IP 203.0.113.7');
    expect(text).toContain('Bestätigt: 2. November 2026, 09:21:07 Uhr MEZ, IP 198.51.100.23');
    expect(text).toContain('Wortlaut zu Newsletter „Produkt“, Fassung 1.0, Deutsch');
  });

  test('that it was withdrawn, and how', async () => {
    const text = textOf(await coverOf(await sampleBundle({ language: 'en' }), 'en'));
    expect(text).toContain(
      'Product newsletter: Withdrawn on 20 November 2026 (with the mail program’s unsubscribe button (RFC 8058))',
    );
    expect(text).toContain('Newsletter analysis: Withdrawn on 20 November 2026');
    expect(text).toContain('| 20 November 2026, 19:40:00 CET, IP 198.51.100.99');
    expect(text).not.toContain('Consent given');
  });

  test('who asked for it, why, and by what it can be checked', async () => {
    const bundle = await sampleBundle();
    const text = textOf(await coverOf(bundle));
    expect(text).toContain('Verantwortlicher: Zettelkranich Software GmbH, Papiermühlweg 4, 00123 Beispielstadt');
    expect(text).toContain('abgerufen mit dem Zugang compliance-desk am 25.11.2026, 11:00:00 MEZ');
    expect(text).toContain('Grund: Anfrage der Aufsichtsbehörde, Az. 47/2026');
    expect(text).toContain(`Checkpoint mit 1211 Einträgen, Schlüssel ${bundle.log.keys[0]?.split('+')[1]}`);
  });

  test('what it does not disclose, and what there is no more', async () => {
    const withheld = textOf(await coverOf(await sampleBundle({ disclose: ['network'] })));
    expect(withheld).toContain('E-Mail-Adresse: in dieser Ausfertigung nicht offengelegt');
    expect(withheld).toContain('Angaben zur Person: in dieser Ausfertigung nicht offengelegt');
    const gone = textOf(await coverOf(await sampleBundle({ gone: ['address', 'details', 'network'] })));
    expect(gone).toContain('E-Mail-Adresse: gelöscht am 24. November 2026');
    expect(gone).toContain('09:15:30 Uhr MEZ, IP-Adresse nicht mehr gespeichert');
  });
});

describe('of several records', () => {
  test('each purpose is answered once, by the record that counts, and each record has a row', async () => {
    const cover = await coverOf(await evidenceOf('several', 'de'));
    const verdicts = cover.blocks.filter((block) => block.kind === 'verdict');
    expect(verdicts.map(({ name, inForce }) => [name, inForce])).toEqual([
      ['Newsletter „Produkt“ · Vorgang B', true],
      ['Newsletter „Veranstaltungen“ · Vorgang D', true],
      ['Auswertung der Newsletter · Vorgang F', false],
      ['Whitepaper „Einwilligungen belegen“ · Vorgang E', false],
    ]);
    const rows = textOf(cover)
      .split('\n')
      .filter((line) => line.includes(' || '));
    expect(rows).toHaveLength(6);
    expect(rows[0]).toContain('Vorgang A | Newsletter „Produkt“ || 10.01.2026, 09:15:30 MEZ | IP 203.0.113.7');
    expect(rows[0]).toContain(
      'Widerrufen am 1. Februar 2026 (mit der Abmelde-Schaltfläche des E-Mail-Programms (RFC 8058))',
    );
    expect(rows[2]).toContain('|| nein ||');
  });

  test('each is told in full on the pages that follow', async () => {
    const [, records] = await sections(await evidenceOf('several', 'de'));
    expect(records?.title).toBe('Alle Vorgänge im Einzelnen');
    expect(records?.blocks.filter(({ kind }) => kind === 'heading')).toHaveLength(6);
  });

  test('what was confirmed here counts for more than what others report later', async () => {
    const bundle = await sampleBundle({ further: 'standing', withdrawn: false });
    const text = textOf(await coverOf(bundle));
    expect(text).toContain('Newsletter „Produkt“ · Vorgang A: Einwilligung erteilt am 2. November 2026');
  });
});

describe('the cover claims what is recorded', () => {
  const saying = async (kind: Kind, language: Language) =>
    textOf(await coverOf(await evidenceOf(kind, language), language));

  test.each<[Kind, string, string]>([
    [
      'withdrawn',
      'de',
      'Newsletter „Produkt“: Widerruf eingegangen am 10. Juni 2026 (per Brief), umgesetzt am 25. Juni 2026',
    ],
    [
      'withdrawn',
      'en',
      'Product newsletter: Withdrawal received on 10 June 2026 (by letter), carried out on 25 June 2026',
    ],
    [
      'objected',
      'de',
      'Newsletter „Produkt“ · Vorgang B: Widerspruch eingegangen am 10. Juni 2026 (per Brief), umgesetzt am',
    ],
    ['expired', 'en', 'Product newsletter: Never confirmed; the time for it ended on 17 January 2026'],
    [
      'imported',
      'de',
      'Nach Angabe der Quelle erteilt am 1. März 2019; hier festgehalten am 10. Januar 2026, nicht per E-Mail',
    ],
    ['imported', 'de', 'als Nachweis ist sie deshalb schwächer'],
    [
      'interest',
      'de',
      'Keine Einwilligung; berechtigtes Interesse festgehalten am 10. Januar 2026; seitdem kein Widerspruch',
    ],
    ['contract', 'de', 'E-Mails zum Vertrag: Keine Einwilligung; Vertrag festgehalten am 10. Januar 2026'],
    ['restricted', 'de', 'Verarbeitung eingeschränkt seit 12. Juni 2026: E-Mails dürfen derzeit nicht gesendet werden'],
    ['held', 'de', 'Vorgang Qm3Kx0TnS1mZx8wYbLr2cA, zu überprüfen bis 1. Mai 2027'],
    ['erased', 'de', 'Angemeldet: 10. Januar 2026, 09:15:30 Uhr MEZ, IP-Adresse nicht mehr gespeichert'],
    ['unknown', 'de', 'Zu dieser Person ist keine Anmeldung, keine Bestellung und keine Einwilligung gespeichert.'],
    ['withdrawn', 'de', '25. Juni 2026, 11:00:00 Uhr MESZ, verzeichnet mit dem Zugang privacy-desk'],
  ])('%s, %s: %s', async (kind, language, text) => {
    expect(await saying(kind, language as Language)).toContain(text);
  });

  test('green is only what was confirmed here, permits mail now and is whole', async () => {
    const green = await Promise.all(
      KINDS.map(async (kind) => {
        const { blocks } = await coverOf(await evidenceOf(kind, 'de'));
        return blocks.some((block) => block.kind === 'verdict' && block.inForce) ? [kind] : [];
      }),
    );
    const standing = ['plain', 'several', 'held', 'corrected', 'unanswered', 'incident'];
    expect(green.flat()).toEqual(standing);
  });

  test.each(KINDS)('nothing is called valid, and no objection a withdrawal: %s', async (kind) => {
    for (const language of LANGUAGES) {
      const text = await saying(kind, language);
      expect(text).not.toMatch(/gültig|Consent valid/);
      if (kind === 'objected') expect(text).not.toMatch(/: (Widerruf|Withdraw)/);
    }
  });
});

test('sections leave out what does not apply', async () => {
  const text = await allText(await evidenceOf('contract', 'de'));
  expect(text).not.toMatch(/Postfach|IP-Adresse steht|Einwilligung im Einzelfall|Link möglich war/);
  expect(await allText(await evidenceOf('plain', 'de'))).not.toMatch(
    /Von anderer Stelle|Auf berechtigtes Interesse|Auf einen Vertrag/,
  );
});

test('what ended by time is told with its reason, a contract with its day', async () => {
  const bundle = await sampleBundle({ language: 'en', further: 'ended' });
  const entries = bundle.entries.map((step) => {
    const { entry } = step;
    const facts = { because: 'registration-maximum' } as const;
    return entry.type === 'ConsentLapsed' ? { ...step, entry: { ...entry, facts } } : step;
  });
  const text = await allText({ ...bundle, entries }, 'en');
  expect(text).toContain('Lapsed on 10 November 2026, as sign-ups are kept no longer');
  expect(text).toContain('Consent lapsed | Events newsletter | as sign-ups are kept no longer');
  expect(text).toContain('ended on 8 November 2026');
});

test('the cover says what else holds for the person', async () => {
  const standing = textOf(await coverOf(await sampleBundle({ further: 'standing' })));
  expect(standing).toContain('Außerdem: Verarbeitung eingeschränkt seit 10. November 2026');
  expect(standing).toContain('Vorgang Qm3Kx0TnS1mZx8wYbLr2cA, zu überprüfen bis 1. Mai 2027');
  expect(standing).toContain('Offener Vorgang seit 10. November 2026: CAgICAgICAgICAgICAgICA');
  expect(standing).toContain('E-Mails an diese Adresse unzustellbar seit 10. November 2026');
  const ended = textOf(await coverOf(await sampleBundle({ further: 'ended' })));
  expect(ended).toContain('Außerdem: Personenbezogene Daten aus früheren Schritten gelöscht am 10. November 2026');
  expect(ended).toContain('Gewählte Sprache: Englisch');
  expect(ended).not.toContain('eingeschränkt');
  expect(ended).not.toContain('Offener Vorgang');
});

test('the timeline has every step in order, by both clocks', async () => {
  const bundle = await sampleBundle();
  const timeline = (await sections(bundle)).find(({ title }) => title.includes('Verlauf'));
  const rows = textOf(timeline ?? { title: '', blocks: [] })
    .split('\n')
    .slice(1);
  expect(rows.map((row) => row.split(' || ')[0])).toEqual(bundle.entries.map((_, n) => `${n + 1}`));
  expect(rows[0]).toContain('02.11.2026, 09:15:30 MEZ | 2026-11-02 08:15:30.120 UTC');
  expect(rows[2]).toContain(
    'Formular, Link an die Adresse oder E-Mail von ihr | IP 198.51.100.23 | Absender der Verbindung | Mozilla/5.0 (iPhone;',
  );
  expect(rows[4]).toContain('mit der Abmelde-Schaltfläche des E-Mail-Programms');
  expect(rows[5]).toContain('Zugriffsberechtigt: compliance-desk');
});

test('the timeline says how the button came to be pressed, and by whom the page was fetched', async () => {
  const text = await allText(await sampleBundle({ language: 'en' }), 'en');
  expect(text).toContain('Page with the button opened: 2 November 2026, 09:21:01 CET');
  expect(text).toContain('from another place than the one from which it was pressed');
  expect(text).toContain('Page fetched from IP 198.51.100.7, LinkGuard/3.1');
});

test('the timeline says what came back, what came in, and who was told', async () => {
  const text = await allText(await sampleBundle({ language: 'en', further: 'ended' }), 'en');
  for (const said of [
    'E-mail came back as undeliverable | for good',
    'E-mail received | Case: CAgICAgICAgICAgICAgICA | what is wanted cannot be told from it with certainty | sender proven by',
    'Case closed | Case: CAgICAgICAgICAgICAgICA | Outcome: answered',
    'Language chosen | chosen: English',
    'Recipient of the data informed | Recipient: Brieftapir S.à r.l. | As of no. 6',
    'Withdrawal | Newsletter analysis | according to another system',
    'reported by Brieftapir S.à r.l. in an automatic message (webhook) | happened there, by their account: 10 November 2026, 09:00:00 CET',
    'Received, 10 November 2026',
    'Schicken Sie mir das künftig bitte anders.',
  ])
    expect(text).toContain(said);
});

test('wordings and mails are there in full, as a person saw them', async () => {
  const bundle = await sampleBundle();
  const text = await allText(bundle);
  for (const [hash, notice] of Object.entries(bundle.notices)) {
    expect(text).toContain(notice.text);
    expect(text).toContain(hash);
  }
  expect(text).toContain('Betreff: Bitte bestätigen Sie Ihre Eintragung');
  expect(text).toContain('bei der Demo GmbH eingetragen. Bitte bestätigen Sie das:');
});

test('the annex has all that a verifier needs', async () => {
  const bundle = await sampleBundle();
  const text = await allText(bundle);
  for (const { entry } of bundle.entries) {
    expect(text).toContain(entry.hash);
    for (const digest of Object.values(entry.parts)) expect(text).toContain(digest);
  }
  expect(text).toContain(bundle.log.checkpoint?.trimEnd());
  expect(text).toContain(bundle.log.keys[0]);
  expect(text).toContain(bundle.log.anchors[0]?.checkpoint.trimEnd());
});

test.each<[string, SampleOptions, string]>([
  [
    'withheld',
    { disclose: ['mail'] },
    'noch gespeichert: E-Mail-Adresse (Nr. 1), Name und weitere Angaben (Nr. 1), IP-Adresse und Browser (Nr. 1, 3, 5).',
  ],
  ['gone', { gone: ['mail'] }, 'Inhalt nicht mehr gespeichert: Nr. 2, 4.'],
  ['missing', { missing: ['mail'] }, 'Inhalt verloren gegangen: Nr. 2, 4.'],
  ['deleted', { deleted: [1, 2] }, 'die vor dem Abruf gelöscht waren: Nr. 2–3.'],
  ['pending', { pending: 2 }, 'jünger als der Checkpoint: Nr. 5–6.'],
])('says what is %s', async (_, options, saying) => {
  expect(await allText(await sampleBundle(options))).toContain(saying);
});

test('without the site there are ids for names, and nothing else is missing', async () => {
  const { sections } = await dossierContent(await sampleBundle({ withdrawn: false }), undefined, 'de');
  expect(sections.map(textOf).join('\n')).toContain('newsletter-product: Einwilligung erteilt am');
});

test('a bundle as read from its file makes the same dossier', async () => {
  const bundle = await sampleBundle();
  const read = JSON.parse(canonicalJson(bundle)) as Bundle;
  expect(await sections(read)).toEqual(await sections(bundle));
});

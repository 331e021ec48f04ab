import { canonicalJson } from '../../shared/canonical';
import type { Bundle } from '../../shared/evidence/bundle';
import { dossierContent } from '../../shared/evidence/dossier/dossier';
import { allText, coverOf, sections, textOf } from './dossier-text';
import { sampleBundle, type SampleOptions } from './sample-bundle';

/** The sample as it would be had its first record never been confirmed. */
async function unconfirmed(status: 'ConsentRequested' | 'ConsentExpired'): Promise<Bundle> {
  const bundle = await sampleBundle({ withdrawn: false });
  const since = '2026-11-09T08:15:30.120Z';
  const records = bundle.records.map((record) => ({
    ...record,
    confirmedAt: null,
    purposes: record.purposes.map((purpose) => ({ ...purpose, status, since })),
  }));
  return { ...bundle, records };
}

describe('the cover answers', () => {
  test('who agreed to what, when, from where, and that it stands', async () => {
    const text = textOf(await coverOf(await sampleBundle({ withdrawn: false })));
    expect(text).toContain('Newsletter „Produkt“: Einwilligung gültig seit 2. November 2026');
    expect(text).toContain('Whitepaper „Einwilligungen belegen“: Bestellt, bestätigt am 2. November 2026');
    expect(text).toContain('E-Mail-Adresse: erika.müller-lüdenscheidt@example.org');
    expect(text).toContain('Angaben zur Person: Vorname: Erika | Nachname: Müller-Lüdenscheidt');
    expect(text).toContain('Eingetragen: 2. November 2026, 09:15:30 Uhr MEZ | IP 203.0.113.7');
    expect(text).toContain('Bestätigt: 2. November 2026, 09:21:07 Uhr MEZ | IP 198.51.100.23');
    expect(text).toContain('Newsletter „Produkt“: Fassung 1.0, Deutsch (Abschnitt 2.1)');
  });

  test('that it was withdrawn, and how', async () => {
    const text = textOf(await coverOf(await sampleBundle({ language: 'en' }), 'en'));
    expect(text).toContain('Product newsletter: Withdrawn on 20 November 2026');
    expect(text).toContain('Newsletter analysis: Withdrawn on 20 November 2026');
    expect(text).toContain('Withdrawn: 20 November 2026, 19:40:00 CET | IP 198.51.100.99');
    expect(text).not.toContain('Consent valid');
  });

  test('that nobody confirmed', async () => {
    const waiting = textOf(await coverOf(await unconfirmed('ConsentRequested')));
    expect(waiting).toContain('Newsletter „Produkt“: Angefragt am 9. November 2026, nicht bestätigt');
    expect(waiting).toContain('Bestätigt wurde die Eintragung nicht.');
    const expired = textOf(await coverOf(await unconfirmed('ConsentExpired')));
    expect(expired).toContain('Newsletter „Produkt“: Nie bestätigt, abgelaufen am 9. November 2026');
    expect(expired).toContain('Bestellt, nie bestätigt');
  });

  test('who asked for it, why, and by what it can be checked', async () => {
    const bundle = await sampleBundle();
    const text = textOf(await coverOf(bundle));
    expect(text).toContain('Verantwortlicher: Zettelkranich Software GmbH, Papiermühlweg 4, 00123 Beispielstadt');
    expect(text).toContain('angefordert von compliance-desk am 25. November 2026, 11:00:00 Uhr MEZ');
    expect(text).toContain('Grund: Anfrage der Aufsichtsbehörde, Az. 47/2026');
    expect(text).toContain(`Checkpoint mit 1211 Einträgen, Schlüssel ${bundle.log.keys[0]?.split('+')[1]}`);
  });

  test('what it does not disclose, and what there is no more', async () => {
    const withheld = textOf(await coverOf(await sampleBundle({ disclose: ['network'] })));
    expect(withheld).toContain('Person: in dieser Ausfertigung nicht offengelegt');
    const gone = textOf(await coverOf(await sampleBundle({ gone: ['identity', 'network'] })));
    expect(gone).toContain('Person: nicht mehr gespeichert');
    expect(gone).toContain('09:15:30 Uhr MEZ | IP-Adresse nicht mehr gespeichert');
  });
});

describe('of several sign-ups', () => {
  async function several(): Promise<Bundle> {
    const bundle = await sampleBundle({ withdrawn: false });
    const record = bundle.records[0];
    if (!record) throw new RangeError('The sample has a record.');
    const later = (status: 'ConsentRequested' | 'ConsentWithdrawn', id: string) => ({
      ...record,
      recordId: id,
      confirmedAt: null,
      requestedAt: '2026-11-21T08:00:00.000Z',
      purposes: record.purposes.map((purpose) => ({ ...purpose, status, since: '2026-11-21T08:00:00.000Z' })),
    });
    return { ...bundle, records: [later('ConsentWithdrawn', 'b'), record, later('ConsentRequested', 'c')] };
  }

  test('the one in force is on the cover, and each purpose is there once', async () => {
    const cover = await coverOf(await several());
    const verdicts = cover.blocks.filter((block) => block.kind === 'verdict');
    expect(verdicts.map(({ name }) => name)).toEqual([
      'Newsletter „Produkt“',
      'Auswertung der Newsletter',
      'Whitepaper „Einwilligungen belegen“',
    ]);
    expect(verdicts.every(({ inForce }) => inForce)).toBe(true);
    expect(textOf(cover)).toContain('Zu dieser Person gibt es 2 weitere Eintragungen');
  });

  test('the others follow', async () => {
    const [, others] = await sections(await several());
    expect(others?.title).toBe('Weitere Eintragungen');
    expect(others?.blocks.filter(({ kind }) => kind === 'heading')).toHaveLength(2);
  });
});

describe('what was not confirmed here', () => {
  /** The sample without its sign-up, so that the record of that status is on the cover. */
  async function only(status: string): Promise<Bundle> {
    const bundle = await sampleBundle({ further: 'standing' });
    return { ...bundle, records: bundle.records.filter(({ purposes }) => purposes[0]?.status === status) };
  }

  test('is said to be weaker where consent came from elsewhere, with what came along', async () => {
    const text = textOf(await coverOf(await only('ConsentGiven')));
    expect(text).toContain('Newsletter „Veranstaltungen“: Übernommen am 10. November 2026, hier nicht bestätigt');
    expect(text).toContain('als Nachweis ist sie deshalb schwächer');
    expect(text).toContain('nach Angabe der Quelle erteilt: 1. März 2024, 13:00:00 Uhr MEZ');
    expect(text).toContain('Zeitpunkt, IP-Adresse, nach deren Angabe ein Double-Opt-in; hier nicht nachgeprüft');
    expect(text).not.toContain('Bestätigt:');
  });

  test('is said to be no consent where it is legitimate interest', async () => {
    const text = textOf(await coverOf(await only('LegitimateInterestRecorded')));
    expect(text).toContain('Keine Einwilligung; berechtigtes Interesse seit 10. November 2026');
    expect(text).toContain('Eine Einwilligung ist das nicht.');
    expect(text).toContain('Begründung: Bestandskunde (§ 7 Abs. 3 UWG)');
  });

  test('is said to be no consent where a contract needs the mail', async () => {
    const text = textOf(await coverOf(await only('ContractRecorded')));
    expect(text).toContain('E-Mails zum Vertrag: Keine Einwilligung; Vertrag seit 10. November 2026');
    expect(text).toContain('auf einem Vertrag mit ihr beruhen');
    const ended = textOf(await coverOf(await sampleBundle({ further: 'ended' })));
    expect(ended).toContain('E-Mails zum Vertrag: Vertrag beendet am 10. November 2026');
  });

  test('counts less than what was, whichever is newer', async () => {
    const bundle = await sampleBundle({ further: 'standing', withdrawn: false });
    const [signUp, imported] = bundle.records;
    if (!signUp || !imported) throw new RangeError('The sample has both.');
    const newer = { ...imported, purposes: signUp.purposes.map((purpose) => ({ ...purpose, since: bundle.at })) };
    const text = textOf(await coverOf({ ...bundle, records: [newer, signUp] }));
    expect(text).toContain('Newsletter „Produkt“: Einwilligung gültig seit 2. November 2026');
    expect(text).toContain('Bestätigt: 2. November 2026');
  });

  test('ends by an objection, or when nobody answers, and says so', async () => {
    const text = await allText(await sampleBundle({ language: 'en', further: 'ended' }), 'en');
    expect(text).toContain('Objected on 10 November 2026');
    expect(text).toContain('Lapsed on 10 November 2026, as no answer came');
    expect(text).toContain('in person | received on 10 November 2026 | Reason: Anliegen vom 9. November, Vermerk 25');
    expect(text).toContain(
      'Taken over from elsewhere: entry 5. What is certain is that this was recorded here, and when.',
    );
  });
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
  expect(standing).toContain('Vorgang 4 O 17/26, zu überprüfen bis 1. Mai 2027');
  expect(standing).toContain('Unbearbeitete E-Mail vom 10. November 2026, Vorgang CAgICAgICAgICAgICAgICA');
  expect(standing).toContain('E-Mails an diese Adresse unzustellbar seit 10. November 2026');
  const ended = textOf(await coverOf(await sampleBundle({ further: 'ended' })));
  expect(ended).toContain('Außerdem: Personenbezogene Daten aus früheren Schritten gelöscht am 10. November 2026');
  expect(ended).toContain('Gewählte Sprache: Englisch');
  expect(ended).not.toContain('eingeschränkt');
  expect(ended).not.toContain('Unbearbeitete');
});

test('the timeline has every step in order, by both clocks', async () => {
  const bundle = await sampleBundle();
  const timeline = (await sections(bundle)).find(({ title }) => title.includes('Verlauf'));
  const rows = textOf(timeline ?? { title: '', blocks: [] })
    .split('\n')
    .slice(1);
  expect(rows.map((row) => row.split(' || ')[0])).toEqual(bundle.entries.map((_, n) => `${n + 1}`));
  expect(rows[0]).toContain('02.11.2026, 09:15:30 MEZ | 2026-11-02 08:15:30.120 UTC');
  expect(rows[2]).toContain('Person | IP 198.51.100.23 | Absender der Verbindung | Mozilla/5.0 (iPhone;');
  expect(rows[4]).toContain('mit dem Abmeldeknopf des E-Mail-Programms');
  expect(rows[5]).toContain('Zugriffsberechtigt: compliance-desk');
});

test('the timeline says how the button came to be pressed, and by whom the page was fetched', async () => {
  const text = await allText(await sampleBundle({ language: 'en' }), 'en');
  expect(text).toContain('Page with the button opened: 2 November 2026, 09:21:01 CET');
  expect(text).toContain('from another place than it was pressed');
  expect(text).toContain('Page fetched from IP 198.51.100.7, LinkGuard/3.1');
});

test('the timeline says what came back, what came in, and who was told', async () => {
  const text = await allText(await sampleBundle({ language: 'en', further: 'ended' }), 'en');
  for (const said of [
    'E-mail came back as undeliverable | for good',
    'E-mail came in | Case: CAgICAgICAgICAgICAgICA | what is wanted cannot be told from it with certainty | sender proven by',
    'Incoming e-mail seen to | Case: CAgICAgICAgICAgICAgICA | Outcome: answered',
    'Language chosen | on a page of this system | chosen: English',
    'Recipient of the data informed | Recipient: Brieftapir S.à r.l. | As of no. 6',
    'Withdrawal | Newsletter analysis | by reporting an e-mail as spam',
    'Came in, 10 November 2026',
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
    'nicht offengelegt, aber noch gespeichert: Angaben zur Person, IP-Adresse und Browser.',
  ],
  ['gone', { gone: ['mail'] }, 'Inhalt nicht mehr gespeichert: Eintrag 2, 4.'],
  ['deleted', { deleted: [1, 2] }, 'die vor dem Abruf gelöscht waren: Nr. 2–3.'],
  ['pending', { pending: 2 }, 'jünger als der Checkpoint: Eintrag 5–6.'],
])('says what is %s', async (_, options, saying) => {
  expect(await allText(await sampleBundle(options))).toContain(saying);
});

test('without the site there are ids for names, and nothing else is missing', async () => {
  const { sections } = await dossierContent(await sampleBundle({ withdrawn: false }), undefined, 'de');
  expect(sections.map(textOf).join('\n')).toContain('newsletter-product: Einwilligung gültig seit');
});

test('a bundle as read from its file makes the same dossier', async () => {
  const bundle = await sampleBundle();
  const read = JSON.parse(canonicalJson(bundle)) as Bundle;
  expect(await sections(read)).toEqual(await sections(bundle));
});

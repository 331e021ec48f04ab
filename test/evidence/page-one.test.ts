import type { Language } from '../../shared/policy/schema';
import { allText, coverOf, sections, textOf } from './dossier-text';
import { evidenceOf, type Kind } from './people';
import { sampleBundle, type SampleOptions } from './sample-bundle';

test.each<[string, SampleOptions, Language, string]>([
  ['was lost', { missing: ['mail'] }, 'de', 'obwohl die Aufbewahrungsfrist noch läuft: E-Mail (Nr. 2, 4).'],
  ['was lost', { missing: ['mail'] }, 'en', 'Lost, although their retention period is not over: E-mail (no. 2, 4).'],
  ['went at its end', { gone: ['network'] }, 'de', 'oder gelöscht wurde: IP-Adresse und Browser (Nr. 1, 3, 5).'],
  ['steps were deleted', { deleted: [1, 2] }, 'de', 'die vor dem Abruf gelöscht waren: Nr. 2–3.'],
])('page 1 says what %s', async (_, options, language, saying) => {
  const text = textOf(await coverOf(await sampleBundle(options), language));
  expect(text).toContain(`${language === 'de' ? 'Nicht enthalten' : 'Not included'}: `);
  expect(text).toContain(saying);
});

test('a move to another address is no withdrawal', async () => {
  const text = textOf(await coverOf(await evidenceOf('moved', 'de')));
  expect(text).toContain('Übergegangen: Beendet am 12. Juni 2026, da auf eine andere Adresse der Person übergegangen');
  expect(text).not.toContain('Widerrufen');
});

test.each<[Language, readonly string[]]>([
  [
    'de',
    [
      'keine Anmeldung, keine Bestellung und keine Einwilligung gespeichert',
      'Veranstaltungen“: Widerruf vom 3. Mai 2021 (nach Angabe eines anderen Systems), hier festgehalten am 10. Januar 2026',
      'Informationen zu Produkten: Widerspruch vom 3. Mai 2021 oder 4. Mai 2021 (nach Angabe eines anderen Systems), hier',
      'Auswertung der Newsletter: Widerruf ohne Zeitangabe (nach Angabe eines anderen Systems), hier festgehalten am',
      'Produkt“: Widerspruch ohne Zeitangabe (nach Angabe eines anderen Systems), hier festgehalten am 10. Januar 2026',
    ],
  ],
  [
    'en',
    [
      'No sign-up, order or consent of this person is held',
      'Events newsletter: Withdrawal of 3 May 2021 (according to another system), recorded here on 10 January 2026',
      'Product newsletter: Objection without a time (according to another system), recorded here on 10 January 2026',
    ],
  ],
])('page 1 of who only said no elsewhere says so, and shows no wording: %s', async (language, sayings) => {
  const cover = await coverOf(await evidenceOf('leaver', language), language);
  for (const saying of sayings) expect(textOf(cover).replaceAll('\u00a0', ' ')).toContain(saying);
  expect(cover.blocks.filter(({ kind }) => kind === 'excerpts')).toEqual([]);
});

test('page 1 of who only objected by letter says so, and shows no wording', async () => {
  const cover = await coverOf(await evidenceOf('stranger', 'de'));
  expect(textOf(cover)).toContain('Informationen zu Produkten: Widerspruch eingegangen am 10. Juni 2026 (per Brief)');
  expect(cover.blocks.filter(({ kind }) => kind === 'excerpts')).toEqual([]);
});

test('answers stand over a line; where there is none, nothing does', async () => {
  const lines = async (kind: Kind): Promise<number> =>
    (await coverOf(await evidenceOf(kind, 'de'))).blocks.filter((block) => block.kind === 'rule').length;
  expect([await lines('plain'), await lines('leaver'), await lines('unknown')]).toEqual([1, 1, 0]);
});

test('a time that the source knows by its day alone is no time of day in the evidence', async () => {
  const text = (await allText(await evidenceOf('leaver', 'de'))).replaceAll('\u00a0', ' ');
  expect(text).toContain('nach Angabe der Quelle erklärt: 3. Mai 2021, Uhrzeit nicht angegeben');
  expect(text).not.toMatch(/23:59:59/);
});

test('page 1 of a whole dossier lacks nothing', async () => {
  expect(textOf(await coverOf(await sampleBundle()))).not.toContain('Nicht enthalten');
});

test('page 1 has the wordings of what is in force before those of what ended or was ordered', async () => {
  const { blocks } = await coverOf(await evidenceOf('several', 'de'));
  const titles = blocks.flatMap((block) => (block.kind === 'excerpts' ? block.texts.map(({ title }) => title) : []));
  expect(titles.map((title) => /„(.*)“|Auswertung/.exec(title)?.[0])).toEqual([
    '„Produkt“',
    '„Veranstaltungen“',
    'Auswertung',
    '„Einwilligungen belegen“',
  ]);
});

test.each<[Language, RegExp]>([
  ['de', /https:\/\/consent\.example\.com\/verify .*\n.*consent-evidence-ledger/],
  ['en', /https:\/\/consent\.example\.com\/verify .*\n.*consent-evidence-ledger/],
])('who checks it is told where, in full, and by which program: %s', async (language, ways) => {
  const all = await sections(await sampleBundle({ language }), language);
  const annex = textOf(all.at(-1)!);
  expect(annex).toMatch(ways);
  expect(annex).toContain('https://consent.example.com/log/keys');
  expect(annex).not.toMatch(/npm run|[^m]\/verify/);
});

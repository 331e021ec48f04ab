import fc from '../seeded';
import { readFonts } from '../../shared/document/fonts';
import { Paper } from '../../shared/document/paper';
import { clusters, runsOf } from '../../shared/document/runs';
import { BODY } from '../../shared/document/style';

/** Of each script that people's names are written in, as it is read. */
const NAMES = {
  arabic: 'محمد عبد الله (قسم المبيعات)',
  persian: 'علی\u200cرضا پژمان ۱۲۳',
  hebrew: 'שָׁלוֹם כהן',
  chinese: '王小明、陳大文',
  japanese: '鈴木さくら 𠮷野',
  korean: '김민준',
  emoji: '👩‍👩‍👧 👍🏽 ❤️ 1️⃣ 🇩🇪',
};

const paper = async (text: string): Promise<Paper> =>
  new Paper(await readFonts(text), { title: '', language: 'de', at: new Date('2026-11-25T10:00:00Z') });

describe('lines', () => {
  test.each(Object.entries(NAMES))('show names as they are: %s', async (_, name) => {
    const sheet = await paper(name);
    expect(sheet.wrap(`Name: ${name}, IP`, BODY.strong, 400)).toEqual([`Name: ${name}, IP`]);
  });

  test('name each character that no font has, and those that nobody can see', async () => {
    const text = 'Jörg 王\u202e\tẞ € ქ a\u200cb \u200d\ufe0f';
    const lines = (await paper(text)).wrap(text, BODY.plain, 400);
    expect(lines).toEqual(['Jörg 王[U+202E]    ẞ € [U+10E5] a[U+200C]b [U+200D][U+FE0F]']);
  });

  test('hide no joiner where nothing joins', async () => {
    const text = 'د\u200cد ب\u200c ب\u200cب';
    expect((await paper(text)).wrap(text, BODY.plain, 400)).toEqual(['د[U+200C]د ب[U+200C] ب\u200cب']);
  });

  test('are no longer than there is room for, and lose nothing', async () => {
    const names = Object.values(NAMES);
    const sheet = await paper(names.join(''));
    const word = fc.oneof(fc.string({ maxLength: 90 }), fc.constantFrom('Wort', '—', 'ä'.repeat(80), ...names));
    fc.assert(
      fc.property(fc.array(word), fc.constantFrom(...Object.values(BODY)), (words, style) => {
        const text = words.join(' ');
        const lines = sheet.wrap(text, style, 200);
        const dense = (texts: readonly string[]): string => texts.join('').replace(/\s/g, '');
        expect(dense(lines)).toBe(dense([text]));
        // A thousandth for the sums of fractions.
        for (const line of lines) expect(sheet.widthOf(line, style)).toBeLessThanOrEqual(200.001);
      }),
    );
  });

  test('in which fonts change have no wider spaces than there is room for', async () => {
    const text = `Wort ${Object.values(NAMES).join(' eb ')} `.repeat(3);
    const sheet = await paper(text);
    for (let width = 230; width < 240; width++)
      for (const line of sheet.wrap(text, BODY.strong, width))
        expect([line, Math.max(width, sheet.widthOf(line, BODY.strong))]).toEqual([line, width]);
  });

  test('of one long word are as full as they can be', async () => {
    const sheet = await paper('');
    const word = fc.string({ unit: fc.constantFrom(...'0123456789abcdefMi_'), minLength: 1, maxLength: 300 });
    const styles = fc.constantFrom(BODY.plain, BODY.strong);
    fc.assert(
      fc.property(word, styles, fc.integer({ min: 3, max: 300 }), (text, style, width) => {
        const lines = sheet.wrap(text, style, width);
        expect(lines.join('')).toBe(text);
        expect(lines.filter((line) => line === '')).toEqual([]);
        for (const [n, line] of lines.slice(0, -1).entries())
          expect(sheet.widthOf(line + (lines[n + 1] ?? '').charAt(0), style)).toBeGreaterThan(width);
      }),
    );
  });

  test('read no font of megabytes where there is nothing to write with it', async () => {
    expect([...(await readFonts('Jörg Müller, Ελλάδα, Москва')).keys()]).toEqual(['regular', 'semibold', 'mono']);
    expect([...(await readFonts(NAMES.hebrew)).keys()]).toContain('hebrew');
  });
});

describe('runs', () => {
  const fontOf = (cluster: string) => (/[\u0590-\u06ff]/.test(cluster) ? 'arabic' : 'regular');
  const seen = (line: string): string[] =>
    runsOf(line, fontOf).map(({ text, isRightToLeft }) => `${isRightToLeft ? '<' : '>'}${text}`);

  test('stand in the order in which they are seen', () => {
    expect(seen('Name: محمد 12, ok')).toEqual(['>Name: ', '>12', '< ', '<محمد', '>, ok']);
    expect(seen('a (שלום) b')).toEqual(['>a (', '<שלום', '>) b']);
  });

  test('have every character of the line, once', () => {
    const char = fc.constantFrom('a', '1', ' ', '(', '.', 'م', 'ש', '١', '王', '👩‍👩‍👧', 'e\u0301', '\u202e', '\u2067');
    fc.assert(
      fc.property(fc.array(char), (chars) => {
        const line = chars.join('');
        const found = runsOf(line, fontOf).flatMap(({ text }) => clusters(text));
        expect(found.toSorted()).toEqual(clusters(line).toSorted());
      }),
    );
  });
});

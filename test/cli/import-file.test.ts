import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from '../seeded';
import { columnsOf } from '../../cli/import/columns';
import { readCsv, type Line } from '../../cli/import/csv';
import { readMoment } from '../../cli/import/moment';
import { readRow } from '../../cli/import/row';

const folder = mkdtempSync(path.join(tmpdir(), 'cli-import-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function read(content: string | Buffer): Promise<Line[]> {
  const file = path.join(folder, 'file.csv');
  writeFileSync(file, content);
  const lines: Line[] = [];
  for await (const line of readCsv(file)) lines.push(line);
  return lines;
}

const cells = async (content: string | Buffer): Promise<unknown> => (await read(content)).map((line) => line.cells);

describe('a CSV file', () => {
  test('is read as it was written, whatever its delimiter and whatever is in its cells', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ß', '🦔', ',', ';', '\t', '"', '\n', ' '), minLength: 1 });
    const trimmed = cell.map((text) => text.trim()).filter((text) => text !== '');
    const rows = fc.array(fc.array(trimmed, { minLength: 2, maxLength: 4 }), { maxLength: 5 });
    const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(',', ';', '\t'), rows, fc.boolean(), async (delimiter, body, hasMark) => {
        const table = [['email', 'a,b;c\td'], ...body];
        const text = table.map((row) => row.map(quote).join(delimiter)).join('\r\n');
        expect(await cells(`${hasMark ? '\ufeff' : ''}${text}`)).toEqual(table);
      }),
      { numRuns: 100 },
    );
  });

  test('has its lines counted as an editor does', async () => {
    const lines = await read('a,b\n1,2\n\n"3\n4",5\n6,7\n');
    expect(lines.map(({ number }) => number)).toEqual([1, 2, 5, 6]);
  });

  test('that is Latin-1 is refused, with the line and what to do', async () => {
    const latin = Buffer.from('email,name\na@example.com,Anna\nb@example.com,Jörg\n', 'latin1');
    await expect(read(latin)).rejects.toThrow(/line 3: this is not UTF-8.*iconv -f WINDOWS-1252 -t UTF-8/);
    await expect(read(Buffer.from('email,name\na,J\xf6', 'latin1'))).rejects.toThrow(/line 2: this is not UTF-8/);
  });

  test('is UTF-8 also where a letter lies across two reads', async () => {
    const name = 'ü'.repeat(65_537);
    const rows = Array.from({ length: 40 }, (_, n) => `${n},x${name.slice(0, 3000 + n)}`);
    expect(await cells(`a,b\n${rows.join('\n')}`)).toHaveLength(41);
  });

  test.each([
    ['a quotation mark that is not closed', 'a,b\n1,"2\n3,4\n', /no CSV: a quotation mark/],
    ['text after a quotation mark', 'a,b\n1,"geheim"x\n', /line 2: This is no CSV: a quotation mark/],
    ['a row without end', `a,b\n"${'x'.repeat(100_000)}`, /more than 65536 characters/],
  ])('with %s is refused, without quoting it', async (_, text, message) => {
    const failure = await read(text).then(
      () => '',
      (error: unknown) => (error as Error).message,
    );
    expect(failure).toMatch(message);
    expect(failure).not.toMatch(/geheim|xxx/);
  });

  test('that is not there', async () => {
    const nothing = readCsv(path.join(folder, 'none.csv'));
    await expect(nothing.next()).rejects.toThrow(/none\.csv cannot be read \(ENOENT\)/);
  });
});

test.each([
  ['2018-05-25T14:30:00+02:00', '2018-05-25T12:30:00.000Z'],
  ['2018-05-25T14:30:07.123Z', '2018-05-25T14:30:07.000Z'],
  ['2018-05-25 14:30:00 +0000', '2018-05-25T14:30:00.000Z'],
  ['2018-05-25 14:30', '2018-05-25T12:30:00.000Z'],
  ['2018-12-25 14:30', '2018-12-25T13:30:00.000Z'],
  ['25.05.2018 14:30', '2018-05-25T12:30:00.000Z'],
  ['5.1.2018, 4:30:59 Uhr', '2018-01-05T03:30:59.000Z'],
  ['2018-05-25', '2018-05-24T22:00:00.000Z'],
  ['29.02.2020', '2020-02-28T23:00:00.000Z'],
  // The hour that is there twice, and the one that never was.
  ['2026-10-25 02:30', '2026-10-25T00:30:00.000Z'],
  ['2026-03-29 02:30', undefined],
  ['2019-02-29', undefined],
  ['2018-05-25 24:00', undefined],
  ['31.04.2018', undefined],
  ['05/25/2018', undefined],
  ['1527251400', undefined],
  ['gestern', undefined],
])('the moment %s', (text, expected) => {
  expect(readMoment(text)).toBe(expected);
});

describe('columns', () => {
  const header = ['E-Mail', 'purposes', 'Wann=', 'VERSION', 'sonst'];

  test.each([
    ['no address', [], [], /no column "email"\. The file has "E-Mail", "purposes".*--map/],
    ['a column that is not there', ['Mail=email'], [], /no column "Mail"/],
    ['an unknown field', ['E-Mail=mail'], [], /no field "mail"; there are email, purposes/],
    ['a field twice', ['E-Mail=email', 'sonst=email'], [], /two columns for "email"/],
    ['a column and a constant', ['E-Mail=email'], ['version=3'], /"version" is a column and in --set/],
    ['no column=field', ['email'], [], /--map takes column=field, not "email"/],
  ])('%s', (_, maps, sets, message) => {
    expect(() => columnsOf(header, maps, sets)).toThrow(message);
  });

  test('need the wording, or there is no evidence', () => {
    expect(() => columnsOf(['email', 'purposes'], [], [])).toThrow(/by which wording.*--set version=/);
  });

  test('make rows, whose reference depends on what they say alone', () => {
    const columns = columnsOf(header, ['E-Mail=email', 'Wann==givenAt', 'sonst=fields.city'], ['note=Messe=2018']);
    const row = readRow({ number: 7, cells: ['a@example.com', 'one two', '2018-05-25', '3', ''] }, columns);
    expect(row).toMatchObject({
      flaws: [],
      body: {
        email: 'a@example.com',
        purposes: ['one', 'two'],
        givenAt: '2018-05-24T22:00:00.000Z',
        version: '3',
        source: 'import',
        note: 'Messe=2018',
      },
    });
    expect(row.body).not.toHaveProperty('fields');
    const turned = columnsOf(['version', 'email', 'purposes', 'givenAt'], [], ['note=Messe=2018']);
    const same = readRow({ number: 9, cells: ['3', 'a@example.com', 'one two', '25.05.2018'] }, turned);
    expect(same.body).toEqual(row.body);
  });

  test('find what is wrong with a row, and quote nothing of it', () => {
    const columns = columnsOf(['email', 'purposes', 'version', 'givenAt', 'ip', 'doubleOptIn'], [], []);
    const { flaws } = readRow({ number: 2, cells: ['zzmark', '', '', 'zzmark', 'zzmark', 'zzmark', '7'] }, columns);
    expect(flaws.map(({ field }) => field)).toEqual([
      '',
      'email',
      'purposes',
      'version',
      'givenAt',
      'ip',
      'doubleOptIn',
    ]);
    expect(JSON.stringify(flaws)).not.toContain('zzmark');
  });
});

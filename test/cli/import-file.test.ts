import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from '../seeded';
import { columnsOf, type Columns } from '../../cli/import/columns';
import { readCsv, type Line } from '../../cli/import/csv';
import { readRow, type Sheet } from '../../cli/import/row';
import { statesOf } from '../../cli/import/states';

const folder = mkdtempSync(path.join(tmpdir(), 'cli-import-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function read(content: string | Buffer, encoding?: string): Promise<Line[]> {
  const file = path.join(folder, 'file.csv');
  writeFileSync(file, content);
  const lines: Line[] = [];
  for await (const line of readCsv(file, encoding)) lines.push(line);
  return lines;
}

const cells = async (content: string | Buffer, encoding?: string): Promise<unknown> =>
  (await read(content, encoding)).map((line) => line.cells);

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
    await expect(read(latin)).rejects.toThrow(/line 3: this is not UTF-8.*--encoding windows-1252/);
    await expect(read(Buffer.from('email,name\na,J\xf6', 'latin1'))).rejects.toThrow(/line 2: this is not UTF-8/);
  });

  test('is UTF-8 also where a letter lies across two reads', async () => {
    const name = 'ü'.repeat(65_537);
    const rows = Array.from({ length: 40 }, (_, n) => `${n},x${name.slice(0, 3000 + n)}`);
    expect(await cells(`a,b\n${rows.join('\n')}`)).toHaveLength(41);
  });

  test.each([
    ['UTF-16 LE with its mark', Buffer.from('\ufeffa;b\nJörg;1', 'utf16le'), undefined],
    ['UTF-16 BE with its mark', Buffer.from('\ufeffa;b\nJörg;1', 'utf16le').swap16(), undefined],
    ['UTF-16 LE without it, as it was said', Buffer.from('a;b\nJörg;1', 'utf16le'), 'utf-16le'],
    ['Windows-1252, as it was said', Buffer.from('a;b\nJ\xf6rg;1', 'latin1'), 'windows-1252'],
    ['Excel’s line for the delimiter', 'sep=;\na;b\nJörg;1', undefined],
    ['the same after a mark, quoted', '\ufeff"sep=;"\r\na;b\r\nJörg;1', undefined],
    ['rows of delimiters alone', 'a;b\n;\nJörg;1\n;;\n', undefined],
  ])('may be %s', async (_, content, encoding) => {
    expect(await cells(content, encoding)).toEqual([
      ['a', 'b'],
      ['Jörg', '1'],
    ]);
  });

  test.each([
    ['UTF-16 without a mark', Buffer.from('a;b\nJörg;1', 'utf16le'), undefined, /NUL bytes.*--encoding utf-16le/],
    ['a NUL far into it', `a;b\n${'x;1\n'.repeat(20_000)}\0;1`, undefined, /line 20002: a NUL/],
    ['a mark against what was said', Buffer.from('\ufeffa;b', 'utf16le'), 'utf-8', /mark of utf-16le/],
    ['half a letter of UTF-16', Buffer.from('\ufeffa;\ud83d', 'utf16le'), undefined, /this is not utf-16le/],
  ])('with %s is refused', async (_, content, encoding, message) => {
    await expect(read(content, encoding)).rejects.toThrow(message);
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

const sheet = (columns: Columns): Sheet => ({
  columns,
  states: statesOf(columns, 'consents', []),
  clock: { zone: 'Europe/Berlin', order: undefined },
  name: 'list.csv',
});

describe('columns', () => {
  const header = ['E-Mail', 'purposes', 'Wann=', 'VERSION', 'sonst', 'zweimal', 'zweimal'];

  test.each([
    ['no address', [], [], /no column "email"\. The file has "E-Mail", "purposes".*--map/],
    ['a column that is not there', ['Mail=email'], [], /no column "Mail"/],
    ['an unknown field', ['E-Mail=mail'], [], /no field "mail"; there are email, purposes/],
    ['a field twice', ['E-Mail=email', 'sonst=email'], [], /two columns for "email"/],
    ['a heading twice', ['E-Mail=email', 'zweimal=note'], [], /two columns "zweimal"/],
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
    const row = readRow({ number: 7, cells: ['a@example.com', 'one two', '2018-05-25', '3', ''] }, sheet(columns));
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
    const same = readRow({ number: 9, cells: ['3', 'a@example.com', 'one two', '25.05.2018'] }, sheet(turned));
    expect(same.body).toEqual(row.body);
  });

  test('find what is wrong with a row, and quote nothing of it', () => {
    const columns = columnsOf(['email', 'purposes', 'version', 'givenAt', 'ip', 'doubleOptIn'], [], []);
    const { flaws } = readRow(
      { number: 2, cells: ['zzmark', '', '', 'zzmark', 'zzmark', 'zzmark', '7'] },
      sheet(columns),
    );
    expect(new Set(flaws.map(({ field }) => field))).toEqual(
      new Set(['', 'email', 'purposes', 'version', 'givenAt', 'ip', 'doubleOptIn']),
    );
    expect(JSON.stringify(flaws)).not.toContain('zzmark');
  });
});

import fc from '../seeded';
import type { Bundle } from '../../shared/evidence/bundle';
import { canonicalJson } from '../../shared/canonical';
import { evidenceCsv } from '../../shared/evidence/csv';
import { sampleBundle } from './sample-bundle';

const EXCEL = { language: 'en', forSpreadsheets: true } as const;

/** Reads RFC 4180 where every cell is in quotes, and nothing else. */
function parse(csv: string): string[][] {
  const cell = /"((?:[^"]|"")*)"(,|\r\n)/y;
  const rows: string[][] = [[]];
  while (cell.lastIndex < csv.length) {
    const [, value = '', end] = cell.exec(csv) ?? [];
    if (end === undefined) throw new SyntaxError('This is no CSV.');
    rows.at(-1)?.push(value.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

function table(bundle: Bundle): Record<string, string>[] {
  const [head = [], ...rows] = parse(evidenceCsv(bundle, EXCEL).slice(1));
  return rows.map((row) => Object.fromEntries(head.map((name, n) => [name, row[n] ?? ''])));
}

/** The sample with this as what a person entered. */
async function entered(fields: Record<string, string>, userAgent: string): Promise<(email: string) => Bundle> {
  const text = canonicalJson(await sampleBundle());
  return (email) => {
    const bundle = JSON.parse(text) as Bundle;
    Object.assign(bundle.entries[0]?.parts['address'] ?? {}, { data: { email } });
    Object.assign(bundle.entries[0]?.parts['details'] ?? {}, { data: { fields } });
    Object.assign(bundle.entries[0]?.parts['network'] ?? {}, {
      data: { ip: '::1', ipSource: 'connection', userAgent },
    });
    return bundle;
  };
}

test('one row for each step, with what was disclosed of it', async () => {
  const bundle = await sampleBundle();
  const rows = table(bundle);
  expect(rows.map(({ seq }) => seq)).toEqual(['0', '1', '2', '3', '4', '5']);
  expect(rows[0]).toMatchObject({
    at: '2026-11-02T08:15:30.120Z',
    type: 'ConsentRequested',
    record: bundle.records[0]?.recordId,
    purposes: 'newsletter-product; analysis',
    legal_bases: 'consent; consent',
    asset: 'whitepaper-consent',
    actor: 'subject',
    email: 'erika.müller-lüdenscheidt@example.org',
    fields: 'firstName: Erika; lastName: Müller-Lüdenscheidt',
    ip: '203.0.113.7',
    ip_source: 'connection',
    confirm_by: '2026-11-09T08:15:30.120Z',
    log_index: '600',
  });
  expect(rows[1]).toMatchObject({ type: 'MailSent', mail: 'confirmation', actor: 'system' });
  expect(rows[4]).toMatchObject({ type: 'ConsentWithdrawn', via: 'one-click' });
  expect(rows[5]).toMatchObject({
    actor: 'operator: compliance-desk',
    reason: 'Anfrage der Aufsichtsbehörde, Az. 47/2026',
  });
});

test('what came from elsewhere, and what operators did, has columns of its own', async () => {
  const rows = table(await sampleBundle({ further: 'ended' }));
  const row = (type: string) => rows.find((candidate) => candidate['type'] === type);
  expect(row('ConsentRecorded')).toMatchObject({
    source: 'import',
    signed_up_at: '2024-03-01T11:50:00.000Z',
    given_at: '2024-03-01T12:00:00.000Z',
    proof: 'time; ip; double-opt-in; sign-up-time; sign-up-ip',
    signed_up_by_ip: '192.0.2.43',
    actor: 'backend: shop',
    ip: '192.0.2.44',
  });
  expect(row('LegitimateInterestRecorded')).toMatchObject({ justification: 'existing-customer', proof: '' });
  expect(row('ObjectionRecorded')).toMatchObject({ via: 'in-person', received_on: '2026-11-10' });
  expect(row('HoldPlaced')).toMatchObject({ case: 'Qm3Kx0TnS1mZx8wYbLr2cA', review_by: '2027-05-01' });
  expect(row('AccessGiven')).toMatchObject({ access: 'report', reason: 'Anliegen vom 9. November, Vermerk 6' });
  expect(row('ActivityReported')).toMatchObject({ active_at: '2026-11-09T20:00:00.000Z', mailed_at: '' });
  expect(row('DataErased')).toMatchObject({ suppress: 'yes', reason: '' });
});

test('says what is withheld, what is gone, and what the log does not have yet', async () => {
  const rows = table(await sampleBundle({ disclose: ['address'], gone: ['mail'], pending: 1 }));
  expect(rows[0]).toMatchObject({
    withheld: 'details; network',
    ip: '',
    email: 'erika.müller-lüdenscheidt@example.org',
  });
  expect(rows[1]).toMatchObject({ gone: 'mail', missing: '', withheld: '' });
  expect(rows[5]).toMatchObject({ log_index: '' });
});

test('begins with a byte order mark, and lines end as RFC 4180 has it', async () => {
  const csv = evidenceCsv(await sampleBundle(), EXCEL);
  expect(csv.startsWith('\ufeff"seq","at",')).toBe(true);
  expect(csv.endsWith('"\r\n')).toBe(true);
});

describe('what a person enters', () => {
  const DANGEROUS = /^[=+\-@\t\r\n＝＋－＠]/;
  const signs = fc.constantFrom(
    '=',
    '+',
    '-',
    '@',
    '\t',
    '\r',
    '\n',
    '＝',
    '＋',
    '－',
    '＠',
    ' ',
    '\u200b',
    '"',
    ',',
    "'",
  );
  const nasty = fc.tuple(fc.array(signs, { maxLength: 4 }), fc.string()).map(([begin, rest]) => begin.join('') + rest);

  test('comes back as it was, but for an apostrophe', async () => {
    const withMail = await entered({}, '');
    fc.assert(
      fc.property(nasty, (email) => {
        expect([email, `'${email}`]).toContain(table(withMail(email))[0]?.['email']);
      }),
    );
  });

  test('begins no formula, in any cell', async () => {
    const withMail = await entered({ firstName: '\n=1+1' }, '－2+3");=HYPERLINK("x"),"');
    fc.assert(
      fc.property(nasty, (email) => {
        const cells = parse(evidenceCsv(withMail(email), EXCEL).slice(1)).flat();
        expect(cells.filter((cell) => DANGEROUS.test(cell) || DANGEROUS.test(cell.trim()))).toEqual([]);
        expect(cells.length).toBeGreaterThan(0);
      }),
    );
  });

  test.each(['=1+1', '@SUM(A1)', '+49 30 123', '-5', '\t=1', ' =1', '＝1', '\u200b=1'])(
    '%j is no formula',
    async (email) => {
      expect(table((await entered({}, ''))(email))[0]?.['email']).toBe(`'${email}`);
    },
  );

  test.each(['erika@example.org', 'a=b', "o'hara@example.org"])('%j stays as it is', async (email) => {
    expect(table((await entered({}, ''))(email))[0]?.['email']).toBe(email);
  });
});

test('its cells are parted by what people of its language write, and it begins as programs or spreadsheets want it', async () => {
  const bundle = await sampleBundle();
  const german = evidenceCsv(bundle, { language: 'de', forSpreadsheets: false });
  expect(german).toMatch(/^"seq";"at";"type"/);
  expect(german.trimEnd().split('\r\n')).toHaveLength(bundle.entries.length + 1);
  expect(evidenceCsv(bundle, EXCEL)).toMatch(/^\ufeff"seq","at","type"/);
});

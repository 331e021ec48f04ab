import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { sites } from '../../examples/sites';
import type { Site } from '../../shared/policy/schema';

const FILES = path.join(__dirname, '..', '..', 'examples', 'sites', 'files');

function site(id: string): Site {
  const found = sites.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`There is no sample "${id}".`);
  return found;
}

test('there are the demo and one site for each notice', () => {
  const notices = ['000', '001', '002', '003', '004'].map((number) => `notice-${number}`);
  expect(sites.map(({ id }) => id)).toEqual(['demo', ...notices]);
});

describe.each(sites.map(({ id }) => id))('%s', (id) => {
  test('speaks German first, and English', () => {
    expect(site(id).languages).toEqual(['de', 'en']);
  });

  test('has a newsletter that a welcome mail follows, and asks for a name if one likes', () => {
    const newsletters = site(id).purposes.filter((purpose) => purpose.id.startsWith('newsletter'));
    expect(newsletters.length).toBeGreaterThan(0);
    for (const { legalBasis, welcome } of newsletters)
      expect({ legalBasis, welcome }).toEqual({ legalBasis: 'consent', welcome: true });
    const fields = site(id).fields.map((field) => field.id);
    expect(fields).toEqual(expect.arrayContaining(['firstName', 'lastName', 'department']));
  });

  test('says in each wording for consent who may write, and that it can be taken back', () => {
    for (const { notice, legalBasis } of site(id).purposes.filter((purpose) => purpose.legalBasis === 'consent')) {
      expect([legalBasis, notice.text.de]).toEqual(['consent', expect.stringContaining(site(id).controller.name)]);
      expect(notice.text.de).toMatch(/widerrufen|widerrufbar/);
      expect(notice.text.en).toMatch(/withdraw/);
    }
  });

  test('has a real PDF for each asset', () => {
    for (const { file } of site(id).assets) {
      expect(readFileSync(path.join(FILES, file)).subarray(0, 5).toString()).toBe('%PDF-');
      expect(statSync(path.join(FILES, file)).size).toBeLessThan(60_000);
    }
  });
});

/** Row of the promises -> what the notice's site says of it. */
test.each([
  ['S3', 'notice-002', { network: 'as-evidence' }],
  ['S3', 'notice-004', { network: 'as-evidence', details: 'as-evidence' }],
  ['R2', 'notice-002', { evidence: { keep: 'P4Y', from: 'withdrawal' }, details: { keep: 'P0D' } }],
  ['R3', 'notice-003', { evidence: { keep: 'P3Y', from: 'end-of-year-of-withdrawal' }, details: { keep: 'P0D' } }],
  ['R3', 'notice-004', { evidence: { keep: 'P3Y', from: 'end-of-year-of-withdrawal' } }],
  ['R4', 'notice-001', { evidence: { keep: 'P0D', from: 'withdrawal' } }],
  ['R5', 'notice-001', { network: { keep: 'P7D' } }],
  ['R5', 'notice-003', { network: { keep: 'P7D' } }],
  ['R6', 'notice-004', { accessLog: 'P90D' }],
  ['R12', 'notice-000', { enquiries: 'P0D' }],
  ['R12', 'notice-001', { enquiries: 'P0D' }],
  ['R12', 'notice-003', { enquiries: 'P0D' }],
  ['R12', 'notice-004', { enquiries: 'P0D' }],
  ['R12', 'notice-002', { enquiries: 'P1Y' }],
  ['R9', 'notice-003', { registrationMaximum: 'P1Y' }],
  ['R9', 'notice-004', { atEnd: 'anonymise' }],
  ['R11', 'notice-002', { review: { every: 'P1Y', deleteWithin: 'P1M' } }],
])('%s is configured in %s', (_row, id, retention) => {
  expect(site(id).retention).toMatchObject(retention);
});

test('R10 is configured in notice-002, for its software alone', () => {
  const { retention, purposes } = site('notice-002');
  expect(retention.inactivity).toBeUndefined();
  expect(purposes.flatMap(({ id, retention: own }) => (own?.inactivity ? [[id, own.inactivity]] : []))).toEqual([
    ['course-software', { askAfter: 'P3Y', answerWithin: 'P30D', addressAfter: 'P1Y' }],
  ]);
});

test('W8 is configured in notice-004: processors that differ in their purposes', () => {
  const mailers = site('notice-004').processors.filter(
    ({ connection, transfers }) => connection && transfers.length === 0,
  );
  const shared = mailers.flatMap(({ purposes }) => purposes);
  expect(mailers.length).toBeGreaterThanOrEqual(2);
  expect(new Set(shared).size).toBe(shared.length);
});

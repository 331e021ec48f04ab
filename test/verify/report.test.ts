import { CLAIMS, claim, headlineOf, stepName, verdictOf, type Claim, type Finding } from '../../shared/verify/report';

const FINDING: Finding = { code: 'headNotShown' };
const OTHER: Finding = { code: 'notJson' };
const holds = claim('chain', []);
const open = (id: Claim['id']): Claim => claim(id, [], { open: [FINDING] });
const fails = claim('head', [FINDING]);

test('a claim fails by a failure, is open by what is open, is none without anything of the kind, and else holds', () => {
  expect(claim('parts', [FINDING], { open: [OTHER], notes: [{ code: 'noAnchors' }], isEmpty: true })).toEqual({
    id: 'parts',
    state: 'fails',
    findings: [FINDING, OTHER],
    notes: [{ code: 'noAnchors' }],
  });
  expect(claim('parts', [], { open: [OTHER], isEmpty: true })).toMatchObject({ state: 'open', findings: [OTHER] });
  expect(claim('parts', [], { isEmpty: true })).toMatchObject({ state: 'none', findings: [] });
  expect(claim('parts', [])).toEqual({ id: 'parts', state: 'holds', findings: [], notes: [] });
});

test('a file is bad by one claim that fails, open by one that is open, and else good', () => {
  expect(verdictOf([holds, open('origin'), fails])).toBe('bad');
  expect(verdictOf([holds, open('origin')])).toBe('open');
  expect(verdictOf([holds, claim('parts', [], { isEmpty: true })])).toBe('good');
  expect(verdictOf([])).toBe('good');
});

test('that nobody vouches for its key is said by itself, where nothing else is open', () => {
  expect(headlineOf([holds, open('origin')])).toBe('unknown');
  expect(headlineOf([holds, open('origin'), open('log')])).toBe('open');
  expect(headlineOf([open('log')])).toBe('open');
  expect(headlineOf([fails, open('origin')])).toBe('bad');
  expect(headlineOf([holds])).toBe('good');
});

test('steps are counted from one, as people do', () => {
  const entry = { seq: 0, type: 'MailSent', at: '2026-11-02T08:15:30.120Z' } as Parameters<typeof stepName>[0];
  expect(stepName(entry)).toEqual({ number: 1, type: 'MailSent', at: '2026-11-02T08:15:30.120Z' });
});

test('claims are numbered as the format has them', () => {
  expect([CLAIMS.indexOf('file'), CLAIMS.indexOf('chain'), CLAIMS.indexOf('log'), CLAIMS.length]).toEqual([
    0, 2, 10, 16,
  ]);
});

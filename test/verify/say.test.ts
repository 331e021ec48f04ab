import { claim, type Report } from '../../shared/verify/report';
import { sayFinding, sayNote, sayVerdict } from '../../shared/verify/say';
import { verifyIn } from '../../shared/words/verify';
import { verifyFileIn } from '../../shared/words/verify-file';

const step = { number: 3, type: 'ConsentGiven', at: '2026-11-02T08:21:07.003Z' } as const;

test('a finding and a note are said with what they are about', () => {
  const key = 'log.example+00000000+AAAA';
  for (const language of ['de', 'en'] as const) {
    const { findings, notes } = verifyIn(language);
    expect(sayFinding({ code: 'entryChanged', step }, language)).toBe(
      findings.entryChanged({ code: 'entryChanged', step }),
    );
    expect(sayNote({ code: 'keyGiven', key }, language)).toBe(notes.keyGiven({ code: 'keyGiven', key }));
  }
});

test('a verdict is said by what is open or wrong, and a file that is none by what it is instead', () => {
  const said = (report: Pick<Report, 'verdict' | 'other'>, ...claims: Report['claims']) =>
    sayVerdict({ ...report, claims }, 'en');
  const { verdicts } = verifyIn('en');
  const open = (id: 'origin' | 'log') => claim(id, [], { open: [{ code: 'noCheckpoint' }] });
  expect(said({ verdict: 'good' }, claim('file', []))).toBe(verdicts.good);
  expect(said({ verdict: 'bad' }, claim('file', [{ code: 'notJson' }]))).toBe(verdicts.bad);
  expect(said({ verdict: 'open' }, open('origin'))).toBe(verdicts.unknown);
  expect(said({ verdict: 'open' }, open('log'))).toBe(verdicts.open);
  expect(said({ verdict: 'empty' }, claim('file', []))).toBe(verdicts.empty);
  expect(said({ verdict: 'other', other: 'csv' })).toBe(verifyFileIn('en').others.csv);
});

import { tokenOf } from '../../cli/review/decide';

const ruling = { decision: 'keep', reason: 'still a customer', reviewBy: '2027-02-01' } as const;
const preview: Parameters<typeof tokenOf>[1] = [];

test.each([
  ['another decision', { ...ruling, decision: 'let-go' as const }],
  ['another reason', { ...ruling, reason: 'because' }],
  ['another day', { ...ruling, reviewBy: '2099-01-01' }],
])('the word of a dry run is another one for %s', (_, other) => {
  expect(tokenOf({ ...ruling }, preview)).toBe(tokenOf(ruling, preview));
  expect(tokenOf(other, preview)).not.toBe(tokenOf(ruling, preview));
});

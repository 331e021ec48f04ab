import { outcomeOf } from '../../../shared/web/form/outcome';

const wrong = (...pointers: string[]) => ({ errors: pointers.map((pointer) => ({ pointer })) });

test.each([
  [202, 'sent'],
  [428, 'unproven'],
  [429, 'tooMany'],
  [403, 'busy'],
  [404, 'busy'],
  [500, 'busy'],
  [503, 'busy'],
])('%i is %s', (status, kind) => {
  expect(outcomeOf(status, {})).toEqual({ kind });
});

test('what the visitor can put right is marked', () => {
  const pointers = ['/email', '/purposes', '/fields/firstName'];
  expect(outcomeOf(422, wrong(...pointers))).toEqual({ kind: 'wrong', pointers });
});

test.each([
  ['the wording', ['/notices/0']],
  ['a purpose', ['/purposes/1', '/email']],
  ['an asset', ['/asset']],
  ['something that is not named', []],
])('%s that is no longer right is a site that has changed', (_, pointers) => {
  expect(outcomeOf(422, wrong(...pointers))).toEqual({ kind: 'stale' });
});

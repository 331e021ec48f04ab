import { whyUnwritable } from '../../local/unwritable';

test.each([
  [
    'a full disk, as file systems say it',
    Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' }),
    /full/,
  ],
  [
    'a full disk, as LevelDB does',
    new Error('Database is not open', { cause: new Error('IO error: /data/000005.log: No space left on device') }),
    /is full/,
  ],
  ['a read-only folder', Object.assign(new Error('mkdir'), { code: 'EROFS' }), /cannot be written to/],
  ['a folder of somebody else', new Error('x', { cause: new Error('IO error: LOCK: Permission denied') }), /cannot be/],
])('%s is named as such', (_, error, said) => {
  expect(whyUnwritable(error, '/data')).toMatch(said);
  expect(whyUnwritable(error, '/data')).toMatch(/\/data .*DATA_DIR=/);
});

test('what has another reason is not taken for it', () => {
  expect(whyUnwritable(new TypeError('x is not a function'), '/data')).toBeUndefined();
});

import { isEntryHash, isSubjectId, recordIdOf, subjectIdOf } from '../../shared/ids';
import { readEntry } from '../../shared/consent/read-entry';

const SUBJECT = subjectIdOf(new Uint8Array(16));
const RECORD = recordIdOf(new Uint8Array(16).fill(1));

test('an id of one kind is none of another, for the compiler', () => {
  const looked: unknown[] = [];
  const look = (subject: typeof SUBJECT) => looked.push(subject);
  look(SUBJECT);
  // @ts-expect-error -- a record's id
  look(RECORD);
  // @ts-expect-error -- any text
  look('AAAAAAAAAAAAAAAAAAAAAA');
  expect(looked).toHaveLength(3);
});

test.each([
  '',
  'A'.repeat(21),
  'A'.repeat(23),
  `${'A'.repeat(21)}=`,
  ` ${'A'.repeat(22)}`,
  `${'A'.repeat(22)}\n`,
  1,
  null,
])('%j is no subject', (text) => expect(isSubjectId(text)).toBe(false));

test.each(['subject', 'prev', 'hash'])('an entry has its %s, or is none', (name) => {
  const hash = 'A'.repeat(43);
  const entry = { site: 'demo', type: 'Later', at: 'x', seq: 0, subject: SUBJECT, prev: hash, hash };
  expect(isEntryHash(hash)).toBe(true);
  expect(readEntry(JSON.stringify(entry))).toEqual(entry);
  expect(() => readEntry(JSON.stringify({ ...entry, [name]: 'A' }))).toThrow(name);
});

import { broken, factsOfApi, grown } from './api';
import { promisedOfApi } from './parts';

/* Version 1 of the API: what breaks somebody's program is red here (docs/decisions/0080-how-a-format-may-grow.md). */

const now = factsOfApi();
const then = promisedOfApi();

test('nothing is lost that was promised, and nothing is needed that was not', () => {
  expect(broken(then, now)).toEqual([]);
});

test('all that there is was promised: npx tsx test/golden/add.ts adds what is new', () => {
  expect(grown(then, now)).toEqual([]);
});

test.each<[string, (lines: readonly string[]) => string[], string[]]>([
  [
    'an operation that is gone',
    (lines) => lines.filter((line) => !line.startsWith('getBrake ')),
    ['lost: getBrake is get /v1/sites/{site}/brake'],
  ],
  [
    'a member of an answer that is gone',
    (lines) => lines.filter((line) => !line.includes(' /controller/privacyNotice')),
    ['lost: getNotices gives 200 application/json /controller/privacyNotice string'],
  ],
  [
    'a member that is no longer always there',
    (lines) => lines.filter((line) => line !== 'getNotices always 200 application/json /fields'),
    ['lost: getNotices always 200 application/json /fields'],
  ],
  [
    'a member that has to be sent from now on',
    (lines) => [...lines, 'signUp needs application/json /language'],
    ['new: signUp needs application/json /language'],
  ],
  [
    'a value that is not taken any more',
    (lines) => lines.filter((line) => line !== 'signUp takes application/json /source "account"'),
    ['lost: signUp takes application/json /source "account"'],
  ],
  [
    'a token that is needed',
    (lines) => lines.filter((line) => line !== 'signUp open to everybody'),
    ['lost: signUp open to everybody'],
  ],
])('breaks somebody: %s', (_, change, found) => {
  expect(broken(then, change(now))).toEqual(expect.arrayContaining(found));
});

test.each<[string, readonly string[]]>([
  ['a new operation, whatever it needs', ['newOne is get /v1/new', 'newOne needs query what']],
  [
    'a member that may be sent, with what it needs itself',
    ['signUp takes application/json /gift object', 'signUp needs application/json /gift/to'],
  ],
  ['a member of an answer', ['getNotices gives 200 application/json /more string']],
])('breaks nobody: %s', (_, more) => {
  expect(broken(then, [...now, ...more])).toEqual([]);
  expect(grown(then, [...now, ...more]).length).toBeGreaterThan(0);
});

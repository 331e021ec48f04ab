import { daysOf, fullSpan } from '../../shared/words/times';
import type { Language } from '../../shared/words/languages';

/* A document says of a time no more than its source does. */

const said = (first: string, last: string, language: Language): string =>
  fullSpan(first, last, language).replaceAll('\u00a0', ' ');

test.each<[string, string, string, string, string]>([
  [
    'a day in Germany',
    '2021-05-02T22:00:00.000Z',
    '2021-05-03T21:59:59.999Z',
    '3. Mai 2021, Uhrzeit nicht angegeben',
    '3 May 2021, time of day not stated',
  ],
  [
    'the day that clocks make longer',
    '2026-10-24T22:00:00.000Z',
    '2026-10-25T22:59:59.999Z',
    '25. Oktober 2026, Uhrzeit nicht angegeben',
    '25 October 2026, time of day not stated',
  ],
  [
    'a day elsewhere, which here is of two',
    '2021-05-03T00:00:00.000Z',
    '2021-05-03T23:59:59.999Z',
    'zwischen 3. Mai 2021, 02:00:00 Uhr MESZ und 4. Mai 2021, 01:59:59 Uhr MESZ',
    'between 3 May 2021, 02:00:00 CEST and 4 May 2021, 01:59:59 CEST',
  ],
  [
    'a day that is not over',
    '2021-05-02T22:00:00.000Z',
    '2021-05-03T09:12:07.500Z',
    'zwischen 3. Mai 2021, 00:00:00 Uhr MESZ und 3. Mai 2021, 11:12:07 Uhr MESZ',
    'between 3 May 2021, 00:00:00 CEST and 3 May 2021, 11:12:07 CEST',
  ],
  [
    'a minute',
    '2021-05-03T09:12:00.000Z',
    '2021-05-03T09:12:59.999Z',
    '3. Mai 2021, 11:12 Uhr MESZ',
    '3 May 2021, 11:12 CEST',
  ],
  [
    'a part of a minute',
    '2021-05-03T09:12:00.000Z',
    '2021-05-03T09:12:30.000Z',
    'zwischen 3. Mai 2021, 11:12:00 Uhr MESZ und 3. Mai 2021, 11:12:30 Uhr MESZ',
    'between 3 May 2021, 11:12:00 CEST and 3 May 2021, 11:12:30 CEST',
  ],
  [
    'a second',
    '2021-05-03T09:12:07.000Z',
    '2021-05-03T09:12:07.999Z',
    '3. Mai 2021, 11:12:07 Uhr MESZ',
    '3 May 2021, 11:12:07 CEST',
  ],
  [
    'one moment',
    '2021-05-02T22:00:00.000Z',
    '2021-05-02T22:00:00.000Z',
    '3. Mai 2021, 00:00:00 Uhr MESZ',
    '3 May 2021, 00:00:00 CEST',
  ],
])('known to %s', (_, first, last, german, english) => {
  expect(said(first, last, 'de')).toBe(german);
  expect(said(first, last, 'en')).toBe(english);
});

test('of a time that is of one day or another, both are named', () => {
  const days = (last: string): string => daysOf('2021-05-03T00:00:00.000Z', last, 'de').replaceAll('\u00a0', ' ');
  expect(days('2021-05-03T21:59:59.999Z')).toBe('3. Mai 2021');
  expect(days('2021-05-03T22:00:00.000Z')).toBe('3. Mai 2021 oder 4. Mai 2021');
});

import { spanFindings } from '../../shared/http/span';

/* A moment that a source knows to a day or a minute has a first and a last moment, a day apart at most. */

const findings = (first: string | undefined, last: string | undefined) =>
  spanFindings('givenUntil', 'givenAt', { first, last });

test.each([
  ['a day', '2021-05-03T00:00:00+02:00', '2021-05-03T23:59:59.999+02:00'],
  ['the longest day', '2026-10-25T00:00:00+02:00', '2026-10-26T00:00:00+01:00'],
  ['a moment', '2021-05-03T09:12:07Z', '2021-05-03T11:12:07+02:00'],
])('%s is fine', (_, first, last) => {
  expect(findings(first, last)).toEqual([]);
});

test.each([
  ['more than a day', '2026-10-25T00:00:00+02:00', '2026-10-26T00:00:00.001+01:00', /more than a day apart/],
  ['what is over before it began', '2021-05-03T09:12:07.001Z', '2021-05-03T09:12:07Z', /wrong way round/],
  ['an end without a beginning', undefined, '2021-05-03T09:12:07Z', /only along with "givenAt"/],
  ['a beginning without an end', '2021-05-03T09:12:07Z', undefined, /only along with "givenAt"/],
])('%s is refused, where it stands and with what to do', (_, first, last, detail) => {
  expect(findings(first, last)).toEqual([{ pointer: '/givenUntil', detail: expect.stringMatching(detail) as string }]);
});

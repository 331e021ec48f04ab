import fc from '../seeded';
import { readMoment, requireZone, type Clock } from '../../cli/import/moment';

/* A time is read as its file has it, or refused with what to do; it is never shifted. */

const BERLIN: Clock = { zone: 'Europe/Berlin', order: undefined };
const NONE: Clock = { zone: undefined, order: undefined };
const at = (text: string, clock: Clock = BERLIN, edge: 'first' | 'last' = 'first') => {
  const reading = readMoment(text, clock);
  return 'wrong' in reading ? reading.wrong : reading[edge];
};

test.each([
  ['ISO 8601', '2018-05-25T14:30:00+02:00', '2018-05-25T12:30:00.000Z'],
  ['a part of a second', '2018-05-25T14:30:07.123Z', '2018-05-25T14:30:07.000Z'],
  ['an offset without a colon', '2018-05-25 14:30:00 +0000', '2018-05-25T14:30:00.000Z'],
  ['an offset of PostgreSQL', '2018-05-25 14:30:00.5+00', '2018-05-25T14:30:00.000Z'],
  ['listmonk, which is Go', '2019-05-04 11:22:33 +0000 UTC', '2019-05-04T11:22:33.000Z'],
  ['Go in summer', '2019-05-04 11:22:33.123456 +0200 CEST', '2019-05-04T09:22:33.000Z'],
  ['Go in Nepal', '2019-05-04 11:22:33 +0545 +0545', '2019-05-04T05:37:33.000Z'],
  ['UTC by name', '2019-05-04 11:22:33 UTC', '2019-05-04T11:22:33.000Z'],
  ['seconds since 1970, as CleverReach has them', '1527251400', '2018-05-25T12:30:00.000Z'],
  ['milliseconds, which are longer', '1527251400123', '2018-05-25T12:30:00.123Z'],
])('by itself: %s', (_, text, expected) => {
  expect(at(text, NONE)).toBe(expected);
});

test.each([
  ['2018-05-25 14:30', '2018-05-25T12:30:00.000Z'],
  ['2018-12-25 14:30', '2018-12-25T13:30:00.000Z'],
  ['25.05.2018 14:30', '2018-05-25T12:30:00.000Z'],
  ['5.1.2018, 4:30:59 Uhr', '2018-01-05T03:30:59.000Z'],
  ['2018-05-25', '2018-05-24T22:00:00.000Z'],
  ['29.02.2020', '2020-02-28T23:00:00.000Z'],
])('by the clock that was said: %s', (text, expected) => {
  expect(at(text)).toBe(expected);
});

test('a day of Brevo is read in the order that was said', () => {
  expect(at('03-04-2020', { ...BERLIN, order: 'day' })).toBe('2020-04-02T22:00:00.000Z');
  expect(at('03-04-2020 10:11:12', { zone: 'UTC', order: 'day' })).toBe('2020-04-03T10:11:12.000Z');
  expect(at('03/04/2020 10:11', { zone: 'UTC', order: 'month' })).toBe('2020-03-04T10:11:00.000Z');
});

test('a "no" without an hour counts until its day is over, and without a second until its minute is', () => {
  expect(at('2018-05-25', BERLIN, 'last')).toBe('2018-05-25T21:59:59.999Z');
  expect(at('2018-05-25 14:30', BERLIN, 'last')).toBe('2018-05-25T12:30:59.999Z');
  expect(at('2026-10-25', BERLIN, 'last')).toBe('2026-10-25T22:59:59.999Z');
  expect(at('1527251400', NONE, 'last')).toBe('2018-05-25T12:30:00.999Z');
});

test.each([
  ['a time without an offset, where nobody said whose clock it is', '2018-05-25 14:30', NONE, /--timezone/],
  ['a day, where nobody said so', '2018-05-25', NONE, /--timezone/],
  ['day and month that could be either', '03-04-2020', BERLIN, /--dates/],
  ['the same where one can be no month, as its neighbours cannot be told', '25-04-2020', BERLIN, /--dates/],
  ['a 25th month', '04/25/2020', { ...BERLIN, order: 'day' as const }, /no such day.*--dates/],
  ['an hour that never was', '2026-03-29 02:30', BERLIN, /left out/],
  ['an hour that was there twice', '2026-10-25 02:30', BERLIN, /twice.*offset/],
  ['29 February of a year without', '2019-02-29', BERLIN, /no such day/],
  ['31 April', '31.04.2018', BERLIN, /no such day/],
  ['24:00', '2018-05-25 24:00', BERLIN, /no such day/],
  ['a second 60', '2018-05-25 14:30:60', BERLIN, /no such day/],
  ['the year 0', '0000-00-00 00:00:00', BERLIN, /placeholder/],
  ['Go’s zero', '0001-01-01 00:00:00 +0000 UTC', BERLIN, /placeholder/],
  ['1970', '1970-01-01T00:00:00Z', BERLIN, /placeholder/],
  ['a 0', '0', BERLIN, /no time such as/],
  ['eight digits', '20180525', BERLIN, /no time such as/],
  ['fourteen digits', '20180525143000', BERLIN, /no time such as/],
  ['microseconds', '1527251400123456', BERLIN, /no time such as/],
  ['a year of two digits', '25.05.18', BERLIN, /no time such as/],
  ['an hour of two halves', '2018-05-25 02:30 PM', BERLIN, /no time such as/],
  ['a zone by a name that is ambiguous', '2018-05-25 14:30 CST', BERLIN, /no time such as/],
  ['an offset that is none', '2018-05-25T14:30:00+25:00', BERLIN, /offset/],
  ['an offset beside a name that contradicts it', '2018-05-25 14:30:00 +0200 UTC', BERLIN, /offset/],
  ['a formula', '="2018-05-25"', BERLIN, /no time such as/],
  ['a word', 'gestern', BERLIN, /no time such as/],
])('is refused: %s', (_, text, clock, message) => {
  const reading = readMoment(text, clock);
  expect('wrong' in reading ? reading.wrong : reading.first).toMatch(message);
});

test('whatever is read comes out as it was written, in each of the forms', () => {
  const moment = fc.date({ min: new Date('1991-01-01'), max: new Date('2026-11-01'), noInvalidDate: true });
  fc.assert(
    fc.property(moment, (date) => {
      const iso = `${date.toISOString().slice(0, 19)}.000Z`;
      const [day = '', time = ''] = iso.slice(0, 19).split('T');
      const [y = '', m = '', d = ''] = day.split('-');
      const utc: Clock = { zone: 'UTC', order: 'day' };
      const forms = [`${day} ${time} +0000 UTC`, `${day}T${time}Z`, `${day} ${time}`, `${d}-${m}-${y} ${time}`];
      for (const text of [...forms, `${d}.${m}.${y} ${time}`]) expect(at(text, utc)).toBe(iso);
    }),
  );
});

test('a time zone has to be one', () => {
  expect(() => requireZone('Europe/Berlin')).not.toThrow();
  expect(() => requireZone(undefined)).not.toThrow();
  expect(() => requireZone('Mitteleuropa')).toThrow(/no time zone "Mitteleuropa"/);
});

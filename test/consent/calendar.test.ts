import fc from '../seeded';
import { dayOf, endOfDay, endOfYear, plus } from '../../shared/calendar';
import { readDuration } from '../../shared/duration';

/** What clocks in Germany say. */
const inGermany = (moment: Date): string =>
  moment.toLocaleString('sv-SE', { timeZone: 'Europe/Berlin', hour12: false }).replace(' ', 'T');

describe('a moment and a duration', () => {
  test.each([
    ['no month is skipped', '2026-01-31T12:00:00Z', 'P1M', '2026-02-28T13:00:00'],
    ['in a leap year February has a day more', '2028-01-31T12:00:00Z', 'P1M', '2028-02-29T13:00:00'],
    ['a leap day has no anniversary for four years', '2028-02-29T12:00:00Z', 'P1Y', '2029-02-28T13:00:00'],
    ['and then has one', '2028-02-29T12:00:00Z', 'P4Y', '2032-02-29T13:00:00'],
    ['years and months come before days', '2028-02-29T12:00:00Z', 'P1Y1M1D', '2029-03-30T13:00:00'],
    [
      'a day later it is the same time, though clocks went forward',
      '2026-03-28T12:00:00Z',
      'P1D',
      '2026-03-29T13:00:00',
    ],
    ['and though they went back', '2026-10-24T12:00:00Z', 'P1D', '2026-10-25T14:00:00'],
    ['24 hours are 24 hours all the same', '2026-03-28T12:00:00Z', 'PT24H', '2026-03-29T14:00:00'],
    ['a time that clocks leave out is an hour later', '2026-03-28T01:30:00Z', 'P1D', '2026-03-29T03:30:00'],
    ['a time that there is twice is the first', '2026-10-24T00:30:00Z', 'P1D', '2026-10-25T02:30:00'],
    ['months are those of Germany, where it is New Year already', '2026-12-31T23:30:00Z', 'P1M', '2027-02-01T00:30:00'],
    ['weeks are of seven days', '2026-11-28T12:00:00Z', 'P2W', '2026-12-12T13:00:00'],
    ['nothing later is the same moment', '2026-11-28T12:00:00Z', 'P0D', '2026-11-28T13:00:00'],
    ['minutes and seconds', '2026-11-28T12:00:00Z', 'PT90M30S', '2026-11-28T14:30:30'],
    ['twelve months are a year', '2028-02-29T12:00:00Z', 'P12M', '2029-02-28T13:00:00'],
  ])('%s', (_, start, duration, then) => {
    expect(inGermany(plus(new Date(start), duration))).toBe(then);
  });

  test('the first of two equal times is meant', () => {
    expect(plus(new Date('2026-10-24T00:30:00Z'), 'P1D')).toEqual(new Date('2026-10-25T00:30:00Z'));
  });

  const moments = fc.date({ min: new Date('1996-01-01'), max: new Date('2200-01-01'), noInvalidDate: true });
  const count = fc.nat({ max: 50 });

  test('come to the day that the calendar says, whatever they are', () => {
    fc.assert(
      fc.property(moments, count, count, count, (start, years, months, days) => {
        const [year = 0, month = 0, day = 0] = dayOf(start).split('-').map(Number);
        const first = new Date(Date.UTC(year + years, month - 1 + months, 1));
        const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
        first.setUTCDate(Math.min(day, last) + days);
        expect(dayOf(plus(start, `P${years}Y${months}M${days}D`))).toBe(first.toISOString().slice(0, 10));
      }),
    );
  });

  test('never lead back, and a longer one never to an earlier moment', () => {
    fc.assert(
      fc.property(moments, count, count, count, (start, years, months, days) => {
        const then = plus(start, `P${years}Y${months}M${days}D`);
        expect(then.getTime()).toBeGreaterThanOrEqual(start.getTime());
        expect(plus(start, `P${years}Y${months}M${days + 1}D`).getTime()).toBeGreaterThan(then.getTime());
      }),
    );
  });

  test('that lead beyond what a calendar knows are refused', () => {
    expect(() => plus(new Date(), 'P999999999Y')).toThrow(RangeError);
  });
});

describe('days and years', () => {
  test.each([
    ['2026-12-31T22:59:59.999Z', '2026-12-31', '2026-12-31T23:00:00Z'],
    ['2026-12-31T23:00:00Z', '2027-01-01', '2027-12-31T23:00:00Z'],
    ['2026-07-01T21:59:59Z', '2026-07-01', '2026-12-31T23:00:00Z'],
    ['2026-07-01T22:00:00Z', '2026-07-02', '2026-12-31T23:00:00Z'],
    ['2028-02-29T12:00:00Z', '2028-02-29', '2028-12-31T23:00:00Z'],
  ])('%s is on the day and in the year of Germany', (moment, day, end) => {
    expect(dayOf(new Date(moment))).toBe(day);
    expect(endOfYear(new Date(moment))).toEqual(new Date(end));
  });

  test.each([
    ['2026-03-29', '2026-03-29T22:00:00Z'],
    ['2026-10-25', '2026-10-25T23:00:00Z'],
    ['2026-12-31', '2026-12-31T23:00:00Z'],
    ['2028-02-29', '2028-02-29T23:00:00Z'],
  ])('%s is over when the next begins, however long it was', (day, end) => {
    expect(endOfDay(day)).toEqual(new Date(end));
  });
});

describe('a duration', () => {
  test('is read as it is written', () => {
    const years = { years: 1, months: 2, weeks: 3, days: 4, hours: 5, minutes: 6, seconds: 7 };
    expect(readDuration('P1Y2M3W4DT5H6M7S')).toEqual(years);
    const nothing = { years: 0, months: 0, weeks: 0, days: 0, hours: 0, minutes: 0, seconds: 0 };
    expect(readDuration('PT10M')).toEqual({ ...nothing, minutes: 10 });
    expect(readDuration('P10M')).toEqual({ ...nothing, months: 10 });
  });

  test.each([
    ['-P1D', 'not negative'],
    ['P-1D', 'not negative'],
    ['P1Y-2M', 'not negative'],
    ['P1.5D', 'whole numbers'],
    ['P0,5Y', 'whole numbers'],
    ['PT0.5S', 'whole numbers'],
    ['P', 'ISO 8601'],
    ['PT', 'ISO 8601'],
    ['P1DT', 'ISO 8601'],
    ['P1M1Y', 'ISO 8601'],
    ['1D', 'ISO 8601'],
    ['P1D ', 'ISO 8601'],
    ['P1D\n', 'ISO 8601'],
    ['p1d', 'ISO 8601'],
    ['P1H', 'ISO 8601'],
    ['', 'ISO 8601'],
  ])('%j is none, and it is said why', (written, why) => {
    expect(() => readDuration(written)).toThrow(why);
  });
});

import { Temporal } from 'temporal-polyfill';
import { CommandError } from '../command-error';

/** How the times of a file are to be read, as far as they do not say it themselves. */
export interface Clock {
  /** Whose clock it is where a time has no offset, as IANA names it. */
  readonly zone: string | undefined;
  /** What comes first in 03-04-2020 and 03/04/2020. */
  readonly order: 'day' | 'month' | undefined;
}

/** The first and the last moment, in UTC, of what a file knows to a day, a minute or a second. */
export interface Span {
  readonly first: string;
  readonly last: string;
}

/** Whether it is known no closer than to a minute or a day. */
export const isCoarse = ({ first, last }: Span): boolean => Date.parse(last) - Date.parse(first) >= 1000;

const DAY_MS = 24 * 60 * 60 * 1000;

/** A day that is today is not over yet, and the clock of another system may be ahead: the last moment of either is now. */
export function untilNow(last: string): string {
  const ahead = Date.parse(last) - Date.now();
  return ahead > 0 && ahead < DAY_MS ? new Date().toISOString() : last;
}

/** What a text says, or what is wrong with it and what to do; never quotes it. */
export type Reading = Span | { readonly wrong: string };

const TIME = String.raw`(?:[T ,]\s*(\d\d?):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})[-/](\d\d)[-/](\d\d)${TIME}\s*(.*)$`);
const DOTTED = new RegExp(String.raw`^(\d\d?)\.(\d\d?)\.(\d{4})${TIME}\s*(?:Uhr)?\s*(.*)$`);
const EITHER = new RegExp(String.raw`^(\d\d?)[-/](\d\d?)[-/](\d{4})${TIME}\s*(.*)$`);
/** Seconds since 1970, or milliseconds: of the times in question each has its own length. */
const SINCE_1970 = /^(\d{10})(\d{3})?$/;
/** `Z`, `UTC`, `+02:00`; Go adds the name of the zone: `+0200 CEST`. */
const OFFSET = /^(?:(Z|UTC|GMT)|([+-])(\d\d):?(\d\d)?(?:\s+([A-Z]{2,5}|[+-]\d{2,4}))?)$/i;

/** Hours before UTC, of names that mean one offset wherever files of this part of the world come from. */
const NAMED: Readonly<Record<string, number>> = {
  UTC: 0,
  GMT: 0,
  WET: 0,
  WEST: 1,
  CET: 1,
  MEZ: 1,
  CEST: 2,
  MESZ: 2,
  EET: 2,
  EEST: 3,
};

const EARLIEST_YEAR = 1990;
const WRONG = {
  form: 'This is no time such as "2018-05-25T14:30:00+02:00", "2018-05-25 14:30:00", "25.05.2018 14:30" or seconds since 1970.',
  order:
    'Whether the day or the month comes first nobody can tell: say it with --dates day-first or --dates month-first.',
  zone: 'This time has no offset: say by whose clock it is, e.g. --timezone UTC or --timezone Europe/Berlin.',
  never: 'There is no such day or hour; perhaps day and month are the other way round (--dates).',
  early: `This is before ${EARLIEST_YEAR}, and so a placeholder. Leave the cell empty if the time is not known.`,
  skipped: 'This hour was left out when clocks were put forward; perhaps --timezone is another.',
  twice: 'This hour was there twice, when clocks were put back: write the time with its offset.',
  offset: 'The offset of this time is none, or contradicts the name beside it.',
};

/** @throws {CommandError} where there is no such time zone */
export function requireZone(zone: string | undefined): void {
  try {
    if (zone !== undefined) Temporal.Now.zonedDateTimeISO(zone);
  } catch {
    throw new CommandError(`There is no time zone "${zone ?? ''}"; take one as in "Europe/Berlin" or "UTC".`);
  }
}

/** Reads a time as files have it. What is not understood is refused; nothing is ever shifted. */
export function readMoment(text: string, clock: Clock): Reading {
  const [, seconds, milliseconds] = SINCE_1970.exec(text) ?? [];
  if (seconds !== undefined) {
    const at = (thousandths: string): string => new Date(Number(`${seconds}${thousandths}`)).toISOString();
    return { first: at(milliseconds ?? '000'), last: at(milliseconds ?? '999') };
  }
  const parts = partsOf(text, clock);
  if ('wrong' in parts) return parts;
  const { day, time, suffix } = parts;
  if (Number(day.slice(0, 4)) < EARLIEST_YEAR) return { wrong: WRONG.early };
  const wall = wallClock(day, time);
  if (!wall) return { wrong: WRONG.never };
  const start = suffix === '' ? inZone(wall, clock.zone) : atOffset(wall, suffix);
  if (typeof start === 'string') return { wrong: start };
  return { first: inUtc(start), last: inUtc(lastOf(start, time)) };
}

interface Parts {
  /** ISO 8601 date. */
  readonly day: string;
  readonly time: Time;
  readonly suffix: string;
}

interface Time {
  readonly hour: string | undefined;
  readonly minute: string | undefined;
  readonly second: string | undefined;
}

function partsOf(text: string, { order }: Clock): Parts | { readonly wrong: string } {
  const [, y1, m1, d1, ...rest1] = YEAR_FIRST.exec(text) ?? [];
  if (y1 !== undefined) return told([y1, m1, d1], rest1);
  const [, d2, m2, y2, ...rest2] = DOTTED.exec(text) ?? [];
  if (d2 !== undefined) return told([y2, m2, d2], rest2);
  const [, a, b, year, ...rest3] = EITHER.exec(text) ?? [];
  if (a === undefined) return { wrong: WRONG.form };
  if (order === undefined) return { wrong: WRONG.order };
  return told(order === 'day' ? [year, b, a] : [year, a, b], rest3);
}

function told(date: readonly (string | undefined)[], rest: readonly (string | undefined)[]): Parts {
  const [year = '', month = '', day = ''] = date;
  const [hour, minute, second, suffix = ''] = rest;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return { day: iso, time: { hour, minute, second }, suffix: suffix.trim() };
}

function wallClock(day: string, { hour = '0', minute = '00', second = '00' }: Time) {
  try {
    return Temporal.PlainDateTime.from(day).with(
      { hour: Number(hour), minute: Number(minute), second: Number(second) },
      { overflow: 'reject' },
    );
  } catch {
    return undefined;
  }
}

function inZone(wall: Temporal.PlainDateTime, zone: string | undefined): Temporal.ZonedDateTime | string {
  if (zone === undefined) return WRONG.zone;
  try {
    return wall.toZonedDateTime(zone, { disambiguation: 'reject' });
  } catch {
    const later = wall.toZonedDateTime(zone, { disambiguation: 'later' });
    return later.toPlainDateTime().equals(wall) ? WRONG.twice : WRONG.skipped;
  }
}

function atOffset(wall: Temporal.PlainDateTime, suffix: string): Temporal.ZonedDateTime | string {
  const [, utc, sign, hours, minutes = '00', name = ''] = OFFSET.exec(suffix) ?? [];
  if (utc !== undefined) return wall.toZonedDateTime('UTC');
  if (sign === undefined || hours === undefined) return WRONG.form;
  const isNothing = Number(hours) === 0 && Number(minutes) === 0;
  const named = NAMED[name.toUpperCase()];
  const contradicts = named !== undefined && named * 60 !== Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
  if (Number(hours) > 14 || Number(minutes) > 59 || contradicts) return WRONG.offset;
  return wall.toZonedDateTime(isNothing ? 'UTC' : `${sign}${hours}:${minutes}`);
}

const inUtc = (moment: Temporal.ZonedDateTime): string => new Date(moment.epochMilliseconds).toISOString();

function lastOf(start: Temporal.ZonedDateTime, { hour, second }: Time): Temporal.ZonedDateTime {
  const unit = hour === undefined ? { days: 1 } : second === undefined ? { minutes: 1 } : { seconds: 1 };
  return start.add(unit).subtract({ milliseconds: 1 });
}

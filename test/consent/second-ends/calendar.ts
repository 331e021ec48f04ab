/* A calendar of Germany by hand: summer time is from the last Sunday of March to that of October, at one o'clock UTC. */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const lastSunday = (year: number, month: number): number => {
  const last = Date.UTC(year, month + 1, 0);
  return last - new Date(last).getUTCDay() * DAY + HOUR;
};

function offset(utc: number): number {
  const year = new Date(utc).getUTCFullYear();
  return utc >= lastSunday(year, 2) && utc < lastSunday(year, 9) ? 2 * HOUR : HOUR;
}

/** The clock's time as if it were UTC. */
const clock = (utc: number): number => utc + offset(utc);

/** Of an hour that is twice the first; of one that is not the hour after. */
function moment(local: number): number {
  const summer = local - 2 * HOUR;
  return offset(summer) === 2 * HOUR ? summer : local - HOUR;
}

export function add(utc: number, duration: string): number {
  const [date = '', time = ''] = duration.slice(1).split('T');
  const take = (text: string, unit: string): number => Number(new RegExp(`(\\d+)${unit}`).exec(text)?.[1] ?? 0);
  const here = new Date(clock(utc));
  const months = here.getUTCMonth() + take(date, 'M') + 12 * (here.getUTCFullYear() + take(date, 'Y'));
  const [year, month] = [Math.floor(months / 12), months % 12];
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const midnight = Date.UTC(year, month, Math.min(here.getUTCDate(), lastDay) + take(date, 'D') + 7 * take(date, 'W'));
  const ofDay = clock(utc) - Math.floor(clock(utc) / DAY) * DAY;
  const isDated = date !== '' && /[1-9]/.test(date);
  return (isDated ? moment(midnight + ofDay) : utc) + take(time, 'H') * HOUR + take(time, 'M') * 60_000;
}

export const dayBegins = (day: string): number => moment(Date.parse(`${day}T00:00:00Z`));
export const dayEnds = (day: string): number => moment(Date.parse(`${day}T00:00:00Z`) + DAY);
export const yearEnds = (utc: number): number => moment(Date.UTC(new Date(clock(utc)).getUTCFullYear() + 1, 0, 1));

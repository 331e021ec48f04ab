const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?)?\s*(Z|[+-]\d\d:?\d\d)?$/i;
const GERMAN = /^(\d\d?)\.(\d\d?)\.(\d{4})(?:,?\s+(\d\d?):(\d\d)(?::(\d\d))?)?(?:\s+Uhr)?$/;

/** Where no offset is given, the time is that of a German wall clock. */
const ZONE = 'Europe/Berlin';

const wallClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: ZONE,
  dateStyle: 'short',
  timeStyle: 'medium',
});

/**
 * A moment as files have it, in UTC: ISO 8601, or "25.05.2018 14:30". A day alone is its first moment: so nothing that
 * the person did on that day counts as earlier. Undefined for anything else, and for days and hours that never were.
 */
export function readMoment(text: string): string | undefined {
  const [, year, month, day, hour, minute, second, offset] = ISO.exec(text) ?? fromGerman(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = `${(hour ?? '00').padStart(2, '0')}:${minute ?? '00'}:${second ?? '00'}`;
  const asUtc = new Date(`${date}T${time}Z`);
  // JavaScript takes 31 February for 3 March.
  if (Number.isNaN(asUtc.getTime()) || asUtc.toISOString().slice(0, 19) !== `${date}T${time}`) return undefined;
  return offset === undefined ? fromWallClock(asUtc, `${date} ${time}`) : withOffset(date, time, offset);
}

function fromGerman(text: string): (string | undefined)[] | undefined {
  const [, day, month, year, ...time] = GERMAN.exec(text) ?? [];
  return day === undefined ? undefined : ['', year, month, day, ...time];
}

function withOffset(date: string, time: string, offset: string): string | undefined {
  const written = offset.toUpperCase() === 'Z' ? 'Z' : `${offset.slice(0, 3)}:${offset.slice(-2)}`;
  const moment = new Date(`${date}T${time}${written}`);
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
}

/** Summer time is tried first: of an hour that is there twice, the first. An hour that is left out never was. */
function fromWallClock(asUtc: Date, shown: string): string | undefined {
  return [2, 1]
    .map((hours) => new Date(asUtc.getTime() - hours * 60 * 60 * 1000))
    .find((moment) => wallClock.format(moment) === shown)
    ?.toISOString();
}

import { entriesOf, factsOf, type Entry, type MailKind } from '../../consent/entry';
import { isConfirmation } from '../../consent/steps/begins-and-ends';
import type { BundleEntry } from '../bundle';
import type { Matter } from './names';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The mail whose link leads to the button of a step; who withdraws may have come from any. */
function mailThatLeadsTo(step: Entry): MailKind | undefined {
  if (isConfirmation(step)) return 'confirmation';
  return step.type === 'ActivityReported' ? 'still-interested' : undefined;
}

/** The time from the mail to the page, and from the page to the button. */
export function landingTimes(matter: Matter, step: BundleEntry): string | undefined {
  const { landing } = matter.texts;
  const { at } = step.entry;
  const { fetchedAt } = factsOf(step.entry);
  if (fetchedAt === undefined) return undefined;
  const between = (from: string, to: string): string => inUnits(Date.parse(to) - Date.parse(from), landing.units);
  const sentAt = mailBefore(matter, step, fetchedAt);
  const pressed = between(fetchedAt, at);
  return sentAt === undefined ? landing.pressed(pressed) : landing.opened(between(sentAt, fetchedAt), pressed);
}

/** To the second for as long as that says something: programs are quicker than people. */
function inUnits(ms: number, units: Readonly<Record<'seconds' | 'minutes' | 'hours' | 'days', string>>): string {
  if (ms < 10 * MINUTE) return `${Math.floor(ms / SECOND)} ${units.seconds}`;
  if (ms < 3 * HOUR) return `${Math.floor(ms / MINUTE)} ${units.minutes}`;
  return ms < 3 * DAY ? `${Math.floor(ms / HOUR)} ${units.hours}` : `${Math.floor(ms / DAY)} ${units.days}`;
}

/** The time of the mail whose link led to the page. */
function mailBefore({ bundle }: Matter, { entry }: BundleEntry, fetchedAt: string): string | undefined {
  const kind = mailThatLeadsTo(entry);
  const mails = entriesOf(
    'MailSent',
    bundle.entries.map((other) => other.entry),
  );
  return mails.findLast(
    ({ recordId, facts, at }) => recordId === entry.recordId && facts.mail === kind && at <= fetchedAt,
  )?.at;
}

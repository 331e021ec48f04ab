import type { EntryType } from '../../consent/entry-types';
import type { Facts } from '../../consent/entry';
import type { BundleEntry } from '../bundle';
import type { Matter } from './names';

/** The mails whose link leads to the button of a step; who withdraws may have come from any. */
const MAILS: Partial<Record<EntryType, Facts['mail']>> = {
  ConsentGiven: 'confirmation',
  RenewedConsentGiven: 'confirmation',
  ActivityReported: 'still-interested',
};

/** How long it took from the mail to the page and from there to the button. */
export function landingTimes(matter: Matter, step: BundleEntry): string | undefined {
  const { landing } = matter.texts;
  const { at, facts } = step.entry;
  const { fetchedAt } = facts;
  if (fetchedAt === undefined) return undefined;
  const between = (from: string, to: string): string => landing.length(Date.parse(to) - Date.parse(from));
  const sentAt = mailBefore(matter, step, fetchedAt);
  const pressed = between(fetchedAt, at);
  return sentAt === undefined ? landing.pressed(pressed) : landing.opened(between(sentAt, fetchedAt), pressed);
}

/** When the mail went out that the page was reached from. */
function mailBefore({ bundle }: Matter, { entry }: BundleEntry, fetchedAt: string): string | undefined {
  const sent = bundle.entries.filter(
    ({ entry: { recordId, facts, at } }) =>
      recordId === entry.recordId && facts.mail !== undefined && facts.mail === MAILS[entry.type] && at <= fetchedAt,
  );
  return sent.at(-1)?.entry.at;
}
